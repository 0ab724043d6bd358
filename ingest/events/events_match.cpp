#include "ingest/events/events_match.h"

#include <algorithm>

#include "graph/ascii.h"
#include "ingest/events/events_acts.h"
#include "ingest/events/events_conditions.h"
#include "ingest/events/events_merge.h"
#include "ingest/events/events_sides.h"
#include "ingest/events/events_told.h"

namespace annals {
namespace {

class Matcher {
 public:
  Matcher(const SentenceTree& tree, const SentenceActors& actors, const EventRules& rules)
      : tree_(tree),
        actors_(actors),
        rules_(rules),
        frames_(tree, actors, rules),
        conditions_(tree, actors, rules, frames_) {
    // Headlines capitalise their nouns and end without a full stop.
    const auto& tokens = tree.sentence().tokens;
    headline_ = !tokens.empty() && tokens.back().upos != Upos::PUNCT;
  }

  std::vector<Match> read() {
    std::vector<Match> matches;
    for (std::int32_t at = 0; at < tree_.size(); ++at) {
      if (auto match = match_at(at)) matches.push_back(std::move(*match));
    }
    drop_told_twice(tree_, rules_, matches);
    join_tellings(tree_, rules_, matches);
    join_demands(tree_, rules_, matches);
    drop_answered(tree_, rules_, matches);
    return matches;
  }

  std::optional<Match> match_at(std::int32_t at) const {
    const Token& token = tree_.token(at);
    const auto word_class = class_of(token);
    if (!word_class) return std::nullopt;
    const auto senses = frames_.senses_at(at, *word_class);
    if (senses.empty()) return std::nullopt;
    if (*word_class == WordClass::noun && !may_tell(at)) return std::nullopt;
    // "the ousted president": a state, told in passing.
    if (*word_class == WordClass::verb && tree_.token(tree_.first_conjunct(at)).deprel == "amod")
      return std::nullopt;
    const bool carried = *word_class == WordClass::noun && token.deprel == "compound";
    const Frame frame = frames_.frame_at(carried ? tree_.head(at) : at, *word_class);
    if (*word_class == WordClass::verb && carries_noun(at, frame)) return std::nullopt;
    if (*word_class != WordClass::verb) return match_of(at, senses, frame);
    // "said that it was illegal and that it had to end": of what is said the first that does more
    // than say; further on only what is sure or done to somebody, and what is asked of somebody
    constexpr double sure = 0.7;
    std::optional<Match> told;
    for (const Frame& saying : tellings_of(tree_, rules_, at, frame)) {
      auto match = match_of(at, senses, saying);
      if (!match) continue;
      const EventRule& rule = rules_.rule(match->rule);
      const bool first = !told.has_value();
      if (first) told = match;
      if (is_statement(rule.type)) continue;
      const bool fits = rule.trust >= sure && rule.type != "REQUEST";
      if (first || fits || !match->targets.empty()) return match;
    }
    return told;
  }

 private:
  std::optional<Match> match_of(std::int32_t at, std::span<const Sense> senses,
                                const Frame& frame) const {
    for (const Sense& sense : senses) {
      const EventRule& rule = rules_.rule(sense.rule);
      if (!conditions_.holds(sense, frame, at)) continue;
      if (rule.code.empty()) return std::nullopt;
      Match match{.trigger = at,
                  .rule = sense.rule,
                  .frame = frame,
                  .sources = {},
                  .targets = {},
                  .joined = {}};
      fill_sides(rule, match, tree_, actors_, rules_,
                 {.frame_of = [this](std::int32_t of) { return frames_.frame_of(of); },
                  .event_at = [this](std::int32_t of) { return inner_match_at(of); }});
      leave_out_own(rule, match);
      const bool alone = rule.symmetric ? match.sources.size() < 2 : match.targets.empty();
      if (rule.needs_target && alone) continue;
      return match;
    }
    return std::nullopt;
  }

