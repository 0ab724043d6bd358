#pragma once

#include "ingest/rules/event_rules.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// Phrases with "by" that the parser hung elsewhere:
///  - "was ousted by invading troops": as ousted by invading the troops;
///  - "made the offer ahead of a visit by the minister": as made by the minister.
/// Heads still form one tree afterwards.
void mend_agents(Sentence& sentence, const EventRules& rules);

}  // namespace annals
