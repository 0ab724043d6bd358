#pragma once

#include <vector>

#include "graph/facts.h"
#include "ingest/dates/date_rules.h"
#include "ingest/pages/page_words.h"

namespace annals {

/// The dates of an article's datelines and bylines as time expressions, in the order of the text:
/// "Mon Jul 30, 2012 6:03pm EDT" is the TIME 2012-07-30T18:03, "BEIJING, Nov. 9 (Xinhua) --" holds
/// a DATE. A day without a year is the one nearest to the publication day. Requires blocks.
///
/// They date the article, and no event: dating does not read them.
[[nodiscard]] std::vector<Timex> find_dateline_times(const Article& article, const DateRules& rules,
                                                     const PageWords& words);

}  // namespace annals
