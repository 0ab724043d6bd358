#include "ingest/events/events_sides.h"

#include <algorithm>
#include <string>

#include "ingest/events/events_sides_search.h"
#include "ingest/events/events_sides_slots.h"
#include "ingest/text/characters.h"
#include "ingest/trees/relations.h"

namespace annals {
namespace {

/// Whether a mere place may be whom it is done to: one attacks, visits and leaves places; one talks
/// and agrees with nobody but people and their bodies.
bool takes_places(const EventRule& rule) {
  constexpr std::string_view between_parties[] = {"AGREE",   "SUPPORT", "REJECT",
                                                  "REQUEST", "ACCUSE",  "COOPERATE"};
  if (rule.type == "CONSULT") return rule.code == "042" || rule.code == "043" || rule.code == "045";
  if (rule.type == "RETREAT") return rule.mode != "ceasefire";
  return std::find(std::begin(between_parties), std::end(between_parties), rule.type) ==
         std::end(between_parties);
}

/// "held in Oslo", "in an Oslo court": where something was.
bool says_where(const SentenceTree& tree, std::int32_t token) {
  const bool modifier = tree.is(token, "compound") || tree.is(token, "amod");
  return is_of_place(tree.marker(modifier ? tree.head(token) : token));
}

/// "the Oslo agreement", "the Cairo talks": named after where they were.
bool names_accord(const SentenceTree& tree, const EventRules& rules, std::int32_t token) {
  token = tree.first_conjunct(token);  // "the Oslo and Tokyo Declaration"
  const std::int32_t noun = tree.head(token);
  if (noun < 0 || (!tree.is(token, "compound") && !tree.is(token, "amod")) ||
      tree.token(token).upos != Upos::PROPN)
    return false;
  const std::string lemma = lowered(tree.token(noun).lemma);  // "the Oslo Declaration"
  return rules.in_list("accord", lemma) || rules.in_list("talks", lemma);
}

/// "officials of Chad and Sudan agreed to open the border between the two countries": whoever is
/// told as the target are those of whom the doers are.
bool are_of_sources(const Match& match, const SentenceActors& actors) {
  const auto country = [&](const FoundActor& one) -> const std::string& {
    return actors.actor(one.actor).country;
  };
  if (match.sources.size() < 2 || match.targets.empty() ||
      country(match.sources.front()) == country(match.sources.back()))
    return false;
  return std::all_of(match.targets.begin(), match.targets.end(), [&](const FoundActor& one) {
    return !country(one).empty() &&
           std::any_of(match.sources.begin(), match.sources.end(),
                       [&](const FoundActor& other) { return country(other) == country(one); });
  });
}

class SideReader {
 public:
  SideReader(const SentenceTree& tree, const SentenceActors& actors, const EventRules& rules,
             const SideAsks& asks)
      : tree_(tree),
        actors_(actors),
        rules_(rules),
        asks_(asks),
        slots_(tree, actors, rules, asks) {}

