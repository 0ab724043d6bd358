#include "query/vocabulary.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace annals {
namespace {

// Made by the build from query/english/.
constexpr std::string_view question_words =
#include "words_questions.inc"
    ;
constexpr std::string_view event_rows =
#include "words_events.inc"
    ;
constexpr std::string_view saying_rows =
#include "words_sayings.inc"
    ;
constexpr std::string_view name_rows =
#include "words_names.inc"
    ;
constexpr std::string_view doer_rows =
#include "words_doers.inc"
    ;
constexpr std::string_view ask_rows =
#include "words_asks.inc"
    ;
constexpr std::string_view gist_rows =
#include "words_gists.inc"
    ;
constexpr std::string_view refusal_rows =
#include "words_refusals.inc"
    ;

constexpr std::string_view list_names[] = {
    "office",     "rank", "light",      "beside-light", "lead",    "filler", "auxiliary",
    "participle", "link", "determiner", "counted",      "undergo", "say",    "join",
    "cancel",     "plan", "side",       "empty",        "pronoun", "plea",   "befall"};

/// Calls `see` for each line that holds something; what begins with # tells readers of the file.
template <class See>
void each_line(std::string_view text, const See& see) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (!line.empty() && line.front() != '#') see(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// Lists as bits by the word that stands in them.
using Lists = std::unordered_map<std::string_view, std::uint32_t>;

/// `LIST: WORD "TWO WORDS" ...`
void add_line(std::string_view line, Lists& lists) {
  const auto colon = line.find(':');
  const auto* const name =
      std::find(std::begin(list_names), std::end(list_names), line.substr(0, colon));
  if (colon == std::string_view::npos || name == std::end(list_names))
    throw Error(ErrorKind::rule, "questions.words: no list is called \"" +
                                     std::string(line.substr(0, colon)) + "\"");
  const auto bit = std::uint32_t{1} << (name - std::begin(list_names));
  std::string_view rest = line.substr(colon + 1);
  while (!rest.empty()) {
    if (rest.front() == ' ') {
      rest.remove_prefix(1);
      continue;
    }
    const bool quoted = rest.front() == '"';
    if (quoted) rest.remove_prefix(1);
    const auto end = std::min(rest.find(quoted ? '"' : ' '), rest.size());
    lists[rest.substr(0, end)] |= bit;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

const Lists& word_lists() {
  static const Lists lists = [] {
    Lists result;
    each_line(question_words, [&](std::string_view line) { add_line(line, result); });
    return result;
  }();
  return lists;
}

std::string_view text_of(WordTable table) {
  switch (table) {
    case WordTable::events:
      return event_rows;
    case WordTable::sayings:
      return saying_rows;
    case WordTable::names:
      return name_rows;
    case WordTable::doers:
      return doer_rows;
    case WordTable::asks:
      return ask_rows;
    case WordTable::gists:
      return gist_rows;
    case WordTable::refusals:
      break;
  }
  return refusal_rows;
}

}  // namespace

bool stands_in(WordList list, std::string_view folded) {
  const auto found = word_lists().find(folded);
  return found != word_lists().end() && (found->second >> static_cast<unsigned>(list) & 1U) != 0;
}

bool stands_in(WordList list, const Word& word) {
  return !word.quoted && stands_in(list, word.folded);
}

std::size_t entry_at(WordList list, std::span<const Word> words) {
  constexpr std::size_t longest = 6;
  std::string joined;
  std::size_t found = 0;
  for (std::size_t i = 0; i < std::min(longest, words.size()) && !words[i].quoted; ++i) {
    joined += (i == 0 ? "" : " ") + words[i].folded;
    if (stands_in(list, joined)) found = i + 1;
  }
  return found;
}

std::vector<WordRow> rows_of(WordTable table) {
  std::vector<WordRow> rows;
  each_line(text_of(table), [&](std::string_view line) {
    WordRow row;
    for (std::size_t column = 0; column < row.size(); ++column) {
      const auto end = std::min(line.find('\t'), line.size());
      row[column] = line.substr(0, end);
      if (end == line.size()) break;
      line.remove_prefix(end + 1);
    }
    rows.push_back(row);
  });
  return rows;
}

}  // namespace annals
