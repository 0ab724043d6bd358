#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/error.h"

namespace annals {

/// A word of a question, or everything between two double quotes as one.
struct Word {
  std::string
      text;  ///< as typed, without quotes and without a closing comma, question mark or full stop
  std::string folded;     ///< see names.h; "2011 09 26" for 2011-09-26
  std::size_t begin = 0;  ///< bytes of the line, quotes included
  std::size_t end = 0;
  bool quoted = false;

  bool operator==(const Word&) const = default;
};

/// The longest line that is read, in bytes.
inline constexpr std::size_t longest_question = 10000;

/// Splits a line at blanks; control characters count as blanks. Typographic quotes count as quotes.
/// Throws Error(query) for a quote that is not closed and for a line that is too long.
[[nodiscard]] std::vector<Word> split_words(std::string_view line);

/// Whether a word outside quotes folds to one of these.
[[nodiscard]] bool is_one_of(const Word& word, std::initializer_list<std::string_view> choices);

/// "the", "a", "his": what stands before a name or a noun.
[[nodiscard]] bool is_determiner(const Word& word);

/// The number that the word is, from 0 to a million; nothing for other words.
[[nodiscard]] std::optional<long> number_of(const Word& word);

/// The number that the word is, in digits or, up to ten, in letters ("three"); 0 for other words.
[[nodiscard]] long small_number(const Word& word);

/// Gives a word another text, in small letters without signs, so that it folds to itself.
void rename(Word& word, const std::string& to);

[[nodiscard]] Word renamed(Word word, const std::string& to);

/// Takes `count` words from `at` on out.
void erase(std::vector<Word>& words, std::size_t at, std::size_t count);

/// Puts words of the grammar in from `at` on, which stand in the line where `like` does.
void insert(std::vector<Word>& words, std::size_t at, Word like,
            const std::vector<std::string>& texts);

/// Puts words of the grammar in the place of [begin, end), which stand in the line where the first
/// of these does; begin < words.size().
void replace(std::vector<Word>& words, std::size_t begin, std::size_t end,
             const std::vector<std::string>& texts);

/// The name of who owns something: "Hu Jintao" of "Hu Jintao's" and "Palestinians" of
/// "Palestinians'", with a straight or a curly apostrophe; other texts as they are.
[[nodiscard]] std::string without_owner(std::string_view text);

/// The words joined by single blanks, as typed.
[[nodiscard]] std::string join_words(std::span<const Word> words);

/// An Error(query) that says `message`, and under it shows the line with a caret at byte `at`.
[[nodiscard]] Error error_at(std::string_view line, std::size_t at, const std::string& message);

}  // namespace annals