  void fill(const EventRule& rule, Match& match) const {
    const bool received = is_received(match);
    for (const std::string& slot : rule.sources) {
      if (!match.sources.empty()) break;
      if (received && slot == "subj" && !rule.symmetric) continue;
      slots_.collect(slot, match, match.sources);
      // "the attack on a convoy by rebels", with the agent hung on the convoy.
      // "rejected as unreasonable by both", with the agent hung on the adjective
      const bool agent = slot == "by" || (slot == "subj" && match.frame.passive);
      if (agent && match.sources.empty())
        add_actors(find_marked(tree_, actors_, asks_, match.trigger, "by"), match.sources);
    }
    if (received && match.sources.empty() && rule.type == "SUPPORT")
      slots_.collect("of", match, match.sources);  // "won the endorsement of the party"
    name_senders(rule, match);
    if (match.sources.empty() && !received) find_holder(rule, match);
    if (match.sources.empty() && rule.type == "ASSAULT" && rule.word_class == WordClass::noun &&
        match.frame.light < 0)
      add_actors(find_charged(tree_, actors_, rules_, asks_, match.trigger), match.sources);
    if (rule.symmetric) {
      if (match.sources.size() == 1 &&
          actors_.actor(match.sources.front().actor).kind == ActorKind::person) {
        add_actors(actors_.persons_below(match.sources.front().token), match.sources);
      }
      const bool nobody = match.sources.empty();
      for (const std::string& slot : rule.targets) slots_.collect(slot, match, match.sources);
      if (match.sources.size() < 2)
        add_actors(find_below(tree_, actors_, rule, match), match.sources);
      // "said during a meeting with A and B": those two met whoever said so
      const bool with = match.frame.find("with") >= 0;
      // "called for an end to fighting": who calls does not fight, unless with somebody
      const bool opposed = nobody && match.sources.size() == 1;
      const bool alone = match.sources.size() < 2 && (rule.type != "ASSAULT" || opposed);
      if ((alone || (nobody && with)) && rule.word_class == WordClass::noun && !names_both(match)) {
        slots_.collect("above", match, match.sources);
      }
      if (match.sources.size() == 1) add_actors(joined_antecedents(match), match.sources);
      if (match.sources.size() > 1) drop_nameless_troops(rule, match.sources);
      // A fight has two sides, in the order that the text tells them.
      if (rule.type == "ASSAULT" && match.sources.size() > 1) {
        match.targets.assign(match.sources.begin() + 1, match.sources.end());
        match.sources.resize(1);
      }
      return;
    }
    if (match.sources.empty() && (rule.type == "CONSULT" || is_reason(rule, match)))
      slots_.collect("above", match, match.sources);
    if (received) slots_.collect("subj", match, match.targets);
    if (match.targets.empty()) fill_targets(rule, match);
    drop_nameless_troops(rule, match.targets);
    drop_kind_of_moved(rule, match);
    if (rule.mode == "investigate")
      match.targets = slots_.but_victims(std::move(match.targets), match.trigger);
  }

 private:
  /// "left in protest", "spoke in support of": why whoever the clause is about does it.
  bool is_reason(const EventRule& rule, const Match& match) const {
    return rule.word_class == WordClass::noun && tree_.marker(match.trigger) == "in" &&
           tree_.token(match.trigger).xpos == "NN" && match.frame.light < 0 &&
           (rule.type == "PROTEST" || rule.type == "SUPPORT") && tree_.head(match.trigger) >= 0 &&
           tree_.token(tree_.head(match.trigger)).upos == Upos::VERB &&
           tree_.child(match.trigger, "det") < 0 && tree_.child(match.trigger, "nmod:poss") < 0;
  }

  /// "faces criticism", "came under attack": whom the noun's verb is about, it is done to.
  bool is_received(const Match& match) const {
    if (match.frame.light < 0) return false;
    const Token& carrier = tree_.token(match.frame.light);
    if (carrier.lemma == "come" && tree_.marker(match.trigger) == "under") return true;
    const bool won =
        rules_.rule(match.rule).type == "SUPPORT" && rules_.in_list("winning", carrier.lemma);
    return (won || rules_.in_list("receiving", carrier.lemma)) && !match.frame.passive &&
           !is_passive(tree_, match.frame.light);
  }

  /// "anti-Syrian rallies", "anti-Syrian protesters marched": whom they are against.
  std::vector<FoundActor> opposed(const EventRule& rule, const Match& match) const {
    std::vector<FoundActor> found;
    if (rule.type != "PROTEST" && rule.type != "ASSAULT") return found;
    for (const Argument& argument : match.frame.arguments) {
      if (argument.slot == "anti") add_actors(actors_.against(argument.token), found);
      if (argument.slot != "subj" || rule.type != "PROTEST") continue;
      const Frame doers = asks_.frame_of(argument.token);
      if (const std::int32_t against = doers.find("anti"); against >= 0)
        add_actors(actors_.against(against), found);
    }
    return found;
  }

  void fill_targets(const EventRule& rule, Match& match) const {
    match.targets = opposed(rule, match);
    if (!match.targets.empty()) return;
    // What belongs to the doer ("its troops") gives way to others that the rule names.
    std::vector<FoundActor> own;
    for (const std::string& slot : rule.targets) {
      std::vector<FoundActor> found;
      slots_.collect(slot, match, found);
      for (FoundActor& actor : found) {
        if (is_among(actor, match.sources)) {
          add_actors(actors_.beside_owner(actor), match.targets);
        } else {
          add_actors({actor}, belongs_to(actor, match.sources) ? own : match.targets);
        }
      }
      match.near_target = slot.ends_with("_any") && !match.targets.empty();
      if (match.near_target || slot.starts_with("comp.")) drop_own_troops(match);
      if (!match.targets.empty()) return;
    }
    add_actors(find_below(tree_, actors_, rule, match), match.targets);
    if (match.targets.empty()) match.targets = find_beside(tree_, actors_, rule, match);
    if (match.targets.empty()) search_slots(rule, match);
    match.near_target = !match.targets.empty();
    drop_own_troops(match);
    std::erase_if(match.targets,
                  [&](const FoundActor& actor) { return is_among(actor, match.sources); });
    if (match.targets.empty()) match.targets = std::move(own);
  }

