#include "query/doers.h"

#include <algorithm>
#include <string>

#include "graph/names.h"
#include "query/vocabulary.h"

namespace annals {
namespace {

struct DoerWord {
  std::string_view words;   ///< split by blanks
  std::string_view kinds;   ///< names of actor kinds that fit, split by blanks; empty for any
  std::string_view codes;   ///< what the code must hold: one of these; empty for any
  std::string_view titles;  ///< what a name or a title must hold: one of these; empty for any
};

const std::vector<DoerWord>& table() {
  static const std::vector<DoerWord> all = [] {
    std::vector<DoerWord> rows;
    for (const WordRow& row : rows_of(WordTable::doers))
      rows.push_back({.words = row[0], .kinds = row[1], .codes = row[2], .titles = row[3]});
    return rows;
  }();
  return all;
}

bool fits(const DoerWord& row, const Actor& actor) {
  const auto is_kind = [&](std::string_view kind) { return kind == format_kind(actor.kind); };
  if (!row.kinds.empty() && !any_word(row.kinds, is_kind)) return false;
  const bool country = actor.kind == ActorKind::country;
  const auto in_code = [&](std::string_view code) {
    return actor.code.find(code) != std::string::npos;
  };
  if (!row.codes.empty() && !country && !any_word(row.codes, in_code)) return false;
  const auto in_titles = [&](std::string_view title) {
    return fold(actor.name).find(title) != std::string::npos ||
           std::any_of(actor.roles.begin(), actor.roles.end(), [&](const ActorRole& role) {
             return fold(role.title).find(title) != std::string::npos;
           });
  };
  return row.titles.empty() || any_word(row.titles, in_titles);
}

}  // namespace

std::vector<std::string> doer_words() {
  std::vector<std::string> result = {"actors"};
  for (const DoerWord& row : table()) {
    any_word(row.words, [&](std::string_view word) {
      result.emplace_back(word);
      return false;
    });
  }
  return result;
}

bool is_doers(const Word& word) {
  static const std::vector<std::string> known = doer_words();
  return !word.quoted && std::find(known.begin(), known.end(), word.folded) != known.end();
}

bool is_one_of_these(const Actor& actor, std::string_view kind) {
  const auto row = std::find_if(table().begin(), table().end(), [&](const DoerWord& each) {
    return any_word(each.words, [&](std::string_view word) { return word == kind; });
  });
  return row == table().end() || fits(*row, actor);
}

}  // namespace annals
