#include "ingest/event_dates.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "ingest/event_dates_clauses.h"
#include "ingest/timex_direction.h"

namespace annals {
namespace {

using date::days;
using date::sys_days;
using Index = std::int32_t;

bool is_day(const EventDate& date) { return date.precision == Precision::day; }

/// Verbs that tell of a state of mind or of a plan; in the present they hold on the day of
/// publication.
bool holds_now(std::string_view lemma) {
  constexpr std::array verbs = {"think", "believe", "hope",   "fear",     "expect",  "want",
                                "know",  "see",     "seem",   "appear",   "intend",  "plan",
                                "feel",  "doubt",   "need",   "schedule", "suppose", "set",
                                "mean",  "include", "remain", "require",  "support", "oppose"};
  return std::find(verbs.begin(), verbs.end(), lemma) != verbs.end();
}

/// "Net fell 16% to $123 million": verbs that tell of figures, with a figure in their clause.
bool tells_figures(const Sentence& sentence, Index token) {
  constexpr std::array verbs = {"rise",   "fall",  "drop",   "decline", "increase", "decrease",
                                "gain",   "jump",  "climb",  "soar",    "surge",    "advance",
                                "narrow", "widen", "tumble", "plunge",  "earn",     "lose",
                                "total",  "grow",  "slip",   "slump",   "have",     "post"};
  const Index verb = governing_verb(sentence, token);
  if (verb < 0) return false;
  const std::string_view lemma = sentence.tokens[static_cast<std::size_t>(verb)].lemma;
  if (std::find(verbs.begin(), verbs.end(), lemma) == verbs.end()) return false;
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [](const Token& word) {
    return word.form == "%" || word.form == "$" || word.form == "million" || word.form == "billion";
  });
}

/// The tense that the word stands in: its own, or that of the clause which a participle or a noun
/// belongs to.
VerbTime tense_of(const Sentence& sentence, Index token) {
  Index verb = governing_verb(sentence, token);
  for (int steps = 0; verb >= 0 && steps < 8; ++steps) {
    const VerbTime time = verb_time(sentence, verb);
    const Token& word = sentence.tokens[static_cast<std::size_t>(verb)];
    const Index above = word.head < 0 ? -1 : governing_verb(sentence, word.head);
    const bool done = time.infinitive && above >= 0 &&
                      happens_with(sentence.tokens[static_cast<std::size_t>(above)].lemma);
    if (!done && (time.direction != Direction::unknown || above < 0)) return time;
    if (!done && word.xpos == "VBN") return {.direction = Direction::past};
    verb = above;
  }
  return {};
}

/// True for past events that a sentence only refers back to: in relative clauses, in clauses of
/// time and reason, and, unless `said` is false, in what somebody says. They lie before what the
/// sentence itself tells of.
bool is_background(const Sentence& sentence, Index token, bool said = true) {
  constexpr std::array marks = {"after",  "since",  "because", "although",
                                "though", "before", "if",      "that"};
  const auto at = [&](Index i) -> const Token& {
    return sentence.tokens[static_cast<std::size_t>(i)];
  };
  Index word = governing_verb(sentence, token);
  for (int steps = 0; word >= 0 && steps < 8; ++steps) {
    const std::string_view relation = at(word).deprel;
    const Index head = at(word).head;
    if (relation.starts_with("acl")) return true;
    if (said && relation == "ccomp" && head >= 0 && is_speech_verb(at(head).lemma)) return true;
    if (relation.starts_with("advcl")) {
      for (const Token& mark : sentence.tokens) {
        if (mark.head == word && mark.deprel == "mark" &&
            std::find(marks.begin(), marks.end(), mark.lemma) != marks.end()) {
          return true;
        }
      }
    }
    word = head;
  }
  return false;
}

}  // namespace

struct Dating::Parts {
  const Article* article = nullptr;
  const Analysis* analysis = nullptr;
  std::span<const TimexMention> timexes;
  std::vector<ClauseDates> clauses;  ///< one for each sentence
  std::vector<std::optional<DatedBy>>
      carried;  ///< the day that past narrative has when the sentence begins
  std::vector<std::optional<DatedBy>> said;  ///< the day of saying that was told last
  std::optional<sys_days> now;

