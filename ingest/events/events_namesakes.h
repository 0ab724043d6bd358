#pragma once

#include <vector>

#include "graph/event.h"
#include "ingest/actors/actors.h"
#include "ingest/actors/cast.h"

namespace annals {

/// Many towns have one name. An event in a town that stands in a country of which the article does
/// not speak is in its namesake in the country of which it speaks most; where there is none, and
/// the town is not known the world over (50,000 people), no more than its name is said.
void settle_namesakes(const Cast& cast, const ActorLexicon& lexicon,
                      std::vector<Mention>& mentions);

}  // namespace annals
