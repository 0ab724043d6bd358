#include "ingest/events/events_place.h"

#include <algorithm>
#include <array>

#include "graph/ascii.h"
#include "ingest/actors/actors_phrases.h"

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
  for (int steps = 0; steps < 8 && token >= 0 && token != top; ++steps) {
    const std::string_view relation = tree.token(token).deprel;
    if (relation.starts_with("acl") || relation == "ccomp" || relation == "advcl") return true;
    const std::string_view marker = tree.marker(token);
    if (std::find(std::begin(wheres), std::end(wheres), marker) != std::end(wheres)) return false;
    if (std::find(std::begin(who), std::end(who), marker) != std::end(who)) return true;
    token = tree.head(token);
    // "a meeting of Iran and": who gathers
    if (marker == "of" && token >= 0 &&
        tree.words().is(ClauseWord::gathering, tree.token(token).lemma))
      return true;
  }
  return false;
}

bool in_name(const Token& token) {
  return token.upos == Upos::PROPN || (token.upos == Upos::ADJ && is_capital(token));
}

/// Whether a single word is read as somebody or as no name of a place: "anger at Bush", "the UN
/// office", "in March" are no places, though cities have these names.
bool is_no_location(const SentenceTree& tree, const SentenceActors& actors, std::int32_t token) {
  if (tree.words().is(ClauseWord::compass, lowered(tree.token(token).form))) return true;
  const auto found = actors.of_token(token);
  if (found.empty()) return !tree.sentence().in_name(token, NameKind::location);
  const Actor& actor = actors.actor(found.front().actor);
  // "hit out at U.S. suggestions": whose they are
  const bool whose = tree.is(token, "compound") || tree.is(token, "amod");
  if (actor.kind == ActorKind::country && whose) return true;
  return actor.kind == ActorKind::person || actor.kind == ActorKind::armed_group ||
         (actor.kind == ActorKind::organization && actor.country.empty());
}

/// The longest known name in the phrase of `token`. Taggers take parts of names for adjectives:
/// "New York", "Papua New Guinea".
std::optional<Place> place_in(const SentenceTree& tree, const SentenceActors& actors,
                              const ActorLexicon& lexicon, std::int32_t token,
                              std::string_view text) {
  constexpr std::int32_t widest = 20;  // words of a phrase that are looked at
  const auto [first, end] = tree.extent(token);
  const std::int32_t last = std::min(end, first + widest);
  for (std::int32_t from = first; from <= last; ++from) {
    if (!in_name(tree.token(from))) continue;
    std::int32_t to = from;
    while (to < last && in_name(tree.token(to + 1))) ++to;
    for (std::int32_t size = to - from + 1; size > 0; --size) {
      for (std::int32_t begin = from; begin + size <= to + 1; ++begin) {
        const std::int32_t final = begin + size - 1;
        const bool adjective = size == 1 && tree.token(begin).upos == Upos::ADJ;
        if (adjective || is_no_place(tree, final, token)) continue;
        if (size == 1 && is_no_location(tree, actors, final)) continue;
        const Span span{tree.token(begin).span.begin, tree.token(final).span.end};
        if (auto place = lexicon.find_place(slice(text, span))) return place;
      }
    }
    from = to;
  }
  return std::nullopt;
}

/// "the Kabul attack", "the Bali bombing": named after where it was.
std::optional<Place> place_named(const SentenceTree& tree, const SentenceActors& actors,
                                 const ActorLexicon& lexicon, const Match& match,
                                 std::string_view text) {
  if (tree.token(match.trigger).upos != Upos::NOUN) return std::nullopt;
  for (const Argument& argument : match.frame.arguments) {
    if (argument.slot != "comp" || tree.token(argument.token).upos != Upos::PROPN) continue;
    const auto found = actors.of_token(argument.token);
    if (found.empty() || actors.actor(found.front().actor).kind != ActorKind::place) continue;
    if (auto place = place_in(tree, actors, lexicon, argument.token, text)) return place;
  }
  return std::nullopt;
}

/// "an assault against the embassy and the headquarters in Kabul": where that is to which it was
/// done.
std::optional<Place> place_of_target(const SentenceTree& tree, const SentenceActors& actors,
                                     const ActorLexicon& lexicon, const Frame& frame,
                                     std::string_view text) {
  constexpr std::string_view slots[] = {"obj", "on", "against", "at"};
  constexpr std::size_t widest = 8;  // nouns that are looked at
  for (const Argument& argument : frame.arguments) {
    if (std::find(std::begin(slots), std::end(slots), argument.slot) == std::end(slots)) continue;
    std::vector<std::int32_t> open{argument.token};
    for (std::size_t i = 0; i < open.size() && i < widest; ++i) {
      for (const std::int32_t child : tree.children(open[i])) {
        if (tree.is(child, "conj")) open.push_back(child);
        const std::string_view marker = tree.marker(child);
        if (!tree.is(child, "nmod") || (marker != "in" && marker != "near" && marker != "outside"))
          continue;
        if (auto place = place_in(tree, actors, lexicon, child, text)) return place;
      }
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Place> find_event_place(const SentenceTree& tree, const SentenceActors& actors,
                                      const ActorLexicon& lexicon, const Match& match,
                                      std::string_view text) {
  const auto ask = [&](const Frame& frame) -> std::optional<Place> {
    for (const Argument& argument : frame.arguments) {
      if (std::find(prepositions.begin(), prepositions.end(), argument.slot) == prepositions.end())
        continue;
      if (auto place = place_in(tree, actors, lexicon, argument.token, text)) return place;
    }
    return std::nullopt;
  };
  if (auto place = ask(match.frame)) return place;
  if (auto place = place_named(tree, actors, lexicon, match, text)) return place;
  if (auto place = place_of_target(tree, actors, lexicon, match.frame, text)) return place;
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
