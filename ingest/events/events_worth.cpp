#include "ingest/events/events_worth.h"

#include <algorithm>
#include <array>

#include "ingest/actors/cast.h"
#include "ingest/events/events_acts.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

bool is_definite(const SentenceTree& tree, std::int32_t noun) {
  return tree.any_child(noun, [&](std::int32_t child) {
    const Token& token = tree.token(child);
    return token.deprel == "det" &&
           (token.lemma == "the" || token.lemma == "this" || token.lemma == "that");
  });
}

std::ptrdiff_t count_of(const Mention& mention, Role role) {
  return std::count_if(mention.participants.begin(), mention.participants.end(),
                       [&](const Participant& one) { return one.role == role; });
}

bool has_both_sides(const Mention& mention) {
  return (count_of(mention, Role::source) > 0 && count_of(mention, Role::target) > 0) ||
         count_of(mention, Role::other) > 1;
}

/// "Authorities said", "his family said": of those who are of nowhere and nobody in particular
/// nothing is told.
bool is_said_in_public(const Mention& mention, const EventRules& rules,
                       std::span<const Actor> cast) {
  return std::any_of(
      mention.participants.begin(), mention.participants.end(), [&](const Participant& one) {
        const Actor* actor = find_actor(cast, one.actor);
        if (one.role != Role::source || actor == nullptr) return false;
        const std::string_view name = actor->name;
        const bool nobody =
            actor->code == "CVL" ||
            (actor->country.empty() && rules.in_list("unnamed", name.substr(name.rfind(' ') + 1)));
        return actor->kind != ActorKind::role_group || !nobody;
      });
}

bool is_said_by_person(const Mention& mention, std::span<const Actor> cast) {
  return std::any_of(
      mention.participants.begin(), mention.participants.end(), [&](const Participant& one) {
        const Actor* actor = find_actor(cast, one.actor);
        return one.role == Role::source && actor != nullptr && actor->kind == ActorKind::person;
      });
}

/// "the six-party talks resumed", "the summit opened on Monday": what is said of a gathering that
/// is told which or when or where it was is news, though nobody is named.
bool is_gathering_told(const SentenceTree& tree, const EventRules& rules, const Match& match) {
  if (rules.rule(match.rule).type != "CONSULT") return false;
  std::int32_t noun = tree.first_conjunct(match.trigger);
  // "the second round of talks"
  while (tree.is(noun, "nmod") && tree.marker(noun) == "of") noun = tree.head(noun);
  const std::int32_t above = tree.head(noun);
  const bool over = above >= 0 && rules.in_list("closing", tree.token(above).lemma);
  const std::int32_t verb = over ? above : match.frame.light;
  if (verb < 0) return false;
  // "the talks are set to resume"
  const bool below = tree.is(verb, "xcomp") && tree.head(noun) == tree.head(verb);
  if (!tree.is(noun, "nsubj") || (tree.head(noun) != verb && !below)) return false;
  const auto says_which = [&](std::int32_t child) {
    return tree.is(child, "amod") || tree.is(child, "compound") || tree.is(child, "nmod");
  };
  const auto says_when_or_where = [&](std::int32_t child) {
    return tree.is(child, "obl") && one_of(tree.marker(child), {"", "in", "on", "at"});
  };
  return tree.any_child(noun, says_which) || tree.any_child(verb, says_when_or_where);
}

/// "a summit scheduled for May": told by the participle, though nobody is named.
bool is_gathering_ahead(const SentenceTree& tree, const EventRules& rules, const Match& match) {
  return rules.rule(match.rule).type == "CONSULT" &&
         tree.any_child(match.trigger, [&](std::int32_t child) {
           return tree.is(child, "acl") && tree.token(child).xpos == "VBN" &&
                  rules.effect(WordClass::verb, tree.token(child).lemma) == Effect::planned;
         });
}

/// "the discussions": a definite noun that brings nobody with it tells of what was told before.
bool points_back(const SentenceTree& tree, const EventRules& rules, const Match& match) {
  if (rules.rule(match.rule).word_class != WordClass::noun || match.merged) return false;
  if (!is_definite(tree, match.trigger) || is_gathering_told(tree, rules, match) ||
      is_gathering_ahead(tree, rules, match))
    return false;
  const auto brought = [&](const FoundActor& one) {
    return tree.is_below(one.token, match.trigger) ||
           (match.frame.light >= 0 && tree.is_below(one.token, match.frame.light));
  };
  return std::none_of(match.sources.begin(), match.sources.end(), brought) &&
         std::none_of(match.targets.begin(), match.targets.end(), brought);
}

