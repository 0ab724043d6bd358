#include "export/width.h"

#include <utf8proc.h>

namespace annals {
namespace {

struct Glyph {
  std::string_view bytes;
  std::size_t columns = 0;
  bool control = false;
};

Glyph glyph_at(std::string_view text, std::size_t at) {
  utf8proc_int32_t code_point = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
  const auto length =
      utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
  if (length < 1) return {"\xEF\xBF\xBD", 1, false};
  const auto category = utf8proc_category(code_point);
  // Bidirectional overrides reorder what follows on the line: they are controls as well.
  const bool reorders = (code_point >= 0x202A && code_point <= 0x202E) ||
                        (code_point >= 0x2066 && code_point <= 0x2069);
  const bool control = category == UTF8PROC_CATEGORY_CC || reorders;
  const auto width = control ? 0 : utf8proc_charwidth(code_point);
  return {text.substr(at, static_cast<std::size_t>(length)),
          static_cast<std::size_t>(width < 0 ? 0 : width), control};
}

std::size_t step(std::string_view text, std::size_t at) {
  utf8proc_int32_t code_point = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
  const auto length =
      utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
  return length < 1 ? 1 : static_cast<std::size_t>(length);
}

/// White space as single spaces, controls gone.
std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); i += step(text, i)) {
    if (text[i] == '\n' || text[i] == '\t') {
      if (!out.empty() && out.back() != ' ') out += ' ';
      continue;
    }
    const auto glyph = glyph_at(text, i);
    if (!glyph.control) out += glyph.bytes;
  }
  return out;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t i = 0; i < text.size(); i += step(text, i)) columns += glyph_at(text, i).columns;
  return columns;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  const std::string clean = printable(text);
  std::vector<std::string> lines;
  std::string line;
  std::size_t columns = 0;
  std::size_t space = std::string::npos;  // the last place in `line` where it may be broken
  std::size_t slash = std::string::npos;  // and where a word may be, behind a slash
  const auto finish = [&](std::size_t end, std::size_t skip) {
    auto rest = line.substr(end + skip);
    line.resize(end);
    lines.push_back(line);
    line = std::move(rest);
    columns = display_width(line);
    space = slash = std::string::npos;
  };
  for (std::size_t i = 0; i < clean.size(); i += step(clean, i)) {
    const auto glyph = glyph_at(clean, i);
    if (columns + glyph.columns > width) {
      if (glyph.bytes == " ") {
        finish(line.size(), 0);
        continue;
      }
      if (space != std::string::npos && (slash == std::string::npos || slash < space)) {
        finish(space, 1);
      } else if (slash != std::string::npos) {
        finish(slash, 0);
      } else {
        finish(line.size(), 0);
      }
    }
    if (glyph.bytes == " ") space = line.size();
    line += glyph.bytes;
    columns += glyph.columns;
    if (glyph.bytes == "/" && line.size() > 1) slash = line.size();
  }
  if (!line.empty() || lines.empty()) lines.push_back(line);
  return lines;
}

}  // namespace annals
