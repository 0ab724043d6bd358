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

/// "A van was seen near the convoy, on Friday, police said": a day between what is told and who
/// says it is of what is told.
void ClauseDates::give_to_told(DateAnchor& anchor) const {
  const Index said = anchor.governor;
  if (said < 0 || anchor.head > said || !words_->is(TimeWord::says, token(said).lemma)) return;
  const Index subject = child(said, "nsubj");
  const Index told =
      token(said).deprel.starts_with("parataxis") ? token(said).head : child(said, "ccomp");
  const bool between = told >= 0 && told < anchor.head && anchor.head < subject && subject < said;
  if (between && token(told).upos == Upos::VERB && token(anchor.head + 1).form == ",")
    anchor.governor = told;
}

/// What stands before a time and may have it: the massacre of "the massacre in Rwanda four years
/// ago", past names and places; -1 for none.
std::int32_t ClauseDates::thing_before(std::int32_t before, std::int32_t verb) const {
  constexpr int most = 8;  // words that are looked at
  if (before > verb + 1 && token(before).upos == Upos::ADP) --before;
  Index up = before;
  for (int steps = 0; up > verb && steps < most; ++steps, up = token(up).head) {
    const Token& word = token(up);
    if (word.upos == Upos::VERB || word.upos == Upos::PUNCT) return -1;
    const Index mark = child(up, "case");
    const bool within = mark >= 0 && one_of(token(mark).lemma, {"in", "at", "of", "near", "to"});
    if (word.upos == Upos::NOUN && !within) return up;
  }
  return -1;
}

/// "would investigate the massacre in Rwanda four years ago", "called for talks next week": a time
/// that the verb's tense forbids belongs to what stands before it.
void ClauseDates::give_to_object(DateAnchor& anchor, const TimexMention& mention) const {
  if (!now_ || anchor.governor < 0 || anchor.relation != TimeRelation::at) return;
  if (!is_bounded(anchor.date)) return;
  if (token(anchor.governor).upos != Upos::VERB) return;
  const VerbTime time = verb_time(*sentence_, anchor.governor);
  const bool behind = time.direction == Direction::present
                          ? *now_ - anchor.date.last > date::days{7}
                          : anchor.date.last < *now_ && time.direction == Direction::future;
  const bool ahead = anchor.date.first > *now_ && time.direction == Direction::past;
  // "will be signed after they met in May": the past of what is to come
  const bool marked = child(anchor.governor, "mark") >= 0;
  // "followed a rally on Saturday"
  const bool follows = relation_of(token(anchor.governor).lemma) == TimeRelation::after;
  if (!follows && (!time.finite || !(behind || (ahead && !marked)))) return;
  const Index thing = thing_before(mention.first_token - 1, anchor.governor);
  if (thing >= 0) anchor.governor = thing;
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

/// "have arrested a man accused of a raid in 1993": a time long gone by behind what somebody is
/// accused of, or behind any participle after a perfect, is of that, though the tree may hang it on
/// the verb in front.
void ClauseDates::give_to_inner_clause(DateAnchor& anchor) const {
  constexpr date::days long_gone{31};
  const Index verb = anchor.governor;
  const bool gone = now_ && anchor.date.last != last_day && *now_ - anchor.date.last > long_gone;
  if (!gone || anchor.relation != TimeRelation::at || verb < 0 || anchor.head < verb) return;
  if (token(verb).upos != Upos::VERB) return;
  const VerbTime time = verb_time(*sentence_, verb);
  const bool perfect = time.perfect && !time.past_perfect && !time.infinitive;
  for (Index i = anchor.head - 1; i > verb; --i) {
    const Token& word = token(i);
    if (word.form == "," || (word.upos == Upos::VERB && verb_time(*sentence_, i).finite)) return;
    const bool participle = word.xpos == "VBN" && word.deprel == "acl" &&
                            is_below(*sentence_, i, verb) && !is_result(i);
    if (!participle || (!perfect && !words_->is(TimeWord::behind, word.lemma))) continue;
    // the deed: "killing" of "accused of killing a judge in", "operation" of "during an operation
    // in the country in"
    Index deed = anchor.head - 1;
    while (deed > i && (token(deed).upos == Upos::ADP || token(deed).upos == Upos::DET)) --deed;
    for (int steps = 0; deed > i && token(deed).head != i && steps < 8; ++steps) {
      const bool told = words_->is(TimeWord::occasion, token(deed).lemma) ||
                        words_->is(TimeWord::deaths, token(deed).lemma);
      if (told || token(deed).head < i) break;
      deed = token(deed).head;
    }
    if (deed <= i) deed = i;
    anchor.governor = deed;
    anchor.before_noun = token(deed).upos != Upos::VERB;  // it dates nothing around the deed
    return;
  }
}

}  // namespace annals
