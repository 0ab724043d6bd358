#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "graph/event_date.h"
#include "ingest/dates/event_dates_steps.h"
#include "ingest/dates/time_words.h"
#include "ingest/dates/timex.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// True for a date of a single day.
[[nodiscard]] inline bool is_day(const EventDate& date) { return date.precision == Precision::day; }
/// Both its ends are told.
[[nodiscard]] inline bool is_bounded(const EventDate& date) {
  return date.precision != Precision::unknown && date.first != first_day && date.last != last_day;
}

/// How an expression stands to what it dates.
enum class TimeRelation : std::uint8_t { at, after, before, since, until };

/// The relation that a preposition puts its time in: after for "following", at for "on".
[[nodiscard]] TimeRelation relation_of(std::string_view preposition);

/// What a time says of an event that stands to it in `relation`, closed by the publication day on
/// the other side: "since 2009" is 2009-01-01 to `now`.
[[nodiscard]] EventDate related(const EventDate& date, TimeRelation relation,
                                std::optional<date::sys_days> now);

/// An expression of a sentence and the word that it hangs on.
struct DateAnchor {
  std::uint32_t timex = 0;     ///< index of the article's expressions
  std::int32_t head = 0;       ///< its own head word
  std::int32_t governor = -1;  ///< the verb or noun that it dates; -1 for the root of a headline
  std::int32_t noun =
      -1;  ///< the noun that it stands beside, when the verb governs it all the same
  std::int32_t stage =
      -1;  ///< the verb whose time or place its noun is: "at a Friday meeting, he said"
  TimeRelation relation = TimeRelation::at;
  bool compared = false;  ///< belongs to what is compared with: "up from $9 million a year earlier"
  std::int32_t compared_from = 0;  ///< where that begins
  bool before_noun = false;  ///< stands before the noun that it dates: "the September 13 attack"
  bool borrowed = false;     ///< reached through the word that governs the one asked for
  bool length = false;       ///< a length counted from the publication day: "in the past week"
  bool clock = false;        ///< a bare time of day, taken for one of the publication day
  EventDate named;           ///< the days of the expression itself
  EventDate date;            ///< what it says of its governor, relation included
};

/// A sentence with its tree turned round, and the expressions on it.
class ClauseDates {
 public:
  ClauseDates(const Sentence& sentence, std::span<const TimexMention> timexes,
              std::uint32_t first_timex, const TimeWords& words, std::optional<date::sys_days> now);

  [[nodiscard]] const Sentence& sentence() const { return *sentence_; }
  [[nodiscard]] const std::vector<DateAnchor>& anchors() const { return anchors_; }
  [[nodiscard]] const std::vector<TimeStep>& steps() const { return steps_; }
  [[nodiscard]] std::optional<date::sys_days> now() const { return now_; }

  /// The visit or the like that the verb is about, or the word itself where it is one: "start a
  /// tour", "leave for a visit"; -1 for none.
  [[nodiscard]] std::int32_t trip_of(std::int32_t token) const;
  /// How long the trip that the word is or is about lasts, where the sentence tells.
  [[nodiscard]] std::optional<date::days> stay_of(std::int32_t token) const;

  /// The expression that the tree gives to the word, by its own or by what it is bound to: its
  /// object, the verb that it is joined with, the verb whose object it is. Nothing when no
  /// expression reaches it.
  [[nodiscard]] std::optional<DateAnchor> date_of(std::int32_t token) const;

  /// What dates the speech or the writing in which the act of saying was done: "rejected the demand
  /// in a letter sent on Friday". Nothing for a verb with a time of its own.
  [[nodiscard]] std::optional<DateAnchor> day_of_speech(std::int32_t verb) const;

  /// What the verb before it left its object in, so of the same time: "left three soldiers
  /// injured".
  [[nodiscard]] bool is_result(std::int32_t participle) const;

  /// "the third attack this month", "was the deadliest this year": the time is that of the count,
  /// up to the publication day and beyond; the one spoken of was on some day of it.
  [[nodiscard]] bool is_of_count(const DateAnchor& anchor, std::int32_t token) const;

  /// The expression that hangs on the word itself.
  [[nodiscard]] std::optional<DateAnchor> own(std::int32_t token) const;

  /// The expression that tells when something was said: its own, that of a verb of saying it is
  /// joined with, that of "Speaking on Monday, ...".
  [[nodiscard]] std::optional<DateAnchor> day_of_saying(std::int32_t token) const;

  /// The expression that opens the verb's clause, before its subject: "On Friday, police said".
  [[nodiscard]] std::optional<DateAnchor> fronted(std::int32_t verb) const;

  /// The nearest expression that no other clause stands between: for where the tree may be wrong.
  [[nodiscard]] std::optional<DateAnchor> nearest(std::int32_t token) const;

