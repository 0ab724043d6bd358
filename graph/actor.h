#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/event_date.h"
#include "graph/ids.h"

namespace annals {

enum class ActorKind : std::uint8_t {
  country,
  organization,
  armed_group,
  person,
  place,
  role_group
};

/// An office or a role that a person (or group) held, as far as the articles and the gazetteers
/// tell.
struct ActorRole {
  std::string title;  ///< "CIA director"
  std::string code;   ///< CAMEO-style: "USASPY"
  EventDate seen;  ///< when it is known to hold: from a gazetteer "2011-09-06/2012-11-09", from an
                   ///< article its day

  auto operator<=>(const ActorRole&) const = default;
};

/// Somebody or something that acts or is acted on.
struct Actor {
  ActorId id;  ///< actor_id(kind, name) for an actor of one article; chosen by linking afterwards
  ActorKind kind = ActorKind::person;
  std::string name;  ///< the fullest form seen, normal capitalisation: "Zaheer ul-Islam"
  std::vector<std::string> aliases;  ///< other forms seen, sorted, without `name`
  std::string
      code;  ///< CAMEO-style: country or IGO/NGO/IMG, then sectors: "PAKGOV"; empty when unknown
  std::string country;           ///< ISO 3166-1 alpha-3, empty when unknown or above countries
  std::vector<ActorRole> roles;  ///< sorted

  bool operator==(const Actor&) const = default;
};

[[nodiscard]] std::string_view format_kind(ActorKind kind);
[[nodiscard]] std::optional<ActorKind> parse_actor_kind(std::string_view word);

/// The id of an actor of this kind and name; equal for names that fold to the same (see names.h).
[[nodiscard]] ActorId actor_id(ActorKind kind, std::string_view name);

}  // namespace annals
