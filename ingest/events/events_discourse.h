#pragma once

#include <vector>

#include "graph/article.h"
#include "graph/event.h"
#include "ingest/actors/actors.h"
#include "ingest/actors/cast.h"
#include "ingest/rules/event_rules.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// Completes the events of an article, which are in the order of the text, by what it tells
/// elsewhere.
///
/// A rejection or an acceptance is given whom it answers; a visit without a destination the country
/// of the dateline; a telling that only points back ("his capture", "after it was attacked") the
/// date of the telling that has one (DateBasis::linked). A title that only tells what the body
/// tells is left out. Nothing is guessed where two answers would do. Quadratic in the events of
/// one article.
void complete_events(const Article& article, const Analysis& analysis, const Cast& cast,
                     const ActorLexicon& lexicon, const EventRules& rules,
                     std::vector<Mention>& mentions);

}  // namespace annals
