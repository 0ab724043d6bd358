#include "ingest/events/events_sides_search.h"

#include <algorithm>

#include "ingest/text/one_of.h"

namespace annals {
namespace {

/// "shot at his home by men", "held for questioning by police": where and what for.
bool says_where(std::string_view preposition) {
  constexpr std::string_view wheres[] = {"in",      "at",     "on",  "near",
                                         "outside", "inside", "for", "from"};
  return std::find(std::begin(wheres), std::end(wheres), preposition) != std::end(wheres);
}

/// The government of a country, its ministers, its parliament and its forces.
bool acts_for(const Actor& actor, std::string_view country) {
  const std::string_view code = actor.code;
  if (code == country) return actor.kind == ActorKind::country || actor.kind == ActorKind::person;
  return code.starts_with(country) &&
         one_of(code.substr(country.size()), {"GOV", "LEG", "JUD", "MIL", "COP", "SPY"});
}

}  // namespace

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
      // "shot dead at his home by men": the agent hangs on where it was
      const bool quality = token.upos == Upos::ADJ && tree.is(child, "xcomp");
      const bool where = marker == "by" && tree.is(child, "obl") && says_where(tree.marker(child));
      if (!tree.is(child, "nmod") && !quality && !where) continue;
      if (token.upos != Upos::NOUN || !asks.event_at(child)) open.push_back(child);
    }
  }
  return {};
}

std::vector<FoundActor> find_maker(const SentenceTree& tree, const SentenceActors& actors,
                                   const EventRules& rules, std::int32_t noun) {
  for (const std::int32_t verb : tree.children(noun)) {
    if (!tree.is(verb, "acl") || tree.token(verb).xpos != "VBN" ||
        !rules.in_list("making", tree.token(verb).lemma))
      continue;
    for (const std::int32_t child : tree.children(verb)) {
      if (tree.is(child, "obl") && tree.marker(child) == "by") return actors.in_phrase(child);
    }
  }
  return {};
}

std::vector<FoundActor> find_beside(const SentenceTree& tree, const SentenceActors& actors,
                                    const EventRule& rule, const Match& match) {
  const std::int32_t verb = tree.head(match.trigger);
  const bool violent = rule.type == "COERCE" || rule.type == "ASSAULT" || rule.type == "SANCTION";
  if (rule.word_class != WordClass::noun || match.frame.light >= 0 || !violent || verb < 0 ||
      tree.token(verb).upos != Upos::VERB || !tree.is(match.trigger, "obj"))
    return {};
  for (const std::int32_t child : tree.children(verb)) {
    if (child < match.trigger || !tree.is(child, "obl")) continue;
    const std::string_view marker = tree.marker(child);
    if ((marker != "on" && marker != "against") ||
        std::find(rule.targets.begin(), rule.targets.end(), marker) == rule.targets.end())
      continue;
    if (auto found = actors.in_phrase(child); !found.empty()) return found;
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
          (on_somebody && marker == "on") || (rule.type == "ASSAULT" && marker == "at");
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

std::vector<FoundActor> find_charged(const SentenceTree& tree, const SentenceActors& actors,
                                     const EventRules& rules, const SideAsks& asks,
                                     std::int32_t deed) {
  constexpr std::string_view marks[] = {"of", "in", "for", "with", "to", "on", "over"};
  constexpr int most = 4;  // nouns between: "on suspicion of involvement in the murder"
  const auto others_in = [&](std::int32_t phrase) {
    auto found = actors.in_phrase(phrase);
    std::erase_if(found, [](const FoundActor& one) { return one.owner; });  // "his allies"
    return found;
  };
  std::int32_t at = tree.first_conjunct(deed);
  for (int steps = 0; steps < most; ++steps) {
    const bool phrase = tree.is(at, "obl") || tree.is(at, "nmod");
    const std::string_view marker = tree.marker(at);
    if (!phrase || std::find(std::begin(marks), std::end(marks), marker) == std::end(marks))
      return {};
    const std::int32_t above = tree.head(at);
    if (above < 0) return {};
    if (tree.token(above).upos == Upos::VERB) {
      // "arrested on suspicion of involvement in the murder", but not "arrested in an attack"
      const bool held =
          rules.in_list("holding", tree.token(above).lemma) && (steps > 0 || marker == "for");
      if (!held && !rules.in_list("charging", tree.token(above).lemma)) return {};
      const std::int32_t who = asks.frame_of(above).find("obj");
      if (who < 0 || tree.is_below(at, who)) return {};
      return others_in(who);
    }
    // "convicted him of the murder", hung on him
    const std::int32_t verb = tree.head(above);
    if (tree.is(above, "obj") && verb >= 0 && rules.in_list("charging", tree.token(verb).lemma)) {
      return others_in(above);
    }
    const std::string_view lemma = tree.token(above).lemma;
    const bool counts = rules.effect(WordClass::noun, lemma) == Effect::light;  // "a wave of"
    if (!rules.in_list("charge", lemma) && lemma != "suspicion" && !counts) return {};
    at = above;
  }
  return {};
}

void drop_own_country(const SentenceTree& tree, const SentenceActors& actors, const EventRule& rule,
                      Match& match) {
  const bool always = one_of(rule.type, {"THREATEN", "REJECT", "MOBILIZE"});
  const bool asked = one_of(rule.type, {"AGREE", "REQUEST", "AID", "CONSULT", "COOPERATE"});
  if ((!always && !asked) || match.sources.empty()) return;
  std::erase_if(match.targets, [&](const FoundActor& one) {
    const Actor& target = actors.actor(one.actor);
    if (target.kind != ActorKind::country || target.country.empty()) return false;
    // "a treaty with Norway", "troops to Albania": those who do so are rather of another country,
    // which nobody told
    if (one_of(tree.marker(one.token), {"with", "to", "against"})) return false;
    const bool part = tree.is(one.token, "nmod:poss") || tree.is(one.token, "amod") ||
                      tree.is(one.token, "compound") ||
                      (rule.type == "REQUEST" && tree.is(one.token, "nsubj"));
    return (always || part) &&
           std::all_of(match.sources.begin(), match.sources.end(), [&](const FoundActor& source) {
             return acts_for(actors.actor(source.actor), target.country);
           });
  });
  if (match.targets.empty()) match.near_target = false;
}

}  // namespace annals
