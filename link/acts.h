#pragma once

#include <string_view>

#include "link/linked_telling.h"

namespace annals {

/// The type under which tellings are compared: what one calls a retreat another calls a concession.
[[nodiscard]] std::string_view family(std::string_view type);
/// "190", "04": a code that tells no more than its root.
[[nodiscard]] bool is_root_only(std::string_view cameo);
/// Whether two codes of one root may tell of one act: a phone call is no visit, a lawsuit no
/// rebuke.
[[nodiscard]] bool codes_agree(std::string_view a, std::string_view b);
/// What is to be, or was to be.
[[nodiscard]] bool is_plan(Status status);
/// Words and talks, which the same people have often enough to need a day to tell them apart.
[[nodiscard]] bool is_told_often(const Mention& mention);
/// A contact told as one's coming to another, or as having him.
[[nodiscard]] bool is_visit(const Mention& mention);
/// What is done by saying it, but for talks and what is signed.
[[nodiscard]] bool is_remark(const Mention& mention);
/// Of these, what says how one thinks of somebody or something: blame, praise, a refusal.
[[nodiscard]] bool is_opinion(const Mention& mention);
/// Codes of acts of which one month has many: talks, words, blows, arrests.
[[nodiscard]] bool is_common_act(std::string_view cameo);
/// Whether both kill the same man by name, which happens once.
[[nodiscard]] bool is_told_of_one_death(const LinkedTelling& a, const LinkedTelling& b,
                                        const ActorTable& actors);
/// Whether both tell of as many dead, and of so many that few other attacks of those days had them.
[[nodiscard]] bool is_told_with_one_toll(const Mention& a, const Mention& b);
/// One or the other.
[[nodiscard]] bool is_told_of_the_same_dead(const LinkedTelling& a, const LinkedTelling& b,
                                            const ActorTable& actors);
/// Whether it tells of dead by whom it can be known again: a man by name, or so many.
[[nodiscard]] bool is_told_with_known_dead(const LinkedTelling& telling, const ActorTable& actors);

/// Two countries, or two places some 300 km apart. A place within its country's middle is nearer or
/// unknown.
[[nodiscard]] bool places_differ(const Mention& a, const Mention& b);
/// One counts far more than the other. On the day itself the dead are still being counted, so more
/// is allowed then.
[[nodiscard]] bool counts_differ(const LinkedTelling& a, const LinkedTelling& b);
/// Whether both tell how many were killed, or both how many were wounded, and so on.
[[nodiscard]] bool counts_of_one_kind(const Mention& a, const Mention& b);
/// The greatest number that both say of the same; 0 when there is none, or it is but a few.
[[nodiscard]] double count_in_common(const Mention& a, const Mention& b);
/// A number that is hardly said of two events by chance.
inline constexpr double telling_count = 20;
/// Of the dead fewer do.
inline constexpr double telling_toll = 12;

}  // namespace annals
