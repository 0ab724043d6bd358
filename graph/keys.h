#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "graph/ids.h"

namespace annals {

// The keys of the store; docs/store.md draws each with its value. A key begins with the letter of
// its table. Numbers are big-endian, so that the order of bytes is the order of numbers.

/// Appends the lowest `bytes` bytes of `value`, the highest of them first.
inline void put_number(std::string& key, std::uint64_t value, int bytes) {
  for (int i = bytes - 1; i >= 0; --i)
    key += static_cast<char>(value >> (8U * static_cast<unsigned>(i)));
}

/// The number that stands in the first `bytes` bytes of `key`. Requires that many.
[[nodiscard]] inline std::uint64_t get_number(std::string_view key, std::size_t bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < bytes; ++i) value = value << 8U | static_cast<unsigned char>(key[i]);
  return value;
}

/// A table's letter and an id, with something behind it: `key_of('a', id, path)`.
[[nodiscard]] inline std::string key_of(char table, std::uint64_t id, std::string_view rest = {}) {
  std::string key(1, table);
  put_number(key, id, 8);
  key += rest;
  return key;
}

[[nodiscard]] inline std::string key_of(char table, std::string_view rest) {
  std::string key(1, table);
  key += rest;
  return key;
}

/// The id in a key of key_of(). Requires key.size() >= 9.
[[nodiscard]] inline std::uint64_t id_in(std::string_view key) {
  return get_number(key.substr(1), 8);
}

/// The tables and their letters, by family.
namespace table {
// Family::settings
inline constexpr char setting = 's';    // name -> value
inline constexpr char decision = 'd';   // decision id -> JSON
inline constexpr char kinds = 'k';      // (one key) types and codes of events, by number
inline constexpr char import_of = 'i';  // sequence number of its first event -> import
// Family::articles
inline constexpr char article = 'a';     // article id, path -> article with its text
inline constexpr char statements = 'f';  // article id, path -> what the article says
inline constexpr char path = 'p';        // path -> article id
inline constexpr char unlinked =
    'q';  // linkings, article id -> what it said when the graph was written
// Family::records
inline constexpr char mention = 'm';  // mention id -> article id
inline constexpr char linked = 'l';   // mention id -> event id
inline constexpr char actor = 'c';    // actor id -> linked actor
inline constexpr char event = 'e';    // event id -> linked event
inline constexpr char became = 'b';   // actor id of an article -> linked actor id
inline constexpr char known = 'k';    // actor id -> actor of imported events
inline constexpr char rows = 'r';     // sequence number / 256 * 256 -> 256 imported events
inline constexpr char note = 'w';     // key of linking's -> what linking remembers
// Family::index
inline constexpr char name = 'n';      // folded name, 0, actor id -> nothing
inline constexpr char number = 'u';    // actor id -> number
inline constexpr char numbered = 'v';  // number / 512 -> actor ids, eight bytes each
inline constexpr char of_actor = 'o';  // segment of the events of an actor (event_list.h)
inline constexpr char by_time = 't';   // segment of the events of a type
}  // namespace table

}  // namespace annals
