#include "graph/actor.h"

#include <array>

#include "graph/names.h"

namespace annals {
namespace {

constexpr std::array<std::string_view, 6> kind_words = {"country", "organization", "armed_group",
                                                        "person",  "place",        "role_group"};

}  // namespace

std::string_view format_kind(ActorKind kind) {
  return kind_words.at(static_cast<std::size_t>(kind));
}

std::optional<ActorKind> parse_actor_kind(std::string_view word) {
  for (std::size_t i = 0; i < kind_words.size(); ++i) {
    if (kind_words.at(i) == word) return static_cast<ActorKind>(i);
  }
  return std::nullopt;
}

ActorId actor_id(ActorKind kind, std::string_view name) {
  return ActorId{hash_of({"actor", format_kind(kind), fold(name)})};
}

}  // namespace annals
