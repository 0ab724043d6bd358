#pragma once

#include <cstddef>

#include "link/linked_telling.h"

namespace annals {

/// Longer words without which a sentence is too short to be known again.
inline constexpr std::size_t fewest_words_of_copies = 4;

/// Whether one sentence tells both, by the same word of it.
[[nodiscard]] bool is_in_one_sentence(const LinkedTelling& a, const LinkedTelling& b);
/// The same in two articles, and the sentence is long enough not to be chosen twice.
[[nodiscard]] bool is_in_same_words(const LinkedTelling& a, const LinkedTelling& b);
/// A later version of a story, within a day's news: the sentence with a word or a number changed.
[[nodiscard]] bool is_edited(const LinkedTelling& a, const LinkedTelling& b);

/// Whether both are told by one word, whatever its ending: "called", "calling", "call".
[[nodiscard]] bool is_one_word(const Telling& a, const Telling& b);
/// Whether two sentences share so many of their longer words that they tell much the same.
[[nodiscard]] bool is_in_like_words(const Telling& a, const Telling& b);
/// How far two sentences speak of one thing: 1 when they share much beside who took part, -1 when
/// nothing, 0 when that cannot be told.
[[nodiscard]] int topic_support(const Telling& a, const Telling& b);

}  // namespace annals
