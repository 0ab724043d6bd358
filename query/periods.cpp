#include "query/periods.h"

#include <algorithm>
#include <iterator>

namespace annals {

using date::sys_days;

EventDate period_of(sys_days day, std::string_view unit) {
  const date::year_month_day ymd{day};
  if (unit == "day") return day_date(day);
  if (unit == "week") return week_date(day);
  if (unit == "month") return month_date(ymd.year() / ymd.month());
  if (unit == "year") return year_date(ymd.year());
  const unsigned first = (unsigned{ymd.month()} - 1) / 3 * 3 + 1;
  const date::year_month begin = ymd.year() / date::month{first};
  return {.first = sys_days{begin / 1},
          .last = sys_days{(begin + date::months{2}) / date::last},
          .precision = Precision::quarter};
}

bool is_period(std::string_view unit) {
  constexpr std::string_view units[] = {"day", "week", "month", "quarter", "year"};
  return std::find(std::begin(units), std::end(units), unit) != std::end(units);
}

}  // namespace annals
