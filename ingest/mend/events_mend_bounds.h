#pragma once

#include "ingest/rules/event_rules.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// Words that the tree hangs on the wrong one of two clauses:
///  - "has Bush urged", with the subject on the auxiliary;
///  - "sent a team, led by Diaz, to Havana": as led to Havana;
///  - "one was killed and seven captured by troops": as seven that were killed;
///  - "rebels killed ten, the army said": as rebels who said so;
///  - "said it amounted to blackmail and warned that": as blackmail that warns;
///  - "said Iran had won, rejecting the charge": as Iran that rejects it;
///  - "fired on men leaving a mosque, killing two": as men who kill; "exploded where they will
///  meet, killing two";
///  - "condemned a decision to free them": as one who condemns in order to free;
///  - "met visiting Foreign Minister Li", "talks with visiting envoys", "Visiting President Li
///  said": as ones who met, talk or speak and visit;
///  - "followers of the president, six of whom were jailed": as six presidents.
/// Heads still form one tree afterwards.
void mend_bounds(Sentence& sentence, const EventRules& rules);

}  // namespace annals
