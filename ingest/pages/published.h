#pragma once

#include <string>

#include "graph/article.h"
#include "ingest/pages/page_words.h"

namespace annals {

/// Finds the day of publication: fills `published`, `published_basis` and `published_text`, unless
/// the file's fields or an option did; a field in UTC yields to a stamp of the day before or after,
/// for the printed day counts. Requires blocks.
///
/// In this order: a labelled stamp ("Posted June 3rd, 2011"), a dateline with its date ("BEIJING,
/// Nov. 9, 2006 (Xinhua) --"), a date alone among the first lines, the last line of agency copy, a
/// day in the address or the file's name. The printed day counts, without conversion between zones.
/// Never a file's time stamp, never a date out of the body, a caption or a comment. A dateline
/// without a year takes it from elsewhere on the page or gives nothing.
///
/// Returns what speaks against the date ("Monday, June 3, 2011 was a Friday"), or "".
std::string find_published(Article& article, const PageWords& words);

}  // namespace annals
