#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>

#include "graph/event.h"
#include "graph/event_date.h"
#include "graph/ids.h"

namespace annals {

/// What sort of event: the PLOVER type and the CAMEO code, each as text.
struct EventKind {
  std::string type;
  std::string cameo;
  std::uint32_t type_number = 0;  ///< equal for kinds of equal type

  bool operator==(const EventKind&) const = default;
};

/// A participant as the index has it: a small number that the store gave to the actor, and what it
/// does.
struct Party {
  std::uint32_t actor = 0;
  Role role = Role::other;

  auto operator<=>(const Party&) const = default;
};

/// What the index holds of an event: enough for meetings, networks and paths, at a small part of a
/// record's cost.
struct IndexEntry {
  EventId id;
  Window days;             ///< first and last day of its date
  bool undated = false;    ///< its date is unknown
  std::uint32_t kind = 0;  ///< Store::kind() has the type and the code
  Status status = Status::happened;
  std::span<const Party> parties;  ///< as in the event; lives as long as the call that shows it
};

}  // namespace annals
