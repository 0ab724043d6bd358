#include "ingest/dates/timex_actions.h"

namespace annals {

using date::sys_days;

std::optional<TimexValue> read_quarter(const DateCaptures& words, const TimexReading& reading) {
  const bool half = words.argument(0) == "half" || words.argument(0) == "half-said";
  const Grain grain = half ? Grain::half : Grain::quarter;
  const std::string how = words.argument(0);
  if (how == "said" || how == "year-ago") {  // "the quarter", "the year-ago quarter"
    std::optional<Moment> moment = reading.quarter;
    if (!moment)
      moment =
          reading.now ? moment_after(grain, *reading.now, -1) : std::optional(blank_moment(grain));
    if (how == "year-ago" && moment && moment->placed) {
      moment = moment_after(moment->grain, moment->first, moment->grain == Grain::half ? -2 : -4);
    }
    if (!moment) return std::nullopt;
    if (const auto y = words.number("year"); y && moment->placed) {
      const auto at = date::year_month_day{moment->first};
      moment = moment_of(moment->grain, sys_days{date::year{*y} / at.month() / 1});
    }
    return calendar_value(words, reading, *moment);
  }
  auto number = words.number("ordinal");
  if (words.argument(1) == "2") number = 2;
  if (!number || *number < 1 || *number > (half ? 2 : 4)) return std::nullopt;
  const auto first_month = date::month{static_cast<unsigned>((*number - 1) * (half ? 6 : 3) + 1)};
  std::optional<int> y = words.number("year");
  if (const auto near = words.number("near"); near && !y && reading.now) {
    y = int{date::year_month_day{*reading.now}.year()} + *near;
  }
  if (!y && reading.now) {
    const int this_year = int{date::year_month_day{*reading.now}.year()};
    y = this_year;
    const sys_days start{date::year{this_year} / first_month / 1};
    if (start > *reading.now && reading.look.direction != Direction::future) y = this_year - 1;
  }
  if (!y || how == "year-before") {
    if (!y) {
      Moment moment = moment_of(grain, sys_days{date::year{2000} / first_month / 1});
      moment.placed = false;
      return calendar_value(words, reading, moment);
    }
    y = *y - 1;
  }
  if (*y < 1 || *y > 9999) return std::nullopt;
  return calendar_value(words, reading,
                        moment_of(grain, sys_days{date::year{*y} / first_month / 1}));
}

}  // namespace annals
