#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <date/date.h>

#include "graph/span.h"
#include "ingest/pages/page_words.h"

namespace annals {

/// Which of day and month people of some place write first in figures.
enum class DayOrder : std::uint8_t { unknown, day_first, month_first };

/// A calendar date printed in words or figures, with what stands around it: "Mon Jul 30, 2012
/// 6:03pm EDT".
struct Stamp {
  Span span;                       ///< weekday, date, time and zone
  std::optional<date::year> year;  ///< none for "Nov. 9"
  date::month month{1};            ///< as printed first, when `ambiguous`
  date::day day{1};
  std::optional<date::weekday> weekday;  ///< as printed
  bool ambiguous = false;                ///< "03/06/2011" may be 3 June or 6 March; kept as 3 June
  bool has_time = false;
  DayOrder order = DayOrder::unknown;  ///< what its time zone or its own figures tell

  /// The day, when the year is known and the date is real.
  [[nodiscard]] std::optional<date::sys_days> date() const;
};

/// Finds the dates of a line, in order and not overlapping. Only the first 400 bytes are read.
///
/// Reads every order of a month's name, day and year ("June 3rd, 2011", "Fri, 03 Jun 2011",
/// "3-Jun-11"), figures
/// ("2011-06-03T16:10:00Z", "03/06/2011", "3.6.11", "20110603") and the date of the shell ("Fri Jun
/// 3 16:10:00 PKT 2011"). Two figures of a year mean 1969 to 2068. Unreal dates (31 February) are
/// given too; Stamp::date() is empty. A month and a day without a year count only when the month is
/// written in letters.
[[nodiscard]] std::vector<Stamp> find_stamps(std::string_view line, const PageWords& words);

}  // namespace annals
