#include "link/joint_date.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "link/days.h"
#include "link/votes.h"

namespace annals {
namespace {

using Tellings = std::vector<const LinkedTelling*>;

/// The day told with a cancelled event is now its own, now that of its end.
bool is_called_off(const LinkedTelling& telling) {
  return telling.mention().status == Status::cancelled;
}

/// A word of time in the text counts before what was derived without one, narrow days before wide
/// ones, and the day of what was to be or took place before that of a cancellation.
bool tells_date_better(const LinkedTelling* a, const LinkedTelling* b) {
  const auto key = [](const LinkedTelling& each) {
    return std::tuple(!each.decided, is_vague(each.date), is_called_off(each),
                      each.basis != DateBasis::expression, each.date.last - each.date.first,
                      each.date.precision == Precision::unknown ? 13 - each.date.month : 0);
  };
  const auto first = key(*a);
  const auto second = key(*b);
  return first != second ? first < second : told_before(*a, *b);
}

EventDate narrowed(date::sys_days first, date::sys_days last) {
  if (first == first_day) return before_date(last);
  if (last == last_day) return after_date(first);
  return first == last ? day_date(first) : interval_date(first, last);
}

/// The best told of the dates that most independent texts, in words, allow; a derived day only when
/// it is one that those allow.
const LinkedTelling& best_dated(const Tellings& sorted) {
  const auto is_said = [](const LinkedTelling& each) {
    return each.basis == DateBasis::expression && is_closed(each.date);
  };
  const LinkedTelling* best = sorted.front();
  const Window first{best->date.first, best->date.last};
  const bool allowed =
      !is_said(*best) && std::none_of(sorted.begin(), sorted.end(), [&](const LinkedTelling* each) {
        return is_said(*each) && !overlaps(each->date, first);
      });
  if (best->decided || allowed || is_called_off(*best)) return *best;
  std::size_t most = 0;
  for (const LinkedTelling* each : sorted) {
    if (!is_said(*each) || is_called_off(*each)) continue;
    std::set<std::uint64_t> texts;
    for (const LinkedTelling* other : sorted) {
      if (is_said(*other) && inside(each->date, {other->date.first, other->date.last}))
        texts.insert(other->text);
    }
    if (texts.size() <= most) continue;
    most = texts.size();
    best = each;
  }
  return *best;
}

}  // namespace

void join_dates(Event& event, const Tellings& tellings) {
  Tellings sorted = tellings;
  std::sort(sorted.begin(), sorted.end(), tells_date_better);
  const LinkedTelling& best = best_dated(sorted);
  event.date = best.date;
  event.date_basis = best.basis;
  event.date_reason = best.date_reason;
  if (best.date.precision == Precision::unknown || best.decided) return;
  Votes differing;
  differing.add(format_edtf(best.date), best);
  for (const LinkedTelling* each : sorted) {
    if (each->date.precision == Precision::unknown) continue;
    if (is_called_off(*each) && !is_called_off(best)) continue;
    if (!overlaps(each->date, {event.date.first, event.date.last})) {
      if (each->basis == DateBasis::expression) differing.add(format_edtf(each->date), *each);
      continue;
    }
    const auto first = std::max(event.date.first, each->date.first);
    const auto last = std::min(event.date.last, each->date.last);
    if (first == event.date.first && last == event.date.last) continue;
    if (each->basis != DateBasis::expression && each->basis != DateBasis::dateline_relative)
      continue;
    event.date = narrowed(first, last);
    event.date_basis = DateBasis::linked;
    const bool in_order = best.date.first <= each->date.first;
    const LinkedTelling& earlier = in_order ? best : *each;
    const LinkedTelling& later = in_order ? *each : best;
    event.date_reason = "what " + earlier.article->name + " (" + format_edtf(earlier.date) +
                        ") and " + later.article->name + " (" + format_edtf(later.date) +
                        ") both allow";
  }
  if (differing.size() > 1) event.contested.push_back(differing.contest("date"));
}

}  // namespace annals
