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
  if (preposition == "after" || preposition == "following" || preposition == "follow") return TimeRelation::after;
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

bool is_speech_verb(std::string_view lemma) {
  constexpr std::array verbs = {
      "say",     "tell",      "add",         "announce", "report",  "state",    "declare",
      "warn",    "claim",     "confirm",     "deny",     "admit",   "note",     "explain",
      "insist",  "argue",     "acknowledge", "accuse",   "urge",    "ask",      "call",
      "comment", "describe",  "cite",        "quote",    "allege",  "assert",   "reply",
      "respond", "reiterate", "stress",      "suggest",  "predict", "complain", "criticize",
      "praise",  "condemn",   "disclose",    "reveal",   "indicate"};
  return holds(verbs, lemma);
}

ClauseDates::ClauseDates(const Sentence& sentence, std::span<const TimexMention> timexes,
                         std::uint32_t first_timex, std::optional<date::sys_days> now)
    : sentence_(&sentence), now_(now), children_(sentence.tokens.size()) {
  const auto size = static_cast<Index>(sentence.tokens.size());
  for (Index i = 0; i < size; ++i) {
    const Index head = token(i).head;
    if (head >= 0 && head < size) children_[static_cast<std::size_t>(head)].push_back(i);
  }
  for (std::uint32_t i = 0; i < timexes.size(); ++i) {
    const TimexMention& mention = timexes[i];
    const bool dates = mention.timex.type == "DATE" || mention.timex.type == "TIME";
    if (!dates || mention.timex.value.ends_with("_REF")) continue;
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
    // "his Aug. 2 power grab", "the August 1988 cease-fire": the last noun of the compound is the
    // event
    while (anchor.before_noun && token(anchor.governor).deprel == "compound" &&
           token(anchor.governor).head > anchor.governor) {
      anchor.governor = token(anchor.governor).head;
    }
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
    loose = anchor.before_noun ? own_preposition
                               : noun.upos == Upos::PROPN && noun.deprel.starts_with("nsubj");
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
    if (anchor.governor != at && anchor.head != at && anchor.noun != at) continue;
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

/// Expressions inside the noun's own phrase: "the invasion of Kuwait on Aug. 2", "remarks made last
/// week".
std::optional<DateAnchor> ClauseDates::inside(std::int32_t at) const {
  for (const DateAnchor& anchor : anchors_) {
    if (anchor.before_noun || anchor.governor < 0 || anchor.head < at) continue;
    Index up = anchor.governor;
    for (int steps = 0; steps < 4 && up >= 0 && up != at; ++steps) {
      const std::string_view relation = token(up).deprel;
      const bool phrase = relation.starts_with("nmod") || relation == "acl" ||
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
  if (owner.upos != Upos::ADJ) return false;
  if (verb_time(*sentence_, anchor.governor).infinitive) return false;
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
  std::optional<DateAnchor> best;
  for (const DateAnchor& anchor : anchors_) {
    if (anchor.before_noun && anchor.governor != at) continue;
    if (anchor.compared && at < anchor.compared_from) continue;
    if (claimed_by_other(anchor, at)) continue;
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
  }
  if (!verb) {
    if (const auto found = inside(at)) return found;
  }
  if (steps == 0 || word.head < 0) return std::nullopt;
  const std::string_view relation = word.deprel;
  const Token& head = token(word.head);
  if (relation == "conj") {
    // "arrived on Monday and met": the day goes on, unless the next one has a subject of its own
    // and is not saying
    return reach(word.head, steps - 1);
  }
  if (!verb) {
    const bool argument = relation == "obj" || relation.starts_with("nsubj") ||
                          relation.starts_with("obl") || relation == "compound" ||
                          relation == "appos" || relation.starts_with("nmod");
    if (!argument || is_speech_verb(head.lemma)) return std::nullopt;
    auto found = reach(word.head, steps - 1);
    // "on Sunday, following an agreement": what came before is not of that day
    if (found && relation_of(preposition(at)) == TimeRelation::after &&
        found->date.last != last_day && found->date.precision != Precision::unknown)
      found->date = before_date(found->date.last);
    return found;
  }
  if (relation == "xcomp") return reach(word.head, steps - 1);
  if (relation.starts_with("advcl")) {
    const Index mark = child(at, "mark");
    const std::string_view how = mark < 0 ? "" : token(mark).lemma;
    constexpr std::array same_time = {"", "when", "as", "while", "where"};
    if (holds(same_time, how) && !is_speech_verb(head.lemma)) return reach(word.head, steps - 1);
  }
  return std::nullopt;
}

std::string_view ClauseDates::preposition(std::int32_t at) const {
  for (const Index c : children(at)) {
    if (token(c).deprel == "case" || token(c).deprel == "mark") return token(c).lemma;
  }
  return {};
}

std::optional<DateAnchor> ClauseDates::shared(std::int32_t at) const {
  const Token& word = token(at);
  if (word.head < 0 || child(at, "nsubj") >= 0 || is_speech_verb(token(word.head).lemma))
    return std::nullopt;
  if (word.deprel == "conj") return own(word.head);
  if (word.deprel.starts_with("advcl") && word.xpos == "VBG" && preposition(at).empty())
    return date_of(word.head);
  return std::nullopt;
}

std::optional<DateAnchor> ClauseDates::by_other(std::int32_t at) const {
  for (const Index c : children(at)) {
    const Token& other = token(c);
    if (other.upos != Upos::NOUN || !(other.deprel.starts_with("obl") || other.deprel == "nmod"))
      continue;
    const std::string_view how = preposition(c);
    const TimeRelation relation = relation_of(how);
    if (how != "during" && relation != TimeRelation::after) continue;
    auto found = own(c);
    if (!found) found = inside(c);
    if (!found || found->relation != TimeRelation::at ||
        found->date.precision == Precision::unknown)
      continue;
    found->date = related(found->date, relation, now_);
    return found;
  }
  return std::nullopt;
}

std::optional<DateAnchor> ClauseDates::date_of(std::int32_t at) const {
  if (const auto found = reach(at, 4)) return found;
  // the first of joined verbs takes the day that its fellow has: "met and talked on Monday"
  for (const Index c : children(at)) {
    if (token(c).deprel == "conj" && child(c, "nsubj") < 0) {
      if (const auto found = own(c)) return found;
    }
  }
  return std::nullopt;
}

}  // namespace annals
