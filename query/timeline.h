#pragma once

#include "query/answer.h"
#include "query/request.h"

namespace annals {

/// Events of the actors together, or of the window, in the order of time.
[[nodiscard]] Answer run_timeline(const Store& store, const Request& request);

}  // namespace annals
