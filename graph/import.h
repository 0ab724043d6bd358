#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "graph/actor.h"
#include "graph/event_date.h"
#include "graph/ids.h"

namespace annals {

/// One row of a table of events: who did what to whom, and when.
struct ImportRow {
  EventDate date;
  std::string_view source;  ///< the name of the actor; never empty
  std::string_view target;  ///< empty when there is none
  std::string_view
      cameo;  ///< the code as text, leading zeros kept: "0311"; empty when the table has types only
  std::string_view type;   ///< empty: the PLOVER type that the code's first two digits stand for
  std::uint64_t line = 0;  ///< of the file, counted from 1
};

/// A table of events to be taken into a store.
struct ImportTable {
  std::uint64_t id = 0;  ///< of its content; another table, another id
  std::string name;      ///< the file, as answers name it
  /// Fills the next row, whose texts live until the next call; false at the end.
  std::function<bool(ImportRow&)> next;
  /// What is known of an actor by its name; when absent, make_imported_actor().
  std::function<Actor(std::string_view name)> actor;
  /// How many rows are loaded together; takes about 200 bytes of memory a row.
  std::size_t rows_at_once = std::size_t{1} << 20U;
};

struct ImportReport {
  std::uint64_t id = 0;
  std::string name;
  std::uint64_t events = 0;  ///< in the store
  std::uint64_t added = 0;   ///< by this call
  bool done = false;         ///< false: it was cut off; the next import_events() goes on

  bool operator==(const ImportReport&) const = default;
};

/// An actor by its name alone: "Police (India)" is a group in a country, anything else an
/// organization.
[[nodiscard]] Actor make_imported_actor(std::string_view name);

/// The PLOVER type for a CAMEO code ("042" is CONSULT), by its first two digits; "STATEMENT" for
/// 01, which PLOVER has no type for, and "OTHER" for what is no code of CAMEO.
[[nodiscard]] std::string_view type_of_cameo(std::string_view code);

}  // namespace annals
