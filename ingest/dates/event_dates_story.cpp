#include "ingest/dates/event_dates_story.h"

#include <algorithm>

#include "ingest/dates/event_dates_tense.h"
#include "ingest/dates/verb_time.h"
#include "ingest/text/characters.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

using date::days;
using date::sys_days;
using Index = std::int32_t;

constexpr int day_lasts = 8;          // sentences without a day of their own
constexpr int figures_last = 6;       // sentences
constexpr int stage_lasts = 20;       // sentences
constexpr int plan_lasts = 8;         // sentences
constexpr std::uint32_t details = 3;  // sentences after the lead that tell more of it
constexpr days long_time{300};        // a year or more: too wide to date what is told next

}  // namespace

struct Story::Carried {
  std::optional<DatedBy> day;
  std::optional<DatedBy> deed;
  std::optional<DatedBy> lead;
  std::optional<DatedBy> coarse;  ///< a month, a week, a season of this paragraph
  bool cut = false;               ///< a year was told in this paragraph: the day is off
  std::optional<DatedBy> saying;
  std::vector<std::string_view> sayers;
  int saying_age = 0;
  std::optional<DatedBy> figures;
  std::optional<DatedBy> stage;
  std::optional<DatedBy> background;  ///< the time older than the story that the last sentence told
  std::optional<Plan> plan;
  std::vector<std::string_view> speakers;
  int day_age = 0;
  int deed_age = 0;
  int figures_age = 0;
  int stage_age = 0;
  int plan_age = 0;
};

namespace {

/// Names and pronouns; a name may be tagged as a noun ("Jobs").
bool is_name(const Token& word) {
  return word.upos == Upos::PROPN || word.upos == Upos::PRON || starts_upper(word.form);
}

Index by_phrase(const ClauseDates& clause, Index verb) {
  for (const Index c : clause.children(verb)) {
    if (!clause.token(c).deprel.starts_with("obl")) continue;
    const Index mark = clause.child(c, "case");
    if (mark >= 0 && clause.token(mark).lemma == "by") return c;
  }
  return -1;
}

}  // namespace

std::size_t shared_words(const Sentence& a, const Sentence& b) {
  const auto content = [](const Token& word) {
    return word.upos == Upos::NOUN || word.upos == Upos::PROPN || word.upos == Upos::VERB;
  };
  std::vector<std::string_view> shared;
  for (const Token& word : a.tokens) {
    if (!content(word) || std::find(shared.begin(), shared.end(), word.lemma) != shared.end())
      continue;
    const bool both = std::any_of(b.tokens.begin(), b.tokens.end(), [&](const Token& other) {
      return content(other) && other.lemma == word.lemma;
    });
    if (both) shared.push_back(word.lemma);
  }
  return shared.size();
}

std::vector<std::string_view> subject_words(const ClauseDates& clause, std::int32_t verb) {
  std::vector<std::string_view> words;
  for (int steps = 0; verb >= 0 && steps < 4; ++steps) {
    Index subject = clause.child(verb, "obl:agent");
    if (subject < 0 && clause.child(verb, "nsubj:pass") < 0) subject = clause.child(verb, "nsubj");
    if (subject < 0) {  // `..., said Smith`; the parser may take him for an object
      const Index object = clause.child(verb, "obj");
      if (object >= 0 && is_name(clause.token(object))) subject = object;
    }
    if (subject < 0) subject = by_phrase(clause, verb);
    if (subject >= 0) {
      if (is_name(clause.token(subject))) words.push_back(clause.token(subject).form);
      for (const Index c : clause.children(subject)) {
        const Token& part = clause.token(c);
        const bool name =
            is_name(part) && (part.deprel == "compound" || part.deprel.starts_with("flat") ||
                              part.deprel == "appos");
        if (name) words.push_back(part.form);
      }
      return words;
    }
    const std::string_view relation = clause.token(verb).deprel;
    verb = relation == "conj" || relation == "xcomp" || relation.starts_with("advcl")
               ? clause.token(verb).head
               : -1;
  }
  return words;
}

DatedBy Story::dated(const DateAnchor& anchor, DateBasis basis) const {
  return {anchor.date, basis, timexes_[anchor.timex].timex.span};
}

/// A speech or a show on a named day: what its speaker says in the next sentences was said there.
void Story::read_stage(const ClauseDates& clause, const DateAnchor& anchor, Carried& carried) {
  const Index verb = governing_verb(clause.sentence(), anchor.governor);
  bool stage = words_.is(TimeWord::stages, clause.token(verb).lemma);
  for (const Token& word : clause.sentence().tokens)
    stage = stage || (word.upos == Upos::NOUN && words_.is(TimeWord::stage, word.lemma));
  if (!stage) return;
  const auto speakers = subject_words(clause, verb);
  const bool same_day = carried.stage && carried.stage->date == anchor.date;
  if (!same_day) carried.speakers.clear();
  carried.speakers.insert(carried.speakers.end(), speakers.begin(), speakers.end());
  carried.stage = dated(anchor, DateBasis::linked);
  carried.stage_age = 0;
}

