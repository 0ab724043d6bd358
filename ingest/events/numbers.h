#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ingest/text/number_words.h"
#include "ingest/trees/sentence_tree.h"

namespace annals {

/// A number and the words that give it: "at least four".
struct NumberPhrase {
  double value = -1;  ///< negative when there is none
  std::string words;
};

/// The number before or in the phrase of `token`, with the words that qualify it.
[[nodiscard]] NumberPhrase number_of(const SentenceTree& tree, const NumberWords& words,
                                     std::int32_t token, std::string_view text);

/// "a" and "half" before "million", whatever they hang on.
[[nodiscard]] bool is_small_word(const SentenceTree& tree, std::int32_t at);

/// Reads a number in words or figures: "four", "5,000", "dozens" (24), "1.5 million", "two dozen";
/// those of tokens [first, last], which `words` values. Returns a negative number when there is
/// none.
[[nodiscard]] double read_number(const SentenceTree& tree, const NumberWords& words,
                                 std::int32_t first, std::int32_t last);

}  // namespace annals
