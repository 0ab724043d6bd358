#include "ingest/events/events_sides_slots.h"

#include <algorithm>
#include <utility>

#include "ingest/events/events_sides_search.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

/// What is done by force or brought to somebody is done where it is done, and complaints of what
/// goes on in a country are about it; what is said, asked or agreed is not done to a place.
Nearness nearness_of(const EventRule& rule) {
  const bool elsewhere = rule.code.starts_with("09") ||
                         one_of(rule.type, {"REQUEST", "AGREE", "REJECT", "SUPPORT", "COOPERATE"});
  const bool purposes = rule.type == "AGREE" || rule.type == "AID" || rule.type == "STATEMENT";
  return {.places = !elsewhere, .purposes = purposes};
}

}  // namespace

bool is_among(const FoundActor& actor, const std::vector<FoundActor>& side) {
  return std::any_of(side.begin(), side.end(),
                     [&](const FoundActor& other) { return other.actor == actor.actor; });
}

bool share_actor(const std::vector<FoundActor>& a, const std::vector<FoundActor>& b) {
  return std::any_of(a.begin(), a.end(), [&](const FoundActor& one) { return is_among(one, b); });
}

void add_actors(const std::vector<FoundActor>& found, std::vector<FoundActor>& side) {
  for (const FoundActor& actor : found) {
    if (!is_among(actor, side)) side.push_back(actor);
  }
}

/// "accused of holding prisoners, which it denies": not them, but what was said of them.
bool SlotReader::is_what_was_said(const Argument& argument, const Match& match) const {
  return argument.slot == "obj" && argument.pronoun >= 0 &&
         tree_.token(argument.pronoun).lemma == "which" && rules_.rule(match.rule).object_is_told;
}

void SlotReader::collect(std::string_view slot, const Match& match,
                         std::vector<FoundActor>& side) const {
  // "comp.subj", "comp.obj": whom the complement speaks of.
  if (const std::size_t dot = slot.find('.'); dot != std::string_view::npos) {
    const std::int32_t clause = match.frame.find(slot.substr(0, dot));
    if (clause < 0) return;
    Match inner{.trigger = clause,
                .rule = match.rule,
                .frame = asks_.frame_of(clause),
                .sources = {},
                .targets = {},
                .joined = {}};
    collect(slot.substr(dot + 1), inner, side);
    return;
  }
  // "obj_any", "comp_any": whoever is spoken of there.
  if (slot.ends_with("_any")) return collect_near(slot.substr(0, slot.size() - 4), match, side);
  if (slot == "self") return add_actors(actors_.in_phrase(match.trigger), side);
  for (const Argument& argument : match.frame.arguments) {
    if (argument.slot == slot) {
      collect_argument(argument, match, side);
    } else if (slot == "adj" && argument.slot == "comp") {
      const auto found = actors_.in_phrase(argument.token);
      const bool doer =
          &side != &match.sources ||
          judge_.may_do(rules_.rule(match.rule), argument.slot, argument.token, found);
      if (!found.empty() && doer && judge_.may_act(argument.token, found)) add_actors(found, side);
    }
  }
}

void SlotReader::collect_near(std::string_view slot, const Match& match,
                              std::vector<FoundActor>& side) const {
  // "said it will withdraw its support for the government": one threatens others
  const bool threat = &side != &match.sources && rules_.rule(match.rule).type == "THREATEN";
  const std::span<const FoundActor> own =
      threat ? std::span<const FoundActor>(match.sources) : std::span<const FoundActor>();
  for (const Argument& argument : match.frame.arguments) {
    if (argument.slot != slot || !side.empty() || is_what_was_said(argument, match)) continue;
    add_actors(nearest(argument.token, match, own), side);
  }
}

void SlotReader::collect_argument(const Argument& argument, const Match& match,
                                  std::vector<FoundActor>& side) const {
  const bool doing = &side == &match.sources;
  const bool relative = argument.pronoun >= 0;
  if (!doing && is_what_was_said(argument, match)) return;
  auto found = judged(argument.token, match, side);
  if (found.empty()) found = examples_of(argument.token);
  // "Minister X of France, which has helped": the tree hangs the clause on the person
  if (!found.empty() && relative && tree_.token(argument.pronoun).lemma == "which" &&
      !may_stand_for(argument.pronoun, found.front())) {
    found = actors_.before(argument.pronoun);
    if (!found.empty() && !may_stand_for(argument.pronoun, found.front())) return;
  }
  // "help for the invasion of Kuwait"
  if (!doing && rules_.rule(match.rule).type == "AID" && !relative)
    found = but_victims(std::move(found), argument.token);
  // "attacks in Amman which killed": a deed, whoever stands between it and the pronoun
  const bool deed = rules_.in_list("deed", tree_.token(argument.token).lemma);
  if (found.empty() && relative && !deed) {
    found = actors_.before(argument.pronoun);
    if (!found.empty() && !may_stand_for(argument.pronoun, found.front())) found.clear();
    if (!found.empty() && judge_.is_place(found.front())) found = doers_above(found.front().token);
  }
  if (found.empty() && argument.slot == "subj" && doing && !relative)
    found = find_maker(tree_, actors_, rules_, argument.token);
  // "a raid in the city of X that killed": not the city but the raid, and so who made it.
  if (argument.slot == "subj" && relative && tree_.token(argument.pronoun).lemma != "who" &&
      (found.empty() || is_land(found.front()))) {
    if (auto doers = doers_above(argument.token); !doers.empty()) found = std::move(doers);
  }
  if (doing && !judge_.may_do(rules_.rule(match.rule), argument.slot, argument.token, found))
    return;
  if (argument.slot == "adj" && !found.empty() && !judge_.may_act(argument.token, found)) return;
  if (!doing) {
    if (auto beyond = neighbours(argument.token); !beyond.empty()) found = std::move(beyond);
  }
  add_actors(found, side);
}

