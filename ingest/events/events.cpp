#include "ingest/events/events.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "ingest/events/confidence.h"
#include "ingest/events/counts.h"
#include "ingest/events/events_acts.h"
#include "ingest/events/events_brief.h"
#include "ingest/events/events_discourse.h"
#include "ingest/events/events_evidence.h"
#include "ingest/events/events_match.h"
#include "ingest/events/events_members.h"
#include "ingest/events/events_mention.h"
#include "ingest/events/events_merge.h"
#include "ingest/events/events_place.h"
#include "ingest/events/events_quoted.h"
#include "ingest/events/events_settle.h"
#include "ingest/events/events_share.h"
#include "ingest/events/events_worth.h"
#include "ingest/events/status.h"
#include "ingest/events/status_clauses.h"
#include "ingest/events/topic.h"
#include "ingest/gazetteer/gazetteer.h"
#include "ingest/mend/events_mend.h"

namespace annals {
namespace {

Act act_of(std::string_view type) {
  if (is_saying(type)) return Act::saying;
  return type == "ASSAULT" || type == "PROTEST" ? Act::violence : Act::other;
}

/// "was scheduled to leave for London but the trip was postponed": what was planned just before is
/// cancelled.
void cancel_planned(const SentenceTree& tree, const EventRules& rules,
                    std::vector<Mention>& mentions) {
  constexpr std::uint32_t reach = 400;  // bytes before: this sentence and the one before it
  for (std::int32_t at = 0; at < tree.size(); ++at) {
    const Token& token = tree.token(at);
    if (token.upos != Upos::VERB || rules.effect(WordClass::verb, token.lemma) != Effect::cancelled)
      continue;
    const std::int32_t what = verb_frame(tree, at).find("obj");
    if (what < 0 || !rules.in_list("talks", tree.token(what).lemma)) continue;
    const Span cancelled = tree.token(what).span;
    const auto distance = [&](const Mention& one) { return token.span.begin - one.trigger.begin; };
    const auto found = std::find_if(mentions.rbegin(), mentions.rend(), [&](const Mention& one) {
      return one.trigger.begin <= token.span.begin && !one.trigger.overlaps(cancelled) &&
             (distance(one) > reach || (one.type == "CONSULT" && one.status == Status::planned));
    });
    if (found != mentions.rend() && distance(*found) <= reach) found->status = Status::cancelled;
  }
}

/// Titles, captions and opening sentences tell what happens now in the present tense.
bool is_told_as_news(const Article& article, const Sentence& sentence, std::uint32_t index) {
  const bool body = sentence.block >= article.blocks.size() ||
                    article.blocks[sentence.block].kind == BlockKind::body;
  return !body || index == 0 ||
         (sentence.block < article.blocks.size() &&
          std::none_of(article.blocks.begin(),
                       article.blocks.begin() + static_cast<std::ptrdiff_t>(sentence.block),
                       [](const Block& one) { return one.kind == BlockKind::body; }) &&
          sentence.span.begin == article.blocks[sentence.block].span.begin);
}

/// Reads the events of one sentence into mentions.
class SentenceReader {
 public:
  SentenceReader(const Article& article, const Sentence& sentence, std::uint32_t index,
                 const Cast& cast, const Dating& dating, const ActorLexicon& lexicon,
                 const EventRules& rules)
      : article_(article),
        index_(index),
        cast_(cast),
        dating_(dating),
        lexicon_(lexicon),
        rules_(rules),
        told_as_news_(is_told_as_news(article, sentence, index)),
        sentence_(mended(sentence, rules)),
        tree_(sentence_, rules_.words()),
        actors_(tree_, index, cast) {}

  /// Adds what the sentence tells to `mentions`; to `doubtful` what needs the story.
  void read(std::vector<Mention>& mentions, std::vector<Mention>& doubtful) const {
    const std::size_t before = mentions.size();
    const Passing passing = read_matches(mentions, doubtful);
    leave_out_asides(before, passing, mentions);
    cancel_planned(tree_, rules_, mentions);
  }

