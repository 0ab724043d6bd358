#include "ingest/dates/event_dates_clauses.h"

#include <algorithm>
#include <array>

#include "ingest/dates/verb_time.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

using Index = std::int32_t;

}  // namespace

TimeRelation relation_of(std::string_view preposition) {
  if (preposition == "after" || preposition == "following" || preposition == "follow")
    return TimeRelation::after;
  if (preposition == "since" || preposition == "from") return TimeRelation::since;
  if (preposition == "before" || preposition == "by" || preposition == "ahead")
    return TimeRelation::before;
  if (preposition == "until" || preposition == "till" || preposition == "through" ||
      preposition == "til") {
    return TimeRelation::until;
  }
  return TimeRelation::at;
}

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

ClauseDates::ClauseDates(const Sentence& sentence, std::span<const TimexMention> timexes,
                         std::uint32_t first_timex, const TimeWords& words,
                         std::optional<date::sys_days> now)
    : sentence_(&sentence),
      words_(&words),
      now_(now),
      children_(sentence.tokens.size()),
      steps_(time_steps(sentence, timexes, words)),
      stays_(annals::stays(sentence, timexes, words)) {
  const auto size = static_cast<Index>(sentence.tokens.size());
  for (Index i = 0; i < size; ++i) {
    const Index head = token(i).head;
    if (head >= 0 && head < size) children_[static_cast<std::size_t>(head)].push_back(i);
  }
  for (std::uint32_t i = 0; i < timexes.size(); ++i) {
    if (auto anchor = anchor_of(timexes, i)) {
      anchor->timex = first_timex + i;
      anchors_.push_back(*anchor);
    }
  }
}

/// What the expression dates, and how; nothing when it dates nothing or the range before it holds
/// it.
std::optional<DateAnchor> ClauseDates::anchor_of(std::span<const TimexMention> timexes,
                                                 std::size_t i) const {
  const TimexMention& mention = timexes[i];
  const bool dates = mention.timex.type == "DATE" || mention.timex.type == "TIME";
  const auto length = days_of_length(*sentence_, mention, *words_, now_);
  if ((!dates && !length) || is_vague(mention) || is_called(mention) || is_other_clock(mention))
    return std::nullopt;
  DateAnchor anchor{.head = head_of(*sentence_, mention.first_token, mention.last_token)};
  anchor.governor = token(anchor.head).head;
  const std::string_view preposition = preposition_of(mention, anchor.head);
  anchor.relation = relation_of(preposition);
  // "from June 10 to 14", one expression
  const bool listed = mention.timex.date.precision == Precision::interval && dates &&
                      mention.timex.value.size() == std::string_view("2011-06-10").size();
  if (preposition == "from" && listed) anchor.relation = TimeRelation::at;
  // "shortly before midnight on Tuesday" is on Tuesday
  const bool by_clock =
      mention.timex.type == "TIME" && mention.timex.value.find('T') != std::string::npos;
  if (by_clock && is_day(mention.timex.date) && (preposition == "before" || preposition == "after"))
    anchor.relation = TimeRelation::at;
  anchor.named = mention.timex.date;
  anchor.date = related(mention.timex.date, anchor.relation, now_);
  if (length) {
    anchor.length = true;
    anchor.relation = TimeRelation::at;
    anchor.date = *length;
  }
  anchor.clock = mention.timex.type == "TIME" && now_ && mention.timex.date == day_date(*now_);
  if (i > 0 && range_from(timexes[i - 1], mention)) return std::nullopt;
  if (i + 1 < timexes.size()) {
    if (const auto range = range_from(mention, timexes[i + 1])) {
      anchor.relation = TimeRelation::at;
      anchor.date = *range;
    }
  }
  anchor.before_noun = anchor.governor > anchor.head && token(anchor.governor).upos != Upos::VERB;
  bind(anchor, mention, preposition, timexes);
  close_start(anchor, preposition);
  return anchor;
}

/// What introduces the expression: "since" of "since May"; empty when nothing does.
std::string_view ClauseDates::preposition_of(const TimexMention& mention, Index head) const {
  std::string_view preposition;
  for (const Index c : children(head)) {
    // "a day before that": no word of the expression itself
    if (c > mention.first_token && c < mention.last_token) continue;
    if (token(c).deprel == "case" || token(c).deprel == "mark") preposition = token(c).lemma;
  }
  if (preposition.empty() && mention.first_token > 0 &&
      token(mention.first_token - 1).upos == Upos::ADP) {
    preposition = token(mention.first_token - 1).lemma;
  }
  return preposition;
}

/// Gives the expression to the word that it dates, which is not always the one that it hangs on.
void ClauseDates::bind(DateAnchor& anchor, const TimexMention& mention,
                       std::string_view preposition, std::span<const TimexMention> timexes) const {
  give_to_saying(anchor, mention);
  give_to_told(anchor);
  give_to_object(anchor, mention);
  give_to_put_off(anchor, mention, preposition);
  give_to_parted_noun(anchor, mention);
  unbind_loose_day(anchor, mention);
  tie_to_name(anchor, mention);
  // "his Aug. 2 power grab", "the August 1988 cease-fire": the last noun of the compound is the
  // event
  while (anchor.before_noun && token(anchor.governor).deprel == "compound" &&
         token(anchor.governor).head > anchor.governor) {
    anchor.governor = token(anchor.governor).head;
  }
  lift(anchor);
  give_to_inner_clause(anchor);
  mark_comparison(anchor, mention);
  // "the second week of May", "the night of September 3": the noun between is no event
  if (anchor.governor >= 0) {
    for (const TimexMention& other : timexes) {
      if (&other != &mention && other.first_token <= anchor.governor &&
          anchor.governor < other.last_token) {
        anchor.governor = token(head_of(*sentence_, other.first_token, other.last_token)).head;
      }
    }
  }
}

