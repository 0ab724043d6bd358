#include "ingest/event_dates_clauses.h"

#include <algorithm>
#include <array>

#include "ingest/timex_direction.h"

namespace annals {
namespace {

using Index = std::int32_t;

template <typename Words>
bool holds(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

TimeRelation relation_of(std::string_view preposition) {
  if (preposition == "after" || preposition == "following") return TimeRelation::after;
  if (preposition == "since" || preposition == "from") return TimeRelation::since;
  if (preposition == "before" || preposition == "by" || preposition == "ahead")
    return TimeRelation::before;
  if (preposition == "until" || preposition == "till" || preposition == "through" ||
      preposition == "til") {
    return TimeRelation::until;
  }
  return TimeRelation::at;
}

/// What a time says of an event that stands to it in `relation`.
EventDate related(const EventDate& date, TimeRelation relation, std::optional<date::sys_days> now) {
  if (date.precision == Precision::unknown) return date;
  switch (relation) {
    case TimeRelation::at:
      return date;
    case TimeRelation::after:
    case TimeRelation::since:
      if (date.first == first_day) return EventDate{};
      return now && date.first < *now ? interval_date(date.first, *now) : after_date(date.first);
    case TimeRelation::before:
    case TimeRelation::until:
      if (date.last == last_day) return EventDate{};
      return now && date.last > *now ? interval_date(*now, date.last) : before_date(date.last);
  }
  return date;
}

bool is_object(std::string_view deprel) {
  return deprel == "obj" || deprel.starts_with("obl") || deprel.starts_with("nsubj:pass") ||
         deprel == "iobj" || deprel == "conj" || deprel == "appos" || deprel == "compound" ||
         deprel == "flat" || deprel.starts_with("nmod");
}

}  // namespace

ClauseDates::ClauseDates(const Sentence& sentence, std::span<const TimexMention> timexes,
                         std::uint32_t first_timex, const TimeWords& words,
                         std::optional<date::sys_days> now)
    : sentence_(&sentence), words_(&words), now_(now), children_(sentence.tokens.size()) {
  const auto size = static_cast<Index>(sentence.tokens.size());
  for (Index i = 0; i < size; ++i) {
    const Index head = token(i).head;
    if (head >= 0 && head < size) children_[static_cast<std::size_t>(head)].push_back(i);
  }
  for (std::uint32_t i = 0; i < timexes.size(); ++i) {
    const TimexMention& mention = timexes[i];
    const bool dates = mention.timex.type == "DATE" || mention.timex.type == "TIME";
    if (!dates || mention.timex.value.ends_with("_REF") || is_called(mention)) continue;
    DateAnchor anchor{.timex = first_timex + i,
                      .head = head_of(sentence, mention.first_token, mention.last_token)};
    anchor.governor = token(anchor.head).head;
    std::string_view preposition;
    for (const Index c : children(anchor.head)) {
      if (token(c).deprel == "case" || token(c).deprel == "mark") preposition = token(c).lemma;
    }
    if (preposition.empty() && mention.first_token > 0 &&
        token(mention.first_token - 1).upos == Upos::ADP) {
      preposition = token(mention.first_token - 1).lemma;
    }
    anchor.relation = relation_of(preposition);
    anchor.date = related(mention.timex.date, anchor.relation, now);
    anchor.before_noun = anchor.governor > anchor.head && token(anchor.governor).upos != Upos::VERB;
    unbind_loose_day(anchor, mention);
    tie_to_name(anchor, mention);
    // "his Aug. 2 power grab", "the August 1988 cease-fire": the last noun of the compound is the
    // event
    while (anchor.before_noun && token(anchor.governor).deprel == "compound" &&
           token(anchor.governor).head > anchor.governor) {
      anchor.governor = token(anchor.governor).head;
    }
    lift(anchor);
    mark_comparison(anchor, mention);
    // "the second week of May", "the night of September 3": the noun between is no event
    if (anchor.governor >= 0) {
      for (const TimexMention& other : timexes) {
        if (&other != &mention && other.first_token <= anchor.governor &&
            anchor.governor < other.last_token) {
          anchor.governor = token(head_of(sentence, other.first_token, other.last_token)).head;
        }
      }
    }
    anchors_.push_back(anchor);
  }
}

/// "declared Thursday a day of mourning": what is made of the day, not when it was said.
bool ClauseDates::is_called(const TimexMention& mention) const {
  constexpr std::array verbs = {"declare", "proclaim", "designate", "call", "name", "make"};
  const Index before = mention.first_token - 1;
  const Index next = mention.last_token;
  return before >= 0 && next < static_cast<Index>(sentence_->tokens.size()) &&
         holds(verbs, token(before).lemma) &&
         (token(next).lemma == "a" || token(next).lemma == "an");
}

/// "rose to $10 million from $9 million a year earlier": the time is that of the second amount.
void ClauseDates::mark_comparison(DateAnchor& anchor, const TimexMention& mention) const {
  constexpr std::array words = {"from",    "than", "versus", "vs.",
                                "against", "with", "below",  "above"};
  for (Index i = mention.first_token - 1; i >= 0 && i + 16 > mention.first_token; --i) {
    const Token& word = token(i);
    if (word.upos == Upos::VERB && verb_time(*sentence_, i).finite) return;
    if (!holds(words, word.lemma) || i + 1 >= mention.first_token) continue;
    const Token& next = token(i + 1);
    const bool amount = next.upos == Upos::NUM || next.upos == Upos::SYM || next.xpos == "$" ||
                        word.lemma == "than" || (i > 0 && token(i - 1).lemma == "compare");
    if (!amount) return;
    anchor.compared = true;
    anchor.compared_from = i;
    return;
  }
}

/// "the 2006 World Cup" and "the World Cup 2006": the year belongs to the name, not to the clause.
void ClauseDates::tie_to_name(DateAnchor& anchor, const TimexMention& mention) const {
  const Index before = mention.first_token - 1;
  if (mention.timex.value.size() != 4 || mention.last_token != mention.first_token + 1 ||
      before < 0 || token(before).upos != Upos::PROPN || !token(before).space_after) {
    return;
  }
  const bool month_or_day = token(before).deprel == "case";
  if (month_or_day || token(before).span.end + 1 != token(mention.first_token).span.begin) return;
  anchor.governor = before;
  while (token(anchor.governor).upos == Upos::PROPN && token(anchor.governor).head >= 0 &&
         token(anchor.governor).head < mention.first_token &&
         token(token(anchor.governor).head).upos == Upos::PROPN) {
    anchor.governor = token(anchor.governor).head;
  }
  anchor.before_noun = true;
}

/// A bare day that the parser took for a part of the noun beside it belongs to the clause: "The
/// court Friday ruled", "Yesterday governor Smith toured". After an article or an adjective it is
/// the noun's: "the Friday raid".
void ClauseDates::unbind_loose_day(DateAnchor& anchor, const TimexMention& mention) const {
  if (anchor.governor < 0) return;
  const Token& noun = token(anchor.governor);
  const bool nominal = noun.upos == Upos::NOUN || noun.upos == Upos::PROPN ||
                       noun.upos == Upos::ADJ || noun.upos == Upos::NUM;
  if (!nominal || child(anchor.governor, "cop") >= 0) return;
  const Index next = mention.last_token;
  if (next < static_cast<Index>(sentence_->tokens.size()) && token(next).xpos == "POS")
    return;  // "Friday's"
  const Index before = mention.first_token - 1;
  const bool preposition = before >= 0 && token(before).upos == Upos::ADP;
  const bool own_preposition =
      preposition && token(before).head >= mention.first_token && token(before).head < next;
  bool loose = false;
  if (preposition) {
    // "In 1991 Charles Smith was", "President Smith on Tuesday said"
    const bool verb_follows = next < static_cast<Index>(sentence_->tokens.size()) &&
                              (token(next).upos == Upos::VERB || token(next).upos == Upos::AUX) &&
                              own_preposition;
    loose = anchor.before_noun
                ? own_preposition
                : verb_follows || (noun.upos == Upos::PROPN && noun.deprel.starts_with("nsubj"));
  } else if (anchor.before_noun) {
    loose = before < 0 || token(before).upos == Upos::PUNCT || token(before).upos == Upos::CCONJ ||
            token(before).upos == Upos::SCONJ || token(before).upos == Upos::VERB ||
            token(before).upos == Upos::ADV;
  } else {
    const std::string_view relation = token(anchor.head).deprel;
    loose = relation == "flat" || relation == "appos" || relation == "dep" ||
            noun.upos == Upos::PROPN || noun.deprel.starts_with("nsubj");
  }
  if (!loose) return;
  const Index verb = governing_verb(*sentence_, anchor.governor);
  if (verb < 0) return;
  anchor.noun = anchor.governor;
  anchor.governor = verb;
  anchor.before_noun = false;
}

std::int32_t ClauseDates::child(std::int32_t token_index, std::string_view deprel) const {
  for (const Index c : children(token_index)) {
    if (token(c).deprel.substr(0, token(c).deprel.find(':')) == deprel || token(c).deprel == deprel)
      return c;
  }
  return -1;
}

std::optional<DateAnchor> ClauseDates::own(std::int32_t at) const {
  const DateAnchor* best = nullptr;
  const auto distance = [&](const DateAnchor& anchor) { return std::abs(anchor.head - at); };
  for (const DateAnchor& anchor : anchors_) {
    if (anchor.governor != at && anchor.head != at && anchor.noun != at && anchor.stage != at)
      continue;
    if (anchor.compared && at < anchor.compared_from) continue;
    if (best != nullptr) {
      const auto length = [](const DateAnchor& a) { return a.date.last - a.date.first; };
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
    if (up == at && !best) best = anchor;
  }
  return best;
}

/// A date before a noun that says when or where the verb was dates the verb as well: "in a
/// Wednesday media event, Apple released".
void ClauseDates::lift(DateAnchor& anchor) const {
  if (!anchor.before_noun || anchor.governor < 0) return;
  const Token& noun = token(anchor.governor);
  if (noun.head < 0 || !noun.deprel.starts_with("obl")) return;
  const Index mark = child(anchor.governor, "case");
  if (mark >= 0 && words_->is(TimeWord::during, token(mark).lemma)) anchor.stage = noun.head;
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
      const bool phrase = relation.starts_with("nmod") || relation.starts_with("acl") ||
                          relation == "appos" || relation == "flat" || relation == "compound";
      up = phrase ? token(up).head : -1;
    }
    if (up == at) return anchor;
  }
  return std::nullopt;
}

/// The expression hangs on a predicate that the event does not stand under: "notes due Oct. 15,
/// priced at par".
bool ClauseDates::claimed_by_other(const DateAnchor& anchor, std::int32_t at) const {
  if (anchor.governor < 0 || anchor.governor == at) return false;
  const Token& owner = token(anchor.governor);
  // "near the record high set on Aug. 6"
  const bool clause_of_noun = owner.upos == Upos::VERB && owner.deprel.starts_with("acl");
  if (owner.upos != Upos::ADJ && !clause_of_noun) return false;
  if (!clause_of_noun && verb_time(*sentence_, anchor.governor).infinitive) return false;
  Index up = at;
  for (int steps = 0; up >= 0 && steps < 12; ++steps) {
    if (up == anchor.governor) return false;
    up = token(up).head;
  }
  return true;
}

/// The nearest expression that no other clause stands between: for when the tree hung it on the
/// wrong word.
std::optional<DateAnchor> ClauseDates::nearest(std::int32_t at) const {
  const auto finite = [&](Index i) {
    const Token& word = token(i);
    if (word.upos == Upos::AUX) return word.deprel == "cop";
    return word.upos == Upos::VERB && verb_time(*sentence_, i).finite;
  };
  const Index clause = governing_verb(*sentence_, at);
  const bool apart_noun = clause != at && is_apart(at);
  std::optional<DateAnchor> best;
  for (const DateAnchor& anchor : anchors_) {
    if (anchor.before_noun && anchor.governor != at) continue;
    if (anchor.compared && at < anchor.compared_from) continue;
    if (claimed_by_other(anchor, at) || (apart_noun && anchor.head < at)) continue;
    const Index from = std::min(at, anchor.head) + 1;
    const Index to = std::max(at, anchor.head);
    bool apart = false;
    for (Index i = from; i < to && !apart; ++i) {
      apart = (finite(i) && i != clause && token(i).head != at) || token(i).form == ";";
    }
    if (apart) continue;
    if (best && std::abs(best->head - at) <= std::abs(anchor.head - at)) continue;
    best = anchor;
  }
  return best;
}

std::optional<DateAnchor> ClauseDates::reach(std::int32_t at, int steps) const {
  if (const auto found = own(at)) return found;
  const Token& word = token(at);
  const bool verb = word.upos == Upos::VERB || word.upos == Upos::AUX;
  if (verb) {
    if (const auto found = through_arguments(at)) return found;
    if (const auto found = lifted(at)) return found;
  }
  if (!verb) {
    if (const auto found = inside(at)) return found;
  }
  if (steps == 0 || word.head < 0) return std::nullopt;
  auto found = borrowed(at, verb, steps);
  if (found) found->borrowed = true;
  return found;
}

/// "took place on Friday, after troops fired": the day of the head bounds the clause.
std::optional<DateAnchor> ClauseDates::bounded(std::int32_t head, std::string_view mark,
                                               int steps) const {
  const bool behind = mark == "after" || mark == "since";
  if (!behind && mark != "before") return std::nullopt;
  auto found = reach(head, steps - 1);
  if (!found || found->relation != TimeRelation::at) return std::nullopt;
  found->relation = behind ? TimeRelation::before : TimeRelation::after;
  found->date = related(found->date, found->relation, now_);
  return found;
}

/// What the word's governor lends it.
std::optional<DateAnchor> ClauseDates::borrowed(std::int32_t at, bool verb, int steps) const {
  const Token& word = token(at);
  const std::string_view relation = word.deprel;
  const bool said = words_->is(TimeWord::says, token(word.head).lemma);
  // "arrived on Monday and met": the day goes on
  if (relation == "conj") return reach(word.head, steps - 1);
  // "the Feb. 23 accord signed by", "a clash on Sunday that left three dead"
  if (verb && relation.starts_with("acl")) return own(word.head);
  if (verb && relation == "xcomp") return reach(word.head, steps - 1);
  if (verb && relation.starts_with("advcl")) {
    const Index mark = child(at, "mark");
    const bool same_time = mark < 0 || words_->is(TimeWord::while_mark, token(mark).lemma);
    if (same_time && !said) return reach(word.head, steps - 1);
    return same_time ? std::nullopt : bounded(word.head, token(mark).lemma, steps);
  }
  const bool argument = relation == "obj" || relation.starts_with("nsubj") ||
                        relation.starts_with("obl") || relation == "compound" ||
                        relation == "appos" || relation.starts_with("nmod");
  if (!verb && argument && !said && !is_apart(at)) return reach(word.head, steps - 1);
  return std::nullopt;
}

std::optional<DateAnchor> ClauseDates::day_of_saying(std::int32_t at) const {
  Index verb = at;
  for (int steps = 0; verb >= 0 && steps < 4; ++steps) {
    if (const auto found = own(verb)) return found;
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

std::optional<DateAnchor> ClauseDates::date_of(std::int32_t at) const {
  if (const auto found = reach(at, 4)) return sharpened(*found, at);
  // the first of joined verbs takes the day that its fellow has: "met and talked on Monday"
  for (const Index c : children(at)) {
    if (token(c).deprel == "conj" && child(c, "nsubj") < 0) {
      if (const auto found = own(c)) return found;
    }
  }
  return std::nullopt;
}

}  // namespace annals
