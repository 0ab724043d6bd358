#include "ingest/pages/outlets.h"

#include <algorithm>
#include <array>

#include "ingest/text/characters.h"

namespace annals {
namespace {

constexpr std::size_t longest_name = 40;  // bytes
constexpr std::size_t most_words = 5;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view around = " \t\r\n.,;:()[]*_-";
  const auto first = text.find_first_not_of(around);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(around) - first + 1);
}

/// The host of an address without "www." and the like; of "https://web.archive.org/web/2011/
/// http://dawn.com/x" the last one.
std::string host_of(std::string_view url) {
  const auto scheme = url.rfind("://");
  if (scheme == std::string_view::npos || url.starts_with("file:")) return {};
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const auto user = host.rfind('@'); user != std::string_view::npos)
    host.remove_prefix(user + 1);
  host = host.substr(0, host.find(':'));
  for (const std::string_view front : {"www.", "m.", "amp.", "mobile."}) {
    if (host.starts_with(front)) host.remove_prefix(front.size());
  }
  std::string result(host);
  std::transform(result.begin(), result.end(), result.begin(), to_lower);
  return result.find('.') == std::string::npos ? "" : result;
}

/// "LAKESIDE POST" is "Lakeside Post"; abbreviations stay as they are.
std::string as_name(std::string_view name) {
  std::string result(name);
  if (std::any_of(result.begin(), result.end(), is_lower)) return result;
  for (std::size_t at = 0; at < result.size();) {
    const auto end = std::min(result.find(' ', at), result.size());
    if (end - at > 3) {
      for (std::size_t i = at + 1; i < end; ++i) result[i] = to_lower(result[i]);
    }
    at = end + 1;
  }
  return result;
}

/// Judges names by the words of pages.
class OutletNames {
 public:
  explicit OutletNames(const PageWords& words) : words_(words) {}

  /// The outlet that `text` names and nothing else, or "".
  [[nodiscard]] std::string name_in(std::string_view text) const {
    const std::string_view name = trimmed(text);
    if (name.empty() || name.size() > longest_name || !is_upper(name.front()) ||
        name.find(',') != std::string_view::npos) {
      return {};
    }
    const std::string key = page_key(name);
    if (const auto value = words_.find(PageWord::agency, key))
      return *value == 0 ? as_name(name) : "";
    if (words_.begins(PageWord::byline, key) || words_.find(PageWord::line, key) ||
        words_.find(PageWord::section, key)) {
      return {};
    }
    return is_called_like_an_outlet(name) ? as_name(name) : "";
  }

  /// The first part of `line` that names one: "September 24, 2015 / 1:27 AM / Meridian News".
  [[nodiscard]] std::string name_among(std::string_view line) const {
    constexpr std::array<std::string_view, 6> between = {
        "|", " / ", " - ", " \xE2\x80\x93 ", " \xE2\x80\xA2 ", ", "};
    if (auto name = name_in(line); !name.empty()) return name;
    for (const auto mark : between) {
      if (line.find(mark) == std::string_view::npos) continue;
      for (std::size_t at = 0; at <= line.size();) {
        const auto end = std::min(line.find(mark, at), line.size());
        if (auto name = name_in(line.substr(at, end - at)); !name.empty()) return name;
        at = end + mark.size();
      }
    }
    return {};
  }

  /// Who signs in brackets or slashes at the start of a story: "DUBAI (Reuters) - ", "(Xinhua) --".
  /// A name that is not known counts when `certain` says that the line is a dateline.
  [[nodiscard]] std::string signature_in(std::string_view start, bool certain) const {
    const auto open = start.find_first_of("([/");
    if (open == std::string_view::npos) return {};
    const char close = start[open] == '(' ? ')' : start[open] == '[' ? ']' : '/';
    const auto end = start.find(close, open + 1);
    if (end == std::string_view::npos || end - open > longest_name) return {};
    const std::string_view inside = trimmed(start.substr(open + 1, end - open - 1));
    if (auto name = name_in(inside.substr(0, inside.find('/'))); !name.empty()) return name;
    const bool plain = !inside.empty() && is_upper(inside.front()) && inside.size() > 2 &&
                       std::none_of(inside.begin(), inside.end(), is_digit);
    const bool known = words_.find(PageWord::agency, page_key(inside)).has_value();
    return certain && plain && !known ? as_name(inside) : "";
  }

