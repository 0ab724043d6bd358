#include "query/periods.h"

#include <algorithm>
#include <iterator>

namespace annals {
namespace {

constexpr std::string_view units[] = {"day", "week", "month", "quarter", "year"};

/// The unit of this name, for good; empty when there is none.
std::string_view known_unit(std::string_view name) {
  const auto* const at = std::find(std::begin(units), std::end(units), name);
  return at == std::end(units) ? std::string_view() : *at;
}

}  // namespace

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

bool is_period(std::string_view unit) { return !known_unit(unit).empty(); }

std::vector<std::string> period_words() {
  std::vector<std::string> words(std::begin(units), std::end(units));
  for (const std::string_view unit : units) words.push_back(std::string(unit) + "s");
  return words;
}

std::string_view period_unit(const Word& word) {
  std::string_view unit = word.folded;
  if (unit.ends_with('s')) unit.remove_suffix(1);
  return word.quoted ? std::string_view() : known_unit(unit);
}

}  // namespace annals
