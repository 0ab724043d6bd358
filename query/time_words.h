#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "graph/event_date.h"
#include "query/words.h"

namespace annals {

/// A date and how many words it took.
struct TimeWords {
  EventDate date;
  std::size_t count = 0;
};

/// Reads the longest date at the start of `words`: EDTF ("2011-09-26", "2011-09", "2011"), "26
/// September 2011", "September 26, 2011", "September 2011", "early September 2011", "the last week
/// of 2011-09", "week of 2012-07-30", "summer 2011", "third quarter of 2011", "the 1990s", and,
/// counted from `today`, "today", "yesterday", "last month", "this year", "the last 30 days",
/// "Monday" (the latest one), "last Monday", "next Monday". Days without a year are
/// no date. Returns nothing when there is none.
[[nodiscard]] std::optional<TimeWords> find_time(std::span<const Word> words, date::sys_days today);

/// A month, or a day of it, and how many words it took.
struct MonthDay {
  date::month month{1};
  unsigned day = 0;  ///< 0 for the whole month
  std::size_t count = 0;
};

/// Reads "November", "last November", "November 8", "8th of November" at the start of `words`,
/// where no year is said.
[[nodiscard]] std::optional<MonthDay> find_month_day(std::span<const Word> words);

/// "September", "Sept", "sep"; never a quoted word.
[[nodiscard]] bool is_month_word(const Word& word);

}  // namespace annals