/// The day of an act of saying: not "welcomed the move by the council, which called on Friday for
/// ...", nor "condemned on Sunday the raids on Friday".
void Story::read_saying(const ClauseDates& clause, const DateAnchor& anchor, std::uint32_t index,
                        Carried& carried) {
  const Token& word = clause.token(anchor.governor);
  if (!is_day(anchor.date) || anchor.before_noun || !words_.is(TimeWord::says, word.lemma)) return;
  if (now_ && *now_ - anchor.date.first > days{3}) return;
  const auto own = clause.own(anchor.governor);
  if (word.deprel.starts_with("acl") || !own || own->timex != anchor.timex) return;
  carried.saying = dated(anchor, DateBasis::reporting_day);
  carried.sayers = subject_words(clause, anchor.governor);
  carried.saying_age = 0;
  if (!news_saying_ && !title_[index] && index <= lead_ + 1) news_saying_ = carried.saying;
}

void Story::read_anchor(const ClauseDates& clause, const DateAnchor& anchor, std::uint32_t index,
                        Carried& carried) {
  if (auto plan = plan_of(clause, anchor)) {
    carried.plan = std::move(plan);
    carried.plan_age = 0;
  }
  const bool bounded = anchor.date.first != first_day && anchor.date.last != last_day;
  if (anchor.governor < 0 || anchor.relation != TimeRelation::at || anchor.compared || !bounded ||
      anchor.length) {
    return;
  }
  const bool past = !now_ || anchor.date.first <= *now_;
  name_event(clause, anchor);
  if ((anchor.before_noun && anchor.stage < 0) || !past) return;
  const Index verb = governing_verb(clause.sentence(), anchor.governor);
  if (verb < 0) return;
  const Token& word = clause.token(anchor.governor);
  read_saying(clause, anchor, index, carried);
  const ClauseTime time = clause_time(clause, words_, verb);
  if (time == ClauseTime::ahead || time == ClauseTime::before || time == ClauseTime::reported)
    return;
  // "condemned the execution on Friday of two men": no day that the story is at
  const bool aside =
      word.upos == Upos::NOUN && clause_time(clause, words_, anchor.governor) == ClauseTime::before;
  if (aside) return;
  if (is_day(anchor.date)) {
    // "Clashes broke out on Friday. ... He said on Tuesday that": the story stays at Friday; but
    // what is announced or presented on a day is a deed
    const bool presents =
        words_.is(TimeWord::stages, word.lemma) && clause.child(anchor.governor, "ccomp") < 0;
    const bool of_words = words_.is(TimeWord::says, word.lemma) && !presents &&
                          (!now_ || *now_ - anchor.date.first <= days{7});
    if (of_words && carried.day && anchor.date.first < carried.day->date.first) {
      times_[index].told_here = dated(anchor, DateBasis::linked);
      return;
    }
    carried.day = dated(anchor, DateBasis::linked);
    if (!carried.lead && index < lead_ + 8) carried.lead = carried.day;
    if (!words_.is(TimeWord::says, word.lemma)) {
      carried.deed = carried.day;
      carried.deed_age = 0;
    }
    carried.day_age = 0;
    times_[index].told_here = carried.day;
    carried.coarse.reset();
    carried.cut = false;
    const bool recent = !now_ || *now_ - anchor.date.first <= days{3};
    if (recent && !title_[index]) read_stage(clause, anchor, carried);
  } else if (time == ClauseTime::told) {
    const bool wide = anchor.date.last - anchor.date.first > long_time;
    carried.cut = true;
    const bool older = now_ && *now_ - anchor.date.last > days{7};
    const bool main = word.head < 0 || (anchor.stage >= 0 && clause.token(anchor.stage).head < 0);
    if (older && main) carried.background = dated(anchor, DateBasis::linked);
    times_[index].told.reset();
    carried.coarse = wide ? std::nullopt : std::optional(dated(anchor, DateBasis::linked));
    if (carried.coarse) times_[index].told_here = carried.coarse;
  }
}

/// Where the sentence stands when none of its own expressions says so.
void Story::read_background(std::uint32_t index, Carried& carried) {
  const Background background = carried.background ? background_of(index) : Background::left;
  if (!headings_.empty() && headings_[index]) {
    carried.coarse = headings_[index];
    carried.cut = true;
  } else if (background == Background::at_its_time) {
    carried.coarse = carried.background;
    carried.cut = true;
  } else if (index > 0 && paragraph_[index] != paragraph_[index - 1]) {
    carried.coarse.reset();
    carried.cut = background == Background::goes_on;
  }
  if (background != Background::at_its_time) carried.background.reset();
}

