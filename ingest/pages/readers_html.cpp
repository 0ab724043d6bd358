#include <algorithm>
#include <utility>

#include "graph/error.h"
#include "ingest/pages/html.h"
#include "ingest/pages/html_text.h"
#include "ingest/pages/reader.h"
#include "ingest/text/characters.h"
#include "ingest/text/encoding.h"

namespace annals {
namespace {

/// The encoding that a page says it is in, in a <meta> of its first bytes.
std::string charset_of(std::string_view start) {
  const std::string lower = lowered(start.substr(0, 4096));
  auto at = lower.find("charset=");
  if (at == std::string::npos) return {};
  at += 8;
  while (at < lower.size() && (lower[at] == '"' || lower[at] == '\'' || lower[at] == ' ')) ++at;
  return lower.substr(at, lower.find_first_of("\"'> ;/", at) - at);
}

}  // namespace

bool is_html(std::string_view start) {
  const auto first = start.find('<');
  if (first == std::string_view::npos) return false;
  const std::string lower = lowered(start.substr(first, 600));
  if (lower.starts_with("<!doctype html") || lower.starts_with("<html") ||
      lower.starts_with("<head"))
    return true;
  // After a comment or an XML declaration.
  return (lower.starts_with("<!--") || lower.starts_with("<?xml")) &&
         lower.find("<html") != std::string::npos;
}

void read_html(ByteStream& bytes, const Reading& reading) {
  std::string page = bytes.take_all(2 * reading.options.max_article_bytes);
  const std::string declared = reading.declared.empty() ? charset_of(page) : reading.declared;
  Decoded decoded = decode(std::move(page), declared);
  if (!decoded.doubt.empty()) reading.report(decoded.doubt, 0, true);
  const HtmlTree tree(decoded.text);
  Input input;
  input.article.url = reading.url;
  read_html_fields(tree, input.article);
  write_visible_text(tree, find_main(tree), input);
  if (input.article.text.empty())
    throw Error(ErrorKind::input,
                "a page without visible text; was it saved before its scripts ran?");
  if (input.article.text.size() > reading.options.max_article_bytes) {
    throw Error(ErrorKind::input, "a page with " + format_size(input.article.text.size()) +
                                      " of text is too much for one article (the limit is " +
                                      format_size(reading.options.max_article_bytes) + ")");
  }
  hand_over(std::move(input), reading);
}

}  // namespace annals
