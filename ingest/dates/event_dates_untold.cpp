#include <algorithm>

#include "ingest/dates/event_dates_parts.h"
#include "ingest/dates/verb_time.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

using date::days;
using Index = std::int32_t;

constexpr int unnamed_lasts = 3;  // sentences

/// "Net fell 16% to $123 million": verbs that tell of figures, with a figure in their clause.
bool tells_figures(const Sentence& sentence, const TimeWords& words, Index token) {
  const Index verb = governing_verb(sentence, token);
  if (verb < 0) return false;
  if (!words.is(TimeWord::figures, sentence.at(verb).lemma)) return false;
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [](const Token& word) {
    return word.form == "%" || word.form == "$" || word.form == "million" || word.form == "billion";
  });
}

bool is_negated(const ClauseDates& clause, Index token) {
  const auto& children = clause.children(token);
  return std::any_of(children.begin(), children.end(), [&](Index c) {
    return clause.token(c).lemma == "not" || clause.token(c).lemma == "never";
  });
}

/// True for a pronoun and for who shares a word of his name.
bool is_one_of(const std::vector<std::string_view>& speaker,
               const std::vector<std::string_view>& names) {
  return std::any_of(speaker.begin(), speaker.end(), [&](std::string_view word) {
    return word == "he" || word == "He" || word == "she" || word == "She" ||
           std::find(names.begin(), names.end(), word) != names.end();
  });
}

}  // namespace

/// "has said it will not lift them": who refuses says so on the day of saying.
DatedBy Dating::Parts::by_refusal(const EventToDate& event) const {
  const ClauseDates& clause = clauses[event.sentence];
  const Token& word = clause.token(event.token);
  const bool said = word.head >= 0 && words->is(TimeWord::says, clause.token(word.head).lemma);
  if (!said) return {day_date(*now), DateBasis::reporting_day, {}};
  return date_of({.sentence = event.sentence, .token = word.head, .reporting = true});
}

/// "A report issued on Wednesday accused them", "the synod, which met in May, called for": of the
/// time of what says it.
std::optional<DatedBy> Dating::Parts::by_words_of(const EventToDate& event) const {
  const ClauseDates& clause = clauses[event.sentence];
  const Index subject = clause.child(event.token, "nsubj");
  if (subject < 0 || subject > event.token) return std::nullopt;
  const Token& noun = clause.token(subject);
  const bool speaks = words->is(TimeWord::speech, noun.lemma) ||
                      words->is(TimeWord::stage, noun.lemma) ||
                      words->is(TimeWord::plannable, noun.lemma);
  if (noun.upos != Upos::NOUN || !speaks) return std::nullopt;
  const auto own = clause.date_of(subject);
  const bool past = own && !own->borrowed && own->relation == TimeRelation::at &&
                    own->date.precision != Precision::unknown && (!now || own->date.last <= *now);
  return past ? std::optional(by_anchor(*own)) : std::nullopt;
}

