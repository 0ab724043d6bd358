#pragma once

#include <vector>

#include "ingest/events/events_match.h"

namespace annals {

/// "was toppled in a U.S. invasion": who invaded toppled, and whom they toppled they invaded.
void share_sides(const SentenceTree& tree, const EventRules& rules, std::vector<Match>& matches);

/// Gives acts told in an adjunct to those that they are held against: "imposed sanctions on Iraq
/// after its invasion" tells of Iraq's invasion, whoever "its" was taken for.
void give_back_owners(const SentenceTree& tree, const EventRules& rules,
                      std::vector<Match>& matches);

}  // namespace annals
