#include <algorithm>

#include "ingest/dates/event_dates_clauses.h"
#include "ingest/dates/verb_time.h"

namespace annals {
namespace {

using Index = std::int32_t;

bool is_ordinal(const Token& word) {
  return has_feature(word, "NumType", "Ord") || word.lemma == "first" || word.lemma == "second" ||
         word.lemma == "third";
}

bool is_object(std::string_view deprel) {
  return deprel == "obj" || deprel.starts_with("obl") || deprel.starts_with("nsubj:pass") ||
         deprel == "iobj" || deprel == "conj" || deprel == "appos" || deprel == "compound" ||
         deprel == "flat" || deprel.starts_with("nmod");
}

}  // namespace

std::optional<DateAnchor> ClauseDates::own(std::int32_t at) const {
  const DateAnchor* best = nullptr;
  const auto distance = [&](const DateAnchor& anchor) { return std::abs(anchor.head - at); };
  for (const DateAnchor& anchor : anchors_) {
    if (anchor.governor != at && anchor.head != at && anchor.noun != at && anchor.stage != at)
      continue;
    if (anchor.compared && at < anchor.compared_from) continue;
    if (best != nullptr) {
      const auto length = [](const DateAnchor& a) { return a.date.last - a.date.first; };
      // "at 11:30 p.m. (2030 GMT) on Saturday": the day is Saturday
      if (best->clock != anchor.clock && length(anchor) == length(*best)) {
        if (best->clock) best = &anchor;
        continue;
      }
      if (length(anchor) > length(*best) ||
          (length(anchor) == length(*best) && distance(anchor) >= distance(*best))) {
        continue;
      }
    }
    best = &anchor;
  }
  return best == nullptr ? std::nullopt : std::optional(*best);
}

/// Expressions that the parser hung on an object of the verb but that stand after it: "held a
/// meeting on Monday".
std::optional<DateAnchor> ClauseDates::through_arguments(std::int32_t at) const {
  std::optional<DateAnchor> best;
  for (const DateAnchor& anchor : anchors_) {
    if (anchor.before_noun || anchor.governor < 0) continue;
    if (anchor.compared && at < anchor.compared_from) continue;
    Index up = anchor.governor;
    for (int steps = 0; steps < 5 && up >= 0 && up != at; ++steps) {
      const bool clause = token(up).upos == Upos::VERB && token(up).xpos != "VBG";
      if (!is_object(token(up).deprel) || clause) {
        up = -1;
        break;
      }
      up = token(up).head;
    }
    if (up == at && !best) best = seen_from(anchor, at);
  }
  return best;
}

/// "after Friday's attack, troops came": a bound for the verb.
std::optional<DateAnchor> ClauseDates::lifted(std::int32_t at) const {
  for (const DateAnchor& anchor : anchors_) {
    if (!anchor.before_noun || anchor.governor < 0 || anchor.relation != TimeRelation::at) continue;
    const Token& noun = token(anchor.governor);
    if (noun.head != at || !noun.deprel.starts_with("obl")) continue;
    const Index mark = child(anchor.governor, "case");
    const std::string_view preposition = mark < 0 ? std::string_view() : token(mark).lemma;
    DateAnchor found = anchor;
    found.relation = relation_of(preposition);
    if (found.relation == TimeRelation::at || preposition == "from") continue;
    found.date = related(anchor.date, found.relation, now_);
    return found;
  }
  return std::nullopt;
}

/// True for a noun that the verb's day does not reach: "following an agreement", "condemned the
/// attack", "called for talks".
bool ClauseDates::is_apart(std::int32_t noun) const {
  const Token& word = token(noun);
  if (word.head < 0) return false;
  const Index mark = child(noun, "case");
  const std::string_view preposition = mark < 0 ? std::string_view() : token(mark).lemma;
  if (words_->is(TimeWord::behind_mark, preposition)) return true;
  // "met on Friday over the killing of": but "came over the weekend"
  const bool deed =
      words_->is(TimeWord::occasion, word.lemma) || words_->is(TimeWord::deaths, word.lemma);
  if (preposition == "over" && deed) return true;
  if (word.deprel.starts_with("nsubj") && word.deprel != "nsubj:pass") return false;
  const std::string_view governor = token(word.head).lemma;
  return words_->is(TimeWord::behind, governor) || words_->is(TimeWord::ahead, governor);
}

/// "Yesterday, at this year's conference, ...": of two times the finer one within the other.
DateAnchor ClauseDates::sharpened(DateAnchor anchor, std::int32_t at) const {
  if (anchor.date.last - anchor.date.first < date::days{7} || anchor.relation != TimeRelation::at)
    return anchor;
  const Index verb = governing_verb(*sentence_, at);
  if (verb < 0 || verb == at) return anchor;
  const auto other = own(verb);
  if (!other || other->relation != TimeRelation::at || other->date.precision != Precision::day)
    return anchor;
  const bool within =
      anchor.date.first <= other->date.first && other->date.last <= anchor.date.last;
  return within ? *other : anchor;
}

/// Expressions inside the noun's own phrase: "the invasion of Kuwait on Aug. 2", "remarks made last
/// week".
std::optional<DateAnchor> ClauseDates::inside(std::int32_t at) const {
  for (const DateAnchor& anchor : anchors_) {
    if (anchor.before_noun || anchor.governor < 0 || anchor.head < at) continue;
    Index up = anchor.governor;
    for (int steps = 0; steps < 4 && up >= 0 && up != at; ++steps) {
      const std::string_view relation = token(up).deprel;
      // "which fell last year" tells of the noun before it only, not of what that is part of
      const bool clause = relation.starts_with("acl") &&
                          (token(up).head == at || !verb_time(*sentence_, up).finite);
      const bool phrase = clause || relation.starts_with("nmod") || relation == "appos" ||
                          relation == "flat" || relation == "compound";
      up = phrase ? token(up).head : -1;
    }
    if (up == at) return seen_from(anchor, at);
  }
  return std::nullopt;
}

/// "the largest meeting since the founding of the state in 1949": what dates another event gives a
/// bound to this one.
DateAnchor ClauseDates::seen_from(DateAnchor anchor, std::int32_t at) const {
  if (anchor.relation != TimeRelation::at) return anchor;
  Index up = anchor.governor;
  for (int steps = 0; up >= 0 && up != at && steps < 6; ++steps) {
    // "after a rally on Saturday", "followed a rally on Saturday"
    const bool noun = token(up).upos != Upos::VERB;
    const Index mark = noun && token(up).deprel == "obj" ? token(up).head
                       : noun                            ? child(up, "case")
                                                         : -1;
    const TimeRelation relation = mark < 0 ? TimeRelation::at : relation_of(token(mark).lemma);
    const bool bound = relation == TimeRelation::after || relation == TimeRelation::before ||
                       (relation == TimeRelation::since && token(mark).lemma == "since");
    // "after the close of trade on Friday", "after talks on Friday" are still on Friday
    const bool same =
        words_->is(TimeWord::edge, token(up).lemma) ||
        (words_->is(TimeWord::same_day, token(up).lemma) && relation == TimeRelation::after);
    if (bound && token(mark).lemma != "by" && !same) {
      anchor.relation = relation;
      anchor.date = related(anchor.date, relation, now_);
      return anchor;
    }
    up = token(up).head;
  }
  return anchor;
}

std::optional<DateAnchor> ClauseDates::reach(std::int32_t at, int steps) const {
  if (const auto found = own(at)) return found;
  const Token& word = token(at);
  const bool verb = word.upos == Upos::VERB || word.upos == Upos::AUX;
  if (verb) {
    if (const auto found = through_arguments(at)) return found;
    if (const auto found = lifted(at)) return found;
    auto beside = of_partner(at);
    if (!beside) beside = of_occasion(at);
    if (!beside) beside = from_clause(at);
    if (!beside) beside = of_when_clause(at);
    if (beside) {
      beside->borrowed = true;
      return beside;
    }
  }
  if (!verb) {
    if (const auto found = inside(at)) return found;
  }
  if (steps == 0 || word.head < 0) return std::nullopt;
  auto found = borrowed(at, verb, steps);
  if (found) found->borrowed = true;
  return found;
}

bool ClauseDates::is_result(std::int32_t participle) const {
  const Token& word = token(participle);
  if (word.xpos != "VBN" || word.deprel != "acl" || word.head < 0) return false;
  const Token& object = token(word.head);
  return object.deprel == "obj" && word.head < participle && token(object.head).lemma == "leave";
}

/// "took place on Friday, after troops fired", "Last year they blamed them for firing": the time of
/// the head bounds the clause. What somebody is arrested for on a day may be of that day.
std::optional<DateAnchor> ClauseDates::bounded(std::int32_t head, std::string_view mark,
                                               int steps) const {
  const bool reason = mark == "for";
  const bool behind = mark == "after" || mark == "since" || reason;
  if (!behind && mark != "before") return std::nullopt;
  auto found = reach(head, steps - 1);
  if (!found || found->relation != TimeRelation::at) return std::nullopt;
  const bool within = found->head > head || found->date.precision == Precision::day;
  if (reason && within) return std::nullopt;
  found->relation = behind ? TimeRelation::before : TimeRelation::after;
  found->date = related(found->date, found->relation, now_);
  return found;
}

/// "Two were killed on Saturday after a car exploded": who is killed or hurt is so at once.
bool ClauseDates::is_cause(std::int32_t verb) const {
  const Index result = token(verb).head;
  const bool past = token(verb).xpos == "VBD" || token(verb).xpos == "VBN";
  return past && child(verb, "aux") < 0 && child(verb, "nsubj") >= 0 &&
         words_->is(TimeWord::happens, token(result).lemma) && child(result, "nsubj:pass") >= 0;
}

/// What the word's governor lends it.
std::optional<DateAnchor> ClauseDates::borrowed(std::int32_t at, bool verb, int steps) const {
  const Token& word = token(at);
  const std::string_view relation = word.deprel;
  const bool said = words_->is(TimeWord::says, token(word.head).lemma);
  // "arrived on Monday and met": the day goes on
  if (relation == "conj") return reach(word.head, steps - 1);
  if (verb && is_result(at)) return reach(token(word.head).head, steps - 1);
  if (verb) {
    if (const auto found = told_by_when(at)) return found;
  }
  // "the Feb. 23 accord signed by", "a clash on Sunday that left three dead"; but "passed on Friday
  // a motion urging" is of one time
  if (verb && relation.starts_with("acl")) {
    const bool beside = word.xpos == "VBG" && child(at, "nsubj") < 0;
    return beside || is_at_which(at) ? reach(word.head, steps - 1) : own(word.head);
  }
  if (verb && relation == "xcomp") return reach(word.head, steps - 1);
  if (verb && relation.starts_with("advcl")) {
    const Index mark = child(at, "mark");
    // "charged on Tuesday with abusing boys"
    if (mark < 0 && word.xpos == "VBG" && words_->is(TimeWord::behind, token(word.head).lemma))
      return std::nullopt;
    const bool same_time = mark < 0 || words_->is(TimeWord::while_mark, token(mark).lemma);
    if (same_time && !said) return reach(word.head, steps - 1);
    if (!same_time && token(mark).lemma == "after" && is_cause(at)) {
      auto found = reach(word.head, steps - 1);
      if (found && found->relation == TimeRelation::at && is_day(found->date)) return found;
    }
    return same_time ? std::nullopt : bounded(word.head, token(mark).lemma, steps);
  }
  const bool argument = relation == "obj" || relation.starts_with("nsubj") ||
                        relation.starts_with("obl") || relation == "compound" ||
                        relation == "appos" || relation.starts_with("nmod");
  if (verb || !argument || said || is_apart(at)) return std::nullopt;
  auto found = reach(word.head, steps - 1);
  if (found && found->relation == TimeRelation::at && is_ended(at)) {
    found->relation = TimeRelation::until;
    found->date = related(found->date, found->relation, now_);
  }
  return found;
}

bool ClauseDates::is_of_count(const DateAnchor& anchor, std::int32_t at) const {
  const bool wide = now_ && anchor.date.first <= *now_ && anchor.date.last >= *now_ &&
                    anchor.date.last - anchor.date.first >= date::days{7};
  if (!wide || token(at).upos == Upos::VERB || anchor.head < at) return false;
  const auto is_counted = [&](std::int32_t word) {
    const auto is_rank = [&](std::int32_t c) {
      return token(c).xpos == "JJS" || (token(c).upos == Upos::ADJ && is_ordinal(token(c)));
    };
    return is_rank(word) || std::any_of(children(word).begin(), children(word).end(), is_rank);
  };
  const bool subject = token(at).deprel.starts_with("nsubj") && child(token(at).head, "cop") >= 0;
  return is_counted(at) || (subject && is_counted(token(at).head));
}

std::optional<DateAnchor> ClauseDates::date_of(std::int32_t at) const {
  if (const auto found = reach(at, 4)) return sharpened(*found, at);
  // the first of joined verbs takes the day that its fellow has: "met and talked on Monday"
  for (const Index c : children(at)) {
    // but "they cooperate and signed a treaty in 1995"
    const bool past = verb_time(*sentence_, c).direction == Direction::past;
    if (past && verb_time(*sentence_, at).direction == Direction::present) continue;
    if (token(c).deprel == "conj" && child(c, "nsubj") < 0) {
      if (const auto found = own(c)) return found;
      if (const auto found = through_arguments(c)) return found;
    }
  }
  return std::nullopt;
}

}  // namespace annals