  /// "Merkel ruled out sending German troops": of those who merely stand near, one's own troops are
  /// not whom it is done to.
  void drop_own_troops(Match& match) const {
    std::erase_if(match.targets, [&](const FoundActor& one) {
      const Actor& actor = actors_.actor(one.actor);
      if (actor.kind == ActorKind::person || actor.country.empty() || !actor.code.ends_with("MIL"))
        return false;
      return std::any_of(match.sources.begin(), match.sources.end(), [&](const FoundActor& other) {
        const std::string& code = actors_.actor(other.actor).code;
        return code == actor.country || code == actor.country + "GOV" || code == actor.code;
      });
    });
    if (match.targets.empty()) match.near_target = false;
  }

  /// "Ruled out sending troops", "pledged troops", "deployed marines": forces of nobody that is
  /// told are what is offered, refused or moved, and not to whom.
  void drop_nameless_troops(const EventRule& rule, std::vector<FoundActor>& side) const {
    if (rule.type != "AGREE" && rule.type != "REJECT" && rule.type != "MOBILIZE") return;
    std::erase_if(side, [&](const FoundActor& one) {
      const Actor& actor = actors_.actor(one.actor);
      return actor.kind == ActorKind::role_group && actor.code == "MIL" &&
             rules_.in_list("deployed", tree_.token(one.token).lemma);
    });
  }

  /// "deploying Ethiopian planes", "sent a Marine battalion": whose they are says not where to.
  void drop_kind_of_moved(const EventRule& rule, Match& match) const {
    const std::int32_t moved = match.frame.find("obj");
    if (rule.type != "MOBILIZE" || moved < 0 || !match.near_target) return;
    std::erase_if(match.targets, [&](const FoundActor& one) {
      return tree_.head(one.token) == moved &&
             (tree_.is(one.token, "amod") || tree_.is(one.token, "compound"));
    });
    if (match.targets.empty()) match.near_target = false;
  }

  void search_slots(const EventRule& rule, Match& match) const {
    for (const std::string& slot : rule.targets) {
      const std::string_view top = std::string_view(slot).substr(0, slot.find('.'));
      if (top == "subj" || top.ends_with("_any")) continue;
      // of what is blamed or asked in a clause those whom the rule names are meant, and nobody else
      if (top == "comp" && rule.type != "AGREE") continue;
      for (const FoundActor& actor : slots_.anywhere_in(top, match)) {
        if (!is_among(actor, match.sources) && !belongs_to(actor, match.sources))
          match.targets.push_back(actor);
      }
      if (!match.targets.empty()) return;
    }
  }

  /// "the government is building a centre to help it react": itself, by another name.
  bool is_itself(const FoundActor& actor, const std::vector<FoundActor>& side) const {
    const std::string& country = actors_.actor(actor.actor).country;
    return tree_.token(actor.token).lemma == "it" && !country.empty() &&
           std::any_of(side.begin(), side.end(), [&](const FoundActor& one) {
             return actors_.actor(one.actor).country == country;
           });
  }

  bool belongs_to(const FoundActor& actor, const std::vector<FoundActor>& side) const {
    if (tree_.words().is(ClauseWord::somebody_else, tree_.token(actor.token).lemma)) return false;
    const std::int32_t owner = tree_.child(actor.token, "nmod:poss");
    if (owner < 0) return false;
    const auto owners = actors_.of_token(owner);
    return std::any_of(owners.begin(), owners.end(),
                       [&](const FoundActor& one) { return is_among(one, side); });
  }

  /// "France has 4,000 troops deployed in Mali": of troops of no country that is told, who has
  /// them.
  void name_senders(const EventRule& rule, Match& match) const {
    if (rule.type != "MOBILIZE" || !match.frame.passive || match.sources.size() != 1 ||
        !actors_.actor(match.sources.front().actor).country.empty())
      return;
    const std::int32_t troops = match.frame.find("obj");
    const std::int32_t verb = troops < 0 ? -1 : tree_.head(troops);
    if (verb < 0 || !tree_.is(troops, "obj") || tree_.token(verb).lemma != "have") return;
    const std::int32_t owner = asks_.frame_of(verb).find("subj");
    auto owners = owner < 0 ? std::vector<FoundActor>{} : actors_.in_phrase(owner);
    if (!owners.empty()) match.sources = std::move(owners);
  }

