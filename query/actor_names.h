#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/store.h"

namespace annals {

/// An actor as a question names it.
struct NamedActor {
  std::string text;          ///< as typed
  std::size_t at = 0;        ///< where in the line
  std::vector<ActorId> ids;  ///< the actors that it stands for, sorted
  std::string name;          ///< the linked actor's name

  bool operator==(const NamedActor&) const = default;
};

/// What a name may stand for.
struct NameLookup {
  std::vector<ActorId>
      ids;  ///< one when the name is clear, several when it is not, none when unknown
  std::vector<std::string> nearest;  ///< when unknown: known names that look like it, nearest first
};

/// Only names and aliases that fold to `text` ("the" before it aside); an actor of that very name
/// hides actors for whom it is an alias. Cheap.
[[nodiscard]] NameLookup find_exact_actor(const Store& store, std::string_view text);

/// As find_exact_actor(), then names that begin with `text`, then names that hold its words, then
/// near spellings.
[[nodiscard]] NameLookup find_actor(const Store& store, std::string_view text);

/// For each text whether some name holds its words or begins with it, in one look through all
/// names.
[[nodiscard]] std::vector<bool> find_any_names(const Store& store,
                                               const std::vector<std::string>& texts);

/// Fills `ids` and `name`. Throws Error(query) with a caret under the name: unknown names with the
/// nearest ones, ambiguous names with their candidates and how many events each has.
void resolve(const Store& store, std::string_view line, NamedActor& actor);

}  // namespace annals
