#pragma once

#include <string_view>
#include <vector>

#include "graph/event.h"
#include "ingest/events/events_match.h"
#include "ingest/gazetteer/gazetteer.h"
#include "ingest/rules/event_rules.h"

namespace annals {

/// The numbers that the clause of an event gives, with their words ("at least four", "up to
/// $50,000"): killed, wounded, hostages, detained, deported, seized, released, troops, missiles,
/// people and money, whose currencies the gazetteer knows. Each kind once, the first that the text
/// gives. `rule` is the one that told the event of `match`.
[[nodiscard]] std::vector<Count> find_counts(const SentenceTree& tree, const EventRules& rules,
                                             const Gazetteer& gazetteer, const EventRule& rule,
                                             const Match& match, std::string_view text);

}  // namespace annals
