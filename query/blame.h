#pragma once

#include <vector>

#include "graph/store.h"

namespace annals {

/// The accusations that articles tell right behind an attack and that blame somebody for it: "U.S.
/// officials blamed those attacks on the Haqqani network". Sorted.
[[nodiscard]] std::vector<EventId> blamed_for(const Store& store, const Event& attack);

}  // namespace annals
