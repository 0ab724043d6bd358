#pragma once

#include <memory>

#include "graph/kv.h"

namespace annals {

/// A Kv in memory, for tests and for stores that need not last. A snapshot copies everything;
/// backup() throws.
[[nodiscard]] std::unique_ptr<Kv> make_map_kv();

}  // namespace annals