  std::vector<std::optional<DatedBy>> quarter;  ///< the quarter that figures are told for
  DatedBy by_anchor(const DateAnchor& anchor) const {
    return {anchor.date, DateBasis::expression, timexes[anchor.timex].timex.span};
  }
  void carry();
  bool may_date(const DateAnchor& anchor, const EventToDate& event) const;
  std::optional<DatedBy> told_in(const ClauseDates& clauses_of) const;
  DatedBy by_tense(const EventToDate& event) const;
  DatedBy by_report(const EventToDate& event, const VerbTime& time) const;
};

/// The day that a sentence's main past-tense clause is given, for the sentences after it.
std::optional<DatedBy> Dating::Parts::told_in(const ClauseDates& clause) const {
  std::optional<DatedBy> told;
  for (const DateAnchor& anchor : clause.anchors()) {
    if (anchor.relation != TimeRelation::at || anchor.before_noun || !is_day(anchor.date)) continue;
    const Index verb =
        anchor.governor < 0 ? -1 : governing_verb(clause.sentence(), anchor.governor);
    if (verb < 0) continue;
    const VerbTime time = verb_time(clause.sentence(), verb);
    if (now && anchor.date.first > *now) continue;
    if (time.direction == Direction::future || time.past_perfect) continue;
    told = by_anchor(anchor);
  }
  if (told) told->basis = DateBasis::linked;
  return told;
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
      return noun || anchor.date.last >= *now;
    case Direction::present:
      return noun || anchor.date.last >= *now;
    case Direction::past:
      return anchor.date.first <= *now;
    default:
      return true;
  }
}

void Dating::Parts::carry() {
  std::optional<DatedBy> day;
  std::optional<DatedBy> lead;
  std::optional<DatedBy> saying;
  int age = 0;
  std::optional<DatedBy> figures;
  int figures_age = 0;
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    carried[i] = day ? day : lead;
    for (const DateAnchor& anchor : clauses[i].anchors()) {
      if (anchor.date.precision != Precision::quarter || anchor.compared) continue;
      if (now && (*now - anchor.date.last > days{300} || anchor.date.first > *now)) continue;
      figures = by_anchor(anchor);
      figures->basis = DateBasis::linked;
      figures_age = 0;
    }
    if (++figures_age > 6) figures.reset();
    quarter[i] = figures;
    said[i] = saying;
    for (const DateAnchor& anchor : clauses[i].anchors()) {
      if (anchor.governor < 0 || !is_day(anchor.date) || anchor.relation != TimeRelation::at)
        continue;
      if (!is_speech_verb(clauses[i].token(anchor.governor).lemma)) continue;
      if (now && (anchor.date.first > *now || *now - anchor.date.first > days{3})) continue;
      saying = by_anchor(anchor);
      saying->basis = DateBasis::reporting_day;
      said[i] = saying;
    }
    const auto told = told_in(clauses[i]);
    if (told) {
      day = told;
      if (!lead && i < 8) lead = told;
      age = 0;
    } else if (++age > 8) {
      day.reset();
    }
  }
}

/// An act of saying without a time of its own: the day of the report, unless the sentence tells it
/// as something that was so before: "has long refused", "the bank accused of", "which brought".
DatedBy Dating::Parts::by_report(const EventToDate& event, const VerbTime& time) const {
  const Sentence& sentence = clauses[event.sentence].sentence();
  const Token& word = sentence.tokens[static_cast<std::size_t>(event.token)];
  const bool verb = word.upos == Upos::VERB;
  // A first sentence in the perfect tells the news of the day: "has formally called for".
  constexpr std::uint32_t lead = 1;
  const bool participle = verb && word.xpos == "VBN" && word.deprel == "acl";
  const bool before = participle || (verb && time.perfect && event.sentence > lead) ||
                      (verb && word.xpos == "VBD" && is_background(sentence, event.token, false));
  if (before) return {before_date(*now), DateBasis::dateline_relative, {}};
  if (time.direction == Direction::present || !said[event.sentence])
    return {day_date(*now), DateBasis::reporting_day, {}};
  return *said[event.sentence];
}

