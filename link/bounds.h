#pragma once

#include <span>
#include <vector>

#include "link/linked_telling.h"

namespace annals {

/// Gives years to months without one ("August this year" in an article without a date) from what
/// else the article tells: an event that a dated article dates. The reason is kept with the date.
///
/// An article cannot have appeared before what it tells as done. The latest such day is taken for
/// the time of which it speaks: "this year" is its year; a bare month is the last one up to that
/// day, when that is less than half a year before. `groups` are the tellings of each event. Returns
/// whether any date changed.
bool bound_dates(std::vector<LinkedTelling>& tellings,
                 const std::vector<std::vector<std::size_t>>& groups);

}  // namespace annals