/// "Asked about the talks, he said": an interview.
bool is_aside(const SentenceTree& tree, const EventRules& rules, const Match& match) {
  const std::string_view type = rules.rule(match.rule).type;
  return type == "REQUEST" && tree.is(match.trigger, "advcl") && match.frame.passive &&
         match.sources.empty() && tree.child(match.trigger, "nsubj") < 0;
}

/// "the Hong Kong meeting": named after where it is, and nobody takes part.
bool names_place_only(const SentenceActors& actors, const EventRules& rules, const Match& match) {
  const EventRule& rule = rules.rule(match.rule);
  if (!rule.symmetric || rule.word_class != WordClass::noun || match.sources.size() != 1 ||
      !match.targets.empty())
    return false;
  const FoundActor& one = match.sources.front();
  return one.territory || actors.actor(one.actor).kind == ActorKind::place;
}

bool is_deed(std::string_view type) {
  constexpr std::string_view deeds[] = {"ASSAULT", "COERCE",  "AID",     "MOBILIZE", "COOPERATE",
                                        "RETREAT", "CONCEDE", "CONSULT", "PROTEST"};
  return std::find(std::begin(deeds), std::end(deeds), type) != std::end(deeds);
}

/// "groups fighting Western forces": what somebody is known to do, told as a quality of theirs.
bool is_lasting_participle(const SentenceTree& tree, const EventRules& rules, const Match& match) {
  const Token& token = tree.token(match.trigger);
  if (token.xpos != "VBG" || token.deprel != "acl" || tree.child(match.trigger, "aux") >= 0)
    return false;
  const std::int32_t noun = tree.head(match.trigger);
  return !rules.harms(token.lemma) &&
         std::any_of(match.sources.begin(), match.sources.end(),
                     [&](const FoundActor& one) { return one.token == noun; }) &&
         has_feature(tree.token(noun), "Number", "Plur");
}

}  // namespace

bool is_worth_telling(const SentenceTree& tree, const SentenceActors& actors,
                      const EventRules& rules, const Match& match, bool alone) {
  if (points_back(tree, rules, match)) return false;
  // "built a centre to support farmers": what for, not what was said or done for them.
  if (rules.rule(match.rule).type == "SUPPORT" && tree.is(match.trigger, "advcl") &&
      tree.marker(match.trigger) == "to")
    return false;
  if (is_aside(tree, rules, match) || names_place_only(actors, rules, match)) return false;
  if (!match.sources.empty() || !match.targets.empty() || match.frame.light >= 0) return true;
  const EventRule& rule = rules.rule(match.rule);
  if (rule.word_class != WordClass::verb) {
    if (is_gathering_ahead(tree, rules, match) || is_gathering_told(tree, rules, match))
      return true;
    // "after months of protests": in passing; "protests broke out": told.
    return rule.type == "PROTEST" &&
           (alone || tree.is(match.trigger, "nsubj") || tree.head(match.trigger) < 0);
  }
  // A bare word, as in lists and code, tells nothing.
  const bool bare = match.frame.find("subj") < 0 && match.frame.find("obj") < 0 &&
                    (match.frame.arguments.empty() || tree.child(match.trigger, "aux:pass") < 0);
  // "those arrested": of whom nothing is known but that
  if (rule.type == "COERCE") return tree.child(match.trigger, "aux") >= 0 && match.frame.passive;
  // "a truce was signed on Monday"
  if (rule.code == "057") return tree.child(match.trigger, "aux:pass") >= 0;
  return !bare && (rule.type == "ASSAULT" || rule.type == "PROTEST");
}

bool is_known_by_day(const SentenceTree& tree, const EventRules& rules, const Match& match,
                     const DatedBy& dated, date::sys_days now) {
  constexpr std::array kinds = {"ASSAULT", "COERCE", "PROTEST", "CONSULT"};
  constexpr date::days news{400};  // the attacks of 2001 are none
  const EventRule& rule = rules.rule(match.rule);
  if (rule.word_class != WordClass::noun || !one_of(rule.type, kinds)) return false;
  if (!match.sources.empty() || !match.targets.empty()) return false;
  if (dated.basis != DateBasis::expression) return false;
  if (dated.date.first < now - news || dated.date.first > now + news) return false;
  if (rule.type == "CONSULT" && dated.date.precision != Precision::day) return false;
  const auto& tokens = tree.sentence().tokens;
  const auto words = std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.span.overlaps(dated.words);
  });
  if (words == tokens.end()) return false;
  auto up = static_cast<std::int32_t>(words - tokens.begin());
  // not "the bloodiest battle since the party took office in May"
  while (up >= 0 && up != match.trigger && tree.token(up).upos != Upos::VERB) up = tree.head(up);
  return up == match.trigger;
}

