#pragma once

#include <functional>
#include <optional>

#include "ingest/events/events_match.h"

namespace annals {

/// What the search for participants asks of the matcher.
struct SideAsks {
  std::function<Frame(std::int32_t token)> frame_of;
  std::function<std::optional<Match>(std::int32_t token)> event_at;
};

/// Fills who did it and to whom: what stands in the slots of `rule`, the best slot first, then what
/// the tree hung elsewhere. `match` has its trigger and its frame.
void fill_sides(const EventRule& rule, Match& match, const SentenceTree& tree,
                const SentenceActors& actors, const EventRules& rules, const SideAsks& asks);

}  // namespace annals
