#pragma once

#include "ingest/event_rules.h"
#include "ingest/sentence.h"

namespace annals {

/// True for an article about a game or a season: it attacks, defends, meets and beats in words that
/// mean something else. Asks for several different words of the list `@gamewords`, and for one in
/// fifty words; short texts are never about sport.
[[nodiscard]] bool is_about_sport(const Analysis& analysis, const EventRules& rules);

}  // namespace annals
