#pragma once

#include <cstddef>

#include "link/linked_telling.h"

namespace annals {

/// What two lists of participants have in common.
struct Shared {
  double actors = 0;        ///< in both, in agreeing parts
  double named = 0;         ///< of these, other than countries
  double counterparts = 0;  ///< of others, such as a country and its officials
  /// Of both, but named in one of them only, where its article told of the other.
  double supplied = 0;
  double nameless = 0;       ///< "soldiers" here and there, in two articles: perhaps others
  std::size_t lonely_a = 0;  ///< without a counterpart
  std::size_t lonely_b = 0;
  std::size_t strangers_a = 0;  ///< of these, somebody with a name of its own
  std::size_t strangers_b = 0;
  bool swapped = false;  ///< one has as the doer whom the other has as the target
};

/// Pairs those who are in both tellings, and of the others those who may stand for each other: an
/// official or the government for the country, a leader for an armed group, "guerrillas" for one.
[[nodiscard]] Shared shared_between(const LinkedTelling& a, const LinkedTelling& b,
                                    const ActorTable& actors);

/// Somebody with a name of its own; "gunmen" may be told by one and left out by the other.
[[nodiscard]] bool is_somebody(ActorId actor, const ActorTable& actors);

/// "soldiers": anybody of that sort, in another article perhaps others.
[[nodiscard]] bool is_anybody(ActorId actor, const ActorTable& actors);

/// A country, its government or a place: "the Minsk summit" and "Almaty talks" of a title do not
/// say that these took part.
[[nodiscard]] bool is_on_the_map(ActorId actor, const ActorTable& actors);

}  // namespace annals
