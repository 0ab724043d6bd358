#pragma once

#include <optional>
#include <vector>

#include "graph/article.h"
#include "graph/event.h"
#include "ingest/actors/actors.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// Where the article was written, by its dateline ("ISLAMABAD, Pakistan (AP) --"); nothing when it
/// has none or names no known place.
[[nodiscard]] std::optional<Place> place_of_dateline(const Article& article,
                                                     const ActorLexicon& lexicon);

/// Gives events that name no place the place of the dateline: those that were "here", and deeds
/// that the first sentence tells of somebody of that country in the week before the article.
/// `mentions` are in the order of the text.
void place_by_dateline(const Article& article, const Analysis& analysis,
                       const std::vector<Actor>& actors, const ActorLexicon& lexicon,
                       std::vector<Mention>& mentions);

}  // namespace annals