/// An act of saying without an expression of its own.
DatedBy Dating::Parts::by_saying(const EventToDate& event, ClauseTime time) const {
  const StoryTime& told = story->at(event.sentence);
  const DatedBy today{day_date(*now), DateBasis::reporting_day, {}};
  if (time == ClauseTime::now) return today;
  if (const auto same = by_words_of(event)) return *same;
  const bool joined = clauses[event.sentence].token(event.token).deprel == "conj";
  if (joined && told.told_here) return *told.told_here;
  if (joined && clauses[event.sentence].child(event.token, "nsubj") <
                    0) {  // "They took hostages and demanded a helicopter"
    const Index deed = clauses[event.sentence].token(event.token).head;
    const bool verb = clauses[event.sentence].token(deed).upos == Upos::VERB;
    if (verb && !is_saying(event.sentence, deed)) {
      const DatedBy same = date_of({.sentence = event.sentence, .token = deed});
      if (is_day(same.date) && (!now || same.date.first <= *now)) return same;
    }
  }
  const auto speaker = subject_words(clauses[event.sentence], event.token);
  if (told.stage && is_one_of(speaker, told.speakers)) return *told.stage;
  if (told.saying) {
    // "The party urged ...": who is not named speaks right behind the one who was
    const bool unnamed = speaker.empty() && told.saying_age <= unnamed_lasts;
    if (unnamed || is_one_of(speaker, told.sayers)) return *told.saying;
  }
  if (story->news_saying()) return *story->news_saying();
  // "A lawmaker was arrested on Monday. He was accused of taking bribes": on the day of the news
  const ClauseDates& clause = clauses[event.sentence];
  const bool words_told = clause.child(event.token, "ccomp") >= 0;
  const auto& news = story->news_day();
  const bool recent = !told.stage && told.deed && is_day(told.deed->date) && news &&
                      news->date == told.deed->date && *now - news->date.first <= days{3};
  return recent && !words_told ? *told.deed : today;
}

/// The same event, told elsewhere in the article with its date.
std::optional<DatedBy> Dating::Parts::known(const EventToDate& event) const {
  const Token& word = clauses[event.sentence].token(event.token);
  if (words->is(TimeWord::says, word.lemma)) return std::nullopt;
  // "a dozen arrests", "a raid": none that was told of
  const ClauseDates& clause = clauses[event.sentence];
  const Index the = clause.child(event.token, "det");
  const bool such = the > 0 && clause.token(the - 1).lemma == "such";
  const bool new_one =
      the >= 0 && !such && (clause.token(the).lemma == "a" || clause.token(the).lemma == "an");
  if (word.upos == Upos::NOUN && (new_one || clause.child(event.token, "nummod") >= 0))
    return std::nullopt;
  auto found = story->known(clauses[event.sentence], event.token);
  if (found && now && found->date.first > *now) return std::nullopt;
  return found;
}

/// The day up to now on which something was said, when its own expression tells it.
std::optional<date::sys_days> Dating::Parts::day_of_words(std::uint32_t sentence,
                                                          Index saying) const {
  const auto anchor = clauses[sentence].own(saying);
  if (!anchor || !is_day(anchor->date) || (now && anchor->date.first > *now)) return std::nullopt;
  return anchor->date.first;
}

/// "were hurt when a rebel threw a grenade": the day of the throwing, told here or elsewhere.
std::optional<DatedBy> Dating::Parts::by_its_when(const EventToDate& event) const {
  const ClauseDates& clause = clauses[event.sentence];
  std::vector<Index> places = clause.children(event.token);
  // "one was killed and two were wounded when"
  for (const Index c : clause.children(event.token)) {
    const bool joined = clause.token(c).deprel == "conj" && clause.token(c).upos == Upos::VERB;
    if (joined) places.insert(places.end(), clause.children(c).begin(), clause.children(c).end());
  }
  for (const Index c : places) {
    const Index mark = std::max(clause.child(c, "mark"), clause.child(c, "advmod"));
    if (!clause.token(c).deprel.starts_with("advcl") || mark < 0) continue;
    if (c < event.token || clause.token(mark).lemma != "when") continue;
    const auto own = clause.date_of(c);
    if (own && is_day(own->date) && (!now || own->date.first <= *now)) return by_anchor(*own);
    // "when a bomb went off as they drove home on Friday"
    for (const Index during : clause.children(c)) {
      const Index while_mark = clause.child(during, "mark");
      const bool same = clause.token(during).deprel.starts_with("advcl") && while_mark >= 0 &&
                        one_of(clause.token(while_mark).lemma, {"as", "while"});
      const auto then = same ? clause.own(during) : std::nullopt;
      if (then && is_day(then->date) && (!now || then->date.first <= *now)) return by_anchor(*then);
    }
    const auto same = known({.sentence = event.sentence, .token = c});
    if (same && is_day(same->date)) return same;
  }
  return std::nullopt;
}