void Story::read_sentence(std::uint32_t index, Carried& carried) {
  const ClauseDates& clause = clauses_[index];
  StoryTime& time = times_[index];
  read_background(index, carried);
  time.told = carried.cut ? carried.coarse : carried.day ? carried.day : carried.lead;
  for (const DateAnchor& anchor : clause.anchors()) {
    if (anchor.date.precision != Precision::quarter || anchor.compared) continue;
    if (now_ && (*now_ - anchor.date.last > days{300} || anchor.date.first > *now_)) continue;
    carried.figures = dated(anchor, DateBasis::linked);
    carried.figures_age = 0;
  }
  if (++carried.figures_age > figures_last) carried.figures.reset();
  if (++carried.stage_age > stage_lasts) carried.stage.reset();
  ++carried.saying_age;
  if (++carried.plan_age > plan_lasts) carried.plan.reset();
  ++carried.day_age;
  if (++carried.deed_age > day_lasts) carried.deed.reset();
  // "crashed on Tuesday, the army said on Wednesday": the story is at Tuesday
  for (const bool deeds : {false, true}) {
    for (const DateAnchor& anchor : clause.anchors()) {
      const bool deed =
          anchor.governor < 0 || !words_.is(TimeWord::says, clause.token(anchor.governor).lemma);
      if (deed == deeds) read_anchor(clause, anchor, index, carried);
    }
  }
  if (carried.day_age > day_lasts) carried.day.reset();
  time.quarter = carried.figures;
  time.saying = carried.saying;
  time.sayers = carried.sayers;
  time.saying_age = carried.saying_age;
  time.deed = carried.cut ? std::nullopt : carried.deed;
  time.stage = carried.stage;
  time.plan = carried.plan;
  time.speakers = carried.speakers;
  read_deaths(clause, time);
}

Story::Story(const Article& article, const Analysis& analysis,
             std::span<const TimexMention> timexes, std::span<const ClauseDates> clauses,
             const TimeWords& words, std::optional<date::sys_days> now)
    : timexes_(timexes), clauses_(clauses), words_(words), now_(now), times_(clauses.size()) {
  bool lead_found = false;
  for (std::uint32_t i = 0; i < clauses.size(); ++i) {
    const std::uint32_t block = analysis.sentences[i].block;
    const bool title =
        block < article.blocks.size() && article.blocks[block].kind == BlockKind::title;
    const bool body =
        block >= article.blocks.size() || article.blocks[block].kind == BlockKind::body;
    title_.push_back(title);
    paragraph_.push_back(block);
    if (!lead_found && body) {
      lead_ = i;
      lead_found = true;
    }
  }
  headings_ = headings();
  Carried carried;
  for (std::uint32_t i = 0; i < clauses.size(); ++i) {
    read_sentence(i, carried);
    if (!news_day_ && !title_[i] && i <= lead_ + 1 && carried.day && carried.day_age == 0)
      news_day_ = carried.day;
  }
  read_details();
}

/// "The attack took place on Friday", "The victims were seized on Friday": of what was told before.
bool Story::tells_on(const ClauseDates& clause, std::int32_t verb) const {
  const Index subject = clause.child(verb, "nsubj");
  const Index the = subject < 0 ? -1 : clause.child(subject, "det");
  const bool same = the >= 0 && one_of(clause.token(the).lemma, {"the", "this", "that"});
  if (!same) return false;
  const std::string_view thing = clause.token(subject).lemma;
  const bool happens = words_.is(TimeWord::occurs, clause.token(verb).lemma) ||
                       words_.is(TimeWord::happens, clause.token(verb).lemma);
  if (thing == "victim") return clause.child(verb, "nsubj:pass") >= 0;
  return happens && words_.is(TimeWord::occasion, thing);
}

void Story::read_details() {
  const auto sentences = static_cast<std::uint32_t>(clauses_.size());
  for (std::uint32_t i = lead_ + 1; i < sentences && i <= lead_ + details && !detail_day_; ++i) {
    const ClauseDates& clause = clauses_[i];
    const bool shares = shared_words(clauses_[lead_].sentence(), clause.sentence()) >= 3;
    for (const DateAnchor& anchor : clause.anchors()) {
      const bool day = is_day(anchor.date) && anchor.relation == TimeRelation::at;
      if (!day || anchor.governor < 0 || anchor.before_noun || anchor.compared) continue;
      const Index verb = governing_verb(clause.sentence(), anchor.governor);
      if (verb < 0 || words_.is(TimeWord::says, clause.token(verb).lemma)) continue;
      const bool on = tells_on(clause, verb);
      if (!shares && !on) continue;
      const days oldest{on ? 7 : 3};
      if (now_ && (anchor.date.first > *now_ || *now_ - anchor.date.first > oldest)) continue;
      const ClauseTime time = clause_time(clause, words_, verb);
      if (time != ClauseTime::told && time != ClauseTime::reported && time != ClauseTime::before)
        continue;
      detail_day_ = dated(anchor, DateBasis::linked);
      break;
    }
  }
}

}  // namespace annals
