#include "ingest/dates/event_dates_clauses.h"
#include "ingest/dates/verb_time.h"

// What dates an act of saying: a speech or a letter, a visit or a news conference, a time that
// opens the sentence.

namespace annals {
namespace {

using Index = std::int32_t;

}  // namespace

std::optional<DateAnchor> ClauseDates::day_of_speech(std::int32_t verb) const {
  if (own(verb)) return std::nullopt;
  for (const DateAnchor& anchor : anchors_) {
    Index speech = anchor.governor;
    if (speech >= 0 && token(speech).deprel.starts_with("acl")) speech = token(speech).head;
    if (speech < 0 || anchor.head < speech || anchor.relation != TimeRelation::at) continue;
    // "In a letter sent on Friday, she accused them and called on him"
    const bool joined = token(verb).deprel == "conj" && token(speech).head == token(verb).head;
    if (speech <= verb && token(speech).head != verb && !joined) continue;
    if (!words_->is(TimeWord::speech, token(speech).lemma)) continue;
    const Index mark = child(speech, "case");
    if (mark < 0 || !words_->is(TimeWord::during, token(mark).lemma)) continue;
    bool apart = false;
    for (Index i = verb + 1; i < speech && !apart; ++i)
      apart = token(i).upos == Upos::VERB && verb_time(*sentence_, i).finite;
    if (!apart) return anchor;
  }
  return std::nullopt;
}

std::optional<DateAnchor> ClauseDates::day_of_saying(std::int32_t at) const {
  Index verb = at;
  for (int steps = 0; verb >= 0 && steps < 4; ++steps) {
    if (const auto found = own(verb)) return found;
    // "told a news conference on Sunday"
    for (const Index c : children(verb)) {
      const std::string_view relation = token(c).deprel;
      const bool heard = relation == "obj" || relation == "iobj" || relation.starts_with("obl");
      const Index mark = child(c, "case");
      const bool stay = mark >= 0 && token(mark).lemma == "during";  // "During a visit last week"
      const bool stage = c > verb && words_->is(TimeWord::stage, token(c).lemma);
      if (!heard || (!stay && !stage)) continue;
      const auto found = inside(c);
      // but "called for a meeting next Sunday"
      const bool to_come = found && now_ && found->date.first > *now_ &&
                           verb_time(*sentence_, verb).direction == Direction::past;
      if (found && found->relation == TimeRelation::at && !to_come) return found;
    }
    for (const Index c : children(verb)) {
      const bool speaking = token(c).deprel.starts_with("advcl") && token(c).xpos == "VBG";
      if (!speaking) continue;
      if (const auto found = own(c)) return found;
    }
    const bool joined = token(verb).deprel == "conj" && child(verb, "nsubj") < 0;
    verb = joined ? token(verb).head : -1;
  }
  return std::nullopt;
}

std::optional<DateAnchor> ClauseDates::fronted(std::int32_t verb) const {
  const Index subject = child(verb, "nsubj");
  for (const DateAnchor& anchor : anchors_) {
    if (anchor.governor == verb && subject > anchor.head && !anchor.before_noun) return anchor;
  }
  return std::nullopt;
}

}  // namespace annals
