#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/events/events_actors.h"
#include "ingest/rules/event_rules.h"

namespace annals {

/// A word that tells of an event, the rule that says so, and who takes part.
struct Match {
  std::int32_t trigger = 0;
  std::uint32_t rule = 0;
  Frame frame;
  std::vector<FoundActor> sources;  ///< all participants where the rule is symmetric
  std::vector<FoundActor> targets;
  bool merged = false;       ///< another word tells the same
  bool near_target = false;  ///< the targets stand in no slot: the nearest actors were taken
  std::vector<std::int32_t> joined;  ///< the other words that tell the same
};

/// The events of one sentence by the rules alone, in the order of their triggers. Words that tell
/// the same happening in one clause are joined.
[[nodiscard]] std::vector<Match> find_matches(const SentenceTree& tree,
                                              const SentenceActors& actors,
                                              const EventRules& rules);

/// The event of one word alone, by the rules; nothing when it tells none.
[[nodiscard]] std::optional<Match> find_match(const SentenceTree& tree,
                                              const SentenceActors& actors, const EventRules& rules,
                                              std::int32_t at);

}  // namespace annals
