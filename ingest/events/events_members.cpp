#include "ingest/events/events_members.h"

#include <algorithm>
#include <string>

namespace annals {
namespace {

/// Who stands in the phrases of one sentence that tell of whom a delegation is made.
class MemberReader {
 public:
  MemberReader(const SentenceTree& tree, const SentenceActors& actors, const EventRules& rules)
      : tree_(tree), actors_(actors), rules_(rules) {}

  [[nodiscard]] bool is_delegation(std::int32_t token) const {
    return rules_.in_list("delegation", tree_.token(token).lemma);
  }

  /// "a delegation of the party headed by Liu": the tree is often at a loss which of the two is
  /// headed.
  [[nodiscard]] std::int32_t body_at(std::int32_t noun) const {
    std::int32_t at = noun;
    while (at >= 0 && !is_delegation(at) && tree_.is(at, "nmod") && tree_.marker(at) != "by")
      at = tree_.head(at);
    return at >= 0 && is_delegation(at) ? at : noun;
  }

  /// The persons that verbs and prepositions behind the noun name.
  [[nodiscard]] std::vector<FoundActor> members_of(std::int32_t delegation) const {
    std::vector<FoundActor> members;
    for (std::int32_t at = 0; at < tree_.size(); ++at) {
      if (tree_.head(at) == delegation && tree_.is(at, "nmod") && tree_.marker(at) == "include")
        take(at, members);
      if (tree_.token(at).upos != Upos::VERB) continue;
      const std::string_view lemma = tree_.token(at).lemma;
      const bool leads = rules_.in_list("leading", lemma);
      if (!leads && !rules_.in_list("comprising", lemma)) continue;
      const Frame frame = verb_frame(tree_, at);
      // "composed of" and "made up of" are passive, "comprised of" looks so
      const bool is_made = body_at(frame.find("obj")) == delegation;
      if (leads && is_made) take(frame.find("subj"), members);
      if (leads || (!is_made && body_at(frame.find("subj")) != delegation)) continue;
      if (!is_made) take(frame.find("obj"), members);
      take(frame.find("of"), members);
    }
    return members;
  }

  /// "the president, accompanied by his foreign minister".
  [[nodiscard]] std::vector<FoundActor> companions_of(std::int32_t person) const {
    std::vector<FoundActor> companions;
    for (std::int32_t at = 0; at < tree_.size(); ++at) {
      const Token& token = tree_.token(at);
      if (token.upos != Upos::VERB || !rules_.in_list("accompanying", token.lemma)) continue;
      const Frame frame = verb_frame(tree_, at);
      if (frame.passive && frame.find("obj") == person) take(frame.find("subj"), companions);
    }
    return companions;
  }

 private:
  void take(std::int32_t phrase, std::vector<FoundActor>& persons) const {
    if (phrase < 0) return;
    for (const FoundActor& found : actors_.in_phrase(phrase)) {
      if (!found.owner && actors_.actor(found.actor).kind == ActorKind::person)
        persons.push_back(found);
    }
  }

  const SentenceTree& tree_;
  const SentenceActors& actors_;
  const EventRules& rules_;
};

/// Whether a phrase in this slot of the trigger is on the side with these slots.
bool is_slot_of(const std::vector<std::string>& slots, std::string_view slot) {
  return std::find(slots.begin(), slots.end(), slot) != slots.end();
}

}  // namespace

void add_members(const SentenceTree& tree, const SentenceActors& actors, const EventRules& rules,
                 Match& match) {
  const EventRule& rule = rules.rule(match.rule);
  if (rule.type != "CONSULT") return;
  const MemberReader reader(tree, actors, rules);
  const auto is_told = [&](const FoundActor& one) {
    const auto is_he = [&](const FoundActor& other) { return other.actor == one.actor; };
    return std::any_of(match.sources.begin(), match.sources.end(), is_he) ||
           std::any_of(match.targets.begin(), match.targets.end(), is_he);
  };
  const auto add = [&](const std::vector<FoundActor>& persons, std::vector<FoundActor>& side) {
    for (const FoundActor& one : persons) {
      if (!is_told(one)) side.push_back(one);
    }
  };
  const auto add_to = [&](std::vector<FoundActor>& side, const std::vector<std::string>& slots) {
    for (const FoundActor& one : std::vector<FoundActor>(side)) {
      add(reader.companions_of(one.token), side);
      if (reader.is_delegation(one.token)) add(reader.members_of(one.token), side);
      for (const std::int32_t child : tree.children(one.token)) {  // "members of a delegation"
        if (tree.marker(child) == "of" && reader.is_delegation(child))
          add(reader.members_of(child), side);
      }
    }
    for (const Argument& argument : match.frame.arguments) {
      if (reader.is_delegation(argument.token) && is_slot_of(slots, argument.slot))
        add(reader.members_of(argument.token), side);
    }
  };
  add_to(match.sources, rule.sources);
  add_to(rule.symmetric ? match.sources : match.targets, rule.targets);
  // "the delegation led by Rice to Cairo, which comprised ...": who leads travels with the rest
  const std::int32_t led = match.frame.find("obj");
  if (led >= 0 && rules.in_list("leading", tree.token(match.trigger).lemma) &&
      reader.is_delegation(led))
    add(reader.members_of(led), match.sources);
}

}  // namespace annals
