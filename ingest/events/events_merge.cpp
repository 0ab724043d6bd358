#include "ingest/events/events_merge.h"

#include <algorithm>

#include "ingest/events/events_sides_slots.h"
#include "ingest/text/one_of.h"
#include "ingest/trees/relations.h"

namespace annals {
namespace {

/// The rule asks for this word in the slot.
bool names_in_slot(const EventRule& rule, std::string_view slot, std::string_view lemma) {
  return std::any_of(rule.conditions.begin(), rule.conditions.end(), [&](const Condition& test) {
    return test.slot == slot && test.asks == Asks::lemma && !test.negated &&
           std::binary_search(test.lemmas.begin(), test.lemmas.end(), lemma);
  });
}

bool agree(const std::vector<FoundActor>& a, const std::vector<FoundActor>& b) {
  return a.empty() || b.empty() || share_actor(a, b);
}

/// Adds to `to` who is in `from` and on neither side yet.
void take_over(const std::vector<FoundActor>& from, const std::vector<FoundActor>& opposite,
               std::vector<FoundActor>& to) {
  for (const FoundActor& actor : from) {
    if (!is_among(actor, to) && !is_among(actor, opposite)) to.push_back(actor);
  }
}

/// Tells which matches are one happening, and makes one of them.
class Joiner {
 public:
  Joiner(const SentenceTree& tree, const EventRules& rules) : tree_(tree), rules_(rules) {}

  /// Whether `inner`, which stands below or beside `outer`, tells the same.
  bool same(const Match& outer, const Match& inner) const {
    const EventRule& a = rules_.rule(outer.rule);
    const EventRule& b = rules_.rule(inner.rule);
    if (a.type != b.type) return false;
    const bool violence = a.type == "ASSAULT";
    if (names_object(a, outer.trigger, inner.trigger)) return true;
    if (is_occasion(outer, inner)) return agree(outer.sources, inner.sources);
    if (coordinated(outer.trigger, inner.trigger)) {
      if (tree_.token(inner.trigger).upos != Upos::VERB) return false;
      // "arrived on Monday and met": two acts
      if (a.type == "CONSULT" && a.code != b.code) return false;
      if (violence && have_own_victims(outer, inner)) return false;
      return agree(outer.sources, inner.sources) &&
             (agree(outer.targets, inner.targets) || (violence && harms(outer) && harms(inner)));
    }
    // "held talks to discuss the crisis"
    const bool held_for = a.type == "CONSULT" && a.code != "042" &&
                          tree_.token(inner.trigger).upos == Upos::VERB &&
                          tree_.marker(inner.trigger) == "to";
    const bool carried = (a.type == "PROTEST" || held_for) && outer.frame.light >= 0 &&
                         governed(outer.frame.light, inner.trigger, a.type);
    const bool result = violence && is_result(outer.frame.light, inner.trigger);
    if (!carried && !result && !governed(outer.trigger, inner.trigger, a.type)) return false;
    if (violence) return agree(outer.sources, inner.sources) || inner.sources.empty();
    return agree(outer.sources, inner.sources) && agree(outer.targets, inner.targets);
  }

