#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <date/date.h>

#include "graph/event_date.h"

namespace annals {

/// How much of the calendar a time takes.
enum class Grain : std::uint8_t {
  day,
  weekend,
  week,
  month,
  season,
  quarter,
  half,
  year,
  decade,
  century
};

/// Which way from the publication day an expression points.
enum class Direction : std::uint8_t { unknown, past, present, future };

/// A time of the calendar, known or waiting for its year.
struct Moment {
  Grain grain = Grain::day;
  date::sys_days
      first{};  ///< its first day; when not `placed`, month and day of it count, or the weekday
  bool placed = true;         ///< false: the year (or for a bare weekday the week) is not known
  bool weekday_only = false;  ///< not placed, and only the weekday is known
  bool blank = false;         ///< not placed, and nothing but the grain is known
  std::string clock;          ///< "TMO" or "T16:10"; empty when no time of day is given

  bool operator==(const Moment&) const = default;
};

/// The time that contains `day`.
[[nodiscard]] Moment moment_of(Grain grain, date::sys_days day);
/// Some time of this grain, of which nothing else is known: "XXXX-WXX".
[[nodiscard]] Moment blank_moment(Grain grain);
/// The one `steps` after that which contains `day`; nothing outside the years 1 to 9999.
[[nodiscard]] std::optional<Moment> moment_after(Grain grain, date::sys_days day, int steps);
/// Its last day. Requires moment.placed.
[[nodiscard]] date::sys_days last_of(const Moment& moment);

/// "1998-02-13", "1998-W07", "1998-W07-WE", "1998-Q1", "1998-SP", "199", "XXXX-08", "XXXX-WXX-4".
[[nodiscard]] std::string timex_value(const Moment& moment);
/// The days it takes; unknown when it is not placed.
[[nodiscard]] EventDate event_date(const Moment& moment);

/// `date` cut by what the words say of it ("early June" is June 1 to 10, "earlier this week" ends
/// at `now`). A day is never cut.
[[nodiscard]] EventDate cut_date(const EventDate& date, std::string_view mod, bool against_now,
                                 std::optional<date::sys_days> now);

/// The day of "christmas", "labor", "easter" and others in a year; nothing for another name.
[[nodiscard]] std::optional<date::sys_days> holiday(std::string_view name, date::year year);

}  // namespace annals
