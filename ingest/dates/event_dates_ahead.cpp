#include <algorithm>

#include "ingest/dates/event_dates_parts.h"
#include "ingest/dates/verb_time.h"
#include "ingest/text/characters.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

using date::days;
using Index = std::int32_t;

constexpr days longest_stay{32};  // what lasts longer is no visit and no meeting

bool is_relative(const Token& word) { return word.xpos == "WP" || word.xpos == "WDT"; }

void add_name(const ClauseDates& clause, Index noun, std::vector<std::string_view>& names) {
  if (noun < 0) return;
  if (starts_upper(clause.token(noun).form)) names.push_back(clause.token(noun).form);
  for (const Index c : clause.children(noun)) {
    const Token& part = clause.token(c);
    const bool same = part.deprel == "compound" || part.deprel.starts_with("flat") ||
                      part.deprel == "appos" || part.deprel == "conj" || part.deprel == "nmod:desc";
    if (same && part.upos == Upos::PROPN) names.push_back(part.form);
  }
}

/// The verb or the one that it shares its subject with: "will meet the king and sign a treaty".
Index with_subject(const ClauseDates& clause, Index verb) {
  for (int steps = 0; verb >= 0 && steps < 4; ++steps) {
    if (clause.child(verb, "nsubj") >= 0) return verb;
    const std::string_view relation = clause.token(verb).deprel;
    verb = relation == "conj" || relation == "xcomp" ? clause.token(verb).head : -1;
  }
  return -1;
}

/// "may meet", "should meet": nobody has planned it.
bool is_open(const ClauseDates& clause, const TimeWords& words, Index verb) {
  const auto& children = clause.children(verb);
  return std::any_of(children.begin(), children.end(),
                     [&](Index c) { return words.is(TimeWord::open, clause.token(c).lemma); });
}

/// "the two leaders", "both sides": who they are was told before.
bool is_pair(const ClauseDates& clause, Index noun) {
  const auto& children = clause.children(noun);
  return std::any_of(children.begin(), children.end(), [&](Index c) {
    return clause.token(c).lemma == "two" || clause.token(c).lemma == "both";
  });
}

}  // namespace

/// "Brown, who will visit Rome from Friday to Sunday": what Brown does next he does there.
std::optional<Plan> Story::plan_of(const ClauseDates& clause, const DateAnchor& anchor) const {
  if (!now_ || anchor.governor < 0 || anchor.compared || anchor.length ||
      anchor.date.first <= *now_)
    return std::nullopt;
  const bool from = anchor.relation == TimeRelation::since;  // "visit Rome from Friday"
  const bool stay = anchor.date.last - anchor.date.first < longest_stay;
  if (!from && (anchor.relation != TimeRelation::at || !stay)) return std::nullopt;
  const Index governor = anchor.governor;
  const bool noun = words_.is(TimeWord::plannable, clause.token(governor).lemma);
  const Index verb = governing_verb(clause.sentence(), governor);
  // "will start a tour on Friday"
  const bool meets = verb >= 0 && (words_.is(TimeWord::agenda, clause.token(verb).lemma) ||
                                   clause.trip_of(verb) >= 0);
  if (!noun && !(meets && verb == governor)) return std::nullopt;
  Plan plan{dated(anchor, DateBasis::linked), {}};
  const auto length = is_day(anchor.date) ? clause.stay_of(governor) : std::nullopt;
  if (length && *length > days{1})
    plan.dated.date = interval_date(anchor.date.first, anchor.date.first + *length - days{1});
  add_name(clause, clause.child(governor, "nmod:poss"), plan.names);
  const Index told = meets ? with_subject(clause, verb) : -1;
  if (told >= 0) {
    const Index subject = clause.child(told, "nsubj");
    add_name(clause, is_relative(clause.token(subject)) ? clause.token(told).head : subject,
             plan.names);
  }
  return plan.names.empty() ? std::nullopt : std::optional(std::move(plan));
}

std::optional<DatedBy> Story::of_occasion_ahead(const ClauseDates& clause, std::int32_t verb,
                                                const std::optional<Plan>& plan) const {
  for (const Index c : clause.children(verb)) {
    const Token& noun = clause.token(c);
    if (!noun.deprel.starts_with("obl") || !words_.is(TimeWord::plannable, noun.lemma)) continue;
    const Index mark = clause.child(c, "case");
    if (mark < 0 || !words_.is(TimeWord::during, clause.token(mark).lemma)) continue;
    const Index the = clause.child(c, "det");
    const Index whose = clause.child(c, "nmod:poss");
    const bool same = the >= 0 && one_of(clause.token(the).lemma, {"the", "this", "that"});
    if (whose < 0 && !same) continue;
    // "during her stay", "during the tour": of the visit told of last
    const bool theirs = whose >= 0 && clause.token(whose).upos == Upos::PRON;
    const bool trip = words_.is(TimeWord::trips, noun.lemma);
    if (plan && trip && (theirs || same)) return plan->dated;
    const auto found = known_ahead(clause, c);
    if (found && found->date.last - found->date.first < longest_stay) return found;
    if (!found && theirs && plan && noun.lemma != "meeting" && noun.lemma != "talk")
      return plan->dated;
  }
  return std::nullopt;
}

/// "The king will visit Rome on Friday. He will also hold talks with the pope": on that visit.
std::optional<DatedBy> Dating::Parts::by_plan(const EventToDate& event) const {
  const ClauseDates& clause = clauses[event.sentence];
  const Token& word = clause.token(event.token);
  const bool of_verb = word.deprel == "obj" && words->is(TimeWord::plannable, word.lemma);
  const Index verb = of_verb ? word.head : event.token;
  if (clause.token(verb).upos != Upos::VERB || event.status == Status::hypothetical)
    return std::nullopt;
  const Index from = with_subject(clause, verb);
  if (is_open(clause, *words, verb) || (from >= 0 && is_open(clause, *words, from)))
    return std::nullopt;
  const auto& plan = story->at(event.sentence).plan;
  if (const auto there = story->of_occasion_ahead(clause, verb, plan)) return there;
  if (!plan || from < 0 || !words->is(TimeWord::agenda, clause.token(verb).lemma))
    return std::nullopt;
  const Index subject = clause.child(from, "nsubj");
  const bool pronoun = one_of(clause.token(subject).lemma, {"he", "she", "they"});
  const auto& names = plan->names;
  const bool named =
      std::find(names.begin(), names.end(), clause.token(subject).form) != names.end();
  return pronoun || named || is_pair(clause, subject) ? std::optional(plan->dated) : std::nullopt;
}

}  // namespace annals