/// "The offensive killed nine", of an offensive that is dated elsewhere.
std::optional<DatedBy> Dating::Parts::by_its_subject(const EventToDate& event) const {
  const ClauseDates& clause = clauses[event.sentence];
  const Index subject = clause.child(event.token, "nsubj");
  const bool happens = words->is(TimeWord::happens, clause.token(event.token).lemma);
  if (!happens || subject < 0 || clause.token(subject).upos != Upos::NOUN ||
      !words->is(TimeWord::occasion, clause.token(subject).lemma)) {
    return std::nullopt;
  }
  // "The suicide attack" may be another than "the attack"
  if (clause.child(subject, "compound") >= 0) return std::nullopt;
  const auto same = known({.sentence = event.sentence, .token = subject});
  return same && same->date.last - same->date.first < days{32} ? same : std::nullopt;
}

/// "Last week they condemned the attack": up to the last day on which it was condemned.
std::optional<date::sys_days> Dating::Parts::last_day_of_answer(const EventToDate& event) const {
  const ClauseDates& clause = clauses[event.sentence];
  const Token& word = clause.token(event.token);
  if (word.upos != Upos::NOUN || word.head < 0) return std::nullopt;
  // "said on Tuesday after a visit to Rome"
  const Index mark = clause.child(event.token, "case");
  const bool after = mark >= 0 && clause.token(mark).lemma == "after";
  if (!after && !words->is(TimeWord::behind, clause.token(word.head).lemma)) return std::nullopt;
  const auto answered = clause.own(word.head);
  const bool bounded =
      answered && answered->relation == TimeRelation::at && is_bounded(answered->date);
  return bounded ? std::optional(answered->date.last) : std::nullopt;
}

/// A past event that no expression reaches.
DatedBy Dating::Parts::by_past(const EventToDate& event, ClauseTime time) const {
  const StoryTime& story_time = story->at(event.sentence);
  const Sentence& sentence = clauses[event.sentence].sentence();
  const bool noun = sentence.at(event.token).upos != Upos::VERB;
  const ClauseDates& clause = clauses[event.sentence];
  const Index said = said_by(clause, *words, event.token);
  const auto said_day = said < 0 ? std::nullopt : day_of_words(event.sentence, said);
  // "A house was hit, police said Wednesday": that is the day of the words
  const bool deed_of_words = time == ClauseTime::told && said_day;
  if (const auto death = story->death(clause, event.token)) return *death;
  if (time == ClauseTime::before || time == ClauseTime::reported || noun || deed_of_words) {
    const auto same = known(event);
    const bool exact = same && same->date.last - same->date.first < days{32};
    // "said troops had fired" in a story of yesterday is not of the firing weeks ago
    const bool other = same && said >= 0 && time == ClauseTime::reported && story_time.deed &&
                       story_time.deed->date.first - same->date.last > days{7};
    if (same && !other && (exact || (noun && !deed_of_words))) return *same;
  }
  if (deed_of_words || time == ClauseTime::reported) {
    if (const auto same = by_its_when(event)) return *same;
  }
  if (!noun) {
    if (const auto same = story->of_occasion(clause, event.token)) return *same;
    if (const auto same = by_its_subject(event)) return *same;
  }
  // "One has been killed, police said Thursday"
  const bool harms = words->is(TimeWord::happens, sentence.at(event.token).lemma);
  const bool perfect = time == ClauseTime::done && harms && said_day;
  const bool undated_lead =
      story->is_lead(event.sentence) &&
      (perfect || (time == ClauseTime::told && (deed_of_words || !story_time.told_here)));
  if (undated_lead && story->detail_day()) return *story->detail_day();
  if (time == ClauseTime::reported) {
    // "On Friday, police said, missiles hit a house": the day is that of both
    const auto day = said < 0 ? std::nullopt : clause.fronted(said);
    if (day && is_day(day->date) && (!now || day->date.first <= *now)) return by_anchor(*day);
  }
  if (said >= 0 && (time == ClauseTime::reported || time == ClauseTime::before)) {
    // "Last week the police said they had arrested two": in that week
    const auto while_said = clause.fronted(said);
    const bool some_days = while_said && is_bounded(while_said->date) &&
                           !is_day(while_said->date) &&
                           while_said->date.last - while_said->date.first < days{32};
    if (some_days && while_said->relation == TimeRelation::at &&
        (!now || while_said->date.first <= *now)) {
      return by_anchor(*while_said);
    }
  }
  if (time == ClauseTime::reported) {  // "troops fired on Monday; ... police said four men died"
    // "Israel said on Monday ...; he added that Syria had ..." tells no day of deeds, only of words
    const auto& words_day = story_time.told_here ? story_time.told_here : story_time.told;
    const auto& day = event.reporting ? words_day : story_time.deed;
    const bool recent = day && is_day(day->date) && (!now || *now - day->date.first <= days{3});
    if (recent && !has_own_time(clauses[event.sentence], *words, event.token)) return *day;
  }
  if (time == ClauseTime::told) {
    if (story_time.quarter && tells_figures(sentence, *words, event.token))
      return *story_time.quarter;
    if (story_time.told_here) return *story_time.told_here;
    if (story_time.told) return *story_time.told;
  }
  if (!now) return {};
  if (time == ClauseTime::before || time == ClauseTime::reported) {
    const auto limit = said_day ? said_day : last_day_of_answer(event);
    return relative(before_date(std::min(limit.value_or(*now), *now - days{1})));
  }
  return relative(before_date(*now));
}