/// "talks with several countries including Chad"
std::vector<FoundActor> SlotReader::examples_of(std::int32_t token) const {
  if (tree_.token(token).xpos != "NNS") return {};
  for (const std::int32_t child : tree_.children(token)) {
    if (tree_.is(child, "nmod") && tree_.marker(child) == "include")
      return actors_.in_phrase(child);
  }
  return {};
}

/// "massed troops on its border with Syria": whom the border is with.
std::vector<FoundActor> SlotReader::neighbours(std::int32_t token) const {
  if (!rules_.in_list("border", tree_.token(token).lemma)) return {};
  for (const std::int32_t child : tree_.children(token)) {
    if (tree_.is(child, "nmod") && tree_.marker(child) == "with") return actors_.in_phrase(child);
  }
  return {};
}

std::vector<FoundActor> SlotReader::nearest(std::int32_t token, const Match& match,
                                            std::span<const FoundActor> but) const {
  auto found = actors_.anywhere_in(token, nearness_of(rules_.rule(match.rule)), but);
  return spares_victims(match, token) ? but_victims(std::move(found), token) : found;
}

bool SlotReader::spares_victims(const Match& match, std::int32_t top) const {
  const EventRule& rule = rules_.rule(match.rule);
  const bool helps = rule.type == "AID" || rule.type == "SUPPORT";
  return rule.type == "REJECT" || rule.mode == "investigate" ||
         (helps && !tree_.is_below(match.trigger, top));
}

std::vector<FoundActor> SlotReader::but_victims(std::vector<FoundActor> found,
                                                std::int32_t top) const {
  std::erase_if(found, [&](const FoundActor& one) {
    std::int32_t at = one.token;
    for (int steps = 0; steps < 4 && at >= 0 && at != top; ++steps) {
      at = tree_.head(at);
      if (at < 0 || tree_.token(at).upos != Upos::NOUN) continue;
      const auto act = asks_.event_at(at);
      if (act && rules_.rule(act->rule).type == "ASSAULT" && is_among(one, act->targets))
        return true;
    }
    return false;
  });
  return found;
}

/// Whom a phrase names. "Condemned the killing of a priest", "welcomed the arrest of a smuggler":
/// judged is who did it, and not whom it was done to.
std::vector<FoundActor> SlotReader::judged(std::int32_t token, const Match& match,
                                           const std::vector<FoundActor>& side) const {
  const EventRule& rule = rules_.rule(match.rule);
  const bool praises = rule.type == "SUPPORT" && rule.code.starts_with("05");
  const bool judges = (rule.type == "ACCUSE" || praises) && &side != &match.sources;
  if (judges && tree_.token(token).upos == Upos::NOUN && judge_.is_deed(token)) {
    if (const auto event = asks_.event_at(token)) {
      // "pleased with his visit to Iran": with whom he was
      const bool own =
          praises && !event->sources.empty() &&
          std::all_of(event->sources.begin(), event->sources.end(),
                      [&](const FoundActor& one) { return is_among(one, match.sources); });
      if (own) return event->targets;
      return event->sources.empty() ? find_maker(tree_, actors_, rules_, token) : event->sources;
    }
  }
  // "criticised the training of recruits by Chadian experts"
  if (judges && tree_.token(token).upos == Upos::NOUN) {
    auto agent = find_marked(tree_, actors_, asks_, token, "by");
    std::erase_if(agent, [&](const FoundActor& one) { return is_among(one, match.sources); });
    if (agent.empty()) agent = find_maker(tree_, actors_, rules_, token);
    if (!agent.empty()) return agent;
  }
  return actors_.in_phrase(token);
}

bool SlotReader::is_land(const FoundActor& found) const {
  return judge_.is_place(found) || actors_.actor(found.actor).kind == ActorKind::country;
}

/// "which" is no person, "who" no place.
bool SlotReader::may_stand_for(std::int32_t pronoun, const FoundActor& found) const {
  const std::string_view lemma = tree_.token(pronoun).lemma;
  if (lemma == "which") return actors_.actor(found.actor).kind != ActorKind::person;
  return lemma != "who" || !judge_.is_place(found);
}

std::vector<FoundActor> SlotReader::doers_above(std::int32_t token) const {
  for (int steps = 0; steps < 4; ++steps) {
    if (!tree_.is(token, "nmod") && !tree_.is(token, "appos") && !tree_.is(token, "flat")) break;
    token = tree_.head(token);
    if (token < 0) break;
    if (tree_.token(token).upos != Upos::NOUN) continue;
    if (const auto event = asks_.event_at(token)) return event->sources;
  }
  return {};
}

std::vector<FoundActor> SlotReader::anywhere_in(std::string_view slot, const Match& match) const {
  std::vector<FoundActor> found;
  for (const Argument& argument : match.frame.arguments) {
    if (argument.slot != slot || !found.empty() || is_what_was_said(argument, match)) continue;
    // "resigned as crowds stormed the palace": what happened meanwhile
    if (tree_.is(argument.token, "advcl") && tree_.child(argument.token, "nsubj") >= 0) continue;
    // "condemned the attack on civilians in Basra": not them, but whoever attacked
    const bool judged_act =
        rules_.rule(match.rule).type == "ACCUSE" && tree_.token(argument.token).upos == Upos::NOUN;
    const auto event = judged_act ? asks_.event_at(argument.token) : std::nullopt;
    found = event ? event->sources : nearest(argument.token, match);
  }
  return found;
}

}  // namespace annals
