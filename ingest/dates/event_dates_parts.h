#pragma once

#include <optional>
#include <span>
#include <vector>

#include "ingest/dates/event_dates.h"
#include "ingest/dates/event_dates_clauses.h"
#include "ingest/dates/event_dates_story.h"
#include "ingest/dates/event_dates_tense.h"

namespace annals {

/// What Dating knows of an article. Holds references to what Dating was made from.
struct Dating::Parts {
  const Analysis* analysis = nullptr;
  const TimeWords* words = nullptr;
  std::span<const TimexMention> timexes;
  std::vector<ClauseDates> clauses;  ///< one for each sentence
  std::optional<Story> story;
  std::optional<date::sys_days> now;

  DatedBy by_anchor(const DateAnchor& anchor) const {
    return {anchor.date, DateBasis::expression, timexes[anchor.timex].timex.span};
  }
  bool agrees(const DateAnchor& anchor, ClauseTime time, const EventToDate& event) const;
  bool is_of_other_noun(const DateAnchor& anchor, const EventToDate& event) const;
  bool is_of_object(const DateAnchor& anchor, const EventToDate& event) const;
  bool is_of_older_clause(const DateAnchor& anchor, const EventToDate& event) const;
  bool is_of_words_today(const DateAnchor& anchor, const EventToDate& event) const;
  bool lies_too_far_ahead(const DateAnchor& anchor, ClauseTime time,
                          const EventToDate& event) const;
  bool may_date(const DateAnchor& anchor, const EventToDate& event) const;
  DatedBy date_of(const EventToDate& event) const;
  std::optional<DatedBy> by_step(const EventToDate& event) const;
  std::optional<DatedBy> by_what_follows(const EventToDate& event) const;
  bool is_gone_by(const DateAnchor& anchor) const;
  bool is_in_time_clause(const EventToDate& event) const;
  bool is_saying(std::uint32_t sentence, std::int32_t token) const;
  DatedBy by_refusal(const EventToDate& event) const;
  std::optional<date::sys_days> last_day_of_answer(const EventToDate& event) const;
  DatedBy by_saying(const EventToDate& event, ClauseTime time) const;
  std::optional<DatedBy> by_its_when(const EventToDate& event) const;
  [[nodiscard]] std::optional<DatedBy> by_words_of(const EventToDate& event) const;
  [[nodiscard]] std::optional<DatedBy> by_its_subject(const EventToDate& event) const;
  std::optional<date::sys_days> day_of_words(std::uint32_t sentence, std::int32_t saying) const;
  DatedBy by_tense(const EventToDate& event, ClauseTime time) const;
  DatedBy by_past(const EventToDate& event, ClauseTime time) const;
  std::optional<DatedBy> known(const EventToDate& event) const;
  std::optional<DatedBy> by_plan(const EventToDate& event) const;
  DatedBy relative(const EventDate& date) const { return {date, DateBasis::dateline_relative, {}}; }
};

[[nodiscard]] inline bool is_past(ClauseTime time) {
  return time == ClauseTime::told || time == ClauseTime::done || time == ClauseTime::before ||
         time == ClauseTime::reported;
}

}  // namespace annals
