#pragma once

#include <string_view>

#include "link/linked_telling.h"

namespace annals {

/// The type under which tellings are compared: what one calls a retreat another calls a concession.
[[nodiscard]] std::string_view family(std::string_view type);
/// "190", "04": a code that tells no more than its root.
[[nodiscard]] bool is_root_only(std::string_view cameo);

/// Whether a date only bounds the event: unknown, open on a side, or longer than a month.
[[nodiscard]] bool is_vague(const EventDate& date);

/// The days on which a telling with this date can have been meant: its date; for a past event
/// without one, the month before its article appeared. Nothing when no day can be told.
[[nodiscard]] std::optional<Window> likely_days(const EventDate& date);

/// Some day is allowed by both: also an August of an unknown year and a day in August.
[[nodiscard]] bool dates_agree(const EventDate& a, const EventDate& b);

/// Whether something speaks against two tellings being one event: type, status, date, place,
/// counts, or somebody named in each who has no counterpart in the other (an official may stand for
/// the country and the other way round). Within one article less does: its derived dates follow
/// from tense alone, and a plan and its end are told together.
[[nodiscard]] bool contradict(const LinkedTelling& a, const LinkedTelling& b,
                              const ActorTable& actors);

/// How well two tellings agree, 0 when they contradict each other or share nobody.
///
/// The more is shared, the higher; 1 is as much as two tellings need to be joined when their dates
/// are both near to a day; vague dates need more.
[[nodiscard]] double agreement(const LinkedTelling& a, const LinkedTelling& b,
                               const ActorTable& actors);

/// Whether a telling of an article speaks of what an earlier one tells: a definite noun ("the
/// talks") of the nearest event that it can mean, or the beginning of the article of what its title
/// says. Requires two tellings of one article, `earlier` before `later`.
[[nodiscard]] bool refers_to(const LinkedTelling& later, const LinkedTelling& earlier,
                             const ActorTable& actors);

}  // namespace annals