  void join(Match& outer, const Match& inner) const {
    outer.merged = true;
    outer.joined.push_back(inner.trigger);
    outer.joined.insert(outer.joined.end(), inner.joined.begin(), inner.joined.end());
    const bool fight = rules_.rule(inner.rule).symmetric;
    take_code(outer, inner);
    // "killed in a clash with rebels", "killed fighting rebels": the others did it.
    if (rules_.rule(outer.rule).type == "ASSAULT" && outer.sources.empty() && suffered(outer) &&
        (fight || share_actor(inner.sources, outer.targets))) {
      if (fight) take_over(inner.sources, outer.targets, outer.sources);
      take_over(inner.targets, outer.targets, outer.sources);
      return;
    }
    if (outer.sources.empty()) take_over(inner.sources, outer.targets, outer.sources);
    if (tells_outcome(inner.trigger) && !inner.targets.empty()) {
      // "an attack in Somalia that killed ten": who was hit is told, so where it was is nobody
      std::erase_if(outer.targets, [&](const FoundActor& one) {
        return (one.territory || one.owner) && says_where(one.token, outer.trigger);
      });
    }
    if (outer.targets.empty()) {
      take_over(inner.targets, outer.sources, outer.targets);
    } else if (rules_.rule(outer.rule).type == "ASSAULT") {
      // "105 civilians killed by shelling in Cana": where it was is nobody.
      std::vector<FoundActor> hit = inner.targets;
      std::erase_if(hit, [&](const FoundActor& one) {
        return (one.territory && !one.owner) || says_where(one.token, inner.trigger);
      });
      take_over(hit, outer.sources, outer.targets);
    }
  }

 private:
  bool coordinated(std::int32_t a, std::int32_t b) const {
    return (tree_.is(b, "conj") && tree_.head(b) == a) ||
           (tree_.is(a, "conj") && tree_.head(a) == b) ||
           (tree_.is(a, "conj") && tree_.is(b, "conj") && tree_.head(a) == tree_.head(b));
  }

  /// "ordered the release": the rule of the verb speaks of its object itself.
  bool names_object(const EventRule& rule, std::int32_t verb, std::int32_t noun) const {
    if (tree_.head(noun) != verb || !tree_.is(noun, "obj")) return false;
    return names_in_slot(rule, "obj", tree_.token(noun).lemma);
  }

  /// "in a raid in Pakistan's tribal region": on the way up to the act a phrase says where.
  bool says_where(std::int32_t token, std::int32_t act) const {
    for (int steps = 0; steps < 4 && token >= 0 && token != act; ++steps) {
      if (is_of_place(tree_.marker(token))) return true;
      token = tree_.head(token);
    }
    return false;
  }

  /// The more telling code: "killed ... in a suicide bombing" is a suicide bombing. That somebody
  /// was killed says least.
  void take_code(Match& outer, const Match& inner) const {
    const std::string& kept = rules_.rule(outer.rule).code;
    const std::string& other = rules_.rule(inner.rule).code;
    constexpr std::string_view killed = "1823";
    const bool more = kept.size() < other.size() || (kept.ends_with('0') && !other.ends_with('0'));
    if (kept == killed || (more && other != killed)) outer.rule = inner.rule;
  }

  /// "were killed", "died": told from the side of those it was done to.
  bool suffered(const Match& match) const {
    return match.frame.passive || tree_.token(match.trigger).lemma == "die";
  }

  /// "four rebels were killed and three soldiers wounded", but not "and ten other people"
  bool have_own_victims(const Match& outer, const Match& inner) const {
    const std::int32_t first = tree_.child(outer.trigger, "nsubj");
    const std::int32_t second = tree_.child(inner.trigger, "nsubj");
    const bool passive = outer.frame.passive && inner.frame.passive && !outer.targets.empty() &&
                         !inner.targets.empty();
    const bool others = second >= 0 && tree_.any_child(second, [&](std::int32_t child) {
      return one_of(tree_.token(child).lemma, {"other", "another", "more"});
    });
    return passive && !others && first >= 0 && second >= 0 &&
           tree_.token(first).upos == Upos::NOUN && tree_.token(second).upos == Upos::NOUN &&
           tree_.token(first).lemma != tree_.token(second).lemma;
  }

  /// "arrived for a visit", "met for talks": a visit that one comes for, a meeting held for talks.
  bool is_occasion(const Match& outer, const Match& inner) const {
    constexpr std::string_view visit = "042";
    const EventRule& a = rules_.rule(outer.rule);
    const EventRule& b = rules_.rule(inner.rule);
    return a.type == "CONSULT" && (a.code == visit) == (b.code == visit) &&
           tree_.is(inner.trigger, "obl") && tree_.head(inner.trigger) == outer.trigger &&
           tree_.marker(inner.trigger) == "for";
  }

