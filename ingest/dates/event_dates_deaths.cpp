#include <algorithm>

#include "ingest/dates/event_dates_story.h"
#include "ingest/dates/event_dates_tense.h"
#include "ingest/dates/verb_time.h"
#include "ingest/trees/relations.h"

namespace annals {
namespace {

using date::days;
using Index = std::int32_t;

constexpr days widest{366};  // a death known to the decade says little of when

/// Who is killed or dies: "killed Smith", "Smith, who was killed", "the murder of Smith", "Smith's
/// death"; -1 when the sentence does not tell.
Index victim_of(const ClauseDates& clause, Index death) {
  const Token& word = clause.token(death);
  if (word.upos != Upos::VERB) {
    if (const Index whose = clause.child(death, "nmod:poss"); whose >= 0) return whose;
    for (const Index c : clause.children(death)) {
      const Index mark = clause.child(c, "case");
      const bool of = mark >= 0 && clause.token(mark).lemma == "of";
      if (clause.token(c).deprel == "nmod" && of) return c;
      if (clause.token(c).deprel == "compound" && clause.token(c).upos == Upos::PROPN) return c;
    }
    return -1;
  }
  Index victim = clause.child(death, word.lemma == "die" ? "nsubj" : "nsubj:pass");
  if (victim < 0) victim = clause.child(death, "obj");
  const bool told_of = victim < 0 ? word.xpos == "VBN" : clause.token(victim).xpos == "WP";
  return told_of && word.deprel.starts_with("acl") ? word.head : victim;
}

/// The words of a person's name in their order; empty for who is not named and for "an Afghan",
/// "two Afghans".
std::vector<std::string_view> name_of(const ClauseDates& clause, Index person) {
  std::vector<std::string_view> names;
  if (person < 0 || clause.child(person, "nummod") >= 0) return names;
  if (clause.token(person).upos == Upos::PROPN && clause.child(person, "det") >= 0) return names;
  const auto add = [&](Index i) {
    if (clause.token(i).xpos == "NNP") names.push_back(clause.token(i).form);
  };
  add(person);
  for (const Index c : clause.children(person)) {
    const std::string_view relation = clause.token(c).deprel;
    if (!relation.starts_with("flat") && relation != "appos") continue;
    add(c);
    for (const Index part : clause.children(c))
      if (clause.token(part).deprel.starts_with("flat")) add(part);
  }
  return names;
}

/// One surname, and no two first names: "Hariri" and "Rafik Hariri", but not "Indira Gandhi" and
/// "Rajiv Gandhi".
bool are_one(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  if (a.empty() || b.empty() || a.back() != b.back()) return false;
  return a.size() == 1 || b.size() == 1 || a.front().front() == b.front().front();
}

}  // namespace

std::vector<std::string_view> name_of_victim(const ClauseDates& clause, std::int32_t death) {
  return name_of(clause, victim_of(clause, death));
}

/// Notes on which day a named person died, by an expression or by the day that the story is at.
void Story::read_deaths(const ClauseDates& clause, const StoryTime& story) {
  const auto size = static_cast<Index>(clause.sentence().tokens.size());
  for (Index i = 0; i < size; ++i) {
    const Token& word = clause.token(i);
    const bool verb = word.upos == Upos::VERB;
    if ((!verb && word.upos != Upos::NOUN) || !words_.is(TimeWord::deaths, word.lemma)) continue;
    const ClauseTime time = clause_time(clause, words_, i);
    if (time == ClauseTime::ahead || time == ClauseTime::now) continue;
    if (verb && verb_time(clause.sentence(), i).negated) continue;
    const auto names = name_of_victim(clause, i);
    if (names.empty()) continue;
    const auto anchor = clause.date_of(i);
    if (anchor && (verb || !anchor->borrowed)) {
      const bool closed = anchor->relation == TimeRelation::at && !anchor->length &&
                          anchor->date.precision != Precision::unknown &&
                          anchor->date.last - anchor->date.first <= widest;
      if (closed && (!now_ || anchor->date.first <= *now_))
        deaths_.push_back({names, dated(*anchor, DateBasis::linked), false});
    } else if (verb && time == ClauseTime::told && story.told && is_day(story.told->date)) {
      deaths_.push_back({names, *story.told, true});
    }
  }
}

std::optional<DatedBy> Story::death(const ClauseDates& clause, std::int32_t event) const {
  if (!words_.is(TimeWord::deaths, clause.token(event).lemma)) return std::nullopt;
  const auto names = name_of_victim(clause, event);
  std::optional<DatedBy> found;
  for (const bool by_story : {false, true}) {
    if (found) break;
    for (const Death& other : deaths_) {
      if (other.by_story != by_story || !are_one(names, other.names)) continue;
      if (!found || (found->date.first <= other.dated.date.first &&
                     other.dated.date.last <= found->date.last)) {
        found = other.dated;  // the finer of two that agree
      } else if (other.dated.date.first > found->date.first ||
                 other.dated.date.last < found->date.last) {
        return std::nullopt;
      }
    }
  }
  return found;
}

}  // namespace annals
