#pragma once

#include "ingest/rules/event_rules.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// Slips of the parser that cost events, each with a shape that is hardly ever right as it stands.
/// Heads still form one tree afterwards.
void mend_phrases(Sentence& sentence, const EventRules& rules);

}  // namespace annals
