#pragma once

#include <span>
#include <string>
#include <vector>

#include "graph/actor.h"
#include "link/decisions.h"
#include "link/words.h"

namespace annals {

/// Two actors of a graph that may be one, and why they are not joined without a person's word.
struct ActorDoubt {
  Actor first;  ///< by name before `second`
  Actor second;
  std::string why;   ///< "spelled alike; no country is known of both"
  int strength = 0;  ///< the more the likelier; 1 to 3
};

/// The pairs of actors that a person should look at: spellings of one name without a common
/// country, one name under two countries, a family name or an initial that fits a full name, an
/// office and the person who is known to have held it, an abbreviation and what it may stand for.
/// Pairs that people decided are left out. The likeliest first, then by name; a pure function of
/// the set of `actors`. In families of more than 50 bearers of one name only neighbours in the
/// alphabet are compared.
[[nodiscard]] std::vector<ActorDoubt> find_doubts(std::span<const Actor> actors,
                                                  const Rulings& rulings, const LinkWords& words);

}  // namespace annals
