#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/words.h"

namespace annals {

/// The lists of query/english/questions.words, in the order of their names in vocabulary.cpp.
enum class WordList : std::uint8_t {
  office,
  rank,
  light,
  beside_light,
  lead,
  filler,
  auxiliary,
  participle,
  link,
  determiner,
  counted,
  undergo,
  say,
  join,
  cancel,
  plan,
  side,
  empty,
  pronoun,
  plea,
  befall,
  bearing,
  measure,
  except,
  asks_more,
  leads_topic,
  no_name,
  ends_name,
  behind_status,
  idle,
  armed,
  no_typo,
  told_status,
  harmed,
  carried,
  laid_to,
};

/// Whether the word, or the words joined by blanks, stand in the list. Folded.
[[nodiscard]] bool stands_in(WordList list, std::string_view folded);
/// The same for a word of a question; never for a name in quotes.
[[nodiscard]] bool stands_in(WordList list, const Word& word);

/// Whether the word stands in any of the lists or begins a question. Folded.
[[nodiscard]] bool stands_in_any(std::string_view folded);

/// How many of `words`, from the first on, are the longest entry of the list; 0 when none is.
[[nodiscard]] std::size_t entry_at(WordList list, std::span<const Word> words);

/// The tables of query/english/, which the build makes part of the program.
enum class WordTable : std::uint8_t {
  events,
  sayings,
  names,
  doers,
  asks,
  gists,
  refusals,
  tolls,
  bounds,
  superlatives,
  adjectives,
};

/// A row of a table; columns that a line leaves out are empty. Views of the program's own text.
using WordRow = std::array<std::string_view, 6>;
[[nodiscard]] std::vector<WordRow> rows_of(WordTable table);

/// How many words the longest of `rows`, of two columns, at the front of `words` is, and in `what`
/// what it stands for; 0 when there is none.
[[nodiscard]] std::size_t entry_of(const std::vector<WordRow>& rows, std::span<const Word> words,
                                   std::string& what);

/// Calls `test` for each part of the text between such signs until it is true; whether it was.
/// Empty parts are passed over.
template <class Test>
bool any_part(std::string_view text, char sign, const Test& test) {
  while (!text.empty()) {
    const auto end = std::min(text.find(sign), text.size());
    if (end > 0 && test(text.substr(0, end))) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

/// The same for each of the words split by blanks.
template <class Test>
bool any_word(std::string_view words, const Test& test) {
  return any_part(words, ' ', test);
}

/// The same for each of the forms split by '|', as tables have them: "met|meet|meets".
template <class Test>
bool any_form(std::string_view forms, const Test& test) {
  return any_part(forms, '|', test);
}

}  // namespace annals
