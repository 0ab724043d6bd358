#pragma once

#include <vector>

#include "graph/event.h"
#include "ingest/actors/actors.h"
#include "ingest/trees/clause_words.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// "Egypt said in a statement ... The statement urged Libya": what a document asks, praises or
/// blames is done by whoever issued it in one of the three sentences before. Only acts of saying
/// without a source are given one.
void find_authors(const Analysis& analysis, const Cast& cast, const ClauseWords& words,
                  std::vector<Mention>& mentions);

}  // namespace annals
