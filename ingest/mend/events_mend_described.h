#pragma once

#include "ingest/rules/event_rules.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// "A former soldier, Khan led a party", read as two who lead: what opens the sentence says who the
/// one behind the comma is. Heads still form one tree afterwards.
void mend_described(Sentence& sentence, const EventRules& rules);

}  // namespace annals
