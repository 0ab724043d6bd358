#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "graph/article.h"
#include "ingest/pages/page_words.h"
#include "ingest/pages/stamps.h"

namespace annals {

/// Where a date was found; the first kind that has one decides.
enum class DateRank : std::uint8_t {
  labelled,   ///< "Posted June 3, 2011"
  dateline,   ///< "BEIJING, Nov. 9 (Xinhua) --"
  alone,      ///< before the text, without a label
  above,      ///< the same above the title, where some pages print the day on which they are read
  updated,    ///< labelled as the day of a change
  beside,     ///< alone on a line of the page right above its heading
  last_line,  ///< without a label behind the text
  address,    ///< of the page, or the file's own name
  nothing     ///< not to be believed
};

/// A date of a page that may be its day of publication.
struct PageDate {
  DateRank rank = DateRank::nothing;
  Stamp stamp;
  std::string_view words;  ///< of the article's text, url or path
};

/// The dates of an article's page outside of its body, captions and comments, in the order of the
/// text; then those of its address and of its file's own name. Requires blocks. Dates may lack a
/// year or be unreal.
[[nodiscard]] std::vector<PageDate> find_page_dates(const Article& article, const PageWords& words);

}  // namespace annals
