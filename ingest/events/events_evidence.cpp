#include "ingest/events/events_evidence.h"

#include <algorithm>

#include "ingest/events/events_acts.h"

namespace annals {
namespace {

/// True when this token and the next are of one written word: "F-16" is three tokens.
bool hyphenated(const SentenceTree& tree, std::int32_t i) {
  const Token& here = tree.token(i);
  const Token& next = tree.token(i + 1);
  return here.span.end == next.span.begin && (here.form == "-" || next.form == "-");
}

}  // namespace

Span evidence_of(const SentenceTree& tree, const EventRules& rules, const Match& match) {
  constexpr std::int32_t reach = 16;  // words to each side
  std::int32_t first = match.trigger;
  std::int32_t last = match.trigger;
  const auto widen = [&](std::int32_t token) {
    if (token < match.trigger - reach || token > match.trigger + reach) return;
    first = std::min(first, token);
    last = std::max(last, token);
  };
  if (match.frame.light >= 0) widen(match.frame.light);
  for (const std::int32_t joined : match.joined) widen(joined);
  for (const auto* side : {&match.sources, &match.targets}) {
    for (const FoundActor& found : *side) {
      std::int32_t token = found.token;
      widen(token);
      while (token > 0 && tree.token(token).span.begin > found.span.begin) widen(--token);
      token = found.token;
      while (token + 1 < tree.size() && tree.token(token).span.end < found.span.end) widen(++token);
    }
  }
  const bool says = rules.effect(WordClass::verb, tree.token(match.trigger).lemma) == Effect::says;
  for (const Argument& argument : match.frame.arguments) {
    if (argument.slot == "obj" && !argument.understood) widen(argument.token);
    // "sanctions must be lifted, they said": what is said makes the act
    if (says && argument.slot == "ccomp" && !is_statement(rules.rule(match.rule).type)) {
      first = std::min(first, argument.token);
      last = std::max(last, argument.token);
    }
  }
  while (first > 0 && hyphenated(tree, first - 1)) --first;
  while (last + 1 < tree.size() && hyphenated(tree, last)) ++last;
  return {tree.token(first).span.begin, tree.token(last).span.end};
}

}  // namespace annals