  bool harms(const Match& match) const { return rules_.harms(tree_.token(match.trigger).lemma); }

  /// "staged bombings, killing two": a participle with the verb that carries the noun.
  bool is_result(std::int32_t light, std::int32_t verb) const {
    const std::int32_t first = tree_.first_conjunct(verb);
    return light >= 0 && tree_.head(first) == light && tree_.is(first, "advcl") &&
           tree_.token(verb).xpos == "VBG" && tree_.marker(first).empty();
  }

  /// "the attack that killed five": the clause is of the deed.
  bool tells_outcome(std::int32_t verb) const {
    const std::int32_t subject = tree_.child(verb, "nsubj");
    return tree_.is(verb, "acl:relcl") && subject >= 0 &&
           (tree_.token(subject).form == "that" || tree_.token(subject).form == "which") &&
           rules_.in_list("deed", tree_.token(tree_.head(verb)).lemma);
  }

  /// `inner` hangs on `outer` without a clause of its own between: "killed in an attack", "attack,
  /// killing five".
  bool governed(std::int32_t outer, std::int32_t inner, std::string_view type) const {
    const bool violence = type == "ASSAULT";
    const bool accord = type == "AGREE";
    std::int32_t at = inner;
    for (int steps = 0; steps < 4 && at >= 0; ++steps) {
      if (at == outer) return true;
      const std::string_view relation = tree_.token(at).deprel;
      // ... "that killed five and wounded ten" too
      const bool told_of = at == inner || at == tree_.first_conjunct(inner);
      if (violence && told_of && tells_outcome(at)) return tree_.head(at) == outer;
      const bool clause = relation == "ccomp" || relation == "acl:relcl" ||
                          relation == "parataxis" || (relation == "conj" && !violence);
      if (clause) return false;
      // "rejected the objections": what a verb is done to is another act.
      const bool argument = relation == "obj" || relation.starts_with("nsubj");
      if (argument && !violence && !accord) return false;
      const std::string_view mark = tree_.marker(at);
      // "claimed responsibility for the attack"
      if (mark == "for" && tree_.token(outer).lemma == "claim" && tree_.head(at) == outer)
        return true;
      // "killed two in revenge for the shooting of an elder"
      if (tree_.words().is(ClauseWord::avenging, tree_.token(at).lemma)) return false;
      // "attacks on the army following the killing of its general"
      if ((mark == "after" || mark == "follow") && relation == "nmod") return false;
      if ((relation == "advcl" || relation.starts_with("obl")) &&
          (mark == "after" || mark == "follow" || mark == "before" || mark == "since" ||
           mark == "if" || mark == "over" || mark == "for" || mark == "despite")) {
        return false;
      }
      at = tree_.head(at);
    }
    return false;
  }

  const SentenceTree& tree_;
  const EventRules& rules_;
};

}  // namespace

void join_tellings(const SentenceTree& tree, const EventRules& rules, std::vector<Match>& matches) {
  const Joiner joiner(tree, rules);
  std::vector<bool> gone(matches.size(), false);
  // Triggers that tell the same stand close; a bound keeps long lists linear.
  constexpr std::size_t reach = 6;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    for (std::size_t j = i + 1; j < std::min(matches.size(), i + reach) && !gone[i]; ++j) {
      if (gone[j]) continue;
      if (joiner.same(matches[i], matches[j])) {
        joiner.join(matches[i], matches[j]);
        gone[j] = true;
      } else if (joiner.same(matches[j], matches[i])) {
        joiner.join(matches[j], matches[i]);
        gone[i] = true;
      }
    }
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (!gone[i]) {
      if (kept != i) matches[kept] = std::move(matches[i]);
      ++kept;
    }
  }
  matches.erase(matches.begin() + static_cast<std::ptrdiff_t>(kept), matches.end());
}