DatedBy Dating::Parts::by_tense(const EventToDate& event, ClauseTime time) const {
  const bool planned = event.status == Status::planned || event.status == Status::hypothetical;
  // the words in which something was planned or supposed are themselves said
  const bool said = event.reporting && is_past(time);
  if (planned && time != ClauseTime::before && time != ClauseTime::reported && !said)
    time = ClauseTime::ahead;
  if (story->is_title(event.sentence) && time != ClauseTime::ahead && time != ClauseTime::before) {
    if (const auto same = known(event)) return *same;
    if (story->news_day() && time != ClauseTime::told) return *story->news_day();
    if (now && time == ClauseTime::unknown) return relative(before_date(*now));
  }
  const bool past = is_past(time) || time == ClauseTime::unknown;
  if (!now) return past ? by_past(event, time) : DatedBy{};
  if (event.reporting && (time == ClauseTime::told || time == ClauseTime::now))
    return by_saying(event, time);
  if (time == ClauseTime::ahead && event.reporting && event.status == Status::happened &&
      is_negated(clauses[event.sentence], event.token)) {
    return by_refusal(event);
  }
  if (time == ClauseTime::ahead) {
    // "Islam's visit ..." beside "will visit Washington this week"
    const Token& word = clauses[event.sentence].token(event.token);
    const auto same = word.upos == Upos::NOUN
                          ? story->known_ahead(clauses[event.sentence], event.token)
                          : std::nullopt;
    if (same) return *same;
    if (const auto plan = by_plan(event)) return *plan;
  }
  if (time == ClauseTime::ahead) return relative(after_date(*now + days{1}));
  if (time == ClauseTime::now) return relative(day_date(*now));
  if (time == ClauseTime::done && story->is_lead(event.sentence)) {
    const Token& word = clauses[event.sentence].token(event.token);
    // "A man has been jailed, officials said. ... He was jailed on Friday"
    const auto same = word.upos == Upos::VERB ? known(event) : std::nullopt;
    if (same && is_day(same->date) && *now - same->date.first <= days{7}) return *same;
    if (word.upos == Upos::VERB && word.head < 0) return relative(day_date(*now));
  }
  return by_past(event, time);
}

}  // namespace annals
