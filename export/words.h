#pragma once

#include <string>
#include <string_view>

#include "export/answer_index.h"
#include "graph/event.h"
#include "graph/event_date.h"

namespace annals {

/// A date for people: "26 Sep 2011", "Sep 2011", "summer 2011", "week of 30 Jul 2012", "2 to 5 May
/// 2011", "by 30 Jul 2012", "from 3 May 2012 on", "about 13 Sep 2011", "August of an unknown year",
/// "undated".
[[nodiscard]] std::string display_date(const EventDate& date);

/// What an event is, in a sentence without a full stop: in the article's words where they stand
/// alone (see clause_title.h), else made from type, mode and participants: "Cameron Munter held
/// talks with Salman Bashir (Islamabad)". How it stands to what happened is not in it: see
/// status_tag().
[[nodiscard]] std::string event_title(const Event& event, const AnswerIndex& index);

/// "" for what happened by the articles' own word, else "[planned]", "[alleged by Mike Mullen]",
/// "[according to officials of Pakistan]".
[[nodiscard]] std::string status_tag(const Event& event, const AnswerIndex& index);

/// "high" from 0.75, "medium" from 0.5, else "low".
[[nodiscard]] std::string_view confidence_word(double confidence);

/// "3 killed, at least 10 wounded"; "" without counts. Values that differ between sources are
/// ranges: "10 to 11 killed".
[[nodiscard]] std::string counts_of(const Event& event);

/// "1 source", "3 sources, 2 independent".
[[nodiscard]] std::string sources_of(const Event& event);

/// A number without needless digits: "11", "2.5"; the same everywhere.
[[nodiscard]] std::string format_number(double value);

/// "1 event", "3 events": the number, and the word for one or for many.
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many);

/// January .. December. Requires 1 <= month <= 12.
[[nodiscard]] std::string_view month_name(unsigned month);

/// True when the first or last day says something: neither undated nor without a year.
[[nodiscard]] bool has_day(const EventDate& date);

/// The bounds as ISO days; "" on the side that is open and for dates without a year.
[[nodiscard]] std::string earliest(const EventDate& date);
[[nodiscard]] std::string latest(const EventDate& date);

}  // namespace annals