  [[nodiscard]] const std::vector<std::int32_t>& children(std::int32_t token) const {
    return children_[static_cast<std::size_t>(token)];
  }
  [[nodiscard]] const Token& token(std::int32_t i) const { return sentence_->at(i); }
  /// The first child with this relation (or a subtype of it), or -1.
  [[nodiscard]] std::int32_t child(std::int32_t token, std::string_view deprel) const;

 private:
  [[nodiscard]] std::optional<DateAnchor> anchor_of(std::span<const TimexMention> timexes,
                                                    std::size_t i) const;
  [[nodiscard]] std::string_view preposition_of(const TimexMention& mention,
                                                std::int32_t head) const;
  void bind(DateAnchor& anchor, const TimexMention& mention, std::string_view preposition,
            std::span<const TimexMention> timexes) const;
  [[nodiscard]] std::optional<EventDate> range_from(const TimexMention& first,
                                                    const TimexMention& second) const;
  [[nodiscard]] bool is_vague(const TimexMention& mention) const;
  [[nodiscard]] bool is_called(const TimexMention& mention) const;
  /// "at 9 pm Sunday (0200 GMT Monday)": the same moment by another clock.
  [[nodiscard]] bool is_other_clock(const TimexMention& mention) const;
  [[nodiscard]] DateAnchor seen_from(DateAnchor anchor, std::int32_t token) const;
  [[nodiscard]] bool is_in_clause_before(const DateAnchor& anchor, std::int32_t token) const;
  [[nodiscard]] bool is_in_inner_clause(const DateAnchor& anchor, std::int32_t token) const;
  [[nodiscard]] bool is_recent_day(const DateAnchor& anchor) const;
  [[nodiscard]] bool is_of_saying(const DateAnchor& anchor, std::int32_t token) const;
  [[nodiscard]] bool is_of_verb_above(const DateAnchor& anchor, std::int32_t token) const;
  [[nodiscard]] bool is_told_further_on(const DateAnchor& anchor, std::int32_t token) const;
  [[nodiscard]] bool is_after_fact(const DateAnchor& anchor, std::int32_t token) const;
  [[nodiscard]] bool claimed_by_other(const DateAnchor& anchor, std::int32_t token) const;
  [[nodiscard]] std::optional<DateAnchor> lifted(std::int32_t token) const;
  [[nodiscard]] std::optional<DateAnchor> of_partner(std::int32_t verb) const;
  [[nodiscard]] std::optional<DateAnchor> from_clause(std::int32_t verb) const;
  [[nodiscard]] std::optional<DateAnchor> of_when_clause(std::int32_t verb) const;
  [[nodiscard]] std::optional<DateAnchor> of_occasion(std::int32_t verb) const;
  [[nodiscard]] DateAnchor sharpened(DateAnchor anchor, std::int32_t token) const;
  [[nodiscard]] std::optional<DateAnchor> bounded(std::int32_t head, std::string_view mark,
                                                  int steps) const;
  [[nodiscard]] bool is_held(std::int32_t verb) const;
  [[nodiscard]] bool is_cause(std::int32_t verb) const;
  void lift(DateAnchor& anchor) const;
  void close_start(DateAnchor& anchor, std::string_view preposition) const;
  void give_to_told(DateAnchor& anchor) const;
  void give_to_inner_clause(DateAnchor& anchor) const;
  [[nodiscard]] bool is_ended(std::int32_t noun) const;
  void give_to_saying(DateAnchor& anchor, const TimexMention& mention) const;
  [[nodiscard]] std::int32_t thing_before(std::int32_t before, std::int32_t verb) const;
  void give_to_object(DateAnchor& anchor, const TimexMention& mention) const;
  void give_to_parted_noun(DateAnchor& anchor, const TimexMention& mention) const;
  void give_to_put_off(DateAnchor& anchor, const TimexMention& mention,
                       std::string_view preposition) const;
  [[nodiscard]] bool is_apart(std::int32_t noun) const;
  void tie_to_name(DateAnchor& anchor, const TimexMention& mention) const;
  void mark_comparison(DateAnchor& anchor, const TimexMention& mention) const;
  void unbind_loose_day(DateAnchor& anchor, const TimexMention& mention) const;
  [[nodiscard]] std::optional<DateAnchor> through_arguments(std::int32_t token) const;
  [[nodiscard]] std::optional<DateAnchor> inside(std::int32_t token) const;
  [[nodiscard]] std::optional<DateAnchor> reach(std::int32_t token, int steps) const;
  [[nodiscard]] std::optional<DateAnchor> told_by_when(std::int32_t verb) const;
  [[nodiscard]] bool is_at_which(std::int32_t verb) const;
  [[nodiscard]] std::optional<DateAnchor> borrowed(std::int32_t token, bool verb, int steps) const;

  const Sentence* sentence_;
  const TimeWords* words_;
  std::optional<date::sys_days> now_;
  std::vector<std::vector<std::int32_t>> children_;
  std::vector<DateAnchor> anchors_;
  std::vector<TimeStep> steps_;
  std::vector<Stay> stays_;
};

}  // namespace annals
