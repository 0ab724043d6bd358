#pragma once

#include <optional>
#include <string_view>

#include "graph/event.h"
#include "ingest/actors/actors.h"
#include "ingest/events/events_match.h"

namespace annals {

/// Where the event was, as its clause says: "in Karachi", "near the border town of Spin Boldak";
/// nothing when the clause names no known place.
[[nodiscard]] std::optional<Place> find_event_place(const SentenceTree& tree,
                                                    const SentenceActors& actors,
                                                    const ActorLexicon& lexicon, const Match& match,
                                                    std::string_view text);

}  // namespace annals
