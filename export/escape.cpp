#include "export/escape.h"

#include <cstdint>

namespace annals {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/// Length of the well-formed UTF-8 sequence at `at` (Unicode 15, table 3-7), 0 when there is none.
std::size_t sequence(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    if (!follows(1) || !follows(2)) return 0;
    if (first == 0xE0 && byte(1) < 0xA0) return 0;
    if (first == 0xED && byte(1) > 0x9F) return 0;
    return 3;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    if (!follows(1) || !follows(2) || !follows(3)) return 0;
    if (first == 0xF0 && byte(1) < 0x90) return 0;
    if (first == 0xF4 && byte(1) > 0x8F) return 0;
    return 4;
  }
  return 0;
}

/// Calls `see(piece)` for each code point; invalid bytes are seen as U+FFFD.
template <class See>
void each_character(std::string_view text, See&& see) {
  for (std::size_t i = 0; i < text.size();) {
    const auto length = sequence(text, i);
    see(length == 0 ? replacement : text.substr(i, length));
    i += length == 0 ? 1 : length;
  }
}

/// Length of the run of characters at `at` that stand for themselves everywhere: printable ASCII
/// without & < > " ] and without white space but the space.
std::size_t plain_run(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    const auto c = static_cast<unsigned char>(text[end]);
    if (c < 0x20 || c >= 0x7F || c == '&' || c == '<' || c == '>' || c == '"' || c == ']') break;
    ++end;
  }
  return end - at;
}

/// XML 1.0 Char without the surrogates (which are no UTF-8) and U+FFFE, U+FFFF.
bool allowed_in_xml(std::string_view character) {
  if (character.size() == 1) {
    const auto c = static_cast<unsigned char>(character[0]);
    return c >= 0x20 ? c != 0x7F : (c == '\t' || c == '\n' || c == '\r');
  }
  return character != "\xEF\xBF\xBE" && character != "\xEF\xBF\xBF";
}

/// How XML and HTML write a character that means something to them; empty for any other.
std::string_view entity_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

}  // namespace

std::string valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  each_character(text, [&](std::string_view character) { out += character; });
  return out;
}

std::string one_line(std::string_view text) {
  std::string out;
  bool gap = false;
  for (const char c : text) {
    if (is_space(c)) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    out += c;
  }
  return out;
}

void append_json(std::string& out, std::string_view text) {
  static constexpr char digits[] = "0123456789abcdef";
  out += '"';
  each_character(text, [&](std::string_view character) {
    const auto c = static_cast<unsigned char>(character[0]);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += character;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c < 0x20 || c == 0x7F) {
      out += "\\u00";
      out += digits[c >> 4U];
      out += digits[c & 0xFU];
    } else {
      out += character;
    }
  });
  out += '"';
}

void append_xml(std::string& out, std::string_view text) {
  const auto plain = plain_run(text, 0);
  out += text.substr(0, plain);
  text.remove_prefix(plain);
  each_character(text, [&](std::string_view character) {
    if (!allowed_in_xml(character)) return;
    if (const auto entity = entity_of(character[0]); !entity.empty()) {
      out += entity;
    } else if (character == "\t" || character == "\n" || character == "\r") {
      out += ' ';
    } else {
      out += character;
    }
  });
}

void append_xml_text(std::string& out, std::string_view text) {
  if (plain_run(text, 0) == text.size()) {
    out += text;
    return;
  }
  const bool plain = text.find_first_of("&<>\r\n\t") == std::string_view::npos;
  if (!plain) out += "<![CDATA[";
  char before = 0;
  char before_that = 0;
  each_character(text, [&](std::string_view character) {
    if (!allowed_in_xml(character) || character == "\r") return;
    if (!plain && character == ">" && before == ']' && before_that == ']') out += "]]><![CDATA[";
    before_that = before;
    before = character[0];
    out += character;
  });
  if (!plain) out += "]]>";
}

void append_csv(std::string& out, std::string_view text, char separator) {
  const bool outer = !text.empty() && (is_space(text.front()) || is_space(text.back()));
  const bool quoted = outer || text.find(separator) != std::string_view::npos ||
                      text.find_first_of("\"\r\n") != std::string_view::npos;
  if (quoted) out += '"';
  each_character(text, [&](std::string_view character) {
    if (character[0] == '"') out += '"';
    if (character[0] != '\0') out += character;
  });
  if (quoted) out += '"';
}

void append_html(std::string& out, std::string_view text) {
  each_character(text, [&](std::string_view character) {
    if (!allowed_in_xml(character)) return;
    const auto entity = entity_of(character[0]);
    out += entity.empty() ? character : entity;
  });
}

void append_markdown(std::string& out, std::string_view text) {
  each_character(text, [&](std::string_view character) {
    static constexpr std::string_view special = "\\`*_[]<>|~#";
    if (!allowed_in_xml(character)) return;
    if (character == "\n" || character == "\r" || character == "\t") {
      out += ' ';
      return;
    }
    if (special.find(character[0]) != std::string_view::npos) out += '\\';
    out += character;
  });
}

}  // namespace annals
