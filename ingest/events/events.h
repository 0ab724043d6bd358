#pragma once

#include <vector>

#include "graph/article.h"
#include "graph/event.h"
#include "ingest/actors/actors.h"
#include "ingest/actors/cast.h"
#include "ingest/dates/event_dates.h"
#include "ingest/rules/event_rules.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// The events that an article tells: who did what to whom, when and where, whether it happened, and
/// who says so.
///
/// Reads the trees of the title, body and captions with the rules. A word fires at most one rule;
/// words that tell of the same happening in one clause are told as one. Participants are actors of
/// the cast; a side that the text does not name is empty. Mentions are in the order of the text,
/// their ids are set, and every actor they name is in the cast. Pure: the same input gives the same
/// mentions on any thread. Linear in the number of words.
[[nodiscard]] std::vector<Mention> find_events(const Article& article, const Analysis& analysis,
                                               const Cast& cast, const Dating& dating,
                                               const ActorLexicon& lexicon,
                                               const EventRules& rules);

}  // namespace annals
