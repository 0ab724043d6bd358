#pragma once

#include <vector>

#include "link/compare.h"
#include "link/decisions.h"

namespace annals {

/// Groups of indices into `tellings`, each the tellings of one event, each sorted; the groups by
/// their first.
///
/// Tellings that share two actors (or one, and the day), are compared when their likely days touch;
/// the best agreeing are joined first, and a group only grows while nothing in it speaks against
/// the new part. Tellings with vague dates come last, and join only when exactly one group fits.
/// `tellings` must be sorted by told_before().
[[nodiscard]] std::vector<std::vector<std::size_t>> cluster_tellings(
    const std::vector<LinkedTelling>& tellings, const ActorTable& actors, const Rulings& rulings);

}  // namespace annals
