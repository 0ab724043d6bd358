#include "ingest/trees/parser_features.h"

#include <algorithm>

#include "ingest/text/characters.h"

namespace annals {

std::uint64_t hash_of(std::string_view text, std::uint64_t salt) {
  std::uint64_t hash = 0xcbf29ce484222325ULL ^ (salt * 0x9e3779b97f4a7c15ULL);
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3ULL;
  }
  hash ^= hash >> 32;
  hash *= 0xd6e8feb86659fd93ULL;
  hash ^= hash >> 32;
  return hash;
}

NormalForm::NormalForm(std::string_view form) {
  const auto put = [&](std::string_view bytes) {
    for (const char c : bytes) bytes_[size_++] = c;
  };
  std::size_t at = 0;
  while (at < form.size() && size_ < 64) {
    const CodePoint c = code_point_at(form, at);
    if (c.code == 0x2018 || c.code == 0x2019 || c.code == 0x02BC) {
      put("'");
    } else if (c.code == 0x201C || c.code == 0x201D || c.code == 0x201E || c.code == 0xAB ||
               c.code == 0xBB) {
      put("\"");
    } else if (c.code == 0x2010 || c.code == 0x2011 || c.code == 0x2012 || c.code == 0x2013) {
      put("-");
    } else if (c.code == 0x2014 || c.code == 0x2015) {
      put("--");
    } else if (c.code == 0x2026) {
      put("...");
    } else if (c.code >= 0xC0 && c.code <= 0xDE && c.code != 0xD7) {  // Latin-1 capitals
      bytes_[size_++] = form[at];
      bytes_[size_++] = static_cast<char>(static_cast<unsigned char>(form[at + 1]) + 0x20);
    } else if (c.size > 1) {
      put(form.substr(at, c.size));
    } else {
      bytes_[size_++] = is_digit(form[at]) ? '0' : to_lower(form[at]);
    }
    at += c.size;
  }
}

WordShape shape_of(std::string_view form) {
  WordShape shape;
  char before = '\0';
  for (std::size_t at = 0; at < form.size() && shape.size < shape.bytes.size();) {
    const CodePoint point = code_point_at(form, at);
    char kind = form[at];
    if (point.size > 1)
      kind = starts_upper(form.substr(at)) ? 'X' : is_mark_code(point.code) ? '"' : 'x';
    else if (is_upper(kind))
      kind = 'X';
    else if (is_lower(kind))
      kind = 'x';
    else if (is_digit(kind))
      kind = '0';
    if (kind != before) shape.bytes[shape.size++] = kind;
    before = kind;
    at += point.size;
  }
  return shape;
}

WordPieces pieces_of(std::string_view form, bool first) {
  WordPieces pieces;
  const auto add = [&](std::string_view text, std::uint64_t salt) {
    if (pieces.count < most_pieces)
      pieces.rows[pieces.count++] =
          static_cast<std::uint32_t>(hash_of(text, salt)) & (piece_rows - 1);
  };
  const NormalForm normal(form);
  const std::string_view word = normal.view();
  const WordShape shape = shape_of(form);
  add(shape.view(), first ? 1 : 2);
  add(shape.view(), 3);
  // Capitals in the middle of a sentence tell more than anything: they get a row of their own.
  add(starts_upper(form) ? "C" : "c", first ? 4 : 5);
  for (std::size_t size = 1; size <= 5 && size <= word.size(); ++size)
    add(word.substr(word.size() - size), 5 + size);
  for (std::size_t size = 1; size <= 4 && size < word.size(); ++size)
    add(word.substr(0, size), 10 + size);
  std::array<char, 80> padded{};
  padded[0] = '<';
  std::copy(word.begin(), word.end(), padded.begin() + 1);
  padded[word.size() + 1] = '>';
  const std::size_t windows = std::min<std::size_t>(word.size(), 32);
  for (std::size_t i = 0; i < windows; ++i) add({padded.data() + i, 3}, 20);
  add(word, 21);
  return pieces;
}

}  // namespace annals
