#include <cstdlib>

#include "ingest/dates/timex_actions.h"

namespace annals {
namespace {

using date::days;
using date::sys_days;

/// Of a day that comes once a year: the one that the words mean, seen from `now`.
template <class OfYear>
std::optional<sys_days> of_some_year(sys_days now, std::optional<int> shift, Direction direction,
                                     OfYear of_year) {
  const date::year this_year = date::year_month_day{now}.year();
  std::optional<sys_days> past;
  std::optional<sys_days> ahead;
  for (int step = -1; step <= 1; ++step) {
    const std::optional<sys_days> found = of_year(this_year + date::years{step});
    if (!found) continue;
    if (*found <= now) past = found;
    if (*found >= now && !ahead) ahead = found;
  }
  if (!past || !ahead) return past ? past : ahead;
  if (*past == *ahead) return past;
  if (shift && *shift < 0) return past;
  if (shift && *shift > 0) return ahead;
  if (shift) return date::year_month_day{*past}.year() == this_year ? past : ahead;
  if (direction == Direction::past) return past;
  if (direction == Direction::future) return ahead;
  return *ahead - now < now - *past ? ahead : past;
}

template <class OfYear>
std::optional<Moment> yearly_day(std::optional<int> year, std::optional<int> shift,
                                 const TimexReading& reading, OfYear of_year) {
  if (year && (*year < 1 || *year > 9999)) return std::nullopt;
  const bool placed = year || reading.now;
  const std::optional<sys_days> found =
      year          ? of_year(date::year{*year})
      : reading.now ? of_some_year(*reading.now, shift, reading.look.direction, of_year)
                    : of_year(date::year{2000});
  if (!found) return std::nullopt;
  Moment moment = moment_of(Grain::day, *found);
  moment.placed = placed;
  return moment;
}

std::optional<int> year_of(const DateCaptures& words) { return words.number("year"); }

}  // namespace

std::optional<Moment> holiday_moment(std::string_view name, std::optional<int> year,
                                     std::optional<int> shift, const TimexReading& reading) {
  return yearly_day(year, shift, reading, [&](date::year y) { return holiday(name, y); });
}

std::optional<TimexValue> read_holiday(const DateCaptures& words, const TimexReading& reading) {
  auto moment = holiday_moment(words.argument(0), year_of(words), words.number("near"), reading);
  if (!moment) return std::nullopt;
  return calendar_value(words, reading, std::move(*moment));
}

std::optional<TimexValue> read_weekday_of_month(const DateCaptures& words,
                                                const TimexReading& reading) {
  const auto weekday = words.number("weekday");
  const auto month = words.number("month");
  const bool last = words.argument(0) == "last";
  const auto ordinal = words.number("ordinal");
  if (!weekday || !month || (!last && (!ordinal || *ordinal < 1 || *ordinal > 5)))
    return std::nullopt;
  const date::weekday named{static_cast<unsigned>(*weekday % 7)};
  const date::month of{static_cast<unsigned>(*month)};
  auto moment = yearly_day(year_of(words), words.number("near"), reading,
                           [&](date::year y) -> std::optional<sys_days> {
                             if (last) return sys_days{y / of / named[date::last]};
                             const auto nth = y / of / named[static_cast<unsigned>(*ordinal)];
                             return nth.ok() ? std::optional(sys_days{nth}) : std::nullopt;
                           });
  // Which day of the month it is depends on the year.
  if (!moment || !moment->placed) return std::nullopt;
  return calendar_value(words, reading, std::move(*moment));
}

}  // namespace annals
