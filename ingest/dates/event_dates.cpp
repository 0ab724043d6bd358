#include "ingest/dates/event_dates.h"

#include <algorithm>
#include <utility>

#include "ingest/dates/date_rules_parts.h"
#include "ingest/dates/event_dates_parts.h"
#include "ingest/dates/verb_time.h"

namespace annals {
namespace {

using date::days;
using date::sys_days;
using Index = std::int32_t;

}  // namespace

/// "came two days after militants killed a priest": either is dated by the other.
std::optional<DatedBy> Dating::Parts::by_step(const EventToDate& event) const {
  const ClauseDates& clause = clauses[event.sentence];
  Index at = event.token;
  const auto has_day = [&](Index word) {
    const auto own = clause.own(word);
    return own && own->date.last - own->date.first < days{7};
  };
  // "a week after they imposed a ban": the ban is of the imposing
  const Token& word = clause.token(at);
  const bool object = word.upos == Upos::NOUN && word.deprel == "obj" && !has_day(at) &&
                      !words->is(TimeWord::behind, clause.token(word.head).lemma);
  if (object) at = word.head;
  // "a week after a court convicted two of a killing in 1992": that year is the killing's
  if (has_day(at)) return std::nullopt;
  while (clause.token(at).deprel == "conj" && clause.child(at, "nsubj") < 0) {
    at = clause.token(at).head;
    if (has_day(at)) return std::nullopt;
  }
  for (const TimeStep& step : clause.steps()) {
    std::optional<EventDate> date;
    Span told;
    if (step.other == at) {
      const DatedBy main = date_of({.sentence = event.sentence,
                                    .token = step.main,
                                    .reporting = is_saying(event.sentence, step.main)});
      date = stepped(main.date, step.grain, -step.count);
      told = main.words;
      // "said on Tuesday it would expel two, a week after the other side expelled two": of the
      // words
      const Index said = said_by(clause, *words, step.main);
      if (!date && said >= 0) {
        const DatedBy words_day =
            date_of({.sentence = event.sentence, .token = said, .reporting = true});
        date = stepped(words_day.date, step.grain, -step.count);
        told = words_day.words;
      }
    } else if (step.main == at) {
      const auto other = clause.date_of(step.other);
      if (!other || other->borrowed || other->relation != TimeRelation::at) continue;
      date = stepped(other->date, step.grain, step.count);
      told = by_anchor(*other).words;
    }
    if (!date || date->precision == Precision::unknown) continue;
    const bool ahead = now && date->first > *now;
    const Direction looks = verb_time(clause.sentence(), at).direction;
    if (ahead ? looks == Direction::past : now && looks == Direction::future) continue;
    return DatedBy{*date, DateBasis::linked, told};
  }
  return std::nullopt;
}

/// "said after talks with the king": the talks are of the day of what comes after them.
std::optional<DatedBy> Dating::Parts::by_what_follows(const EventToDate& event) const {
  const ClauseDates& clause = clauses[event.sentence];
  const Token& word = clause.token(event.token);
  if (word.head < 0 || !words->is(TimeWord::same_day, word.lemma)) return std::nullopt;
  // "said after holding talks"
  const bool held = word.deprel == "obj" && clause.token(word.head).xpos == "VBG";
  const Index at = held ? word.head : event.token;
  const Token& after = clause.token(at);
  const bool verb = after.upos == Upos::VERB;
  if (after.head < 0 || (verb ? after.xpos != "VBG" : !after.deprel.starts_with("obl")))
    return std::nullopt;
  const Index mark = clause.child(at, verb ? "mark" : "case");
  if (mark < 0 || clause.token(mark).lemma != "after" || clause.own(event.token) || clause.own(at))
    return std::nullopt;
  const Index then = governing_verb(clause.sentence(), after.head);
  if (then < 0 || then == event.token) return std::nullopt;
  DatedBy day = date_of(
      {.sentence = event.sentence, .token = then, .reporting = is_saying(event.sentence, then)});
  if (!is_day(day.date) || (now && day.date.first > *now)) return std::nullopt;
  day.basis = DateBasis::linked;
  return day;
}

/// A month, a year, a time long past: no present perfect has it.
bool Dating::Parts::is_gone_by(const DateAnchor& anchor) const {
  return now && anchor.relation == TimeRelation::at && anchor.date.last < *now &&
         !is_day(anchor.date);
}

bool Dating::Parts::is_saying(std::uint32_t sentence, Index token) const {
  const Token& word = clauses[sentence].token(token);
  return word.upos == Upos::VERB && words->is(TimeWord::says, word.lemma);
}

/// "the row began in May when they vowed to": of the time of what they did then, like any act.
bool Dating::Parts::is_in_time_clause(const EventToDate& event) const {
  const ClauseDates& clause = clauses[event.sentence];
  const Index mark =
      std::max(clause.child(event.token, "mark"), clause.child(event.token, "advmod"));
  return clause.token(event.token).deprel.starts_with("advcl") && mark >= 0 &&
         words->is(TimeWord::while_mark, clause.token(mark).lemma);
}

DatedBy Dating::Parts::date_of(const EventToDate& event) const {
  if (const auto step = by_step(event)) return *step;
  if (const auto same = by_what_follows(event)) return *same;
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
  if (saying && words->is(TimeWord::says, word.lemma) && !is_in_time_clause(event)) {
    // the day of what is said is not the day of saying
    const auto said = clause.day_of_saying(event.token);
    // "has accused them of a raid last year": of the raid
    if (said && !(time == ClauseTime::done && is_gone_by(*said))) return by_anchor(*said);
    // "will call for an end to raids in the valleys during a visit this week": of words to come
    const bool open = time == ClauseTime::ahead && clause.child(event.token, "ccomp") < 0;
    auto anchor = open ? clause.nearest(event.token) : std::nullopt;
    if (anchor) anchor->borrowed = true;
    if (anchor && may_date(*anchor, event) && agrees(*anchor, time, event))
      return by_anchor(*anchor);
  } else {
    const bool formerly = is_formerly(clause, *words, event.token);
    const VerbTime tense = verb ? verb_time(clause.sentence(), event.token) : VerbTime{};
    const bool perfect = tense.perfect && !tense.past_perfect && !tense.infinitive;
    if (const auto anchor = clause.date_of(event.token)) {
      // "have arrested a man suspected of a murder in 1993", "on Monday spoke of his recent visit"
      const bool others =
          (perfect && is_gone_by(*anchor)) ||
          (anchor->governor != event.token && !verb && formerly && anchor->borrowed);
      if (!others && agrees(*anchor, time, event)) {
        const bool counted = clause.is_of_count(*anchor, event.token);
        const ClauseTime then = time == ClauseTime::now ? ClauseTime::told : time;
        const DatedBy told = counted ? by_tense(asked, then) : DatedBy{};
        const bool finer = is_day(told.date) && anchor->date.first <= told.date.first &&
                           told.date.last <= anchor->date.last;
        return finer ? told : by_anchor(*anchor);
      }
    }
    // "said on Monday that they had recently met": not on Monday
    auto anchor = clause.nearest(event.token);
    // "the president, who has ruled for years, resigned on Tuesday"
    const bool open = formerly || (perfect && anchor && now && anchor->date.last < *now);
    if (anchor && !(open && is_day(anchor->date))) {
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

DatedBy Dating::date_of(const EventToDate& event) const {
  DatedBy found = parts_->date_of(event);
  // "since Thursday morning the town has been shelled", in a text of that Thursday
  const auto& now = parts_->now;
  const bool from_now = now && found.date.first == *now && found.date.last == last_day;
  if (from_now && found.basis == DateBasis::expression &&
      is_past(clause_time(parts_->clauses[event.sentence], *parts_->words, event.token))) {
    found.date = day_date(*now);
  }
  // "said this week that": up to the publication day
  const bool within = now && found.date.precision == Precision::week && found.date.first <= *now &&
                      found.date.last > *now && event.status == Status::happened;
  if (within && found.basis == DateBasis::expression &&
      is_past(clause_time(parts_->clauses[event.sentence], *parts_->words, event.token))) {
    found.date = found.date.first == *now ? day_date(*now) : interval_date(found.date.first, *now);
  }
  // "will meet him before talks later today"
  const bool closed = found.date.first == first_day && now && found.date.last >= *now;
  const bool ahead = event.status == Status::planned ||
                     clause_time(parts_->clauses[event.sentence], *parts_->words, event.token) ==
                         ClauseTime::ahead;
  if (closed && ahead && found.date.precision != Precision::unknown)
    found.date = found.date.last == *now ? day_date(*now) : interval_date(*now, found.date.last);
  return found;
}

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
