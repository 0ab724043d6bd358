#pragma once

#include <vector>

#include "ingest/events/events_match.h"

namespace annals {

/// Joins matches of one sentence that tell the same happening: "killed five in an attack on a
/// convoy", "shot and killed two men". The first keeps the place in the order and takes over what
/// the other knows more.
void join_tellings(const SentenceTree& tree, const EventRules& rules, std::vector<Match>& matches);

/// "rallied to demand the resignation of the president": what a protest demands or condemns is a
/// part of it, and whom it is demanded from is whom the protest is against.
void join_demands(const SentenceTree& tree, const EventRules& rules, std::vector<Match>& matches);

/// "rejected the request", "suspended the talks": what is answered or ended is told by the answer.
void drop_answered(const SentenceTree& tree, const EventRules& rules, std::vector<Match>& matches);

}  // namespace annals
