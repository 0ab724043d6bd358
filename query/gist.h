#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/actor_names.h"
#include "query/gist_parts.h"
#include "query/words.h"

namespace annals {

/// What a question in free words comes to.
struct Gist {
  std::vector<Word> words;  ///< in the grammar, names in quotes: who met "Kim Jong-un"
  GistParts parts;          ///< what it was made from
};

/// The question word, the event, the names and their parts in it, from wherever they stand: "by
/// whom was Alzate captured?", "anyone from the CIA who met Pakistani officials". `words` without
/// times and other modifiers. Nothing when they do not make a question of the grammar.
[[nodiscard]] std::optional<Gist> gist_of(const NameBook& names, const std::vector<Word>& words);

}  // namespace annals
