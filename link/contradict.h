#pragma once

#include "link/participants.h"

namespace annals {

// What speaks against two tellings being one event; compare.h asks it of pairs. `shared` is what
// shared_between() gives for the two.

/// One sentence in two papers, or with a word changed, tells one event, whatever else each of them
/// made of it.
[[nodiscard]] bool told_alike(const LinkedTelling& a, const LinkedTelling& b, const Shared& shared);

/// "the raid that killed him": of the raid it tells more.
[[nodiscard]] bool is_its_result(const LinkedTelling& a, const LinkedTelling& b);

/// Type, status, date, place, counts, or who took part; for tellings that are not told_alike().
[[nodiscard]] bool speaks_against(const LinkedTelling& a, const LinkedTelling& b,
                                  const Shared& shared, const ActorTable& actors,
                                  bool same_dead = false);

}  // namespace annals
