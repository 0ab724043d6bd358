#pragma once

#include <vector>

#include "graph/span.h"
#include "ingest/events/events_match.h"

namespace annals {

/// The clause that tells of a match, in brief: its own words in the order in which they are read,
/// the subject first, without what is only said in passing (relative clauses, other clauses that
/// "and" joins, asides, days). "a truce that the rebels had declared" gives "the rebels", "had
/// declared", "a truce".
///
/// A pronoun of one who takes part is the fuller name that the sentence has for it, wherever that
/// stands. Bytes of the article inside the sentence. Empty when no clause
/// with a subject and a finite verb tells it, or when one of those who take part is not named in
/// it.
[[nodiscard]] std::vector<Span> brief_of(const SentenceTree& tree, const SentenceActors& actors,
                                         const EventRules& rules, const Match& match,
                                         Status status);

}  // namespace annals
