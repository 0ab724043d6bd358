#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "graph/event_date.h"
#include "ingest/dates/time_words.h"
#include "ingest/dates/timex.h"
#include "ingest/dates/timex_calendar.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// Two events of a sentence that lie a said time apart: "came two days after militants killed ...".
struct TimeStep {
  std::int32_t main = -1;   ///< "came"
  std::int32_t other = -1;  ///< "killed": what stands behind "after" or "before"
  Grain grain = Grain::day;
  int count = 0;  ///< how many units `main` lies behind `other`; below 0 for "before", 0 for hours
};

/// The steps of a sentence in the order of its words. Rough ones ("less than a week after") and
/// such of unknown length ("days after") are no steps.
[[nodiscard]] std::vector<TimeStep> time_steps(const Sentence& sentence,
                                               std::span<const TimexMention> timexes,
                                               const TimeWords& words);

/// The time `count` units from `date`; nothing when `date` is too wide for the unit to tell.
[[nodiscard]] std::optional<EventDate> stepped(const EventDate& date, Grain grain, int count);

/// A word and how long what it tells of lasts: "a five-day visit", "will stay for three days".
struct Stay {
  std::int32_t word = -1;
  date::days length{};
};

/// The visits and the like of a sentence that last a told number of days or weeks, of a month at
/// most, in the order of its words.
[[nodiscard]] std::vector<Stay> stays(const Sentence& sentence,
                                      std::span<const TimexMention> timexes,
                                      const TimeWords& words);

/// The days that a length counts from the publication day: the seven up to it for "in the past
/// week", the seven after it for "will resume within a week", the day itself for "will resume in
/// three days". Nothing for other lengths, and for records ("the first visit in ten years").
[[nodiscard]] std::optional<EventDate> days_of_length(const Sentence& sentence,
                                                      const TimexMention& length,
                                                      const TimeWords& words,
                                                      std::optional<date::sys_days> now);

}  // namespace annals
