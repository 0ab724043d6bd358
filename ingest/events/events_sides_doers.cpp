#include "ingest/events/events_sides_doers.h"

#include <algorithm>

namespace annals {
namespace {

template <std::size_t size>
bool is_in(const std::string_view (&words)[size], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace

bool DoerJudge::may_do(const EventRule& rule, std::string_view slot, std::int32_t token,
                       const std::vector<FoundActor>& found) const {
  constexpr std::string_view by_acts[] = {"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"};
  if (slot == "subj" && is_thing(rule, token)) return false;
  if (found.empty()) return true;
  const FoundActor& first = found.front();
  if (slot == "adj" || slot == "comp") return modifier_may_do(rule, token, first);
  if (slot == "from") {
    // "restrictions slapped on people from the West Bank"
    return !is_place(first) || actors_.actor(first.actor).kind == ActorKind::country;
  }
  if (slot != "subj" && slot != "holder" && slot != "above") return true;
  if (!first.owner) return true;
  const bool place = actors_.actor(first.actor).kind == ActorKind::place;
  if (place && tree_.token(token).upos == Upos::NOUN && asks_.event_at(token)) return false;
  return is_in(by_acts, rule.type) || !is_deed(token);
}

bool DoerJudge::modifier_may_do(const EventRule& rule, std::int32_t token,
                                const FoundActor& first) const {
  if (tree_.token(token).upos != Upos::PROPN) return true;
  const ActorKind kind = actors_.actor(first.actor).kind;
  return kind != ActorKind::place && (rule.code != "042" || kind == ActorKind::person);
}

bool DoerJudge::is_thing(const EventRule& rule, std::int32_t subject) const {
  constexpr std::string_view bodily[] = {"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "AID"};
  const std::string_view lemma = tree_.token(subject).lemma;
  const std::int32_t above = tree_.head(subject);
  // "it was an attack", but "said it was critical of them"
  const bool empty = (lemma == "it" && rule.word_class != WordClass::adjective) ||
                     lemma == "this" || lemma == "that";
  if (empty && above >= 0 && tree_.child(above, "cop") >= 0) return true;
  if (rule.code == "042" && rules_.in_list("warship", lemma)) return false;
  return rules_.in_list("machine", lemma) && !is_in(bodily, rule.type);
}

bool DoerJudge::is_deed(std::int32_t token) const {
  constexpr std::string_view deeds[] = {"ASSAULT", "COERCE",  "RETREAT", "CONCEDE",
                                        "PROTEST", "CONSULT", "MOBILIZE"};
  if (tree_.token(token).upos != Upos::NOUN) return false;
  const auto event = asks_.event_at(token);
  return event && is_in(deeds, rules_.rule(event->rule).type);
}

bool DoerJudge::may_act(std::int32_t token, const std::vector<FoundActor>& found) const {
  if (tree_.token(token).upos == Upos::ADJ) return true;
  if (std::any_of(found.begin(), found.end(),
                  [](const FoundActor& one) { return !one.territory; })) {
    return true;
  }
  const std::string_view form = tree_.token(token).form;
  return form.size() <= 5 &&
         std::none_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool DoerJudge::is_place(const FoundActor& found) const {
  return found.territory || actors_.actor(found.actor).kind == ActorKind::place;
}

}  // namespace annals
