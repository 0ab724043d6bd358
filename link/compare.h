#pragma once

#include "link/linked_telling.h"

namespace annals {

/// Whether something speaks against two tellings being one event: type, status, date, place,
/// counts, or somebody named in each who has no counterpart in the other (an official may stand for
/// the country and the other way round). Within one article less does: its derived dates follow
/// from tense alone, and a plan and its end are told together. Nothing speaks against what two
/// articles tell in the same words. With `same_dead` others of their groups tell of the same dead,
/// so that neither who did it nor a derived day speaks against it.
[[nodiscard]] bool contradict(const LinkedTelling& a, const LinkedTelling& b,
                              const ActorTable& actors, bool same_dead = false);

/// What agreement() gives for one sentence in two articles; no other tellings come near to it.
inline constexpr double as_good_as_one = 100;

/// How well two tellings agree, 0 when they contradict each other or share nobody.
///
/// The more is shared, the higher; 1 is as much as two tellings need to be joined when their dates
/// are both near to a day; vague dates need more. Sentences about different things count against
/// it.
[[nodiscard]] double agreement(const LinkedTelling& a, const LinkedTelling& b,
                               const ActorTable& actors);

/// Whether a telling of an article speaks of what an earlier one tells: a definite noun ("the
/// talks") of the nearest event that it can mean, the beginning of the article of what its title
/// says, or what an attack did of the attack. Requires two tellings of one article, `earlier`
/// before `later`.
[[nodiscard]] bool refers_to(const LinkedTelling& later, const LinkedTelling& earlier,
                             const ActorTable& actors);

}  // namespace annals
