#include <algorithm>
#include <cstdlib>

#include "ingest/dates/event_dates_clauses.h"
#include "ingest/dates/verb_time.h"
#include "ingest/trees/relations.h"

namespace annals {

/// The expression closes another clause in front: "Since the forum was founded in 2000, trade has
/// grown".
bool ClauseDates::is_in_clause_before(const DateAnchor& anchor, std::int32_t at) const {
  if (anchor.head > at || anchor.governor < 0) return false;
  const std::int32_t clause = governing_verb(*sentence_, anchor.governor);
  if (clause < 0 || clause > anchor.head || clause == governing_verb(*sentence_, at)) return false;
  // "Founded in 1921, the party won": but "Speaking on Friday, he said" is of one time
  const bool participle = token(clause).xpos == "VBN" && child(clause, "nsubj") < 0;
  const bool marked = child(clause, "mark") >= 0;
  const std::string_view relation = token(clause).deprel;
  if (participle ? !relation.starts_with("advcl") && !relation.starts_with("acl")
                 : !marked || !relation.starts_with("advcl")) {
    return false;
  }
  for (std::int32_t i = anchor.head + 1; i < at; ++i) {
    if (token(i).form == ",") return true;
  }
  return false;
}

/// The expression stands inside of a clause that a noun of the event's clause has: "arrested a man
/// accused of killing a judge in 2001". A day or a week close by may be the event's all the same,
/// as the tree tells the two apart badly: "arrested a man carrying a bomb on Friday".
bool ClauseDates::is_in_inner_clause(const DateAnchor& anchor, std::int32_t at) const {
  if (anchor.head < at) return false;
  const bool short_time =
      is_bounded(anchor.date) && anchor.date.last - anchor.date.first < date::days{7};
  const bool near = short_time && now_ && *now_ - anchor.date.first <= date::days{7};
  if (near) return false;
  bool inner = false;
  std::int32_t up = anchor.governor;
  for (int steps = 0; up >= 0 && up != at && steps < 12; ++steps) {
    inner =
        inner || (up > at && token(up).upos == Upos::VERB && token(up).deprel.starts_with("acl"));
    up = token(up).head;
  }
  return inner && up == at;
}

/// A day of the last week.
bool ClauseDates::is_recent_day(const DateAnchor& anchor) const {
  return now_ && anchor.date.precision == Precision::day && anchor.date.first <= *now_ &&
         *now_ - anchor.date.first <= date::days{7};
}

/// "said on Monday that troops had crossed the border": the day is that of saying.
bool ClauseDates::is_of_saying(const DateAnchor& anchor, std::int32_t at) const {
  if (anchor.governor < 0 || anchor.governor > at || fronted(anchor.governor)) return false;
  if (!verb_time(*sentence_, at).past_perfect || !is_below(*sentence_, at, anchor.governor))
    return false;
  // "broke its silence on Monday, admitting that troops had crossed"
  for (std::int32_t up = token(at).head; up >= 0; up = token(up).head) {
    if (words_->is(TimeWord::says, token(up).lemma)) return true;
    if (up == anchor.governor) break;
  }
  return false;
}

/// "rejected on Wednesday an agreement reached between the two": what a noun went through lies
/// before.
bool ClauseDates::is_of_verb_above(const DateAnchor& anchor, std::int32_t at) const {
  const Token& word = token(at);
  const bool goes_on = std::any_of(children(at).begin(), children(at).end(),
                                   [&](std::int32_t c) { return token(c).form == "being"; });
  const bool participle = word.xpos == "VBN" && word.deprel == "acl" && !is_result(at) && !goes_on;
  // "charged on Tuesday with abusing boys"
  const bool deed = word.xpos == "VBG" && word.head >= 0 && word.deprel != "xcomp" &&
                    words_->is(TimeWord::behind, token(word.head).lemma);
  if (deed) return anchor.head < at && anchor.governor == word.head;
  return participle && anchor.head < at && anchor.governor >= 0 && word.head > anchor.head &&
         is_below(*sentence_, word.head, anchor.governor);
}

/// "said on Wednesday, in reply to reports saying troops had fled": the day is not of what the
/// reports say.
bool ClauseDates::is_told_further_on(const DateAnchor& anchor, std::int32_t at) const {
  if (anchor.head > at || !is_day(anchor.date)) return false;
  std::int32_t below = at;
  for (int steps = 0; steps < 3; ++steps) {
    const std::int32_t up = token(below).head;
    if (up <= anchor.head) return false;
    const Token& saying = token(up);
    if (token(below).deprel.starts_with("ccomp") && saying.upos == Upos::VERB &&
        saying.xpos == "VBG" && words_->is(TimeWord::says, saying.lemma)) {
      return true;
    }
    below = up;
  }
  return false;
}

/// "went on trial on Tuesday, accused of killing two": what somebody is accused or convicted of
/// lies before the day.
bool ClauseDates::is_after_fact(const DateAnchor& anchor, std::int32_t at) const {
  if (anchor.head > at) return false;
  std::int32_t below = at;
  for (int steps = 0; steps < 4; ++steps) {
    const std::int32_t up = token(below).head;
    if (up <= anchor.head || up > at) return false;
    if (words_->is(TimeWord::behind, token(up).lemma) &&
        !token(below).deprel.starts_with("nsubj")) {
      return true;
    }
    below = up;
  }
  return false;
}

/// The expression hangs on a predicate that the event does not stand under: "notes due Oct. 15,
/// priced at par".
bool ClauseDates::claimed_by_other(const DateAnchor& anchor, std::int32_t at) const {
  if (anchor.governor < 0 || anchor.governor == at) return false;
  const Token& owner = token(anchor.governor);
  // "came a week after a court convicted two of a murder in 1992": no time of the coming
  const bool stepped_from = std::any_of(steps_.begin(), steps_.end(), [&](const TimeStep& step) {
    return step.main == at && step.other == anchor.governor;
  });
  if (stepped_from && !is_recent_day(anchor)) return true;
  // "near the record high set on Aug. 6"
  const bool clause_of_noun = owner.upos == Upos::VERB && owner.deprel.starts_with("acl");
  if (owner.upos != Upos::ADJ && !clause_of_noun) return false;
  // "two were killed and five others wounded on Friday": of the others it is told with one word
  // less, which the tree takes for an attribute
  const bool joined =
      clause_of_noun && (token(owner.head).deprel == "conj" || child(owner.head, "cc") >= 0);
  const bool gapped =
      joined && owner.xpos == "VBN" && at < anchor.governor && token(at).xpos == "VBN";
  if (gapped) return false;
  if (!clause_of_noun && verb_time(*sentence_, anchor.governor).infinitive) return false;
  // "arrested a man carrying a bomb on Friday": of either
  if (clause_of_noun && owner.xpos == "VBG" && at < anchor.governor && is_recent_day(anchor) &&
      is_below(*sentence_, anchor.governor, at)) {
    return false;
  }
  return !is_below(*sentence_, at, anchor.governor);
}

/// The nearest expression that no other clause stands between: for when the tree hung it on the
/// wrong word.
std::optional<DateAnchor> ClauseDates::nearest(std::int32_t at) const {
  const auto finite = [&](std::int32_t i) {
    const Token& word = token(i);
    if (word.upos == Upos::AUX) return word.deprel == "cop";
    return word.upos == Upos::VERB && verb_time(*sentence_, i).finite;
  };
  const std::int32_t clause = governing_verb(*sentence_, at);
  const bool apart_noun = clause != at && is_apart(at);
  std::optional<DateAnchor> best;
  for (const DateAnchor& anchor : anchors_) {
    if (anchor.before_noun && anchor.governor != at) continue;
    if (anchor.compared && at < anchor.compared_from) continue;
    if (is_in_inner_clause(anchor, at) || is_in_clause_before(anchor, at)) continue;
    if (is_of_saying(anchor, at) || is_of_verb_above(anchor, at)) continue;
    if (is_after_fact(anchor, at) || is_told_further_on(anchor, at)) continue;
    // "the toll of the attack rose on Wednesday"
    const bool of_subject = at < clause && clause < anchor.head && anchor.governor == clause;
    if (claimed_by_other(anchor, at) || (apart_noun && (anchor.head < at || of_subject))) continue;
    const std::int32_t from = std::min(at, anchor.head) + 1;
    const std::int32_t to = std::max(at, anchor.head);
    bool apart = false;
    for (std::int32_t i = from; i < to && !apart; ++i) {
      apart = (finite(i) && i != clause && token(i).head != at) || token(i).form == ";";
    }
    if (apart) continue;
    if (best && std::abs(best->head - at) <= std::abs(anchor.head - at)) continue;
    best = anchor;
  }
  return best ? std::optional(seen_from(*best, at)) : best;
}

}  // namespace annals
