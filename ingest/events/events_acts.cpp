#include "ingest/events/events_acts.h"

#include <algorithm>

#include "ingest/events/events_conditions.h"
#include "ingest/events/status.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

struct Row {
  std::string_view type;
  std::string_view code;
  std::string_view mode;
};

constexpr Row refusals[] = {
    {"CONSULT", "125", "meet"},  {"AID", "122", "assist"},    {"COOPERATE", "121", "cooperate"},
    {"CONCEDE", "124", "yield"}, {"RETREAT", "124", "yield"}, {"AGREE", "120", ""},
    {"SUPPORT", "120", ""}};

std::optional<SpeechAct> act_in(std::span<const Row> rows, std::string_view type) {
  for (const Row& row : rows) {
    if (row.type == type)
      return SpeechAct{std::string(row.type), std::string(row.code), std::string(row.mode)};
  }
  return std::nullopt;
}

bool is_conditional(const SentenceTree& tree, std::int32_t verb) {
  return tree.any_child(verb, [&](std::int32_t child) {
    return tree.is(child, "advcl") && one_of(tree.marker(child), {"if", "unless", "until"});
  });
}

bool has_will(const SentenceTree& tree, std::int32_t verb) {
  return tree.any_child(verb, [&](std::int32_t child) {
    return tree.is(child, "aux") &&
           one_of(tree.token(child).lemma, {"will", "would", "wo", "shall"});
  });
}

}  // namespace

bool is_saying(std::string_view type) {
  return one_of(type, {"REQUEST", "ACCUSE", "REJECT", "THREATEN"});
}

bool refuses_by_not(const EventRule& rule) {
  return rule.type == "REJECT" &&
         std::any_of(rule.conditions.begin(), rule.conditions.end(),
                     [](const Condition& test) { return test.slot == "negated" && !test.negated; });
}

bool is_statement(std::string_view type) { return type == "STATEMENT"; }

bool is_refusable(std::string_view type) { return act_in(refusals, type).has_value(); }

bool is_speech(std::string_view type) {
  return is_saying(type) || is_statement(type) || type == "SUPPORT" || type == "AGREE";
}

bool is_said_of_others(const SentenceTree& tree, const SentenceActors& actors,
                       const EventRules& rules, const Match& match) {
  constexpr std::string_view onlookers[] = {"BUS", "CVL", "AGR", "EDU", "JRN"};  // CAMEO
  const std::int32_t verb =
      tree.first_conjunct(match.frame.light >= 0 ? match.frame.light : match.trigger);
  const std::int32_t above = tree.head(verb);
  if (above < 0 || !tree.is(verb, "ccomp") || !rules.in_list("saying", tree.token(above).lemma))
    return false;
  const std::int32_t speaker = verb_frame(tree, above).find("subj");
  const auto speakers = speaker < 0 ? std::vector<FoundActor>{} : actors.of_token(speaker);
  if (speakers.empty()) return false;
  const Actor& who = actors.actor(speakers.front().actor);
  return std::all_of(match.sources.begin(), match.sources.end(), [&](const FoundActor& one) {
    if (speaks_for(tree, actors, speaker, one.token, true)) return false;
    const std::string& country = actors.actor(one.actor).country;
    const bool foreign = !who.country.empty() && !country.empty() && who.country != country;
    return foreign || ends_with_one_of(who.code, onlookers);
  });
}

std::optional<SpeechAct> refusal_of(const SentenceTree& tree, const Match& match,
                                    const Mention& told) {
  if (told.status != Status::denied || !says_will_not(tree, match.trigger, match.frame.light))
    return std::nullopt;
  auto act = act_in(refusals, told.type);
  if (act) act->type = "REJECT";
  return act;
}

std::optional<SpeechAct> threat_of(const SentenceTree& tree, const EventRules& rules,
                                   const Match& match, const Mention& told) {
  constexpr Row rows[] = {{"ASSAULT", "138", "violence"},
                          {"MOBILIZE", "138", "violence"},
                          {"SANCTION", "131", "restrict"},
                          {"COERCE", "137", "arrest"}};
  const std::int32_t verb = match.frame.light >= 0 ? match.frame.light : match.trigger;
  if (told.status != Status::planned && told.status != Status::hypothetical) return std::nullopt;
  if (!has_will(tree, verb) || !is_conditional(tree, verb)) return std::nullopt;
  // Somebody says so: the article alone does not threaten.
  const std::int32_t above = tree.head(verb);
  if (above < 0 || rules.effect(WordClass::verb, tree.token(above).lemma) != Effect::says)
    return std::nullopt;
  auto act = act_in(rows, told.type);
  if (act) act->type = "THREATEN";
  return act;
}

std::optional<SpeechAct> appeal_of(const SentenceTree& tree, const Match& match,
                                   const Mention& told) {
  constexpr Row rows[] = {{"AID", "023", "assist"},
                          {"CONCEDE", "025", "yield"},
                          {"RETREAT", "025", "yield"},
                          {"COOPERATE", "021", ""},
                          {"CONSULT", "026", "meet"}};
  if (told.status != Status::hypothetical || !is_imperative(tree, match.trigger))
    return std::nullopt;
  auto act = act_in(rows, told.type);
  if (act) act->type = "REQUEST";
  return act;
}

}  // namespace annals