  /// "clashes between rival factions": one word for both sides.
  bool names_both(const Match& match) const {
    const std::int32_t both = match.frame.find("between");
    return both >= 0 && !match.sources.empty() && tree_.is_below(match.sources.front().token, both);
  }

  /// "Amir and Zahra, who met in Oslo": all who are joined, though the clause hangs on the last.
  std::vector<FoundActor> joined_antecedents(const Match& match) const {
    for (const Argument& argument : match.frame.arguments) {
      if (argument.slot == "subj" && argument.pronoun >= 0 && tree_.is(argument.token, "conj"))
        return actors_.in_phrase(tree_.first_conjunct(argument.token));
    }
    return {};
  }

  /// "issued a report critical of", "ordered an investigation": for acts of saying, who made what
  /// tells them.
  void find_holder(const EventRule& rule, Match& match) const {
    constexpr std::string_view physical[] = {"ASSAULT", "COERCE",  "MOBILIZE",
                                             "PROTEST", "RETREAT", "CONCEDE"};
    if (rule.word_class != WordClass::verb &&
        std::find(std::begin(physical), std::end(physical), rule.type) != std::end(physical)) {
      return;
    }
    // "'this is a battle,' he said": who says so does not fight
    if (tree_.is(match.trigger, "ccomp") && tree_.child(match.trigger, "cop") >= 0) return;
    const std::int32_t verb = tree_.head(match.trigger);
    // "stopped a demonstration backing Chan": those who demonstrate back him.
    if (rule.word_class == WordClass::verb && verb >= 0 && tree_.is(match.trigger, "acl") &&
        slots_.judge().is_deed(verb))
      return;
    if (rule.word_class == WordClass::noun && verb >= 0) {
      const Effect effect = rules_.effect(WordClass::verb, tree_.token(verb).lemma);
      const bool opposed =
          effect == Effect::denied || effect == Effect::alleged || effect == Effect::happened;
      if (opposed || rules_.in_list("receiving", tree_.token(verb).lemma)) return;
    }
    slots_.collect("holder", match, match.sources);
  }

  const SentenceTree& tree_;
  const SentenceActors& actors_;
  const EventRules& rules_;
  const SideAsks& asks_;
  SlotReader slots_;
};

}  // namespace

void fill_sides(const EventRule& rule, Match& match, const SentenceTree& tree,
                const SentenceActors& actors, const EventRules& rules, const SideAsks& asks) {
  SideReader(tree, actors, rules, asks).fill(rule, match);
  drop_own_country(tree, actors, rule, match);
  // "a U.S. report urged Washington": whose report it is does not ask itself
  std::erase_if(match.sources, [&](const FoundActor& one) {
    const Actor& owner = actors.actor(one.actor);
    if (!one.owner || owner.kind != ActorKind::country || takes_places(rule)) return false;
    return !match.targets.empty() &&
           std::all_of(match.targets.begin(), match.targets.end(), [&](const FoundActor& other) {
             return actors.actor(other.actor).code == owner.country + "GOV" ||
                    actors.actor(other.actor).code == owner.country;
           });
  });
  // "Grad rockets", "Katyusha shells": of what make something is
  const auto is_make = [&](const FoundActor& one) {
    return actors.actor(one.actor).code.empty() && tree.is(one.token, "compound") &&
           rules.in_list("projectile", tree.token(tree.head(one.token)).lemma);
  };
  std::erase_if(match.sources, is_make);
  std::erase_if(match.targets, is_make);
  if (takes_places(rule)) return;
  if (is_symmetric(rule.type) && are_of_sources(match, actors)) match.targets.clear();
  const auto is_mere_place = [&](const FoundActor& one) {
    const Actor& actor = actors.actor(one.actor);
    const bool place = actor.kind == ActorKind::place;
    // "a ceasefire in Idlib": it holds there
    if (place && rule.mode == "ceasefire" && tree.is_below(one.token, match.trigger)) return false;
    return (place && says_where(tree, one.token)) ||
           ((place || actor.name.ends_with(" government")) && names_accord(tree, rules, one.token));
  };
  std::erase_if(match.sources, is_mere_place);
  std::erase_if(match.targets, is_mere_place);
}

}  // namespace annals
