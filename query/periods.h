#pragma once

#include <string_view>

#include "graph/event_date.h"

namespace annals {

/// The period that holds `day`, by its unit: day, week (from Monday), month, quarter or year, which
/// other words are taken for.
[[nodiscard]] EventDate period_of(date::sys_days day, std::string_view unit);

/// Whether counts are split by this as by a stretch of days.
[[nodiscard]] bool is_period(std::string_view unit);

}  // namespace annals
