#pragma once

#include "graph/article.h"
#include "ingest/pages/page_words.h"
#include "ingest/pages/readers.h"

namespace annals {

/// Makes an article ready for extract(): labels its blocks and dates it. Pure; any thread.
[[nodiscard]] Article prepare(Article article, const PageWords& words);

/// The same, and tells `problem` (as warnings) what is doubtful: a stamp that contradicts its
/// weekday.
[[nodiscard]] Article prepare(Article article, const PageWords& words, const TakeProblem& problem);

}  // namespace annals