namespace {

/// What protesters want, and what they find fault with: "rallied to condemn the coup".
bool is_demand(const EventRule& rule) { return rule.type == "REQUEST" || rule.code == "111"; }

/// `demand` hangs on the protest, on the verb that carries it or on those who protest.
bool is_demand_of(const SentenceTree& tree, const Match& protest, const Match& demand) {
  constexpr int steps_up = 3;
  std::int32_t at = demand.frame.light >= 0 && tree.head(demand.trigger) == demand.frame.light
                        ? demand.frame.light
                        : demand.trigger;
  for (int steps = 0; steps < steps_up; ++steps) {
    // "demonstrated in the city calling for": the tree may hang it on what stands between.
    const bool between = steps > 0 && (tree.is(at, "obl") || tree.is(at, "nmod"));
    const bool joined = tree.is(at, "advcl") || tree.is(at, "acl") || tree.is(at, "xcomp") ||
                        between || (steps == 0 && tree.is(at, "obj"));
    if (!joined || tree.is(at, "acl:relcl") || tree.child(at, "nsubj") >= 0) return false;
    at = tree.head(at);
    if (at < 0) return false;
    if (at == protest.trigger || at == protest.frame.light) return true;
    if (std::any_of(protest.sources.begin(), protest.sources.end(),
                    [&](const FoundActor& one) { return one.token == at; }))
      return true;
  }
  return false;
}

}  // namespace

void join_demands(const SentenceTree& tree, const EventRules& rules, std::vector<Match>& matches) {
  std::vector<bool> gone(matches.size(), false);
  for (Match& protest : matches) {
    if (rules.rule(protest.rule).type != "PROTEST") continue;
    for (std::size_t i = 0; i < matches.size(); ++i) {
      const Match& demand = matches[i];
      if (&demand == &protest || gone[i] || !is_demand(rules.rule(demand.rule))) continue;
      if (!agree(protest.sources, demand.sources) || !is_demand_of(tree, protest, demand)) continue;
      if (protest.targets.empty()) take_over(demand.targets, protest.sources, protest.targets);
      if (protest.sources.empty()) take_over(demand.sources, protest.targets, protest.sources);
      protest.joined.push_back(demand.trigger);
      gone[i] = true;
    }
  }
  std::size_t at = 0;
  std::erase_if(matches, [&](const Match&) { return gone[at++]; });
}

void drop_answered(const SentenceTree& tree, const EventRules& rules, std::vector<Match>& matches) {
  const auto is_answer = [](std::string_view type) {
    return one_of(type, {"REJECT", "SANCTION", "CONCEDE", "RETREAT"});
  };
  const auto is_answered = [](std::string_view type) {
    return one_of(type, {"REQUEST", "ACCUSE", "CONSULT", "COOPERATE", "THREATEN"});
  };
  const auto names = [&](const Match& outer, std::int32_t noun) {
    const EventRule& rule = rules.rule(outer.rule);
    return std::any_of(outer.frame.arguments.begin(), outer.frame.arguments.end(),
                       [&](const Argument& one) {
                         return one.token == noun && !one.understood &&
                                names_in_slot(rule, one.slot, tree.token(noun).lemma);
                       });
  };
  std::vector<bool> gone(matches.size(), false);
  for (const Match& outer : matches) {
    if (!is_answer(rules.rule(outer.rule).type)) continue;
    // "called off a visit": that the visit was cancelled is news
    if (rules.effect(WordClass::verb, tree.token(outer.trigger).lemma) == Effect::cancelled)
      continue;
    for (std::size_t i = 0; i < matches.size(); ++i) {
      const EventRule& inner = rules.rule(matches[i].rule);
      gone[i] = gone[i] || (inner.word_class == WordClass::noun && is_answered(inner.type) &&
                            names(outer, matches[i].trigger));
    }
  }
  std::size_t at = 0;
  std::erase_if(matches, [&](const Match&) { return gone[at++]; });
}

}  // namespace annals
