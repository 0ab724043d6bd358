#pragma once

#include <vector>

#include "ingest/events/events_match.h"
#include "ingest/rules/event_rules.h"
#include "ingest/trees/arguments.h"

namespace annals {

/// The frames of a verb by which something is said, one for each clause that it says: `ccomp` and
/// `comp` are that clause alone. Clauses are those that the verb governs, those coordinated with
/// them, and what one says that one thinks ("I think it is a mistake"). The frame itself, and
/// nothing else, for other verbs and for those that govern no clause. Never empty.
[[nodiscard]] std::vector<Frame> tellings_of(const SentenceTree& tree, const EventRules& rules,
                                             std::int32_t verb, const Frame& frame);

/// Tells once what somebody both thinks and says ("I think it is a mistake, he said"), and what he
/// says he will not do ("said it would not lift the ban"), as the word that has both sides does.
void drop_told_twice(const SentenceTree& tree, const EventRules& rules,
                     std::vector<Match>& matches);

}  // namespace annals
