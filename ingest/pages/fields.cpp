#include "ingest/pages/fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "ingest/text/characters.h"

namespace annals {
namespace {

struct Known {
  const char* ours;
  std::vector<std::string> theirs;
};

const std::vector<Known>& known_fields() {
  static const std::vector<Known> known = {
      {"id", {"id", "_id", "doc_id", "docid", "article_id", "uuid", "guid", "fingerprint"}},
      {"date",
       {"date", "date_publish", "publish_date", "published", "datePublished", "date_published",
        "publishedAt", "published_at", "pubDate", "pub_date", "publication_date", "published_date",
        "created_at", "Date"}},
      {"title", {"title", "headline", "Title", "title_page"}},
      {"text",
       {"text", "maintext", "articleBody", "body", "content", "article_text", "full_text",
        "fulltext", "article", "story", "raw_text", "Text", "description"}},
      {"url", {"url", "link", "URL", "source_url", "canonical_link", "uri", "source"}},
      {"source",
       {"source-hostname", "sitename", "hostname", "source_domain", "domain", "publisher", "outlet",
        "publication", "newspaper", "source", "site", "source_name"}},
  };
  return known;
}

bool is_nothing(std::string_view value) {
  using namespace std::string_view_literals;
  static constexpr std::array nothings = {""sv,     "None"sv, "none"sv, "null"sv,
                                          "NULL"sv, "nan"sv,  "NaN"sv,  "N/A"sv};
  return value.size() <= 4 && std::find(nothings.begin(), nothings.end(), value) != nothings.end();
}

/// "1970-01-01T00:00:00Z" and "0001-01-01": what programs write that know no day.
bool is_unset_clock(date::sys_days day, std::string_view value) {
  const date::year_month_day civil{day};
  if (civil.year() < date::year{1400}) return true;
  return day == date::sys_days{} && value.size() > 10;
}

/// trafilatura calls the address "source".
bool is_address(std::string_view value) {
  return value.find("://") != std::string_view::npos || value.starts_with("www.");
}

}  // namespace

Fields::Fields(const std::map<std::string, std::string>& field_map) {
  for (const auto& [ours, theirs] : known_fields()) {
    auto& names = names_[ours];
    if (const auto mapped = field_map.find(ours); mapped != field_map.end()) {
      names = {mapped->second};
    } else {
      names = theirs;
    }
  }
}

const std::vector<std::string>& Fields::names_of(std::string_view ours) const {
  return names_.find(ours)->second;
}

std::optional<date::sys_days> parse_field_day(std::string_view value) {
  if (value.size() >= 10 && (value.size() == 10 || !is_digit(value[10]))) {
    if (const auto day = parse_day(value.substr(0, 10))) return day;
  }
  if (value.size() == 8 || (value.size() > 8 && value[8] == 'T'))
    return parse_day(value.substr(0, 8));
  const auto digits = value.substr(0, value.find('.'));
  if (digits.size() != 9 && digits.size() != 10 && digits.size() != 13) return std::nullopt;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  if (error != std::errc{} || end != digits.data() + digits.size() || seconds < 0)
    return std::nullopt;
  if (digits.size() == 13) seconds /= 1000;
  return date::floor<date::days>(date::sys_seconds{std::chrono::seconds{seconds}});
}

void set_field(Article& article, std::string_view ours, std::string value) {
  if (is_nothing(value)) return;
  std::replace(value.begin(), value.end(), '\0', ' ');
  if (ours == "id") {
    article.name = std::move(value);
  } else if (ours == "title") {
    article.title = std::move(value);
  } else if (ours == "text") {
    article.text = std::move(value);
  } else if (ours == "url") {
    if (is_address(value)) article.url = std::move(value);
  } else if (ours == "source") {
    if (!is_address(value)) article.source = std::move(value);
  } else if (ours == "date") {
    const auto day = parse_field_day(value);
    if (day && !is_unset_clock(*day, value)) article.published = day_date(*day);
    article.published_basis = PublishedBasis::metadata;
    article.published_text = std::move(value);
  }
}

}  // namespace annals
