#pragma once

#include "query/answer.h"
#include "query/request.h"

namespace annals {

/// Who did it to whom, oldest first; what did not happen stands apart.
[[nodiscard]] Answer run_who(const Store& store, const Request& request);
/// Whether one actor did it to another.
[[nodiscard]] Answer run_did(const Store& store, const Request& request);

}  // namespace annals