 private:
  /// Two to five capitalised words, one of them a word for papers, stations or agencies; but not
  /// when the others say nothing of whose it is: "World News" heads a column.
  [[nodiscard]] bool is_called_like_an_outlet(std::string_view name) const {
    std::size_t count = 0, telling = 0, common = 0;
    for (std::size_t at = 0; at < name.size();) {
      const auto end = std::min(name.find(' ', at), name.size());
      const std::string_view word = name.substr(at, end - at);
      at = end + 1;
      if (word.empty() || std::any_of(word.begin(), word.end(), is_digit)) return false;
      const std::string key = page_key(word);
      if (!is_upper(word.front()) && !words_.find(PageWord::common, key)) return false;
      ++count;
      if (key == "the" && count == 1) continue;
      const auto value = words_.find(PageWord::outlet, key);
      if (value && *value == 0) ++telling;
      if (value && *value == 1) ++common;
    }
    return count >= 2 && count <= most_words && telling > 0 &&
           (common == 0 || telling + common < count);
  }

  const PageWords& words_;
};

/// Calls `see` for each line of `text` until it returns true.
template <class See>
bool any_line(std::string_view text, const See& see) {
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    if (see(text.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

/// What stands before the story: the blocks up to the first of the body, at most twelve.
std::string outlet_in_head(const Article& article, const OutletNames& names) {
  constexpr std::size_t most = 12;
  std::string found;
  for (std::size_t i = 0; i < std::min(most, article.blocks.size()); ++i) {
    const Block& block = article.blocks[i];
    if (block.kind == BlockKind::body) break;
    if (block.kind != BlockKind::byline && block.kind != BlockKind::dateline) continue;
    const auto look = [&](std::string_view line) {
      found = names.name_among(line);
      return !found.empty();
    };
    if (any_line(slice(article.text, block.span), look)) break;
  }
  return found;
}

std::string outlet_that_signs(const Article& article, const OutletNames& names) {
  constexpr std::size_t signature = 80;  // bytes from the beginning of a paragraph
  std::size_t paragraphs = 0;
  for (const Block& block : article.blocks) {
    const bool dateline = block.kind == BlockKind::dateline;
    if (!dateline && block.kind != BlockKind::body) continue;
    auto name = names.signature_in(slice(article.text, block.span).substr(0, signature), dateline);
    if (!name.empty()) return name;
    if (!dateline && ++paragraphs == 2) break;
  }
  return {};
}

/// "Copyright 2011 The Associated Press. All rights reserved."
std::string outlet_with_rights(const Article& article, const OutletNames& names) {
  std::string found;
  const auto look = [&](std::string_view line) {
    const std::string key = page_key(line, 24);
    const bool sign = line.substr(0, 12).find("\xC2\xA9") != std::string_view::npos;
    if (!sign && !key.starts_with("copyright") && !key.starts_with("c #")) return false;
    std::size_t at = 0;  // the first name behind the word, the sign and the years
    while (at < line.size() && found.empty()) {
      const auto end = std::min(line.find_first_of(" ,.|", at), line.size());
      const std::string_view word = line.substr(at, end - at);
      const bool named = !word.empty() && is_upper(word.front()) && page_key(word) != "copyright";
      const auto rest = line.substr(at);
      if (named) found = names.name_in(rest.substr(0, rest.find_first_of(".,|(")));
      if (named) break;
      at = end + 1;
    }
    return !found.empty();
  };
  for (auto block = article.blocks.rbegin(); block != article.blocks.rend(); ++block) {
    if (block->kind != BlockKind::furniture) continue;
    if (any_line(slice(article.text, block->span), look)) break;
  }
  return found;
}

}  // namespace

void find_outlet(Article& article, const PageWords& words) {
  if (!article.source.empty()) return;
  const OutletNames names(words);
  article.source = host_of(article.url);
  for (const auto find : {outlet_in_head, outlet_that_signs, outlet_with_rights}) {
    if (article.source.empty()) article.source = find(article, names);
  }
}

}  // namespace annals
