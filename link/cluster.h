#pragma once

#include <vector>

#include "link/blocks.h"
#include "link/decisions.h"
#include "link/pairs.h"

namespace annals {

/// Groups of indices into `tellings`, each the tellings of one event, each sorted; the groups by
/// their first.
///
/// Tellings of one block are compared when their days can touch; the best agreeing are joined
/// first, and a group only grows while nothing in it speaks against the new part. Tellings with
/// vague dates come last, and join only when exactly one group fits. `tellings` must be sorted by
/// told_before(), and with each telling all those must be among them that it may be joined to:
/// link/reach.h.
[[nodiscard]] std::vector<std::vector<std::size_t>> cluster_tellings(
    const std::vector<const LinkedTelling*>& tellings, Blocks& blocks, LinkedArticles& articles,
    const ActorTable& actors, const Rulings& rulings);

}  // namespace annals
