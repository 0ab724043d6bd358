#include "query/bounds.h"

#include <algorithm>

#include "query/vocabulary.h"

namespace annals {
namespace {

const std::vector<WordRow>& tolls() {
  static const std::vector<WordRow> rows = rows_of(WordTable::tolls);
  return rows;
}

}  // namespace

std::string format_bound(const Bound& bound) {
  const std::string least = std::to_string(bound.least);
  if (!bound.most) return bound.what + ">=" + least;
  const std::string most = std::to_string(*bound.most);
  if (bound.least == *bound.most) return bound.what + "=" + most;
  return (bound.least > 0 ? least + "<=" : "") + bound.what + "<=" + most;
}

const Bound* bound_of(const std::vector<Bound>& bounds, std::string_view what) {
  const auto at = std::find_if(bounds.begin(), bounds.end(),
                               [what](const Bound& each) { return each.what == what; });
  return at == bounds.end() ? nullptr : &*at;
}

bool bounds_records(const std::vector<Bound>& bounds) {
  return std::any_of(bounds.begin(), bounds.end(),
                     [](const Bound& each) { return each.what != of_events; });
}

bool holds_bounds(const Event& event, const std::vector<Bound>& bounds) {
  return std::all_of(bounds.begin(), bounds.end(), [&](const Bound& bound) {
    if (bound.what == of_events) return true;
    const Count* count = count_of(event, bound.what);
    return count != nullptr && bound.holds(static_cast<std::size_t>(count->value));
  });
}

const Count* count_of(const Event& event, std::string_view what) {
  const auto at = std::find_if(event.counts.begin(), event.counts.end(),
                               [what](const Count& each) { return each.what == what; });
  return at == event.counts.end() ? nullptr : &*at;
}

std::string_view counted_by(std::string_view word) {
  for (const WordRow& row : tolls()) {
    if (any_form(row[2], [&](std::string_view form) { return form == word; })) return row[0];
  }
  return {};
}

std::string_view participle_of(std::string_view what) {
  for (const WordRow& row : tolls()) {
    if (row[0] == what) return row[1];
  }
  return {};
}

}  // namespace annals
