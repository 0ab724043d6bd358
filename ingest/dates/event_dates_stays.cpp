#include <algorithm>

#include "ingest/dates/event_dates_clauses.h"

// Visits and the like, which last, and what is begun or ended on a day.

namespace annals {
namespace {

using Index = std::int32_t;

}  // namespace

std::int32_t ClauseDates::trip_of(std::int32_t at) const {
  if (at < 0 || words_->is(TimeWord::trips, token(at).lemma)) return at;
  for (const Index c : children(at)) {
    const std::string_view relation = token(c).deprel;
    const bool about = relation == "obj" || relation.starts_with("obl");
    if (!about || !words_->is(TimeWord::trips, token(c).lemma)) continue;
    const Index mark = child(c, "case");
    if (mark < 0 || token(mark).lemma == "for" || token(mark).lemma == "on") return c;
  }
  return -1;
}

std::optional<date::days> ClauseDates::stay_of(std::int32_t at) const {
  const Index trip = trip_of(at);
  for (const Stay& stay : stays_) {
    if (stay.word == at || stay.word == trip) return stay.length;
  }
  return std::nullopt;
}

/// "will pay a five-day visit from May 3": to May 7; "will start from May 3": on that day.
void ClauseDates::close_start(DateAnchor& anchor, std::string_view preposition) const {
  if (preposition != "from" || anchor.relation != TimeRelation::since || anchor.governor < 0 ||
      !is_day(anchor.named)) {
    return;
  }
  const date::sys_days first = anchor.named.first;
  if (const auto length = stay_of(anchor.governor)) {
    anchor.date = *length > date::days{1} ? interval_date(first, first + *length - date::days{1})
                                          : day_date(first);
    anchor.relation = TimeRelation::at;
  } else if (words_->is(TimeWord::starts, token(anchor.governor).lemma)) {
    anchor.date = anchor.named;
    anchor.relation = TimeRelation::at;
  }
}

/// "The war ended on Friday": the day is that of its end.
bool ClauseDates::is_ended(std::int32_t noun) const {
  const Token& word = token(noun);
  return word.deprel == "nsubj" && words_->is(TimeWord::lasting, word.lemma) &&
         words_->is(TimeWord::ends, token(word.head).lemma) && child(word.head, "obj") < 0;
}

}  // namespace annals
