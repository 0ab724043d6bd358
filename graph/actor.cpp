#include "graph/actor.h"

#include <array>

#include "graph/enum_words.h"
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
  return find_word<ActorKind>(kind_words, word);
}

ActorId actor_id(ActorKind kind, std::string_view name) {
  return ActorId{hash_of({"actor", format_kind(kind), fold(name)})};
}

}  // namespace annals