  /// "Downer said Australia would continue to help": what one says of one's own country is not done
  /// to it.
  void leave_out_own(const EventRule& rule, Match& match) const {
    const std::int32_t speaker = match.frame.find("subj");
    const bool of_oneself =
        std::any_of(rule.conditions.begin(), rule.conditions.end(),
                    [](const Condition& test) { return test.asks == Asks::own && !test.negated; });
    if (speaker < 0 || !of_oneself) return;
    std::erase_if(match.targets, [&](const FoundActor& target) {
      return speaks_for(tree_, actors_, speaker, target.token, true);
    });
  }

  /// Acts ask about the acts in their phrases; a bound keeps odd trees from asking round in
  /// circles.
  std::optional<Match> inner_match_at(std::int32_t at) const {
    constexpr int deepest = 4;
    if (depth_ >= deepest) return std::nullopt;
    ++depth_;
    auto match = match_at(at);
    --depth_;
    return match;
  }

  /// A noun that only modifies another names no event of its own: "attack helicopters"; nor does a
  /// part of a name.
  bool may_tell(std::int32_t at) const {
    const Token& token = tree_.token(at);
    // ... but "mediation efforts" are mediation.
    if (token.deprel == "compound") {
      return tree_.head(at) == at + 1 && rules_.in_list("carrier", tree_.token(at + 1).lemma) &&
             frames_.senses_at(at + 1, WordClass::noun).empty();
    }
    if (token.deprel == "flat") return false;
    // "the 14th Economic Leaders' Meeting of APEC", whatever the tagger made of it
    const bool capital = at > 0 && token.form.size() > 1 && token.form[0] >= 'A' &&
                         token.form[0] <= 'Z' && token.form[1] >= 'a' &&
                         tree_.token(at - 1).upos != Upos::PUNCT;
    if (token.upos != Upos::PROPN && (!capital || headline_)) return true;
    if (!headline_) return is_held(at);
    return std::none_of(tree_.sentence().names.begin(), tree_.sentence().names.end(),
                        [&](const NameSpan& name) { return name.first <= at && at < name.last; });
  }

  /// "the third Summit was held": a gathering, though written like a name.
  bool is_held(std::int32_t noun) const {
    const std::int32_t verb = tree_.head(noun);
    return verb >= 0 && tree_.is(noun, "nsubj") &&
           rules_.in_list("gathering", lowered(tree_.token(noun).lemma)) &&
           rules_.effect(WordClass::verb, tree_.token(verb).lemma) == Effect::light;
  }

  /// "launched an attack": the noun tells it.
  bool carries_noun(std::int32_t verb, const Frame& frame) const {
    if (rules_.effect(WordClass::verb, tree_.token(verb).lemma) != Effect::light) return false;
    // "broke off talks": with its particle the verb means something.
    const auto senses = frames_.senses_at(verb, WordClass::verb);
    if (std::any_of(senses.begin(), senses.end(), [&](const Sense& sense) {
          return !sense.particle.empty() && !rules_.rule(sense.rule).code.empty() &&
                 conditions_.holds(sense, frame, verb);
        })) {
      return false;
    }
    const std::int32_t object = frame.find("obj");
    return object >= 0 && class_of(tree_.token(object)) == WordClass::noun &&
           match_at(object).has_value();
  }

  const SentenceTree& tree_;
  const SentenceActors& actors_;
  const EventRules& rules_;
  FrameReader frames_;
  ConditionReader conditions_;
  bool headline_ = false;
  mutable int depth_ = 0;  ///< of acts that ask about other acts
};

}  // namespace

std::vector<Match> find_matches(const SentenceTree& tree, const SentenceActors& actors,
                                const EventRules& rules) {
  return Matcher(tree, actors, rules).read();
}

std::optional<Match> find_match(const SentenceTree& tree, const SentenceActors& actors,
                                const EventRules& rules, std::int32_t at) {
  return Matcher(tree, actors, rules).match_at(at);
}

}  // namespace annals
