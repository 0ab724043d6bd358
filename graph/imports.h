#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/event.h"
#include "graph/kv.h"

namespace annals {

/// The id of the imported event with this sequence number: a reversible mixture of its bits, so
/// that its digits look like those of other ids and the lists can hold the small number. (The
/// finaliser of splitmix64, Steele et al. 2014.)
[[nodiscard]] EventId imported_id(std::uint64_t sequence);
/// The inverse; of an id that was not made by imported_id() some huge number.
[[nodiscard]] std::uint64_t imported_sequence(EventId id);

/// A table of events that was imported, or is being.
struct Import {
  std::uint64_t first = 0;  ///< sequence number of its first event; a multiple of rows_a_chunk
  std::uint64_t id = 0;     ///< of its content, as the caller made it
  std::string name;         ///< the file, as messages call it
  std::uint64_t taken = 0;  ///< rows asked for so far, bad ones included
  std::uint64_t events = 0;
  bool done = false;

  bool operator==(const Import&) const = default;
};

[[nodiscard]] std::string import_key(std::uint64_t first);
[[nodiscard]] std::string encode_import(const Import& import);
/// Sorted by `first`.
[[nodiscard]] std::vector<Import> imports_in(const Kv& kv);

/// Imported events in the order of their sequence numbers, as columns.
struct ImportedRows {
  std::vector<EventDate> date;
  std::vector<std::uint32_t> kind;
  std::vector<std::uint32_t> source, target;  ///< numbers of actors
  std::vector<std::uint64_t> line;

  [[nodiscard]] std::size_t size() const { return kind.size(); }
  bool operator==(const ImportedRows&) const = default;
};
inline constexpr std::uint64_t rows_a_chunk = 256;
/// In `target`, where a row has none.
inline constexpr std::uint32_t no_actor = ~0U;

[[nodiscard]] std::string rows_key(std::uint64_t sequence);
[[nodiscard]] std::string encode_rows(const ImportedRows& rows, std::size_t begin, std::size_t end);
[[nodiscard]] ImportedRows decode_rows(std::string_view bytes);

}  // namespace annals
