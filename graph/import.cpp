#include "graph/import.h"

#include <array>

namespace annals {

Actor make_imported_actor(std::string_view name) {
  const bool group = name.ends_with(')') && name.find(" (") != std::string_view::npos;
  const ActorKind kind = group ? ActorKind::role_group : ActorKind::organization;
  return {.id = actor_id(kind, name), .kind = kind, .name = std::string(name)};
}

std::string_view type_of_cameo(std::string_view code) {
  // The roots of CAMEO 1.1b3 and where the PLOVER manual puts them.
  constexpr std::array<std::string_view, 20> types = {
      "STATEMENT", "REQUEST",  "AGREE",   "CONSULT", "SUPPORT", "COOPERATE", "AID",
      "CONCEDE",   "ACCUSE",   "REQUEST", "ACCUSE",  "REJECT",  "THREATEN",  "PROTEST",
      "MOBILIZE",  "SANCTION", "COERCE",  "ASSAULT", "ASSAULT", "ASSAULT"};
  if (code.size() < 2 || code[0] < '0' || code[0] > '9' || code[1] < '0' || code[1] > '9') {
    return "OTHER";
  }
  const auto root =
      static_cast<std::size_t>(code[0] - '0') * 10 + static_cast<std::size_t>(code[1] - '0');
  return root >= 1 && root <= types.size() ? types.at(root - 1) : "OTHER";
}

}  // namespace annals
