#include "ingest/events_place.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

constexpr std::array<std::string_view, 9> prepositions{
    "in", "at", "near", "outside", "inside", "across", "over", "around", "throughout"};

/// The longest known name in the phrase of `token`.
std::optional<Place> place_in(const SentenceTree& tree, const ActorLexicon& lexicon,
                              std::int32_t token, std::string_view text) {
  const auto [first, end] = tree.extent(token);
  const std::int32_t last = std::min(end, first + 20);
  for (std::int32_t from = first; from <= last; ++from) {
    if (tree.token(from).upos != Upos::PROPN) continue;
    std::int32_t to = from;
    while (to < last && tree.token(to + 1).upos == Upos::PROPN) ++to;
    for (std::int32_t cut = to; cut >= from; --cut) {
      const Span span{tree.token(from).span.begin, tree.token(cut).span.end};
      if (auto place = lexicon.find_place(slice(text, span))) return place;
    }
    from = to;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Place> find_event_place(const SentenceTree& tree, const SentenceActors& actors,
                                      const ActorLexicon& lexicon, const Match& match,
                                      std::string_view text) {
  (void)actors;
  const auto ask = [&](const Frame& frame) -> std::optional<Place> {
    for (const Argument& argument : frame.arguments) {
      if (std::find(prepositions.begin(), prepositions.end(), argument.slot) == prepositions.end())
        continue;
      if (auto place = place_in(tree, lexicon, argument.token, text)) return place;
    }
    return std::nullopt;
  };
  if (auto place = ask(match.frame)) return place;
  // "opened fire in Basra, killing two": the clause above, within the sentence.
  std::int32_t at = match.trigger;
  for (int steps = 0; steps < 3; ++steps) {
    const std::string_view relation = tree.token(at).deprel;
    if (relation == "ccomp" || relation == "acl:relcl" || relation == "parataxis") break;
    at = tree.head(at);
    if (at < 0) break;
    if (tree.token(at).upos == Upos::VERB) {
      if (auto place = ask(verb_frame(tree, at))) return place;
    }
  }
  return std::nullopt;
}

}  // namespace annals
