#include "query/vocabulary.h"

#include <algorithm>
#include <string>
#include <utility>

#include "graph/error.h"
#include "graph/word_lists.h"

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
constexpr std::string_view toll_rows =
#include "words_tolls.inc"
    ;
constexpr std::string_view bound_rows =
#include "words_bounds.inc"
    ;
constexpr std::string_view adjective_rows =
#include "words_adjectives.inc"
    ;
constexpr std::string_view superlative_rows =
#include "words_superlatives.inc"
    ;

constexpr std::string_view list_names[] = {
    "office",    "rank",        "light",       "beside-light", "lead",          "filler",
    "auxiliary", "participle",  "link",        "determiner",   "counted",       "undergo",
    "say",       "join",        "cancel",      "plan",         "side",          "empty",
    "pronoun",   "plea",        "befall",      "bearing",      "measure",       "except",
    "asks-more", "leads-topic", "no-name",     "ends-name",    "behind-status", "idle",
    "armed",     "no-typo",     "told-status", "harmed",       "carried",       "laid-to"};

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

/// `LIST: WORD "TWO WORDS" ...`
void add_line(std::string_view line, WordLists& lists) {
  const auto colon = line.find(':');
  const std::string_view list = line.substr(0, colon);
  const auto names = lists.names();
  if (colon == std::string_view::npos || std::find(names.begin(), names.end(), list) == names.end())
    throw Error(ErrorKind::rule,
                "questions.words: no list is called \"" + std::string(list) + "\"");
  for (std::string& word : words_of(line.substr(colon + 1)))
    static_cast<void>(lists.add(list, std::move(word)));
}

const WordLists& word_lists() {
  static const WordLists lists = [] {
    WordLists result(list_names);
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
    case WordTable::tolls:
      return toll_rows;
    case WordTable::bounds:
      return bound_rows;
    case WordTable::superlatives:
      return superlative_rows;
    case WordTable::adjectives:
      return adjective_rows;
    case WordTable::refusals:
      break;
  }
  return refusal_rows;
}

}  // namespace

bool stands_in(WordList list, std::string_view folded) {
  return word_lists().is(static_cast<unsigned>(list), folded);
}

bool stands_in(WordList list, const Word& word) {
  return !word.quoted && stands_in(list, word.folded);
}

bool stands_in_any(std::string_view folded) {
  static const std::vector<WordRow> asks = rows_of(WordTable::asks);
  for (unsigned list = 0; list < std::size(list_names); ++list) {
    if (word_lists().is(list, folded)) return true;
  }
  return std::any_of(asks.begin(), asks.end(),
                     [&](const WordRow& row) { return row[0] == folded; });
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

std::size_t entry_of(const std::vector<WordRow>& rows, std::span<const Word> words,
                     std::string& what) {
  std::size_t count = 0;
  for (const WordRow& row : rows) {
    std::size_t i = 0;
    const bool other = any_word(row[0], [&](std::string_view each) {
      return i >= words.size() || words[i].quoted || words[i++].folded != each;
    });
    if (other || i <= count) continue;
    count = i;
    what = row[1];
  }
  return count;
}

}  // namespace annals
