#pragma once

#include "query/select.h"

namespace annals {

/// Whether nobody in particular is meant: "people", "soldiers" of no country, an "Unspecified
/// Actor". Two who met "police" have met nobody in common.
[[nodiscard]] bool is_anybody(const Actor& actor);

/// Takes those who are nobody in particular out of the parties of the events, but for those that
/// the request names.
void leave_out_anybody(const Store& store, const Request& request, Selection& selection);

}  // namespace annals
