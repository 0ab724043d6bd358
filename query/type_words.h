#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "graph/event.h"
#include "query/words.h"

namespace annals {

/// Everyday words for events, and the events they stand for.
struct TypeWord {
  std::string_view words;  ///< folded forms, split by '|': "met|meet|meets|meeting|meetings"
  std::string_view type;   ///< "CONSULT"; empty for every type
  std::string_view cameo;  ///< prefixes of the CAMEO code, split by blanks; empty for every code
  /// Beginnings of words, split by blanks, one of which the sentence must hold, so that "drone
  /// strikes" are no shootings.
  std::string_view keyword;
  std::string_view untold;  ///< with a keyword, the codes of events that no sentence tells
};

/// What an entry is called: its first form.
[[nodiscard]] std::string_view name_of(const TypeWord& word);

/// Whether these are talks or agreements: what two do with each other, and about something.
[[nodiscard]] bool are_talks(const TypeWord& word);

/// The table, in the order in which words are looked up. Type names themselves ("CONSULT",
/// "assault") come last.
[[nodiscard]] std::span<const TypeWord> type_words();

/// The entry of a single folded word, of "attacking" that of "attack"; null when there is none.
[[nodiscard]] const TypeWord* type_of_word(std::string_view folded);

struct FoundType {
  const TypeWord* word = nullptr;
  std::size_t count = 0;  ///< how many words of the question it took
};

/// The longest entry at the start of `words`; quoted words never match.
[[nodiscard]] std::optional<FoundType> find_type(std::span<const Word> words);

/// The same, but nothing where the entry stands for every type ("happened").
[[nodiscard]] std::optional<FoundType> find_kind(std::span<const Word> words);

/// Type and code agree; the keyword is left to who has the text. An event without a code agrees
/// with every code.
[[nodiscard]] bool agrees(const TypeWord& word, std::string_view type, std::string_view cameo);

/// How a type is said with its source first.
struct Saying {
  std::string_view past;        ///< "met"
  std::string_view base;        ///< "meet"
  std::string_view past_alone;  ///< where nobody is named whom it befell: "held talks"
  std::string_view base_alone;  ///< "hold talks"
};

/// The type in capitals when it is not known.
[[nodiscard]] Saying saying_of(std::string_view type, std::string_view cameo);

}  // namespace annals
