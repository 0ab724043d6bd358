#pragma once

#include "ingest/rules/event_rules.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// Clauses that hang on the wrong noun, or whose pronoun is taken for something else:
///  - "told reporters in Gaza he would resign": as reporters, or a Gaza, of some kind;
///  - "the agreement that the two reached": as an agreement that they reached something;
///  - "charges that the president broke rules": as charges that are broken;
///  - "a raid in the city of Goma last night that killed ten": as a city or a night that kills;
///  - "a meeting with John Smith, who arrived": as a meeting that arrives;
///  - "moved men to Chad, which promised to try them": as men who promise;
///  - "the union, which last year signed a treaty": as a year that signs.
/// Heads still form one tree afterwards.
void mend_relatives(Sentence& sentence, const EventRules& rules);

}  // namespace annals
