#pragma once

#include <optional>

#include "link/linked_telling.h"

namespace annals {

/// Whether a date has a beginning and an end.
[[nodiscard]] bool is_closed(const EventDate& date);
/// Whether a date only bounds the event: unknown, open on a side, or longer than a month.
[[nodiscard]] bool is_vague(const EventDate& date);

/// The days on which a telling with this date can have been meant: its date; for a past event
/// without one, the month before its article appeared. Nothing when no day can be told.
[[nodiscard]] std::optional<Window> likely_days(const EventDate& date);

/// Both are told of one and the same day.
[[nodiscard]] bool is_same_day(const EventDate& a, const EventDate& b);

/// Some day is allowed by both: also an August of an unknown year and a day in August.
[[nodiscard]] bool dates_agree(const EventDate& a, const EventDate& b);

/// How long two articles appeared one after the other; nothing when a day is not known.
[[nodiscard]] std::optional<date::days> days_between(const LinkArticle& a, const LinkArticle& b);

/// For how long two tellings without a day may be of one event: within a day's news, while it stays
/// in the news, and at most, when they have the same words.
inline constexpr date::days one_news{2};
inline constexpr date::days days_of_news{10};
inline constexpr date::days longest_news{30};

/// Dated in words, and told two weeks after it was or later.
[[nodiscard]] bool is_looking_back(const LinkedTelling& telling);
/// The same, where the other telling has no day in words and is likely to be of its article's news.
[[nodiscard]] bool is_of_earlier_time(const LinkedTelling& telling, const LinkedTelling& other);
/// What was done, and has long been done: a story that tells of it again gives but the year or
/// month.
[[nodiscard]] bool is_long_past(const LinkedTelling& telling);

}  // namespace annals
