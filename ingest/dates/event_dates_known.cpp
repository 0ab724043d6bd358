#include <algorithm>

#include "ingest/dates/event_dates_story.h"
#include "ingest/dates/event_dates_tense.h"

namespace annals {
namespace {

using date::days;
using Index = std::int32_t;

constexpr days long_ago{300};  // from then on the same word may well tell of another event

/// True when the two words differ in their endings only: "invade", "invasion".
bool same_stem(std::string_view a, std::string_view b, const TimeWords& words) {
  if (a == b) return a.size() >= 4;
  std::size_t common = 0;
  while (common < a.size() && common < b.size() && a[common] == b[common]) ++common;
  if (common < 4) return false;
  const auto ends = [&](std::string_view word) {
    return word.size() == common || words.is(TimeWord::ending, word.substr(common));
  };
  return ends(a) && ends(b);
}

/// The words of the names that hang on a word, times left out: "Kuwait" under "invaded".
std::vector<std::string_view> names_under(const ClauseDates& clause, Index word) {
  constexpr std::size_t most = 24;  // words that are looked at
  std::vector<std::string_view> names;
  std::vector<Index> open{word};
  for (std::size_t i = 0; i < open.size() && i < most; ++i) {
    for (const Index c : clause.children(open[i])) {
      const bool time = std::any_of(clause.anchors().begin(), clause.anchors().end(),
                                    [&](const DateAnchor& anchor) { return anchor.head == c; });
      const Token& part = clause.token(c);
      if (time || (part.upos == Upos::VERB && !part.deprel.starts_with("acl"))) continue;
      if (part.upos == Upos::PROPN) names.push_back(part.form);
      open.push_back(c);
    }
  }
  return names;
}

/// True when both name somebody or some place, and never the same.
bool are_others(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  const auto in_b = [&](std::string_view name) {
    return std::find(b.begin(), b.end(), name) != b.end();
  };
  return !a.empty() && !b.empty() && std::none_of(a.begin(), a.end(), in_b);
}

}  // namespace

/// Notes what the expression dates: its governor, and the noun right before it ("his capture on
/// March 26").
void Story::name_event(const ClauseDates& clause, const DateAnchor& anchor) {
  const auto add = [&](Index at) {
    const Token& word = clause.token(at);
    if (words_.is(TimeWord::says, word.lemma)) return;
    const Named named{word.lemma, dated(anchor, DateBasis::linked), names_under(clause, at)};
    if (!now_ || anchor.date.first <= *now_) named_.push_back(named);
    if (now_ && anchor.date.last > *now_) named_ahead_.push_back(named);
  };
  add(anchor.governor);
  // "the raid took place on Friday", "the attack killed nine on Friday"
  const Token& governor = clause.token(anchor.governor);
  const Index subject = clause.child(anchor.governor, "nsubj");
  const bool happens =
      words_.is(TimeWord::occurs, governor.lemma) || words_.is(TimeWord::happens, governor.lemma);
  if (happens && subject >= 0 && clause.token(subject).deprel == "nsubj" &&
      words_.is(TimeWord::occasion, clause.token(subject).lemma)) {
    add(subject);
  }
  if (now_ && anchor.date.first > *now_) {
    const Index occasion = occasion_planned(clause, anchor.governor);
    if (occasion >= 0) add(occasion);
  }
  // "died on Tuesday in the attack on the mansion"
  const bool of_words = is_of_words(governor);
  for (const Index c : clause.children(anchor.governor)) {
    const Token& noun = clause.token(c);
    const bool where = noun.deprel.starts_with("obl") && !of_words;
    if (!where || !words_.is(TimeWord::occasion, noun.lemma)) continue;
    const Index mark = clause.child(c, "case");
    if (mark >= 0 && words_.is(TimeWord::during, clause.token(mark).lemma)) add(c);
  }
  const Index before = timexes_[anchor.timex].first_token - 2;
  if (before < 0 || before == anchor.governor) return;
  if (clause.token(before + 1).upos == Upos::ADP && clause.token(before).upos == Upos::NOUN)
    add(before);
}

/// What is to be on the day that the verb has: "will hold talks on Friday", "the summit will be
/// held on Friday", "the summit scheduled for Friday"; -1 for none.
std::int32_t Story::occasion_planned(const ClauseDates& clause, std::int32_t verb) const {
  const Token& word = clause.token(verb);
  const bool set = words_.is(TimeWord::due, word.lemma) ||
                   words_.is(TimeWord::deferred, word.lemma) ||
                   words_.is(TimeWord::occurs, word.lemma);
  Index occasion = clause.child(verb, "obj");
  if (occasion < 0 && set) {
    const Index subject = clause.child(verb, "nsubj");
    occasion = word.deprel.starts_with("acl") ? word.head : subject;
  }
  const bool planned =
      occasion >= 0 && words_.is(TimeWord::plannable, clause.token(occasion).lemma);
  return planned ? occasion : -1;
}

/// "accused them of a part in the attack", "denied the attack": the day is that of the words.
bool Story::is_of_words(const Token& verb) const {
  return words_.is(TimeWord::says, verb.lemma) || words_.is(TimeWord::behind, verb.lemma);
}

std::optional<DatedBy> Story::of_occasion(const ClauseDates& clause, std::int32_t verb) const {
  if (is_of_words(clause.token(verb))) return std::nullopt;
  for (const Index c : clause.children(verb)) {
    const Token& noun = clause.token(c);
    if (!noun.deprel.starts_with("obl") || !words_.is(TimeWord::occasion, noun.lemma)) continue;
    const Index mark = clause.child(c, "case");
    const Index the = clause.child(c, "det");
    const bool there = mark >= 0 && words_.is(TimeWord::during, clause.token(mark).lemma);
    const bool same = the >= 0 && clause.token(the).lemma != "a" && clause.token(the).lemma != "an";
    if (!there || !same || is_formerly(clause, words_, c)) continue;
    auto found = known(clause, c);
    const bool past = found && (!now_ || found->date.first <= *now_);
    if (past && found->date.last - found->date.first < days{32}) return found;
  }
  return std::nullopt;
}

std::optional<DatedBy> Story::known(const ClauseDates& clause, std::int32_t event) const {
  return only_one(named_, clause, event);
}

std::optional<DatedBy> Story::known_ahead(const ClauseDates& clause, std::int32_t event) const {
  return only_one(named_ahead_, clause, event);
}

std::optional<DatedBy> Story::only_one(const std::vector<Named>& several, const ClauseDates& clause,
                                       std::int32_t event) const {
  const std::string_view lemma = clause.token(event).lemma;
  const bool noun = clause.token(event).upos == Upos::NOUN;
  if (noun && is_formerly(clause, words_, event)) return std::nullopt;
  const auto names = names_under(clause, event);
  const bool death = words_.is(TimeWord::deaths, lemma);
  const auto victim = death ? name_of_victim(clause, event) : std::vector<std::string_view>();
  // several visits to come are told apart by who goes where
  const auto of_stem = std::count_if(several.begin(), several.end(), [&](const Named& named) {
    return same_stem(lemma, named.lemma, words_);
  });
  const bool one_of_several = &several == &named_ahead_ && of_stem > 1;
  std::optional<DatedBy> found;
  for (const Named& named : several) {
    if (!same_stem(lemma, named.lemma, words_)) continue;
    const bool old = now_ && *now_ - named.dated.date.last > long_ago;
    if ((old || one_of_several) && are_others(names, named.names)) continue;
    if (are_others(victim, named.names)) continue;
    // "the murders of five women" beside "was killed in 1888"
    if (old && noun && names.empty() && clause.child(event, "nmod") >= 0) continue;
    if (!found) {
      found = named.dated;
      continue;
    }
    const EventDate& a = found->date;
    const EventDate& b = named.dated.date;
    if (a.first <= b.first && b.last <= a.last) {
      found = named.dated;  // the finer of two that agree
    } else if (b.first > a.first || a.last > b.last) {
      return std::nullopt;
    }
  }
  return found;
}

}  // namespace annals
