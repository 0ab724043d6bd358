#pragma once

#include "link/linked_telling.h"

namespace annals {

/// Whether a date only bounds the event: unknown, open on a side, or longer than a month.
[[nodiscard]] bool is_vague(const EventDate& date);

/// The days on which a telling can have been meant: its date; for a past event without one, the
/// month before its article appeared. Nothing when no day can be told.
[[nodiscard]] std::optional<Window> likely_days(const LinkedTelling& telling);

/// Some day is allowed by both: also an August of an unknown year and a day in August.
[[nodiscard]] bool dates_agree(const EventDate& a, const EventDate& b);

/// How well two tellings agree, 0 when something speaks against their being one event.
///
/// They must be of one type and a status that one event can have in two tellings, share an actor in
/// the same part, leave no actor of the shorter list without a counterpart (an official may stand
/// for the country and the other way round), and not differ in place or badly in counts. The more
/// is shared, the higher; 1 is as much as two tellings need to be joined when their dates are both
/// near to a day; vague dates need 2.
[[nodiscard]] double agreement(const LinkedTelling& a, const LinkedTelling& b,
                               const ActorTable& actors);

}  // namespace annals
