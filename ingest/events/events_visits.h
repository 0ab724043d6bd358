#pragma once

#include <vector>

#include "graph/article.h"
#include "graph/event.h"
#include "ingest/actors/cast.h"

namespace annals {

/// Puts right the visits (CAMEO 042, and 036 ahead) of those who would visit their own country.
///
/// "The French minister spoke during a visit to the crisis-hit nation": not France, but the country
/// spoken of before it; nobody when there is none. Who "returned" to their own country visits
/// nobody, and the mention is left out.
void mend_visits(const Article& article, const Cast& cast, std::vector<Mention>& mentions);

}  // namespace annals
