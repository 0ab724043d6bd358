#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/actor_names.h"
#include "query/words.h"

namespace annals {

/// What a question in free words comes to.
struct Gist {
  std::vector<Word> words;  ///< in the grammar, names in quotes: who met "Kim Jong-un"
  bool leans_on_topic =
      false;              ///< `about` stands where a name is wanted, or for the whole question
  std::string about;      ///< what is left over: looked for in the sentences
  std::string unit;       ///< what a count is split by; else empty
  std::size_t limit = 0;  ///< "the last three": how many; 0 for all
  bool newest_first = false;
  std::string status;          ///< the one that is asked for; else empty
  std::string refusal;         ///< what cannot be asked for, and what can; else empty
  std::size_t refused_at = 0;  ///< where in the line it stands
};

/// The question word, the event, the names and their parts in it, from wherever they stand: "by
/// whom was Alzate captured?", "anyone from the CIA who met Pakistani officials". `words` without
/// times and other modifiers. Nothing when they do not make one question: no event and no name,
/// more names than two, two questions in one.
[[nodiscard]] std::optional<Gist> gist_of(const NameBook& names, const std::vector<Word>& words);

}  // namespace annals
