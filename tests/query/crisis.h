#pragma once

#include <vector>

#include "graph/facts.h"
#include "graph/store.h"

namespace annals::test {

/// Five short articles on one crisis, written by hand with all that questions can be asked about:
/// planned, cancelled, alleged and denied events, vague dates, an undated article, two outlets that
/// disagree.
[[nodiscard]] std::vector<Facts> crisis_facts();

/// They, linked, in a store in memory.
[[nodiscard]] Store crisis_store();

}  // namespace annals::test
