#pragma once

#include "ingest/rules/event_rules.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// Verbs, subjects and objects that hang on a neighbour of the word they belong to:
///  - "rejected the changes as cosmetic and called for a vote": as calling beside "cosmetic";
///  - "may ask for aid and press for talks": as a press beside a participle;
///  - "after militants crossed the border and attacked": as militants who are crossed;
///  - "after an agreement reached with the rebels": as reaching an agreement;
///  - "deal with the group and the Swedes have offered talks": as dealing with the Swedes.
/// Heads still form one tree afterwards.
void mend_attachments(Sentence& sentence, const EventRules& rules);

}  // namespace annals
