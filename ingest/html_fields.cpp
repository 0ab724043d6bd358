#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "ingest/characters.h"
#include "ingest/fields.h"
#include "ingest/html.h"

namespace annals {
namespace {

using nlohmann::json;

std::string squeezed(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

void set_if_empty(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

void set_date(Article& article, std::string value) {
  if (!article.published_text.empty() || value.empty()) return;
  set_field(article, "date", std::move(value));
}

/// "NewsArticle", "ReportageNewsArticle", "BlogPosting" ...
bool is_article_type(const json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  const auto fits = [](const json& name) {
    if (!name.is_string()) return false;
    const auto& word = name.get_ref<const std::string&>();
    return word.ends_with("Article") || word.ends_with("Posting") || word == "Report" ||
           word == "AnalysisNewsArticle";
  };
  if (type->is_array()) return std::any_of(type->begin(), type->end(), fits);
  return fits(*type);
}

std::string text_in(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return {};
  if (found->is_string()) return squeezed(found->get_ref<const std::string&>());
  if (found->is_array() && !found->empty() && found->front().is_string())
    return found->front().get<std::string>();
  if (found->is_object()) return text_in(*found, found->contains("name") ? "name" : "@id");
  return {};
}

/// Reads the first article among the objects of a JSON-LD script. Source:
/// https://schema.org/NewsArticle
void read_linked_data(const std::string& script, Article& article) {
  const json root = json::parse(script, nullptr, false);
  if (root.is_discarded()) return;
  std::vector<const json*> waiting = {&root};
  for (int steps = 0; !waiting.empty() && steps < 1000; ++steps) {
    const json& here = *waiting.back();
    waiting.pop_back();
    if (here.is_array()) {
      for (auto item = here.rbegin(); item != here.rend(); ++item) waiting.push_back(&*item);
    }
    if (!here.is_object()) continue;
    if (is_article_type(here)) {
      set_date(article, text_in(here, "datePublished"));
      set_if_empty(article.title, text_in(here, "headline"));
      set_if_empty(article.source, text_in(here, "publisher"));
      const std::string url = text_in(here, "url");
      if (url.starts_with("http")) set_if_empty(article.url, url);
      return;
    }
    for (const char* key : {"mainEntity", "@graph"}) {
      if (const auto inner = here.find(key); inner != here.end()) waiting.push_back(&*inner);
    }
  }
}

constexpr std::array date_names = {"article:published_time",
                                   "og:article:published_time",
                                   "datepublished",
                                   "article:published",
                                   "og:published_time",
                                   "publishdate",
                                   "publish-date",
                                   "publish_date",
                                   "pubdate",
                                   "published_time",
                                   "publication_date",
                                   "publication-date",
                                   "parsely-pub-date",
                                   "sailthru.date",
                                   "article_date_original",
                                   "originalpublicationdate",
                                   "dc.date.issued",
                                   "dcterms.issued",
                                   "dcterms.created",
                                   "dc.date",
                                   "dcterms.date",
                                   "dc.date.created",
                                   "cxenseparse:recs:publishtime",
                                   "bt:pubdate",
                                   "rnews:datepublished",
                                   "pdate",
                                   "ptime",
                                   "displaydate",
                                   "article.published",
                                   "date"};

void read_metas(const GumboNode* root, Article& article) {
  std::array<std::string, date_names.size()> dates;
  std::string title;
  std::string source;
  std::string url;
  for (const GumboNode* meta : find_elements(root, GUMBO_TAG_META)) {
    const std::string content = squeezed(attribute(meta, "content"));
    if (content.empty()) continue;
    for (const char* key : {"property", "name", "itemprop"}) {
      std::string name(attribute(meta, key));
      std::transform(name.begin(), name.end(), name.begin(), to_lower);
      const auto date = std::find(date_names.begin(), date_names.end(), name);
      if (date != date_names.end())
        set_if_empty(dates.at(static_cast<std::size_t>(date - date_names.begin())), content);
      if (name == "og:title" || name == "headline") set_if_empty(title, content);
      if (name == "og:site_name") set_if_empty(source, content);
      if (name == "og:url") set_if_empty(url, content);
    }
  }
  for (auto& date : dates) set_date(article, date);
  set_if_empty(article.title, title);
  set_if_empty(article.source, source);
  set_if_empty(article.url, url);
}

/// The <time> of the article's head: marked as its publication.
void read_times(const GumboNode* root, Article& article) {
  for (const GumboNode* time : find_elements(root, GUMBO_TAG_TIME)) {
    const std::string_view role = attribute(time, "itemprop");
    std::string name(attribute(time, "class"));
    std::transform(name.begin(), name.end(), name.begin(), to_lower);
    const bool marked =
        role.find("datePublished") != std::string_view::npos || has_attribute(time, "pubdate") ||
        name.find("publish") != std::string::npos || name.find("entry-date") != std::string::npos;
    if (marked && name.find("updated") == std::string::npos)
      set_date(article, std::string(attribute(time, "datetime")));
  }
}

/// A page's title without the outlet's name behind the last bar or dash.
std::string page_title(const GumboNode* root) {
  const auto titles = find_elements(root, GUMBO_TAG_TITLE);
  if (titles.empty()) return {};
  std::string title = squeezed(text_below(titles.front()));
  for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " » "}) {
    const auto at = title.rfind(mark);
    if (at != std::string::npos && at > title.size() / 3) return title.substr(0, at);
  }
  return title;
}

}  // namespace

void read_html_fields(const HtmlTree& tree, Article& article) {
  const GumboNode* root = tree.root();
  for (const GumboNode* script : find_elements(root, GUMBO_TAG_SCRIPT)) {
    if (attribute(script, "type") == "application/ld+json")
      read_linked_data(text_below(script, 1U << 20U), article);
  }
  for (const GumboNode* link : find_elements(root, GUMBO_TAG_LINK)) {
    const std::string_view href = attribute(link, "href");
    if (attribute(link, "rel") == "canonical" && href.starts_with("http")) article.url = href;
  }
  read_metas(root, article);
  read_times(root, article);
  if (article.title.empty()) {
    const auto headings = find_elements(root, GUMBO_TAG_H1);
    article.title =
        headings.size() == 1 ? squeezed(text_below(headings.front())) : page_title(root);
  }
}

}  // namespace annals