 private:
  /// Reads what the sentence tells, and gives where the words stand that tell it in passing.
  Passing read_matches(std::vector<Mention>& mentions, std::vector<Mention>& doubtful) const {
    Passing passing;
    auto matches = find_matches(tree_, actors_, rules_);
    give_back_owners(tree_, rules_, matches);
    share_sides(tree_, rules_, matches);
    for (Match& match : matches) add_members(tree_, actors_, rules_, match);
    const auto acts = std::count_if(matches.begin(), matches.end(), [&](const Match& match) {
      return !is_statement(rules_.rule(match.rule).type);
    });
    for (const Match& match : matches) {
      if (!is_worth_telling(tree_, actors_, rules_, match, acts == 1) && !has_own_day(match))
        continue;
      if (rules_.rule(match.rule).word_class == WordClass::noun && match.frame.light < 0)
        passing.nouns.push_back(tree_.token(match.trigger).span.begin);
      if (is_passing_participle(tree_, actors_, match))
        passing.participles.push_back(tree_.token(match.trigger).span.begin);
      Mention mention = mention_of(match);
      if (!told_as_news_ && is_habit(tree_, rules_, match, mention)) continue;
      if (const auto act = appeal_of(tree_, match, mention)) {
        if (auto appeal = as_appeal(*act, match, std::move(mention)))
          mentions.push_back(std::move(*appeal));
        continue;
      }
      const auto said = acts_of(match, mention);
      // "will not agree to": the refusal is all there is
      const bool refused = mention.type == "AGREE" &&
                           std::any_of(said.begin(), said.end(),
                                       [](const Mention& act) { return act.type == "REJECT"; });
      auto& told = rules_.rule(match.rule).needs_story ? doubtful : mentions;
      if (is_sure_enough(mention) && !refused) told.push_back(std::move(mention));
      mentions.insert(mentions.end(), said.begin(), said.end());
    }
    return passing;
  }

  /// The acts of saying that go with what is told: "will not release them" is a refusal.
  std::vector<Mention> acts_of(const Match& match, const Mention& told) const {
    std::vector<Mention> acts;
    if (told.participants.empty() || is_said_of_others(tree_, actors_, rules_, match)) return acts;
    for (const auto& act :
         {refusal_of(tree_, match, told), threat_of(tree_, rules_, match, told)}) {
      if (act) acts.push_back(as_act(*act, match, told));
    }
    return acts;
  }

  /// "Give us the technology": who speaks asks for it, else those who are to be given it.
  std::optional<Mention> as_appeal(const SpeechAct& act, const Match& match, Mention told) const {
    std::vector<Participant> sources;
    if (told.said_by) sources.push_back({*told.said_by, Role::source, Span{}});
    for (const auto* side : {&match.sources, &match.targets}) {
      if (!sources.empty()) break;
      for (const FoundActor& found : *side) {
        const std::string_view lemma = tree_.token(found.token).lemma;
        if (lemma == "we" || lemma == "us" || lemma == "I" || lemma == "me")
          sources.push_back({cast_.actors[found.actor].id, Role::source, found.span});
      }
    }
    if (sources.empty()) return std::nullopt;
    told.participants = std::move(sources);
    return as_act(act, match, std::move(told));
  }

  Mention as_act(const SpeechAct& act, const Match& match, Mention told) const {
    told.type = act.type;
    told.cameo = act.code;
    told.mode = act.mode;
    told.status = Status::happened;
    set_date(match, told);
    set_day_of_saying(match, told);
    for (Participant& participant : told.participants) {
      if (participant.role == Role::other)
        participant.role = &participant == told.participants.data() ? Role::source : Role::target;
    }
    told.counts.clear();
    told.id = mention_id(told);
    return told;
  }

  bool has_own_day(const Match& match) const {
    const DatedBy dated = dating_.date_of({.sentence = index_, .token = match.trigger});
    return article_.published &&
           is_known_by_day(tree_, rules_, match, dated, article_.published->first);
  }

  void set_date(const Match& match, Mention& mention) const {
    // "sanctions imposed on Iraq after": the participle that carries the noun has the date.
    const std::int32_t light = match.frame.light;
    const bool carried = light >= 0 && tree_.head(light) == match.trigger;
    const DatedBy dated = dating_.date_of({.sentence = index_,
                                           .token = carried ? light : match.trigger,
                                           .status = mention.status,
                                           .reporting = is_speech(mention.type)});
    set_dated(article_, dated, mention);
  }

  /// "said it would not": who refuses or threatens does so when it is said.
  void set_day_of_saying(const Match& match, Mention& act) const {
    const std::int32_t verb = match.frame.light >= 0 ? match.frame.light : match.trigger;
    std::int32_t above = tree_.head(verb);
    // "has no intention of": as of when it has none
    const bool held = above >= 0 && tree_.is(verb, "acl") && has_no(tree_, above);
    if (held) above = tree_.head(above);
    if (held && above >= 0 && tree_.is(above, "ccomp")) above = tree_.head(above);
    const bool said = above >= 0 && tree_.is(verb, "ccomp") &&
                      rules_.effect(WordClass::verb, tree_.token(above).lemma) == Effect::says;
    if (above < 0 || (!held && !said)) return;
    const DatedBy dated = dating_.date_of({.sentence = index_, .token = above, .reporting = true});
    set_dated(article_, dated, act);
  }

