#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace annals {

/// Whether `word` is one of `words`, which are in lower case.
[[nodiscard]] bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words);
/// The words that a text begins and ends with; without spaces.
[[nodiscard]] std::string_view opening_word(std::string_view text);
[[nodiscard]] std::string_view ending_word(std::string_view text);
/// Whether a text begins with a capital, or with a digit.
[[nodiscard]] bool has_upper_start(std::string_view text);
[[nodiscard]] bool has_digit_start(std::string_view text);

/// A word that says how many, or that a number follows: "several", "ten", "10", "about".
[[nodiscard]] bool is_amount(std::string_view word);

/// Whether a clause that begins with this word begins with its subject: "the", "Iraqi", "10".
[[nodiscard]] bool is_subject_start(std::string_view opening);
/// Whether a clause that begins with this word says nothing alone: "after", "which", "he".
[[nodiscard]] bool leads_elsewhere(std::string_view opening);

/// A verb and not a noun that tells an event by itself: "broke (out)", "signed".
[[nodiscard]] bool is_past_verb(std::string_view word);

/// Has words that turn a clause round: with them, a denied event would be denied twice.
[[nodiscard]] bool denies(std::string_view text);

/// Where a sentence ends: at a stop, but not at those of "U.S." and "Gen."; npos when it does not.
[[nodiscard]] std::size_t full_stop(std::string_view text);

/// A word that no headline ends with: "of", "that", "would".
[[nodiscard]] bool is_small_word(std::string_view word);

/// What goes on behind a clause, up to the next pause, cut with "..." where that is far; `rest` is
/// one line. Empty unless it begins with a space or with what is owned ("'s plan").
[[nodiscard]] std::string up_to_pause(const std::string& rest);

/// A clause made fit to stand alone: without the words that only date it (`date_words` and
/// weekdays), without quotation marks and brackets of which one is missing, without what a cut left
/// hanging at the end; with a capital.
[[nodiscard]] std::string tidy_headline(std::string title, std::string_view date_words);

}  // namespace annals
