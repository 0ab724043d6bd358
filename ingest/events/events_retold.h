#pragma once

#include <span>
#include <vector>

#include "graph/actor.h"
#include "graph/article.h"
#include "graph/event.h"
#include "ingest/rules/event_rules.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// "Kasuri will visit Kabul ... he would discuss trade": gives meetings and visits of one known
/// participant those whom that participant meets or visits in earlier tellings that may be of the
/// same time. Nothing is added where the earlier tellings name people of several countries.
/// `mentions` are in the order of the text. Quadratic in their number.
void find_company(std::span<const Actor> cast, std::vector<Mention>& mentions);

/// "the guerrillas shot the judge ... the judge's murder", "police detained 24 students ... eight
/// more were arrested": violence done to a person, and arrests, are by those who did it in the
/// other tellings, where these agree. Quadratic as above.
void find_doers(std::span<const Actor> cast, std::vector<Mention>& mentions);

/// "troops killed two rebels ... three soldiers were wounded": fighters who were hurt by nobody in
/// particular were hurt by those whom their side fights in the article, where that is one side; so
/// are those whom fighters fight who are not told to fight anybody.
/// Quadratic as above.
void find_opponents(std::span<const Actor> cast, std::vector<Mention>& mentions);

/// "Two soldiers and five rebels died in the clash": both fought, and the first named is told to
/// have done so.
void part_fighters(const Article& article, const Analysis& analysis, std::span<const Actor> cast,
                   const EventRules& rules, std::vector<Mention>& mentions);

/// "Erekat condemned the attack": whoever attacked, when the violence told shortly before was all
/// of one side. Quadratic as above.
void find_culprits(const Article& article, std::span<const Actor> cast, const EventRules& rules,
                   std::vector<Mention>& mentions);

}  // namespace annals
