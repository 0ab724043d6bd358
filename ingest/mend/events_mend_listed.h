#pragma once

#include "ingest/rules/event_rules.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// "Forces raided stations, seized equipment and detained journalists", read as a list of things
/// raided: behind a comma or "and" a participle that agrees with the verb above is a verb of the
/// same subject, and the noun that it seemed to describe its object. Only verbs that may tell of an
/// event are raised, and none that often is a mere quality (`@growing`: "rising prices"). Heads
/// still form one tree afterwards.
void mend_listed(Sentence& sentence, const EventRules& rules);

}  // namespace annals
