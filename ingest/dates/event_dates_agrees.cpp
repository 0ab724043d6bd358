#include "ingest/dates/event_dates_parts.h"
#include "ingest/dates/verb_time.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

using date::days;
using Index = std::int32_t;

}  // namespace

/// What is to come is not dated by a day gone by ("agreed on Monday to meet"), nor the other way
/// round.
bool Dating::Parts::agrees(const DateAnchor& anchor, ClauseTime time,
                           const EventToDate& event) const {
  if (anchor.date.precision == Precision::unknown) return anchor.date.month != 0;
  if (!now) return true;
  if (lies_too_far_ahead(anchor, time, event)) return false;
  const bool behind = anchor.relation == TimeRelation::after && anchor.date.last <= *now;
  if (time == ClauseTime::ahead && behind) return false;  // "will leave after last year's war"
  if (!anchor.borrowed) {  // "promised a vote next year after the delegates agreed"
    // but "were to meet on June 12" is no past
    const bool gone = time == ClauseTime::ahead && anchor.governor != event.token &&
                      anchor.date.last < *now && anchor.relation == TimeRelation::at;
    return !gone || !is_of_object(anchor, event);
  }
  if (time == ClauseTime::ahead) {
    return is_of_words_today(anchor, event) ? anchor.date.last > *now : anchor.date.last >= *now;
  }
  if (time == ClauseTime::now && *now - anchor.date.last > days{7})
    return !is_of_older_clause(anchor, event);
  if (!is_past(time)) return true;
  // "will call this week for an end to the strikes": that week is not theirs
  const Sentence& sentence = clauses[event.sentence].sentence();
  const Index verb = governing_verb(sentence, event.token);
  const bool under_future = verb >= 0 && verb_time(sentence, verb).direction == Direction::future;
  return under_future ? anchor.date.last <= *now : anchor.date.first <= *now;
}

/// "thanks for a visit next month": the time is that of a noun inside the phrase.
bool Dating::Parts::is_of_other_noun(const DateAnchor& anchor, const EventToDate& event) const {
  const Sentence& sentence = clauses[event.sentence].sentence();
  Index up = anchor.governor;
  for (int steps = 0; up >= 0 && up != event.token && steps < 6; ++steps) {
    if (sentence.at(up).upos == Upos::NOUN && sentence.at(up).deprel.starts_with("nmod"))
      return true;
    up = sentence.at(up).head;
  }
  return false;
}

/// "will investigate the attack of April 30", "face charges for a raid last year", "in the trial
/// for a killing ordered in May": of what the word is about, not of the word; but "the massacre of
/// twelve people in the village last year" has that year itself.
bool Dating::Parts::is_of_object(const DateAnchor& anchor, const EventToDate& event) const {
  const ClauseDates& clause = clauses[event.sentence];
  if (clause.token(event.token).upos == Upos::VERB) return true;
  Index up = anchor.governor;
  for (int steps = 0; up >= 0 && up != event.token && steps < 6; ++steps) {
    const Token& word = clause.token(up);
    if (word.upos == Upos::VERB && word.head != event.token) return true;
    const Index mark = clause.child(up, "case");
    const bool place =
        mark < 0 || one_of(clause.token(mark).lemma, {"in", "at", "of", "near", "from", "by"});
    if (word.upos == Upos::NOUN && !place) return true;
    up = word.head;
  }
  return up != event.token;
}

/// "an accord of 1995 under which it is returned", "was freed in 2004 and now leads them": what is
/// so today has no time of another clause; but "last month one is killed when a bomb explodes".
bool Dating::Parts::is_of_older_clause(const DateAnchor& anchor, const EventToDate& event) const {
  if (anchor.governor < 0) return false;
  const Sentence& sentence = clauses[event.sentence].sentence();
  const Token& word = sentence.at(event.token);
  if (word.xpos == "VBG" && word.deprel.starts_with("acl")) return false;
  return verb_time(sentence, anchor.governor).direction != Direction::present;
}

/// "expressed thanks for a visit next month", "ordered it to report by June": nothing past is of a
/// time to come. What was planned or put off may be.
bool Dating::Parts::lies_too_far_ahead(const DateAnchor& anchor, ClauseTime time,
                                       const EventToDate& event) const {
  const Sentence& sentence = clauses[event.sentence].sentence();
  const Token& word = sentence.at(event.token);
  const bool verb = word.upos == Upos::VERB;
  if (!now || !is_past(time) || anchor.date.last <= *now) return false;
  if (!verb && (event.status != Status::happened || !is_of_other_noun(anchor, event))) return false;
  if (verb && verb_time(sentence, event.token).infinitive) return false;
  const bool is_over = time == ClauseTime::told || time == ClauseTime::done;
  if (!is_over && (words->is(TimeWord::ahead, word.lemma) || words->is(TimeWord::due, word.lemma)))
    return false;
  const bool closes = anchor.date.first == *now && (anchor.relation == TimeRelation::before ||
                                                    anchor.relation == TimeRelation::until);
  // but "will publish it after hearing the council on Dec. 5"
  const bool later = anchor.relation == TimeRelation::at && anchor.date.first > *now;
  return closes || (later && !(verb && word.xpos == "VBG"));
}

/// "said Monday it would pay", in a text of that Monday: the day is that of the words, not of the
/// paying; but "was expected later on Monday to pay" is of Monday.
bool Dating::Parts::is_of_words_today(const DateAnchor& anchor, const EventToDate& event) const {
  if (anchor.governor < 0 || anchor.governor == event.token) return false;
  const Sentence& sentence = clauses[event.sentence].sentence();
  const std::string_view lemma = sentence.at(anchor.governor).lemma;
  if (verb_time(sentence, anchor.governor).direction != Direction::past || lemma == "expect" ||
      words->is(TimeWord::due, lemma) || words->is(TimeWord::deferred, lemma)) {
    return false;
  }
  return event.status != Status::happened ||
         (sentence.at(event.token).upos == Upos::VERB && verb_time(sentence, event.token).finite);
}

bool Dating::Parts::may_date(const DateAnchor& anchor, const EventToDate& event) const {
  if (anchor.date.precision == Precision::unknown) return anchor.date.month != 0;
  if (!now) return true;
  const Sentence& sentence = clauses[event.sentence].sentence();
  const Index verb = governing_verb(sentence, event.token);
  const VerbTime time = verb < 0 ? VerbTime{} : verb_time(sentence, verb);
  const bool noun = verb != event.token;
  switch (time.direction) {
    case Direction::future:
    case Direction::present:
      return noun || anchor.date.last >= *now;
    case Direction::past:
      return time.infinitive || anchor.date.first <= *now;
    default:
      return true;
  }
}

}  // namespace annals
