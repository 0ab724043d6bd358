#include "ingest/events/events_told.h"

#include <algorithm>

#include "ingest/events/events_acts.h"
#include "ingest/events/status.h"
#include "ingest/events/status_clauses.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

constexpr std::size_t most = 6;  // clauses of one saying that are asked

bool is_clause(const SentenceTree& tree, std::int32_t token) {
  return tree.child(token, "cop") >= 0 || has_own_tense(tree, token);
}

/// "I think that", "he believed that": what the speaker thinks is what is said.
std::int32_t thought_of(const SentenceTree& tree, const EventRules& rules, std::int32_t clause) {
  if (!rules.in_list("thinking", tree.token(clause).lemma)) return -1;
  const std::int32_t who = tree.child(clause, "nsubj");
  if (who < 0 || tree.token(who).upos != Upos::PRON) return -1;
  return tree.child(clause, "ccomp");
}

std::vector<std::int32_t> clauses_of(const SentenceTree& tree, const EventRules& rules,
                                     std::int32_t verb, const Frame& frame) {
  std::vector<std::int32_t> clauses;
  const auto add = [&](std::int32_t clause) {
    if (clauses.size() < most && std::find(clauses.begin(), clauses.end(), clause) == clauses.end())
      clauses.push_back(clause);
  };
  // "'We met to explain and that they may know,' he said": a quote is not made of that-clauses
  const auto is_told = [&](std::int32_t clause) {
    return tree.is(clause, "conj") && is_clause(tree, clause) &&
           (clause > verb || !has_mark(tree, clause, "that"));
  };
  for (const Argument& argument : frame.arguments) {
    if (argument.slot == "ccomp") add(argument.token);
  }
  // "'It is illegal,' he was quoted as saying"
  const std::int32_t above = tree.head(verb);
  if (clauses.empty() && above >= 0 && tree.marker(verb) == "as" &&
      one_of(tree.token(above).lemma, {"quote", "cite"})) {
    if (const std::int32_t quoted = tree.child(above, "ccomp"); quoted >= 0) add(quoted);
  }
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    if (const std::int32_t thought = thought_of(tree, rules, clauses[i]); thought >= 0)
      add(thought);
    for (const std::int32_t child : tree.children(clauses[i])) {
      if (is_told(child)) add(child);
    }
  }
  return clauses;
}

/// "said it would not lift the ban": `deed` is what `saying` says will not be done.
bool is_refused_by(const SentenceTree& tree, const EventRules& rules, const Match& deed,
                   const Match& saying) {
  const std::int32_t verb = deed.frame.light >= 0 ? deed.frame.light : deed.trigger;
  return rules.rule(saying.rule).type == "REJECT" && saying.frame.find("ccomp") == verb &&
         rules.in_list("saying", tree.token(saying.trigger).lemma) &&
         is_refusable(rules.rule(deed.rule).type) &&
         says_will_not(tree, deed.trigger, deed.frame.light);
}

/// "does not want to meet them": the refusal is all there is.
bool is_unwanted(const SentenceTree& tree, const EventRules& rules, const Match& deed,
                 const Match& wish) {
  return refuses_by_not(rules.rule(wish.rule)) && tree.is(deed.trigger, "xcomp") &&
         tree.head(deed.trigger) == wish.trigger;
}

}  // namespace

std::vector<Frame> tellings_of(const SentenceTree& tree, const EventRules& rules, std::int32_t verb,
                               const Frame& frame) {
  if (!rules.in_list("saying", tree.token(verb).lemma)) return {frame};
  const auto clauses = clauses_of(tree, rules, verb, frame);
  if (clauses.empty()) return {frame};
  std::vector<Frame> tellings;
  for (const std::int32_t clause : clauses) {
    Frame telling = frame;
    std::erase_if(telling.arguments, [&](const Argument& argument) {
      return argument.slot == "ccomp" ||
             (argument.slot == "comp" &&
              std::find(clauses.begin(), clauses.end(), argument.token) != clauses.end());
    });
    telling.arguments.push_back({"ccomp", clause, false, -1});
    telling.arguments.push_back({"comp", clause, false, -1});
    tellings.push_back(std::move(telling));
  }
  return tellings;
}

void drop_told_twice(const SentenceTree& tree, const EventRules& rules,
                     std::vector<Match>& matches) {
  std::vector<bool> gone(matches.size(), false);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const Match& inner = matches[i];
    for (std::size_t j = 0; j < matches.size(); ++j) {
      const Match& saying = matches[j];
      const bool thought = tree.head(inner.trigger) == saying.trigger &&
                           thought_of(tree, rules, inner.trigger) >= 0 &&
                           rules.rule(inner.rule).type == rules.rule(saying.rule).type;
      if (thought || is_unwanted(tree, rules, inner, saying)) gone[i] = true;
      if (is_refused_by(tree, rules, inner, saying)) gone[inner.targets.empty() ? i : j] = true;
    }
  }
  std::size_t at = 0;
  std::erase_if(matches, [&](const Match&) { return gone[at++]; });
}

}  // namespace annals
