#pragma once

#include "graph/span.h"
#include "ingest/events/events_match.h"

namespace annals {

/// The bytes of the article that tell of a match, inside its sentence: from the first to the last
/// of its trigger, the words joined to it, the participants and objects within 16 words of it, and
/// what is said. Written words are not cut: "F-16" is three tokens.
[[nodiscard]] Span evidence_of(const SentenceTree& tree, const EventRules& rules,
                               const Match& match);

}  // namespace annals
