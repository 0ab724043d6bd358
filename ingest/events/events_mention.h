#pragma once

#include <cstdint>
#include <span>

#include "graph/actor.h"
#include "graph/article.h"
#include "graph/event.h"
#include "ingest/dates/event_dates.h"
#include "ingest/events/events_match.h"
#include "ingest/rules/event_rules.h"

namespace annals {

/// A mention with what it has of its article, rule, sentence and trigger; the rest is to be added.
[[nodiscard]] Mention begun_mention(const Article& article, const SentenceTree& tree,
                                    const EventRule& rule, std::int32_t trigger);

/// Gives a mention the date, its basis and its words.
void set_dated(const Article& article, const DatedBy& dated, Mention& mention);

/// Brings the participants into the order of the text.
void order_participants(Mention& mention);

/// Gives a mention that has all else its confidence and its id.
void close_mention(const SentenceTree& tree, const EventRule& rule, const Match& match,
                   std::span<const Actor> cast, Mention& mention);

}  // namespace annals
