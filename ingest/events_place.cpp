#include "ingest/events_place.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

constexpr std::array<std::string_view, 9> prepositions{
    "in", "at", "near", "outside", "inside", "across", "over", "around", "throughout"};

bool is_capital(const Token& token) {
  return !token.form.empty() && token.form[0] >= 'A' && token.form[0] <= 'Z';
}

/// Whether the way from `token` up to `top` says whose or who rather than where: "at a meeting of
/// Iran", "in a statement by Oslo", "in an article that Cuba".
bool is_no_place(const SentenceTree& tree, std::int32_t token, std::int32_t top) {
  constexpr std::string_view who[] = {"by", "from", "with", "between", "to", "against", "about"};
  constexpr std::string_view wheres[] = {"in", "at", "near", "outside", "inside"};
  constexpr std::string_view gatherings[] = {"meeting", "summit",    "conference", "session",
                                             "talk",    "gathering", "assembly"};
  for (int steps = 0; steps < 8 && token >= 0 && token != top; ++steps) {
    const std::string_view relation = tree.token(token).deprel;
    if (relation.starts_with("acl") || relation == "ccomp" || relation == "advcl") return true;
    const std::string_view marker = tree.marker(token);
    if (std::find(std::begin(wheres), std::end(wheres), marker) != std::end(wheres)) return false;
    if (std::find(std::begin(who), std::end(who), marker) != std::end(who)) return true;
    token = tree.head(token);
    // "a meeting of Iran and": who gathers
    if (marker == "of" && token >= 0 &&
        std::find(std::begin(gatherings), std::end(gatherings), tree.token(token).lemma) !=
            std::end(gatherings))
      return true;
  }
  return false;
}

/// The longest known name in the phrase of `token`.
std::optional<Place> place_in(const SentenceTree& tree, const ActorLexicon& lexicon,
                              std::int32_t token, std::string_view text) {
  const auto [first, end] = tree.extent(token);
  const std::int32_t last = std::min(end, first + 20);
  for (std::int32_t from = first; from <= last; ++from) {
    if (tree.token(from).upos != Upos::PROPN || is_no_place(tree, from, token)) continue;
    std::int32_t to = from;
    while (to < last && tree.token(to + 1).upos == Upos::PROPN) ++to;
    // "New York", with "New" taken for an adjective
    if (from > first && tree.token(from - 1).upos == Upos::ADJ &&
        is_capital(tree.token(from - 1))) {
      const Span whole{tree.token(from - 1).span.begin, tree.token(to).span.end};
      if (auto place = lexicon.find_place(slice(text, whole))) return place;
    }
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
