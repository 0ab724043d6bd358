#pragma once

#include <span>
#include <vector>

#include "graph/actor.h"
#include "graph/article.h"
#include "graph/event.h"
#include "ingest/actors/actors.h"
#include "ingest/rules/event_rules.h"

namespace annals {

/// "Five men were arrested, police said", "troops searched the town ... 20 were detained": who
/// arrests and seizes where no doer is told. That is the force that says so, else the force that
/// does the like in the sentences around, or that of the country that alone uses force there;
/// courts never. So it is with curfews. `mentions` are in the order of the text and know who says
/// them. Quadratic in their number.
void find_custodians(const Article& article, std::span<const Actor> cast,
                     const ActorLexicon& lexicon, const EventRules& rules,
                     std::vector<Mention>& mentions);

}  // namespace annals
