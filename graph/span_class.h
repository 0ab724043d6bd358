#pragma once

#include <array>
#include <cstdint>

#include "graph/event_date.h"

namespace annals {

/// Dates of like length, which are kept together so that a scan for a window need not look far
/// behind it: a date of class c that reaches into a window begins at most max_days[c] - 1 days
/// before it.
enum class SpanClass : std::uint8_t {
  day,
  week,
  month,
  quarter,
  year,
  decade,
  longer,
  before,
  after,
  unknown
};
inline constexpr std::size_t span_classes = 10;

[[nodiscard]] constexpr SpanClass span_class(const EventDate& date) {
  constexpr std::array<int, 6> max_days = {1, 7, 31, 92, 366, 3653};
  if (date.precision == Precision::unknown) return SpanClass::unknown;
  if (date.first == first_day && date.last != first_day) return SpanClass::before;
  if (date.last == last_day && date.first != last_day) return SpanClass::after;
  const int days = static_cast<int>((date.last - date.first).count()) + 1;
  for (std::size_t i = 0; i < max_days.size(); ++i) {
    if (days <= max_days.at(i)) return static_cast<SpanClass>(i);
  }
  return SpanClass::longer;
}

/// The day that dates of a class are sorted by: the last one for `before`, the first one for the
/// others.
[[nodiscard]] constexpr date::sys_days sort_day(SpanClass of, date::sys_days first,
                                                date::sys_days last) {
  return of == SpanClass::before ? last : first;
}

/// The sort days between which every date of the class that overlaps `window` lies.
[[nodiscard]] constexpr Window sort_days(SpanClass of, const Window& window) {
  constexpr std::array<int, 6> max_days = {1, 7, 31, 92, 366, 3653};
  switch (of) {
    case SpanClass::longer:
    case SpanClass::after:
      return {.first = first_day, .last = window.last};
    case SpanClass::before:
      return {.first = window.first, .last = last_day};
    case SpanClass::unknown:
      return {};
    default:
      break;
  }
  const auto reach = date::days{max_days.at(static_cast<std::size_t>(of)) - 1};
  return {.first = window.first - first_day < reach ? first_day : window.first - reach,
          .last = window.last};
}

}  // namespace annals
