#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "ingest/pages/fields.h"
#include "ingest/pages/html.h"
#include "ingest/text/characters.h"

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
  if (found->is_number_integer()) return found->dump();
  if (found->is_string()) return squeezed(found->get_ref<const std::string&>());
  if (found->is_array() && !found->empty() && found->front().is_string())
    return found->front().get<std::string>();
  if (found->is_object()) return text_in(*found, found->contains("name") ? "name" : "@id");
  return {};
}

/// JSON as pages write it: with line breaks inside of strings, commas before a closing bracket, and
/// marks around it that hide it from parsers of XML.
json parse_loosely(std::string script) {
  for (const std::string_view mark : {"<![CDATA[", "]]>", "<!--", "-->"}) {
    for (auto at = script.find(mark); at != std::string::npos; at = script.find(mark, at))
      script.replace(at, mark.size(), mark.size(), ' ');
  }
  bool inside = false;  // a string
  std::size_t comma = std::string::npos;
  for (std::size_t i = 0; i < script.size(); ++i) {
    char& c = script[i];
    if (c == '\\' && inside) {
      ++i;
    } else if (c == '"') {
      inside = !inside;
      comma = std::string::npos;
    } else if (static_cast<unsigned char>(c) < ' ') {
      c = ' ';
    } else if (!inside && (c == '}' || c == ']') && comma != std::string::npos) {
      script[comma] = ' ';
      comma = std::string::npos;
    } else if (!inside && c != ' ') {
      comma = c == ',' ? i : std::string::npos;
    }
  }
  return json::parse(script, nullptr, false, true);
}

bool is_page_type(const json& object) {
  const auto type = object.find("@type");
  return type != object.end() && type->is_string() && *type == "WebPage";
}

/// Reads the first article among the objects of a JSON-LD script, or else what it says of the page.
/// Source: https://schema.org/NewsArticle
void read_linked_data(std::string script, Article& article) {
  const json root = parse_loosely(std::move(script));
  if (root.is_discarded()) return;
  const json* page = nullptr;
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
    if (page == nullptr && is_page_type(here)) page = &here;
    for (const char* key : {"mainEntity", "@graph"}) {
      if (const auto inner = here.find(key); inner != here.end()) waiting.push_back(&*inner);
    }
  }
  if (page != nullptr) set_date(article, text_in(*page, "datePublished"));
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
                                   "citation_publication_date",
                                   "citation_date",
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

/// True for an element inside of one that is called comments, navigation or the like. Only the
/// nearest elements around it are asked, so that pages of deep markup cost no more than others.
bool is_aside(const GumboNode* node) {
  for (int steps = 0; node != nullptr && steps < 40; ++steps, node = node->parent) {
    const auto kind = kind_of_element(node);
    if (kind && kind != BlockKind::title) return true;
  }
  return false;
}

bool tells_change(const GumboNode* time) {
  std::string name(attribute(time, "class"));
  name += attribute(time, "itemprop");
  std::transform(name.begin(), name.end(), name.begin(), to_lower);
  return name.find("updated") != std::string::npos || name.find("modif") != std::string::npos;
}

/// The day of the only <time> of a page outside of its comments and lists: it may print no more
/// than "2 hours ago". Pages with several, such as live reports, give none.
void read_only_time(const GumboNode* root, Article& article) {
  std::string found;
  for (const GumboNode* time : find_elements(root, GUMBO_TAG_TIME)) {
    const std::string_view value = attribute(time, "datetime");
    if (value.size() < 10 || is_aside(time) || tells_change(time)) continue;
    if (!found.empty() && value.substr(0, 10) != found.substr(0, 10)) return;
    if (found.empty()) found = value;
  }
  if (!found.empty() && parse_field_day(found)) set_date(article, found);
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
    if (marked && !tells_change(time)) set_date(article, std::string(attribute(time, "datetime")));
  }
  read_only_time(root, article);
}

/// A page's title without the outlet's and the section's names before or behind bars and dashes:
/// the part with the most words.
std::string page_title(const GumboNode* root) {
  const auto titles = find_elements(root, GUMBO_TAG_TITLE);
  if (titles.empty()) return {};
  std::string title = squeezed(text_below(titles.front()));
  for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " » "}) {
    if (title.find(mark) == std::string::npos) continue;
    std::string_view best;
    std::ptrdiff_t most = -1;
    for (std::size_t at = 0; at < title.size();) {
      const std::size_t end = std::min(title.find(mark, at), title.size());
      const std::string_view part = std::string_view(title).substr(at, end - at);
      const auto words = std::count(part.begin(), part.end(), ' ');
      if (words > most) {
        best = part;
        most = words;
      }
      at = end + mark.size();
    }
    return std::string(best);
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
