#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "query/answer.h"
#include "query/request.h"

namespace annals {

/// One kind of question. Help, documentation, completion and tests are made from these rows.
///
/// `usage` holds one form a line. In a form, capitals are slots (ACTOR, TYPE, EVENT, MEASURE,
/// NUMBER, TEXT, DOERS), small words stand for themselves, `a|b` is a choice and `[a]` may be left
/// out. Windows, status words, `by source`, `at PLACE`, `limit` and `sort` may follow any form;
/// docs/queries.md has the grammar.
struct Verb {
  std::string_view name;
  std::string_view usage;
  std::string_view summary;
  std::string_view example;
  Answer (*run)(const Store& store, const Request& request);
  /// `limit` says how many are asked for ("the first", one path), not how many rows are shown.
  bool counts_by_limit = false;
};

[[nodiscard]] std::span<const Verb> verbs();
/// Null when there is none of that name.
[[nodiscard]] const Verb* find_verb(std::string_view name);

struct AskOptions {
  /// What "today" and "last month" are counted from; without it such words are not understood.
  std::optional<date::sys_days> today;
  /// The year of "September"; without it the latest one, up to today, in which something happened
  /// then.
  std::optional<date::year> year = std::nullopt;
};

/// Answers one line. Throws Error(query), with a caret under the word in question, when it is not
/// understood.
[[nodiscard]] Answer ask(const Store& store, std::string_view line, const AskOptions& options = {});
/// Answers a request made elsewhere. Its verb must be in the table.
[[nodiscard]] Answer answer_request(const Store& store, const Request& request);

}  // namespace annals
