#pragma once

#include <vector>

#include "link/linked_telling.h"

namespace annals {

/// Gives an event the date that its tellings jointly allow, with basis and reason; days in words
/// that others rule out become contested. Of contested dates the event has the one that most
/// independent texts allow, of equals the narrowest.
void join_dates(Event& event, const std::vector<const LinkedTelling*>& tellings);

}  // namespace annals
