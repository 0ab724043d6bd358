#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/event_date.h"
#include "query/words.h"

namespace annals {

/// The period that holds `day`, by its unit: day, week (from Monday), month, quarter or year, which
/// other words are taken for.
[[nodiscard]] EventDate period_of(date::sys_days day, std::string_view unit);

/// Whether counts are split by this as by a stretch of days.
[[nodiscard]] bool is_period(std::string_view unit);

/// The words for all of them, one and several: PERIOD of usage lines.
[[nodiscard]] std::vector<std::string> period_words();

/// The unit that a word of a question tells: "day" of "day" and of "days"; empty for other words.
[[nodiscard]] std::string_view period_unit(const Word& word);

}  // namespace annals
