#pragma once

#include <vector>

#include "link/linked_telling.h"

namespace annals {

/// The event that `tellings` jointly tell of. Requires at least one; the order does not matter.
///
/// Its id comes from the telling that is first, so that later articles leave it. Its date is what
/// the tellings jointly allow, an expression of time counting for more than what was derived; its
/// place, counts and status are those of most independent texts. Where tellings differ, all values
/// are kept as contested.
[[nodiscard]] Event merge_tellings(std::vector<const LinkedTelling*> tellings,
                                   const ActorTable& actors);

}  // namespace annals