bool is_habit(const SentenceTree& tree, const EventRules& rules, const Match& match,
              const Mention& mention) {
  if (!is_deed(mention.type) || mention.status != Status::happened ||
      mention.date_basis == DateBasis::expression)
    return false;
  std::int32_t verb = match.frame.light >= 0 ? match.frame.light : match.trigger;
  // "hold talks", "talks that ministers hold"; but "the crackdown continues" is news.
  const bool held = tree.head(match.trigger) == verb && !tree.is(match.trigger, "nsubj");
  if (match.frame.light >= 0 && !held && tree.head(verb) != match.trigger) return false;
  if (rules.rule(match.rule).word_class != WordClass::verb && match.frame.light < 0) return false;
  if (is_lasting_participle(tree, rules, match)) return true;
  for (int steps = 0; steps < 4 && tree.is(verb, "conj") && tree.head(verb) >= 0; ++steps) {
    if (tree.token(verb).xpos != "VBP" && tree.token(verb).xpos != "VBZ") return false;
    verb = tree.head(verb);
  }
  if (tree.words().is(ClauseWord::same_past, tree.token(verb).form)) return false;
  const std::string_view form = tree.token(verb).xpos;
  // A line without a full stop is a headline, whatever block it stands in.
  const auto& tokens = tree.sentence().tokens;
  return (form == "VBP" || form == "VBZ") && tree.child(verb, "aux") < 0 &&
         tokens.back().upos == Upos::PUNCT;
}

bool is_passing_participle(const SentenceTree& tree, const SentenceActors& actors,
                           const Match& match) {
  return tree.is(match.trigger, "acl") && match.frame.passive && match.sources.empty() &&
         std::none_of(match.targets.begin(), match.targets.end(), [&](const FoundActor& one) {
           return actors.actor(one.actor).kind == ActorKind::person;
         });
}

bool is_sure_enough(const Mention& mention) {
  const bool unreal = mention.status == Status::hypothetical || mention.status == Status::denied;
  return !unreal || mention.participants.size() >= 2;
}

void leave_out_asides(std::size_t first, const Passing& passing, std::vector<Mention>& mentions) {
  const auto begin = mentions.begin() + static_cast<std::ptrdiff_t>(first);
  const bool whole = std::any_of(begin, mentions.end(), [](const Mention& mention) {
    const bool real = mention.status == Status::happened || mention.status == Status::planned;
    return real && has_both_sides(mention) && !is_statement(mention.type);
  });
  if (!whole) return;
  const auto stands_alone = [](const Mention& mention) {
    return mention.date_basis == DateBasis::expression ||
           (count_of(mention, Role::target) > 0 &&
            (mention.type == "ASSAULT" || mention.type == "COERCE"));
  };
  const auto is_in = [](const std::vector<std::uint32_t>& begins, const Mention& mention) {
    return std::find(begins.begin(), begins.end(), mention.trigger.begin) != begins.end();
  };
  const auto aside = [&](const Mention& mention) {
    if (has_both_sides(mention)) return false;
    const bool dated = mention.date_basis == DateBasis::expression;
    return (is_in(passing.nouns, mention) && !stands_alone(mention)) ||
           (is_in(passing.participles, mention) && !dated && mention.type != "ASSAULT" &&
            mention.type != "PROTEST");
  };
  mentions.erase(std::remove_if(begin, mentions.end(), aside), mentions.end());
}

void add_doubtful(std::vector<Mention> doubtful, std::vector<Mention>& mentions) {
  std::erase_if(doubtful, [&](const Mention& doubted) {
    return std::none_of(mentions.begin(), mentions.end(), [&](const Mention& sure) {
      return sure.type == doubted.type &&
             (sure.status == Status::happened || sure.status == Status::alleged);
    });
  });
  for (Mention& doubted : doubtful) {
    const auto behind = std::find_if(mentions.begin(), mentions.end(), [&](const Mention& mention) {
      return mention.trigger.begin > doubted.trigger.begin;
    });
    mentions.insert(behind, std::move(doubted));
  }
}

void keep_lone_statement(std::size_t sentences, const EventRules& rules,
                         std::span<const Actor> cast, std::vector<Mention>& mentions) {
  bool others = false;
  bool whole = false;
  for (const Mention& mention : mentions) {
    if (is_statement(mention.type)) continue;
    others = true;
    whole = whole || has_both_sides(mention);
  }
  bool said = false;
  std::erase_if(mentions, [&](const Mention& mention) {
    if (!is_statement(mention.type)) return false;
    const bool kept = sentences == 1 && !whole && !said &&
                      is_said_in_public(mention, rules, cast) &&
                      (!others || is_said_by_person(mention, cast));
    said = said || kept;
    return !kept;
  });
}

}  // namespace annals
