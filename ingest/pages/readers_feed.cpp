#include <utility>

#include "graph/error.h"
#include "ingest/pages/fields.h"
#include "ingest/pages/html_text.h"
#include "ingest/pages/reader.h"
#include "ingest/pages/xml.h"
#include "ingest/text/encoding.h"

namespace annals {
namespace {

/// What one <item> (RSS) or <entry> (Atom) says.
struct Item {
  std::string title;
  std::string link;
  std::string id;
  std::string published;
  std::string updated;
  std::string summary;
  std::string content;

  /// The field that an element's text belongs to; nothing for others.
  std::string* field(std::string_view element) {
    if (element == "title") return &title;
    if (element == "link") return &link;
    if (element == "guid" || element == "id") return &id;
    if (element == "pubDate" || element == "published" || element == "date" || element == "issued")
      return &published;
    if (element == "updated") return &updated;
    if (element == "description" || element == "summary") return &summary;
    if (element == "encoded" || element == "content") return &content;
    return nullptr;
  }
};

/// The text of a piece of HTML, paragraphs divided by blank lines.
std::string visible_text(const std::string& html) {
  const HtmlTree tree(html);
  Input part;
  write_visible_text(tree, tree.root(), part);
  return part.article.text;
}

void give_item(const Item& item, const std::string& source, const Reading& reading,
               std::uint64_t number) {
  Input input;
  Article& article = input.article;
  article.title = visible_text(item.title);
  article.source = source;
  set_field(article, "url", item.link);
  set_field(article, "id", item.id);
  set_field(article, "date", item.published.empty() ? item.updated : item.published);
  const std::string body =
      visible_text(item.content.size() > item.summary.size() ? item.content : item.summary);
  if (article.title.empty() && body.empty()) {
    reading.report("item " + std::to_string(number) + " has neither a title nor a text");
    return;
  }
  article.text = article.title;
  if (!article.title.empty()) article.text += "\n\n";
  const auto border = static_cast<std::uint32_t>(article.text.size());
  article.text += body;
  const auto end = static_cast<std::uint32_t>(article.text.size());
  if (border > 0) article.blocks.push_back({.span = {0, border}, .kind = BlockKind::title});
  if (end > border) article.blocks.push_back({.span = {border, end}, .kind = BlockKind::body});
  hand_over(std::move(input), reading, number);
}

}  // namespace

bool is_feed(std::string_view start) {
  return start.find("<rss") != std::string_view::npos ||
         start.find("<rdf:RDF") != std::string_view::npos ||
         (start.find("<feed") != std::string_view::npos &&
          start.find("www.w3.org/2005/Atom") != std::string_view::npos);
}

void read_feed(ByteStream& bytes, const Reading& reading) {
  Decoded decoded = decode(bytes.take_all(reading.options.max_line_bytes), reading.declared);
  if (!decoded.doubt.empty()) reading.report(decoded.doubt, 0, true);
  XmlScanner scanner(decoded.text);
  std::string source;
  std::optional<Item> item;
  std::string* field = nullptr;
  std::uint64_t number = 0;
  bool channel = false;
  for (auto kind = scanner.next(); kind != XmlScanner::Kind::end; kind = scanner.next()) {
    const std::string_view name = scanner.name();
    const bool whole = name == "item" || name == "entry";
    if (kind == XmlScanner::Kind::text) {
      if (field != nullptr) *field += scanner.text();
    } else if (kind == XmlScanner::Kind::open && whole) {
      item.emplace();
    } else if (kind == XmlScanner::Kind::open) {
      channel = channel || name == "channel" || name == "feed";
      field = item                                           ? item->field(name)
              : channel && name == "title" && source.empty() ? &source
                                                             : nullptr;
      if (item && name == "link" && item->link.empty() &&
          (scanner.attribute("rel").empty() || scanner.attribute("rel") == "alternate")) {
        item->link = scanner.attribute("href");
      }
    } else {
      field = nullptr;
      if (whole && item) {
        give_item(std::move(*item), source, reading, ++number);
        item.reset();
      }
    }
  }
  if (item)
    throw Error(ErrorKind::input, "the feed ends inside of an item; the items before were read");
  if (number == 0) throw Error(ErrorKind::input, "a feed without items");
}

}  // namespace annals
