#pragma once

#include "graph/article.h"
#include "graph/event.h"
#include "ingest/events/events_match.h"
#include "ingest/trees/sentence_tree.h"

namespace annals {

/// Brings the date and the status of a mention together, which were read apart: what is dated after
/// its article has not happened, what lies ahead only by its surroundings is of before or may come,
/// what stands beside a plan and is dated before the article was not planned, and the weekday of
/// what one agrees to do is a coming one. Nothing changes where the article has no date.
void settle(const Article& article, const SentenceTree& tree, const EventRules& rules,
            const Match& match, Mention& mention);

}  // namespace annals
