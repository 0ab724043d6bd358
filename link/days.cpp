#include "link/days.h"

#include <algorithm>

namespace annals {
namespace {

using date::days;

constexpr days longest_exact{31};
constexpr days recent{30};

/// Dated in words, and told at least that long after it was.
bool is_past_for(const LinkedTelling& telling, days time) {
  const auto& published = telling.article->published;
  return published && telling.basis == DateBasis::expression && is_closed(telling.date) &&
         telling.date.last + time < published->first;
}

}  // namespace

bool is_closed(const EventDate& date) {
  return date.precision != Precision::unknown && date.precision != Precision::before &&
         date.precision != Precision::after;
}

bool is_vague(const EventDate& date) {
  return !is_closed(date) || date.last - date.first > longest_exact;
}

std::optional<Window> likely_days(const EventDate& date) {
  if (date.precision == Precision::before)
    return Window{std::max(first_day, date.last - recent), date.last};
  if (date.precision == Precision::after)
    return Window{date.first, std::min(last_day, date.first + recent)};
  if (date.precision == Precision::unknown) return std::nullopt;
  return Window{date.first, date.last};
}

bool is_same_day(const EventDate& a, const EventDate& b) {
  return a.precision == Precision::day && a.first == b.first && a.last == b.last;
}

std::optional<days> days_between(const LinkArticle& a, const LinkArticle& b) {
  if (!a.published || !b.published) return std::nullopt;
  return date::abs(a.published->first - b.published->first);
}

bool dates_agree(const EventDate& a, const EventDate& b) {
  if (a.precision == Precision::unknown && b.precision == Precision::unknown) {
    return a.month == 0 || b.month == 0 ||
           (a.month == b.month && (a.day == 0 || b.day == 0 || a.day == b.day));
  }
  if (b.precision == Precision::unknown) return dates_agree(b, a);
  if (a.precision != Precision::unknown) {
    const days slack{a.approximate || b.approximate ? 3 : 0};
    return a.first <= b.last + slack && b.first <= a.last + slack;
  }
  if (a.month == 0) return true;
  const date::year_month_day first{b.first};
  const date::year_month_day last{b.last};
  if (b.last - b.first > longest_exact) return true;
  const bool in_month = unsigned{first.month()} == a.month || unsigned{last.month()} == a.month;
  if (!in_month || a.day == 0) return in_month;
  return b.first == b.last ? unsigned{first.day()} == a.day : true;
}

bool is_looking_back(const LinkedTelling& telling) { return is_past_for(telling, days{14}); }

bool is_of_earlier_time(const LinkedTelling& telling, const LinkedTelling& other) {
  if (!is_looking_back(telling) || other.basis == DateBasis::expression) return false;
  const auto likely = likely_days(other.date);
  return likely && !overlaps(telling.date, *likely);
}

bool is_long_past(const LinkedTelling& telling) {
  return telling.mention().status == Status::happened && is_past_for(telling, days{180});
}

}  // namespace annals
