#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "graph/ascii.h"

namespace annals {

/// One code point of a text and the bytes it takes; bytes that are not UTF-8 come one by one, with
/// U+FFFD as their code.
struct CodePoint {
  char32_t code = 0;
  std::uint32_t size = 0;
};

/// The code point at byte `at` of `text`. Requires at < text.size().
[[nodiscard]] inline CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) return {first, 1};
  const std::uint32_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + size > text.size()) return {0xFFFD, 1};
  char32_t code = first & (0x7FU >> size);
  for (std::uint32_t i = 1; i < size; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return {0xFFFD, 1};
    code = (code << 6) | (byte(at + i) & 0x3FU);
  }
  return {code, size};
}

[[nodiscard]] inline bool is_space_code(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || (c >= 0x2000 && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202F) || c == 0x205F || (c >= 0x2060 && c <= 0x206F) ||
         c == 0x3000 || c == 0xFEFF || c == 0x1680;
}

[[nodiscard]] inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] inline bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// A letter or digit of ASCII, or a byte of a code point beyond it.
[[nodiscard]] inline bool is_word_byte(char c) {
  return is_upper(c) || is_lower(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

[[nodiscard]] inline char to_upper(char c) {
  return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

/// True for code points that stand alone as marks: quotes, dashes, bullets, arrows, currency signs
/// and the like outside ASCII.
[[nodiscard]] inline bool is_mark_code(char32_t c) {
  return (c >= 0xA1 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA) || c == 0xD7 ||
         c == 0xF7 || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E) ||
         (c >= 0x20A0 && c <= 0x20CF) || (c >= 0x2190 && c <= 0x2BFF) ||
         (c >= 0x3001 && c <= 0x303F) || (c >= 0xFE10 && c <= 0xFE6F) ||
         (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0x1F000 && c <= 0x1FAFF);
}

[[nodiscard]] inline bool is_apostrophe_code(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x02BC || c == '`';
}

/// True when the word starts with a capital letter of ASCII, Latin-1, Greek or Cyrillic.
[[nodiscard]] inline bool starts_upper(std::string_view word) {
  if (word.empty()) return false;
  const char32_t c = code_point_at(word, 0).code;
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
         (c >= 0x100 && c <= 0x17F && c % 2 == 0) || (c >= 0x391 && c <= 0x3A9) ||
         (c >= 0x410 && c <= 0x42F);
}

}  // namespace annals