/// "recently", "now": the verb's tense says as much; but "a few years ago" takes the event off the
/// day that the text tells of.
bool ClauseDates::is_vague(const TimexMention& mention) const {
  if (!mention.timex.value.ends_with("_REF")) return false;
  return mention.timex.date.precision == Precision::unknown ||
         token(mention.last_token - 1).lemma != "ago";
}

bool ClauseDates::is_other_clock(const TimexMention& mention) const {
  constexpr Index widest = 5;  // words inside the brackets
  Index open = mention.first_token;
  while (open >= 0 && open > mention.first_token - widest && token(open).form != "(") --open;
  if (open <= 0 || token(open).form != "(") return false;
  for (Index i = open; i < mention.last_token; ++i) {
    if (token(i).form == "GMT" || token(i).form == "UTC") return true;
  }
  return false;
}

/// "from 1980 to 1988", "between March and May": the time between two expressions.
std::optional<EventDate> ClauseDates::range_from(const TimexMention& first,
                                                 const TimexMention& second) const {
  constexpr std::array ends = {"to", "until", "till", "through"};
  const Index between = first.last_token;
  if (first.first_token == 0 || second.first_token != between + 1) return std::nullopt;
  const std::string_view opening = token(first.first_token - 1).lemma;
  const std::string_view joint = token(between).lemma;
  const bool spans =
      (opening == "from" && one_of(joint, ends)) || (opening == "between" && joint == "and");
  const EventDate& from = first.timex.date;
  const EventDate& to = second.timex.date;
  const bool bounded = from.precision != Precision::unknown && from.first != first_day &&
                       to.precision != Precision::unknown && to.last != last_day;
  if (!spans || !bounded || to.last < from.first) return std::nullopt;
  return interval_date(from.first, to.last);
}

/// "declared Thursday a day of mourning": what is made of the day, not when it was said.
bool ClauseDates::is_called(const TimexMention& mention) const {
  const Index before = mention.first_token - 1;
  const Index next = mention.last_token;
  return before >= 0 && next < static_cast<Index>(sentence_->tokens.size()) &&
         words_->is(TimeWord::dedicates, token(before).lemma) &&
         (token(next).lemma == "a" || token(next).lemma == "an");
}

/// "rose to $10 million from $9 million a year earlier": the time is that of the second amount.
void ClauseDates::mark_comparison(DateAnchor& anchor, const TimexMention& mention) const {
  constexpr std::array words = {"from",    "than", "versus", "vs.",
                                "against", "with", "below",  "above"};
  for (Index i = mention.first_token - 1; i >= 0 && i + 16 > mention.first_token; --i) {
    const Token& word = token(i);
    if (word.upos == Upos::VERB && verb_time(*sentence_, i).finite) return;
    if (!one_of(word.lemma, words) || i + 1 >= mention.first_token) continue;
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
    // "In 1991 rebels took": no subject has a preposition
    const bool of_subject = noun.deprel == "nsubj" && token(before).head == anchor.governor &&
                            (before == 0 || token(before - 1).upos != Upos::VERB);
    // "In Rome on Friday, the minister warned", "told the Senate on Friday": a place has no day
    const bool of_place = own_preposition && is_day(mention.timex.date) &&
                          noun.deprel.starts_with("obl") && anchor.governor < mention.first_token;
    loose = anchor.before_noun ? own_preposition || of_subject
                               : verb_follows || (noun.upos == Upos::PROPN &&
                                                  (noun.deprel.starts_with("nsubj") || of_place));
  } else if (anchor.before_noun) {
    // "update 1978 guidelines" is no updating in 1978
    const bool year = mention.timex.date.precision == Precision::year;
    loose = before < 0 || token(before).upos == Upos::PUNCT || token(before).upos == Upos::CCONJ ||
            token(before).upos == Upos::SCONJ || (token(before).upos == Upos::VERB && !year) ||
            token(before).upos == Upos::ADV;
  } else {
    const std::string_view relation = token(anchor.head).deprel;
    // "In parliament earlier this week, the minister denied"
    const Index mark = child(anchor.governor, "case");
    const bool opens = noun.deprel.starts_with("obl") && noun.head > next && mark >= 0 &&
                       words_->is(TimeWord::during, token(mark).lemma) && token(next).form == ",";
    loose = relation == "flat" || relation == "appos" || relation == "dep" || opens ||
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

/// A date before a noun that says when or where the verb was dates the verb as well: "in a
/// Wednesday media event, Apple released".
void ClauseDates::lift(DateAnchor& anchor) const {
  if (!anchor.before_noun || anchor.governor < 0) return;
  Index place = anchor.governor;
  // "on the sidelines of the November 12-13 summit"
  const Index above = token(place).head;
  if (above >= 0 && words_->is(TimeWord::beside, token(above).lemma)) place = above;
  const Token& noun = token(place);
  if (noun.head < 0) return;
  // "the killing in a February raid"
  const bool of_death = noun.deprel == "nmod" && token(noun.head).upos == Upos::NOUN &&
                        words_->is(TimeWord::deaths, token(noun.head).lemma);
  if (!noun.deprel.starts_with("obl") && !of_death) return;
  const Index mark = child(place, "case");
  if (mark >= 0 && words_->is(TimeWord::during, token(mark).lemma)) anchor.stage = noun.head;
}

}  // namespace annals
