#include <algorithm>

#include "ingest/dates/event_dates_clauses.h"
#include "ingest/dates/verb_time.h"

namespace annals {
namespace {

using Index = std::int32_t;

/// A week at most.
bool is_short(const EventDate& date) {
  return is_bounded(date) && date.last - date.first <= date::days{7};
}

}  // namespace

/// What an occasion comes about by or is set by: "a meeting held on Friday", "a summit scheduled
/// for May 3".
bool ClauseDates::is_held(std::int32_t verb) const {
  const std::string_view lemma = token(verb).lemma;
  return words_->is(TimeWord::occurs, lemma) || words_->is(TimeWord::due, lemma) ||
         words_->is(TimeWord::deferred, lemma);
}

/// "the May 4 attack killed nine people", "won Sunday's election": an event and what it does or
/// what is done with it are of one day.
std::optional<DateAnchor> ClauseDates::of_partner(std::int32_t verb) const {
  const std::string_view lemma = token(verb).lemma;
  Index event = -1;
  if (words_->is(TimeWord::happens, lemma)) event = child(verb, "nsubj");
  if (event >= 0 && token(event).deprel != "nsubj") event = -1;
  if (event < 0 && words_->is(TimeWord::partakes, lemma)) event = child(verb, "obj");
  if (event < 0 || token(event).upos == Upos::PRON) return std::nullopt;
  const auto is_its_day = [](const DateAnchor& anchor) {
    return anchor.relation == TimeRelation::at && is_short(anchor.date);
  };
  for (const DateAnchor& anchor : anchors_) {
    if (anchor.before_noun && anchor.governor == event && is_its_day(anchor)) return anchor;
  }
  // "The raid, which took place on Sunday, left four dead"
  const auto told = inside(event);
  if (!told || !is_its_day(*told)) return std::nullopt;
  // "will attend the summit to be held on May 3"
  const bool its = words_->is(TimeWord::happens, lemma) || is_held(told->governor);
  return its ? told : std::nullopt;
}

/// "killed during fights that erupted on Sunday", "agreed at a meeting held on Friday".
std::optional<DateAnchor> ClauseDates::of_occasion(std::int32_t verb) const {
  for (const Index c : children(verb)) {
    if (!token(c).deprel.starts_with("obl") || token(c).upos == Upos::PRON || c < verb) continue;
    const Index mark = child(c, "case");
    if (mark < 0 || !words_->is(TimeWord::during, token(mark).lemma)) continue;
    const auto found = inside(c);
    if (!found || found->relation != TimeRelation::at || !is_short(found->date)) continue;
    if (is_held(found->governor)) return found;
  }
  return std::nullopt;
}

/// "Since the truce began on May 2, many have been killed", "After carrying out a test on May 2,
/// they agreed": from that day on.
std::optional<DateAnchor> ClauseDates::from_clause(std::int32_t verb) const {
  const VerbTime time = verb_time(*sentence_, verb);
  for (const std::string_view wanted : {"since", "after"}) {
    const bool since = wanted == "since";
    if (since ? !time.perfect : time.direction != Direction::past) continue;
    for (const Index c : children(verb)) {
      if (!token(c).deprel.starts_with("advcl") || (!since && c > verb)) continue;
      const Index mark = child(c, "mark");
      if (mark < 0 || token(mark).lemma != wanted) continue;
      auto found = own(c);
      if (!found || found->relation != TimeRelation::at || found->date.last == last_day) continue;
      found->relation = relation_of(wanted);
      found->date = related(found->date, found->relation, now_);
      return found;
    }
  }
  return std::nullopt;
}

/// "When he came a year ago, they agreed": of that time.
std::optional<DateAnchor> ClauseDates::of_when_clause(std::int32_t verb) const {
  const VerbTime time = verb_time(*sentence_, verb);
  if (time.perfect || time.direction == Direction::unknown) return std::nullopt;
  for (const Index c : children(verb)) {
    if (!token(c).deprel.starts_with("advcl")) continue;
    const Index when = std::max(child(c, "advmod"), child(c, "mark"));
    if (when < 0 || token(when).lemma != "when") continue;
    const auto found = own(c);
    const bool same = verb_time(*sentence_, c).direction == time.direction;
    if (same && found && found->relation == TimeRelation::at) return found;
  }
  return std::nullopt;
}

/// "divided since 1974, when troops landed": the clause is of that year itself.
std::optional<DateAnchor> ClauseDates::told_by_when(std::int32_t verb) const {
  const Index when = child(verb, "advmod");
  if (when < 1 || token(when).lemma != "when") return std::nullopt;
  const Index before = token(when - 1).form == "," ? when - 2 : when - 1;
  for (const DateAnchor& anchor : anchors_) {
    if (anchor.head != before && (before < 0 || token(before).head != anchor.head)) continue;
    DateAnchor same = anchor;
    same.relation = TimeRelation::at;
    same.date = anchor.named;
    return same;
  }
  return std::nullopt;
}

/// "held a meeting on Friday at which they agreed": of the time of the meeting.
bool ClauseDates::is_at_which(std::int32_t verb) const {
  return std::any_of(children(verb).begin(), children(verb).end(), [&](Index c) {
    const Index mark = child(c, "case");
    return token(c).lemma == "which" && mark >= 0 &&
           words_->is(TimeWord::during, token(mark).lemma);
  });
}

}  // namespace annals