DatedBy Dating::Parts::by_tense(const EventToDate& event) const {
  const Sentence& sentence = clauses[event.sentence].sentence();
  const VerbTime time = tense_of(sentence, event.token);
  const auto& day = carried[event.sentence];
  const bool told =
      time.direction == Direction::past && !time.perfect && event.status == Status::happened;
  const bool background = time.past_perfect || (told && is_background(sentence, event.token));
  if (!now) return told && !background && day ? *day : DatedBy{};
  const bool ahead = event.status == Status::planned || event.status == Status::hypothetical ||
                     (time.direction == Direction::future && !event.real);
  if (event.reporting && !ahead) return by_report(event, time);
  if (ahead) return {after_date(*now + days{1}), DateBasis::dateline_relative, {}};
  if (background) return {before_date(*now - days{1}), DateBasis::dateline_relative, {}};
  if (time.direction == Direction::present)
    return {day_date(*now), DateBasis::dateline_relative, {}};
  if (told && quarter[event.sentence] && tells_figures(sentence, event.token))
    return *quarter[event.sentence];
  if (told && day) return *day;
  return {before_date(*now), DateBasis::dateline_relative, {}};
}

Dating::Dating(const Article& article, const Analysis& analysis,
               std::span<const TimexMention> timexes, const DateRules& /*rules*/) {
  Parts parts;
  parts.article = &article;
  parts.analysis = &analysis;
  parts.timexes = timexes;
  if (article.published && is_day(*article.published)) parts.now = article.published->first;
  std::size_t from = 0;
  for (std::uint32_t i = 0; i < analysis.sentences.size(); ++i) {
    std::size_t to = from;
    while (to < timexes.size() && timexes[to].sentence == i) ++to;
    parts.clauses.emplace_back(analysis.sentences[i], timexes.subspan(from, to - from),
                               static_cast<std::uint32_t>(from), parts.now);
    from = to;
  }
  parts.carried.resize(parts.clauses.size());
  parts.said.resize(parts.clauses.size());
  parts.quarter.resize(parts.clauses.size());
  parts.carry();
  parts_ = std::make_unique<Parts>(std::move(parts));
}

Dating::Dating(Dating&&) noexcept = default;
Dating& Dating::operator=(Dating&&) noexcept = default;
Dating::~Dating() = default;

DatedBy Dating::date_of(const EventToDate& event) const {
  const ClauseDates& clause = parts_->clauses[event.sentence];
  const Token& word = clause.token(event.token);
  const VerbTime time = tense_of(clause.sentence(), event.token);
  const bool present =
      time.direction == Direction::present && !time.perfect && word.upos != Upos::NOUN;
  if (present && parts_->now && (event.reporting || holds_now(word.lemma)))
    return parts_->by_tense(event);
  if (event.reporting && word.upos == Upos::VERB) {
    // the day of what is said is not the day of saying
    if (const auto anchor = clause.own(event.token)) return parts_->by_anchor(*anchor);
    if (const auto anchor = clause.shared(event.token)) return parts_->by_anchor(*anchor);
    return parts_->by_tense(event);
  }
  if (const auto anchor = clause.date_of(event.token)) {
    if (anchor->date.precision != Precision::unknown || anchor->date.month != 0) {
      return parts_->by_anchor(*anchor);
    }
  }
  if (const auto anchor = clause.by_other(event.token)) return parts_->by_anchor(*anchor);
  if (const auto anchor = clause.nearest(event.token)) {
    if (parts_->may_date(*anchor, event)) return parts_->by_anchor(*anchor);
  }
  return parts_->by_tense(event);
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
    if (!after->tokens[static_cast<std::size_t>(i)].span.overlaps(words)) continue;
    if (first < 0) first = i;
    last = i + 1;
  }
  if (first < 0) return {};
  EventToDate event{.sentence = index, .token = head_of(*after, first, last)};
  const Token& head = after->tokens[static_cast<std::size_t>(event.token)];
  event.reporting =
      is_speech_verb(head.lemma) || head.form == "according" || head.form == "According";
  return date_of(event);
}

}  // namespace annals
