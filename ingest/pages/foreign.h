#pragma once

#include "graph/article.h"
#include "ingest/pages/page_words.h"

namespace annals {

/// True when the title, body and captions of `article` are plainly not in the language of `words`:
/// most letters belong to other scripts, or the small words of other languages (PageWord::foreign)
/// outnumber those of this one (PageWord::common) two to one. Short texts, lists, tables and code
/// have few of either and are not plainly anything. Reads the first 20,000 bytes of these blocks.
[[nodiscard]] bool is_foreign(const Article& article, const PageWords& words);

}  // namespace annals