  Mention mention_of(const Match& match) const {
    const EventRule& rule = rules_.rule(match.rule);
    Mention mention = begun_mention(article_, tree_, rule, match.trigger);
    const Standing standing =
        standing_of(tree_, rules_, match.trigger, match.frame.light, act_of(rule.type));
    mention.status = standing.status;
    if (standing.status == Status::denied && refuses_by_not(rule))
      mention.status =
          has_mark(tree_, match.trigger, "if") ? Status::hypothetical : Status::happened;
    if (standing.status == Status::planned && !standing.decided) {
      if (const EventCode* code = rules_.ontology().find_code(rule.code))
        mention.cameo = code->when_planned;
    }
    add_sides(rule, match, standing.speaker, mention);
    if (standing.speaker >= 0) {
      const auto speakers = actors_.of_token(standing.speaker);
      if (!speakers.empty()) mention.said_by = cast_.actors[speakers.front().actor].id;
    }
    set_date(match, mention);
    settle(article_, tree_, rules_, match, mention);
    mention.place = find_event_place(tree_, actors_, lexicon_, match, article_.text);
    mention.counts = find_counts(tree_, rules_, lexicon_.gazetteer(), rule, match, article_.text);
    mention.evidence = evidence_of(tree_, rules_, match);
    mention.brief = brief_of(tree_, actors_, rules_, match, mention.status);
    close_mention(tree_, rule, match, cast_.actors, mention);
    return mention;
  }

  /// `speaker` is the token of who tells it all: "'we want this to happen,' Amir said" is done to
  /// others, though he stands near.
  void add_sides(const EventRule& rule, const Match& match, std::int32_t speaker,
                 Mention& mention) const {
    // Two who agree or work together do it alike, whatever the rule thought.
    const bool alike = match.targets.empty() &&
                       (rule.symmetric || (is_symmetric(rule.type) && match.sources.size() > 1));
    const auto add = [&](const std::vector<FoundActor>& side, Role role) {
      for (const FoundActor& found : side) {
        if (role == Role::target && found.token == speaker) continue;
        const Span span = actors_.telling_span(found);
        // "the U.S. military": whose it is does not act beside it
        const bool inside = std::any_of(side.begin(), side.end(), [&](const FoundActor& other) {
          const Span around = actors_.telling_span(other);
          return around.begin <= span.begin && span.end <= around.end && around != span;
        });
        if (!inside) mention.participants.push_back({cast_.actors[found.actor].id, role, span});
      }
    };
    add(match.sources, alike ? Role::other : Role::source);
    add(match.targets, Role::target);
    order_participants(mention);
  }

  const Article& article_;
  std::uint32_t index_;
  const Cast& cast_;
  const Dating& dating_;
  const ActorLexicon& lexicon_;
  const EventRules& rules_;
  bool told_as_news_;  ///< in the present tense too
  Sentence sentence_;
  SentenceTree tree_;
  SentenceActors actors_;
};

}  // namespace

std::vector<Mention> find_events(const Article& article, const Analysis& analysis, const Cast& cast,
                                 const Dating& dating, const ActorLexicon& lexicon,
                                 const EventRules& rules) {
  std::vector<Mention> mentions;
  std::vector<Mention> doubtful;
  if (is_about_sport(analysis, rules)) return mentions;
  const QuotedReader quoted(article, analysis, cast, dating, rules);
  std::size_t sentences = 0;
  for (std::uint32_t i = 0; i < analysis.sentences.size(); ++i) {
    const Sentence& sentence = analysis.sentences[i];
    if (sentence.tokens.empty()) continue;
    if (sentence.block < article.blocks.size() && !is_read(article.blocks[sentence.block].kind))
      continue;
    ++sentences;
    const std::size_t before = mentions.size();
    SentenceReader(article, sentence, i, cast, dating, lexicon, rules).read(mentions, doubtful);
    if (auto act = quoted.act_in(i, std::span(mentions).subspan(before)))
      mentions.push_back(std::move(*act));
  }
  add_doubtful(std::move(doubtful), mentions);
  keep_lone_statement(sentences, rules, cast.actors, mentions);
  complete_events(article, analysis, cast, lexicon, rules, mentions);
  lower_in_thin(article.text.size(), mentions);
  return mentions;
}

}  // namespace annals
