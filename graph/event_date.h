#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <date/date.h>

namespace annals {

/// How finely a date is known. The words of format_precision() are part of the JSON contract.
enum class Precision : std::uint8_t {
  day,
  week,  ///< Monday to Sunday, as ISO 8601 counts weeks
  month,
  season,
  quarter,
  year,
  interval,  ///< some other range of days: a decade, "early June", "between 2 and 5 May"
  before,    ///< up to and including `last`; `first` is first_day
  after,     ///< from `first` on, included; `last` is last_day
  unknown,   ///< no year is known; `month` and `day` may be
};

/// The first and the last day that Annals can hold: 0001-01-01 and 9999-12-31.
inline constexpr date::sys_days first_day{date::year{1} / 1 / 1};
inline constexpr date::sys_days last_day{date::year{9999} / 12 / 31};

/// A date as precisely as its text gives it.
///
/// Covers the whole days from `first` to `last`, both included: "November 1985" is 1985-11-01 to
/// 1985-11-30 at Precision::month. Proleptic Gregorian calendar, no time zone. first <= last.
/// A default EventDate is unknown: every day is possible.
struct EventDate {
  date::sys_days first = first_day;
  date::sys_days last = last_day;
  Precision precision = Precision::unknown;
  bool approximate = false;  ///< "about", "nearly": the days are a centre, not a border
  std::uint8_t month = 0;    ///< 1..12 when precision is unknown and the text names a month, else 0
  std::uint8_t day = 0;      ///< 1..31 when precision is unknown and the text names a day, else 0

  auto operator<=>(const EventDate&) const = default;
};

[[nodiscard]] EventDate day_date(date::sys_days day);
/// The ISO week (Monday to Sunday) that `day` falls in.
[[nodiscard]] EventDate week_date(date::sys_days day);
/// Requires month.ok().
[[nodiscard]] EventDate month_date(date::year_month month);
[[nodiscard]] EventDate year_date(date::year year);
/// Requires first <= last.
[[nodiscard]] EventDate interval_date(date::sys_days first, date::sys_days last);
[[nodiscard]] EventDate before_date(date::sys_days last);
[[nodiscard]] EventDate after_date(date::sys_days first);

/// Reads EDTF: `2011`, `2011-09`, `2011-09-26`, seasons `2011-21`..`24`, quarters `2011-33`..`36`,
/// halves `2011-40`, `41`, decades `199X`, `2011-09-XX`, `a/b`, `../b`, `a/..`, `XXXX-08`,
/// `XXXX-08-13`, each point with a trailing `~`, `?` or `%`. Seven days from Monday to Sunday are
/// read as Precision::week. "" is unknown. Returns nothing when `text` has another shape, names no
/// real day ("2011-02-30"), or ends before it begins. Source: ISO 8601-2:2019 (EDTF levels 0 and 1;
/// quarters and halves of level 2).
[[nodiscard]] std::optional<EventDate> parse_edtf(std::string_view text);

/// Writes what parse_edtf() reads back equal. A week is written as its interval of days, for EDTF
/// has no weeks; a wholly unknown date is "".
[[nodiscard]] std::string format_edtf(const EventDate& date);

/// `2011-09-26`. Requires a day from first_day to last_day.
[[nodiscard]] std::string format_day(date::sys_days day);
/// Reads `2011-09-26` and `20110926`; nothing for other shapes and unreal days.
[[nodiscard]] std::optional<date::sys_days> parse_day(std::string_view text);

[[nodiscard]] std::string_view format_precision(Precision precision);
[[nodiscard]] std::optional<Precision> parse_precision(std::string_view word);

/// A range of days that a question asks about, both ends included. The default is all time.
struct Window {
  date::sys_days first = first_day;
  date::sys_days last = last_day;

  bool operator==(const Window&) const = default;
};

/// Some day of `date` lies in `window`: the event may have happened in it.
[[nodiscard]] bool overlaps(const EventDate& date, const Window& window);
/// Every day of `date` lies in `window`: if it happened, it happened in it.
[[nodiscard]] bool inside(const EventDate& date, const Window& window);

}  // namespace annals
