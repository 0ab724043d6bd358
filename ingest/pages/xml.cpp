#include "ingest/pages/xml.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "ingest/text/encoding.h"

namespace annals {
namespace {

std::optional<char32_t> entity_code(std::string_view name) {
  struct Known {
    std::string_view name;
    char32_t code;
  };
  constexpr std::array<Known, 6> known = {
      {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0}}};
  for (const auto& row : known) {
    if (row.name == name) return row.code;
  }
  if (!name.starts_with('#')) return std::nullopt;
  name.remove_prefix(1);
  const bool hex = name.starts_with('x') || name.starts_with('X');
  if (hex) name.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, error] =
      std::from_chars(name.data(), name.data() + name.size(), code, hex ? 16 : 10);
  if (error != std::errc{} || end != name.data() + name.size() || code == 0) return std::nullopt;
  return static_cast<char32_t>(code);
}

}  // namespace

std::string resolve_entities(std::string_view text) {
  std::string resolved;
  for (;;) {
    const auto mark = text.find('&');
    resolved += text.substr(0, mark);
    if (mark == std::string_view::npos) return resolved;
    text.remove_prefix(mark);
    const auto end = text.substr(0, 12).find(';');
    const auto code =
        end == std::string_view::npos ? std::nullopt : entity_code(text.substr(1, end - 1));
    if (code) {
      append_utf8(resolved, *code);
      text.remove_prefix(end + 1);
    } else {
      resolved += '&';
      text.remove_prefix(1);
    }
  }
}

XmlScanner::Kind XmlScanner::next() {
  if (close_next_) {
    close_next_ = false;
    return Kind::close;
  }
  text_.clear();
  while (!rest_.empty()) {
    if (rest_.front() != '<') {
      const auto end = std::min(rest_.find('<'), rest_.size());
      text_ += resolve_entities(rest_.substr(0, end));
      rest_.remove_prefix(end);
    } else if (rest_.starts_with("<![CDATA[")) {
      const auto end = std::min(rest_.find("]]>"), rest_.size());
      text_ += rest_.substr(9, end - std::min<std::size_t>(end, 9));
      rest_.remove_prefix(std::min(end + 3, rest_.size()));
    } else if (rest_.starts_with("<!--")) {
      const auto end = rest_.find("-->");
      rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 3);
    } else if (rest_.starts_with("<!") || rest_.starts_with("<?")) {
      const auto end = rest_.find('>');
      rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    } else {
      if (!text_.empty()) return Kind::text;
      return read_tag();
    }
  }
  return text_.empty() ? Kind::end : Kind::text;
}

XmlScanner::Kind XmlScanner::read_tag() {
  const auto end = rest_.find('>');
  tag_ = rest_.substr(1, end == std::string_view::npos ? end : end - 1);
  rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
  const bool closes = tag_.starts_with('/');
  if (closes) tag_.remove_prefix(1);
  name_ = tag_.substr(0, tag_.find_first_of(" \t\r\n/"));
  if (const auto colon = name_.find(':'); colon != std::string_view::npos)
    name_.remove_prefix(colon + 1);
  if (closes) return Kind::close;
  close_next_ = tag_.ends_with('/');
  return Kind::open;
}

std::string XmlScanner::attribute(std::string_view name) const {
  for (auto at = tag_.find(name); at != std::string_view::npos; at = tag_.find(name, at + 1)) {
    const auto equals = at + name.size();
    if (at == 0 || std::string_view(" \t\r\n").find(tag_[at - 1]) == std::string_view::npos ||
        equals + 1 >= tag_.size() || tag_[equals] != '=')
      continue;
    const char quote = tag_[equals + 1];
    const auto end = tag_.find(quote, equals + 2);
    if ((quote != '"' && quote != '\'') || end == std::string_view::npos) return {};
    return resolve_entities(tag_.substr(equals + 2, end - equals - 2));
  }
  return {};
}

}  // namespace annals
