#pragma once

#include <optional>
#include <vector>

#include "query/select.h"

namespace annals {

/// How many events of the selection each actor did, had done to it, or was in where no role is
/// given; most first. In events without a direction all took the same part.
[[nodiscard]] std::vector<Standing> by_part(const Store& store, const Selection& selection,
                                            std::optional<Role> role);

}  // namespace annals
