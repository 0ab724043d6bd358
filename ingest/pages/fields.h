#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/article.h"

namespace annals {

/// Which of a record's fields is which of ours: id, date, title, text, url, source.
///
/// Knows the fields of trafilatura, news-please, cc_news and newspaper; `field_map` (ours ->
/// theirs) comes before those. Fields that tell when a page was fetched or changed are never dates
/// of publication.
class Fields {
 public:
  explicit Fields(const std::map<std::string, std::string>& field_map);

  /// Names of a record's field under which `ours` may stand, the likeliest first.
  [[nodiscard]] const std::vector<std::string>& names_of(std::string_view ours) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> names_;
};

/// Puts a field's value into the article. A date that is no ISO 8601 day stays in published_text
/// for find_published() to read. "None", "null" and "nan" count as empty.
void set_field(Article& article, std::string_view ours, std::string value);

/// The day of an ISO 8601 date with or without time, or of seconds or milliseconds since 1970;
/// nothing for other shapes.
[[nodiscard]] std::optional<date::sys_days> parse_field_day(std::string_view value);

}  // namespace annals
