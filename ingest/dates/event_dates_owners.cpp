#include "ingest/dates/event_dates_clauses.h"
#include "ingest/dates/verb_time.h"
#include "ingest/text/one_of.h"
#include "ingest/trees/relations.h"

namespace annals {
namespace {

using Index = std::int32_t;

}  // namespace

/// "said Monday rebels had fled": a day right behind the word of saying is the day of saying,
/// though the tree may hang it on what is said.
void ClauseDates::give_to_saying(DateAnchor& anchor, const TimexMention& mention) const {
  Index said = mention.first_token - 1;
  if (said > 0 && token(said).upos == Upos::ADP) --said;
  if (said < 0 || anchor.governor < mention.last_token || !is_day(mention.timex.date)) return;
  if (token(said).upos != Upos::VERB || !words_->is(TimeWord::says, token(said).lemma)) return;
  const bool past = !now_ || mention.timex.date.first <= *now_;
  const bool told = verb_time(*sentence_, said).direction == Direction::past;
  const bool of_verb =
      token(anchor.governor).upos == Upos::VERB && !token(anchor.head).deprel.starts_with("nsubj");
  if (past && told && of_verb && is_below(*sentence_, anchor.governor, said))
    anchor.governor = said;
}

/// "would investigate the massacre in Rwanda four years ago", "postponed the talks next week": a
/// time that the verb's tense forbids belongs to its object.
void ClauseDates::give_to_object(DateAnchor& anchor) const {
  const bool bounded = anchor.date.precision != Precision::unknown &&
                       anchor.date.first != first_day && anchor.date.last != last_day;
  if (!now_ || anchor.governor < 0 || anchor.relation != TimeRelation::at || !bounded) return;
  if (token(anchor.governor).upos != Upos::VERB) return;
  const VerbTime time = verb_time(*sentence_, anchor.governor);
  const bool behind = anchor.date.last < *now_ && time.direction == Direction::future &&
                      time.finite && !time.infinitive;
  const bool ahead = anchor.date.first > *now_ && time.direction == Direction::past && time.finite;
  if (!behind && !ahead) return;
  const Index object = child(anchor.governor, "obj");
  if (object > anchor.governor && object < anchor.head && token(object).upos == Upos::NOUN)
    anchor.governor = object;
}

/// "adjourned the trial until Tuesday", "called a march for Sunday": the day is that of what is put
/// off or called.
void ClauseDates::give_to_put_off(DateAnchor& anchor, const TimexMention& mention,
                                  std::string_view preposition) const {
  const bool ahead = now_ && mention.timex.date.precision != Precision::unknown &&
                     mention.timex.date.first > *now_;
  if (anchor.governor < 0 || !ahead || !one_of(preposition, {"until", "till", "to", "for"})) return;
  if (!words_->is(TimeWord::put_off, token(anchor.governor).lemma)) return;
  Index patient = child(anchor.governor, "obj");
  if (patient < 0) patient = child(anchor.governor, "nsubj:pass");
  if (patient < 0) return;
  // "a visit that had been scheduled for Sunday"
  if (token(patient).xpos == "WDT") patient = token(anchor.governor).head;
  anchor.governor = patient;
  anchor.relation = TimeRelation::at;
  anchor.date = mention.timex.date;
}

/// "condemned the execution on Tuesday of two men": what stands between a noun and its "of".
void ClauseDates::give_to_parted_noun(DateAnchor& anchor, const TimexMention& mention) const {
  const Index next = mention.last_token;
  if (next >= static_cast<Index>(sentence_->tokens.size()) || token(next).lemma != "of") return;
  Index before = mention.first_token - 1;
  if (before > 0 && token(before).upos == Upos::ADP) --before;
  if (before >= 0 && token(before).upos == Upos::NOUN) anchor.governor = before;
}

}  // namespace annals
