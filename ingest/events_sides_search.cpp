#include "ingest/events_sides_search.h"

#include <algorithm>

namespace annals {

std::vector<FoundActor> find_marked(const SentenceTree& tree, const SentenceActors& actors,
                                    const SideAsks& asks, std::int32_t top,
                                    std::string_view marker) {
  constexpr std::size_t widest = 24;  // nouns that are looked at
  std::vector<std::int32_t> open{top};
  for (std::size_t i = 0; i < open.size() && i < widest; ++i) {
    for (const std::int32_t child : tree.children(open[i])) {
      const Token& token = tree.token(child);
      if (token.upos == Upos::VERB || token.upos == Upos::PUNCT) continue;
      if (tree.marker(child) == marker) {
        auto found = actors.in_phrase(child);
        if (!found.empty()) return found;
      }
      const bool quality = token.upos == Upos::ADJ && tree.is(child, "xcomp");
      if (!tree.is(child, "nmod") && !quality) continue;
      if (token.upos != Upos::NOUN || !asks.event_at(child)) open.push_back(child);
    }
  }
  return {};
}

std::vector<FoundActor> find_below(const SentenceTree& tree, const SentenceActors& actors,
                                   const EventRule& rule, const Match& match) {
  constexpr std::string_view telling[] = {"against", "with", "into", "between"};
  constexpr std::string_view why[] = {"because", "due", "despite", "amid", "after", "over"};
  constexpr std::size_t widest = 40;  // words that are looked at
  const bool on_somebody = rule.type == "SANCTION" || rule.type == "COERCE";
  std::vector<std::int32_t> open{match.trigger};
  if (match.frame.light >= 0) open.push_back(match.frame.light);
  for (std::size_t i = 0; i < open.size() && i < widest; ++i) {
    for (const std::int32_t child : tree.children(open[i])) {
      const Token& token = tree.token(child);
      if (token.upos == Upos::VERB || token.upos == Upos::PUNCT || tree.is(child, "nsubj"))
        continue;
      const std::string_view marker = tree.marker(child);
      // "put off because of a deal with rebels": why, and not with whom
      if (std::find(std::begin(why), std::end(why), marker) != std::end(why)) continue;
      const bool telling_one =
          std::find(std::begin(telling), std::end(telling), marker) != std::end(telling) ||
          (on_somebody && marker == "on");
      if (telling_one &&
          std::find(rule.targets.begin(), rule.targets.end(), marker) != rule.targets.end()) {
        auto found = actors.in_phrase(child);
        if (!found.empty()) return found;
      }
      open.push_back(child);
    }
  }
  return {};
}

}  // namespace annals
