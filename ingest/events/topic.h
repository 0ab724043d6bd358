#pragma once

#include "ingest/rules/event_rules.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// True for an article about a game or a season: it attacks, defends, meets and beats in words that
/// mean something else. Asks for three different words of the list `@gamewords`, or two and a score
/// ("3-1"), and for one such word in 55; texts of less than 30 words are never about sport.
[[nodiscard]] bool is_about_sport(const Analysis& analysis, const EventRules& rules);

}  // namespace annals
