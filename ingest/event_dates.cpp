#include "ingest/event_dates.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "ingest/date_rules_parts.h"
#include "ingest/event_dates_clauses.h"
#include "ingest/event_dates_story.h"
#include "ingest/event_dates_tense.h"
#include "ingest/verb_time.h"

namespace annals {
namespace {

using date::days;
using date::sys_days;
using Index = std::int32_t;

bool is_day(const EventDate& date) { return date.precision == Precision::day; }

bool is_past(ClauseTime time) {
  return time == ClauseTime::told || time == ClauseTime::done || time == ClauseTime::before ||
         time == ClauseTime::reported;
}

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

}  // namespace

struct Dating::Parts {
  const Analysis* analysis = nullptr;
  const TimeWords* words = nullptr;
  std::span<const TimexMention> timexes;
  std::vector<ClauseDates> clauses;  ///< one for each sentence
  std::optional<Story> story;
  std::optional<sys_days> now;

  DatedBy by_anchor(const DateAnchor& anchor) const {
    return {anchor.date, DateBasis::expression, timexes[anchor.timex].timex.span};
  }
  bool agrees(const DateAnchor& anchor, ClauseTime time, const EventToDate& event) const;
  bool may_date(const DateAnchor& anchor, const EventToDate& event) const;
  DatedBy date_of(const EventToDate& event) const;
  DatedBy by_refusal(const EventToDate& event) const;
  DatedBy by_saying(const EventToDate& event, ClauseTime time) const;
  DatedBy by_tense(const EventToDate& event, ClauseTime time) const;
  DatedBy by_past(const EventToDate& event, ClauseTime time) const;
  std::optional<DatedBy> known(const EventToDate& event) const;
  DatedBy relative(const EventDate& date) const { return {date, DateBasis::dateline_relative, {}}; }
};

/// What is to come is not dated by a day gone by ("agreed on Monday to meet"), nor the other way
/// round.
bool Dating::Parts::agrees(const DateAnchor& anchor, ClauseTime time,
                           const EventToDate& event) const {
  if (anchor.date.precision == Precision::unknown) return anchor.date.month != 0;
  if (!now) return true;
  const bool behind = anchor.relation == TimeRelation::after && anchor.date.last <= *now;
  if (time == ClauseTime::ahead && behind) return false;  // "will leave after last year's war"
  if (!anchor.borrowed) {  // "promised a vote next year after the delegates agreed"
    const Sentence& sentence = clauses[event.sentence].sentence();
    const Token& word = sentence.at(event.token);
    // but "were to meet on June 12" is no past
    const bool past = word.upos == Upos::VERB && !verb_time(sentence, event.token).infinitive;
    const bool contradicts = past && time == ClauseTime::told && anchor.date.first > *now;
    return !contradicts || anchor.relation != TimeRelation::at;
  }
  if (time == ClauseTime::ahead) return anchor.date.last >= *now;
  if (!is_past(time)) return true;
  // "will call this week for an end to the strikes": that week is not theirs
  const Sentence& sentence = clauses[event.sentence].sentence();
  const Index verb = governing_verb(sentence, event.token);
  const bool under_future = verb >= 0 && verb_time(sentence, verb).direction == Direction::future;
  return under_future ? anchor.date.last <= *now : anchor.date.first <= *now;
}

bool Dating::Parts::may_date(const DateAnchor& anchor, const EventToDate& event) const {
  if (anchor.date.precision == Precision::unknown) return anchor.date.month != 0;
  if (!now) return true;
  const Sentence& sentence = clauses[event.sentence].sentence();
  const Index verb = governing_verb(sentence, event.token);
  const VerbTime time = verb < 0 ? VerbTime{} : verb_time(sentence, verb);
  const bool noun = verb != event.token;
  switch (time.direction) {
    case Direction::future:
    case Direction::present:
      return noun || anchor.date.last >= *now;
    case Direction::past:
      return time.infinitive || anchor.date.first <= *now;
    default:
      return true;
  }
}

/// "has said it will not lift them": who refuses says so on the day of saying.
DatedBy Dating::Parts::by_refusal(const EventToDate& event) const {
  const ClauseDates& clause = clauses[event.sentence];
  const Token& word = clause.token(event.token);
  const bool said = word.head >= 0 && words->is(TimeWord::says, clause.token(word.head).lemma);
  if (!said) return {day_date(*now), DateBasis::reporting_day, {}};
  return date_of({.sentence = event.sentence, .token = word.head, .reporting = true});
}

/// An act of saying without an expression of its own.
DatedBy Dating::Parts::by_saying(const EventToDate& event, ClauseTime time) const {
  const StoryTime& told = story->at(event.sentence);
  const DatedBy today{day_date(*now), DateBasis::reporting_day, {}};
  if (time == ClauseTime::now) return today;
  const bool joined = clauses[event.sentence].token(event.token).deprel == "conj";
  if (joined && told.told_here) return *told.told_here;
  if (told.stage) {
    const auto speaker = subject_words(clauses[event.sentence], event.token);
    const bool same = std::any_of(speaker.begin(), speaker.end(), [&](std::string_view word) {
      return word == "he" || word == "He" || word == "she" || word == "She" ||
             std::find(told.speakers.begin(), told.speakers.end(), word) != told.speakers.end();
    });
    if (same) return *told.stage;
  }
  return told.saying ? *told.saying : today;
}

/// The same event, told elsewhere in the article with its date.
std::optional<DatedBy> Dating::Parts::known(const EventToDate& event) const {
  const Token& word = clauses[event.sentence].token(event.token);
  if (words->is(TimeWord::says, word.lemma)) return std::nullopt;
  auto found = story->known(word.lemma);
  if (found && now && found->date.first > *now) return std::nullopt;
  return found;
}

/// A past event that no expression reaches.
DatedBy Dating::Parts::by_past(const EventToDate& event, ClauseTime time) const {
  const StoryTime& story_time = story->at(event.sentence);
  const Sentence& sentence = clauses[event.sentence].sentence();
  const bool noun = sentence.at(event.token).upos != Upos::VERB;
  if (time == ClauseTime::before || time == ClauseTime::reported || noun) {
    if (const auto same = known(event)) return *same;
  }
  if (time == ClauseTime::reported) {
    // "On Friday, police said, missiles hit a house": the day is that of both
    const ClauseDates& clause = clauses[event.sentence];
    const Index said = said_by(clause, *words, event.token);
    const auto day = said < 0 ? std::nullopt : clause.fronted(said);
    if (day && is_day(day->date) && (!now || day->date.first <= *now)) return by_anchor(*day);
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
  if (time == ClauseTime::before || time == ClauseTime::reported)
    return relative(before_date(*now - days{1}));
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
    const auto same = word.upos == Upos::NOUN ? story->known_ahead(word.lemma) : std::nullopt;
    if (same) return *same;
  }
  if (time == ClauseTime::ahead) return relative(after_date(*now + days{1}));
  if (time == ClauseTime::now) return relative(day_date(*now));
  if (time == ClauseTime::done && story->is_lead(event.sentence)) {
    const Token& word = clauses[event.sentence].token(event.token);
    if (word.upos == Upos::VERB && word.head < 0) return relative(day_date(*now));
  }
  return by_past(event, time);
}

DatedBy Dating::Parts::date_of(const EventToDate& event) const {
  const ClauseDates& clause = clauses[event.sentence];
  const Token& word = clause.token(event.token);
  const bool source = word.form == "according" || word.form == "According";
  const bool verb = word.upos == Upos::VERB && !source;
  const bool saying = event.reporting && (verb || source);
  EventToDate asked = event;
  asked.reporting = saying;
  const ClauseTime time = clause_time(clause, *words, event.token);
  if (saying) {
    const auto speech = clause.day_of_speech(event.token);
    if (speech && agrees(*speech, time, event)) return by_anchor(*speech);
  }
  const bool holds = saying || words->is(TimeWord::holds, word.lemma);
  if (time == ClauseTime::now && now && holds && word.upos != Upos::NOUN)
    return by_tense(asked, time);
  if (saying && !verb) return by_tense(asked, ClauseTime::told);  // "according to"
  if (saying && words->is(TimeWord::says, word.lemma)) {
    // the day of what is said is not the day of saying
    if (const auto anchor = clause.day_of_saying(event.token)) return by_anchor(*anchor);
    // "will call for an end to raids in the valleys during a visit this week": of words to come
    const bool open = time == ClauseTime::ahead && clause.child(event.token, "ccomp") < 0;
    auto anchor = open ? clause.nearest(event.token) : std::nullopt;
    if (anchor) anchor->borrowed = true;
    if (anchor && may_date(*anchor, event) && agrees(*anchor, time, event))
      return by_anchor(*anchor);
  } else {
    if (const auto anchor = clause.date_of(event.token)) {
      if (agrees(*anchor, time, event)) return by_anchor(*anchor);
    }
    // "said on Monday that they had recently met": not on Monday
    const bool formerly = verb && is_formerly(clause, *words, event.token);
    if (auto anchor = clause.nearest(event.token); anchor && !(formerly && is_day(anchor->date))) {
      anchor->borrowed = true;
      if (may_date(*anchor, event) && agrees(*anchor, time, event)) return by_anchor(*anchor);
    }
  }
  if (time == ClauseTime::reported && is_state(clause, *words, event.token)) {
    // "said he believed": it was so when he said it
    asked.token = said_by(clause, *words, event.token);
    asked.reporting = true;
    if (asked.token >= 0) return date_of(asked);
    asked.token = event.token;
    asked.reporting = saying;
  }
  const Index giver = verb ? time_giver(clause, *words, event.token) : event.token;
  if (giver != event.token) {
    asked.token = giver;
    asked.reporting = words->is(TimeWord::says, clause.token(giver).lemma);
    return date_of(asked);
  }
  return by_tense(asked, time);
}

Dating::Dating(const Article& article, const Analysis& analysis,
               std::span<const TimexMention> timexes, const DateRules& rules) {
  auto owned = std::make_unique<Parts>();
  Parts& parts = *owned;
  parts.analysis = &analysis;
  parts.timexes = timexes;
  if (article.published && is_day(*article.published)) parts.now = article.published->first;
  parts.words = &rules.parts().time_words;
  std::size_t from = 0;
  for (std::uint32_t i = 0; i < analysis.sentences.size(); ++i) {
    std::size_t to = from;
    while (to < timexes.size() && timexes[to].sentence == i) ++to;
    parts.clauses.emplace_back(analysis.sentences[i], timexes.subspan(from, to - from),
                               static_cast<std::uint32_t>(from), *parts.words, parts.now);
    from = to;
  }
  parts.story.emplace(article, analysis, timexes, parts.clauses, *parts.words, parts.now);
  parts_ = std::move(owned);
}

Dating::Dating(Dating&&) noexcept = default;
Dating& Dating::operator=(Dating&&) noexcept = default;
Dating::~Dating() = default;

DatedBy Dating::date_of(const EventToDate& event) const { return parts_->date_of(event); }

DatedBy Dating::date_at(Span words) const {
  const auto& sentences = parts_->analysis->sentences;
  const auto after = std::partition_point(
      sentences.begin(), sentences.end(),
      [&](const Sentence& sentence) { return sentence.span.end <= words.begin; });
  if (after == sentences.end() || !after->span.overlaps(words)) return {};
  const auto index = static_cast<std::uint32_t>(after - sentences.begin());
  Index first = -1;
  Index last = -1;
  for (Index i = 0; i < static_cast<Index>(after->tokens.size()); ++i) {
    if (!after->at(i).span.overlaps(words)) continue;
    if (first < 0) first = i;
    last = i + 1;
  }
  if (first < 0) return {};
  EventToDate event{.sentence = index, .token = head_of(*after, first, last)};
  const Token& head = after->at(event.token);
  event.reporting = parts_->words->is(TimeWord::says, head.lemma) || head.form == "according" ||
                    head.form == "According";
  return date_of(event);
}

}  // namespace annals
