#include "ingest/trees/arguments.h"

#include <algorithm>

#include "ingest/text/characters.h"
#include "ingest/text/one_of.h"
#include "ingest/trees/relations.h"

namespace annals {
namespace {

bool stands_for_noun(const Token& token) {
  return is_nominal(token) || token.upos == Upos::PRON || token.upos == Upos::NUM ||
         token.upos == Upos::ADJ || token.upos == Upos::DET;
}

/// "threat posed by", "a man hanging", "aid given": says of the noun what it is, not what it holds.
bool is_bare_participle(const SentenceTree& tree, std::int32_t verb) {
  const Token& token = tree.token(verb);
  return (token.xpos == "VBN" || token.xpos == "VBG") && tree.marker(verb).empty();
}

void add_modifiers(const SentenceTree& tree, std::int32_t noun, bool understood, Frame& frame,
                   std::int32_t but = -1) {
  for (const std::int32_t child : tree.children(noun)) {
    if (child == but) continue;
    const Token& token = tree.token(child);
    const std::string_view relation = token.deprel;
    if ((relation == "amod" || relation == "compound") && is_opposed(token)) {
      frame.arguments.push_back({"anti", child, understood, -1});
    } else if (relation == "nmod:poss") {
      frame.arguments.push_back({"poss", child, understood, -1});
    } else if (relation == "amod" || relation == "nmod:desc") {
      frame.arguments.push_back({"adj", child, understood, -1});
    } else if (is_relation(relation, "aux")) {
      frame.arguments.push_back({"modal", child, understood, -1});
    } else if (relation == "compound") {
      frame.arguments.push_back({"comp", child, understood, -1});
    } else if (is_relation(relation, "nmod") || is_relation(relation, "obl")) {
      const std::string_view marker = tree.marker(child);
      if (!marker.empty()) frame.arguments.push_back({marker, child, understood, -1});
    } else if (is_relation(relation, "nsubj") &&
               (tree.child(noun, "cop") >= 0 || tree.head(child) == noun)) {
      frame.arguments.push_back({"subj", child, understood, -1});
    } else if (relation == "acl" && is_bare_participle(tree, child)) {
      frame.arguments.push_back({"participle", child, understood, -1});
    } else if (relation == "acl" || relation == "xcomp" || relation == "ccomp" ||
               relation == "advcl" || (relation == "acl:relcl" && is_content(tree, child))) {
      frame.arguments.push_back({"comp_clause", child, understood, -1});
    }
  }
}

/// "sanctions imposed on Iraq", "an attack carried out by rebels": the participle of a light verb
/// gives its phrases.
void add_participles(const SentenceTree& tree, std::int32_t noun, const IsLight& is_light,
                     Frame& frame) {
  for (const std::int32_t child : tree.children(noun)) {
    if (!tree.is(child, "acl") || tree.token(child).upos != Upos::VERB ||
        !is_light(tree.token(child)))
      continue;
    const Frame verb = verb_frame(tree, child);
    if (verb.find("obj") != noun && !verb.passive) continue;
    frame.light = child;
    for (const Argument& argument : verb.arguments) {
      if (argument.token != noun)
        frame.arguments.push_back({argument.slot, argument.token, true, argument.pronoun});
    }
  }
}

/// Whose act a noun is by its verb alone: "ordered an investigation", "a report accusing"; and
/// that verb.
void add_holder(const SentenceTree& tree, std::int32_t noun, Frame& frame) {
  const std::int32_t verb = tree.head(noun);
  if (verb >= 0) frame.arguments.push_back({"head", verb, true, -1});
  if (verb < 0 || tree.token(verb).upos != Upos::VERB || !tree.is(noun, "obj")) return;
  const std::int32_t subject = verb_frame(tree, verb).find("subj");
  if (subject >= 0) frame.arguments.push_back({"holder", subject, true, -1});
}

/// "is in Athens for talks", "was in Lima on a visit": who stays where.
void add_stay(const SentenceTree& tree, std::int32_t noun, Frame& frame) {
  std::int32_t at = noun;
  for (int steps = 0; steps < 3; ++steps) {
    const bool modifies = is_relation(tree.token(at).deprel, "nmod") || tree.is(at, "obl");
    at = tree.head(at);
    if (at < 0 || !modifies) return;
    const std::int32_t subject = tree.child(at, "nsubj");
    if (subject < 0 || tree.child(at, "cop") < 0) continue;
    if (tree.marker(at) != "in") return;
    frame.arguments.push_back({"stays", subject, true, -1});
    frame.arguments.push_back({"stay", at, true, -1});
    return;
  }
}

/// "With talks set to resume, X said": what is going on around the clause.
bool is_backdrop(const SentenceTree& tree, std::int32_t noun) {
  return tree.marker(noun) == "with" && tree.any_child(noun, [&](std::int32_t child) {
    return tree.is(child, "acl") && tree.words().is(ClauseWord::pending, tree.token(child).lemma);
  });
}

/// Who the clause around a noun is about: "said during a visit to", "after a meeting with".
void add_clause_subject(const SentenceTree& tree, std::int32_t noun, Frame& frame) {
  std::int32_t at = noun;
  for (int steps = 0; steps < 4; ++steps) {
    // "an envoy for the talks": not those whose clause it is
    const bool subject = tree.is(at, "nsubj");
    const bool theirs = tree.is(at, "nmod") && tree.marker(at) == "for";
    at = tree.head(at);
    if (at < 0 || subject) return;
    // "is in Cairo for talks with"
    const bool stays = tree.child(at, "cop") >= 0 && tree.marker(at) == "in";
    if (const std::int32_t who = stays ? tree.child(at, "nsubj") : -1; who >= 0)
      return frame.arguments.push_back({"above", who, true, -1});
    if (theirs || is_backdrop(tree, noun)) return;
    if (tree.token(at).upos != Upos::VERB) continue;
    const Frame verb = verb_frame(tree, at);
    const std::int32_t surface = verb.find(verb.passive ? "obj" : "subj");
    if (surface >= 0 && surface != noun) frame.arguments.push_back({"above", surface, true, -1});
    return;
  }
}

/// "The talks are set to resume": the verb that carries the noun stands below the one above it.
std::int32_t carrier_of(const SentenceTree& tree, std::int32_t top, const IsLight& is_light) {
  const std::int32_t above = tree.head(top);
  if (above < 0 || !is_relation(tree.token(top).deprel, "nsubj") ||
      one_of(tree.token(above).lemma, {"appear", "seem"}))
    return above;
  if (tree.token(above).upos == Upos::VERB && is_light(tree.token(above))) return above;
  const std::int32_t below = tree.child(above, "xcomp");
  const bool carries = below > above && tree.token(below).upos == Upos::VERB &&
                       tree.marker(below) == "to" && is_light(tree.token(below));
  return carries ? below : above;
}

/// "held talks", "was involved in talks": the noun at `top` and the verb over it tell one thing.
bool is_carried(const SentenceTree& tree, std::int32_t top, std::int32_t carrier,
                const Frame& verb) {
  if (verb.find("obj") == top) return true;
  if (verb.find("subj") == top) {
    // "protests followed", but "the bombing followed the handover of a report to"
    return tree.token(carrier).lemma != "follow" || tree.child(carrier, "obj") < 0;
  }
  if (!is_relation(tree.token(top).deprel, "obl")) return false;
  const std::string_view marker = tree.marker(top);
  // "under the proposal, China would join the talks", but "came under attack"
  if (marker == "under" && tree.child(top, "det") >= 0) return false;
  // "imposed sanctions after its invasion": what a clause comes after is not carried by its verb.
  // "complained about Turkish shelling": nor what the clause is about
  if (one_of(marker, {"after", "before", "since", "despite", "during", "amid", "following",
                      "follow", "over", "because", "ahead", "until", "about"}))
    return false;
  // "a war that began with an attack": what begins is not who attacks
  if (marker == "with" && tree.words().is(ClauseWord::happening, tree.token(carrier).lemma))
    return false;
  // "in Wednesday's demonstration, troops sealed off the square": when it was
  if (marker == "in" && top < carrier && tree.child(carrier, "obj") >= 0) return false;
  // "expressed outrage at the murder": the verb carries its object, the outrage
  const std::int32_t object = tree.child(carrier, "obj");
  return object < 0 || object == top || one_of(marker, {"in", "under"}) ||
         tree.token(object).lemma == "responsibility";
}

}  // namespace

std::string_view opposed_part(const Token& token) {
  constexpr std::string_view prefix = "anti-";
  const std::string_view form = token.form;
  const bool has_prefix =
      form.size() > prefix.size() &&
      std::equal(prefix.begin(), prefix.end(), form.begin(),
                 [](char small, char written) { return small == to_lower(written); });
  return has_prefix ? form.substr(prefix.size()) : std::string_view();
}

bool is_opposed(const Token& token) { return !opposed_part(token).empty(); }

Frame noun_frame(const SentenceTree& tree, std::int32_t noun, const IsLight& is_light) {
  Frame frame;
  add_modifiers(tree, noun, false, frame);
  // "was under attack": the state that the subject is in
  if (tree.child(noun, "cop") >= 0 && tree.marker(noun) == "under")
    frame.arguments.push_back({"under", noun, true, -1});
  // "were behind it": by the preposition
  if (const std::int32_t state = tree.child(noun, "case");
      state >= 0 && tree.child(noun, "cop") >= 0)
    frame.arguments.push_back({"state", state, true, -1});
  // "attacks and bombings by rebels": what precedes or follows the chain belongs to all of it.
  const std::int32_t first = tree.first_conjunct(noun);
  if (first != noun && stands_for_noun(tree.token(first))) add_modifiers(tree, first, true, frame);
  // "a number of attacks": what is done with the number is done with the attacks.
  std::int32_t top = first;
  for (int steps = 0; steps < 3; ++steps) {
    const std::int32_t above = tree.head(top);
    if (above < 0 || !tree.is(top, "nmod") || tree.marker(top) != "of") break;
    if (tree.token(above).upos == Upos::VERB || !is_light(tree.token(above))) break;
    add_modifiers(tree, above, true, frame, top);
    top = above;
  }
  add_participles(tree, first, is_light, frame);
  const std::int32_t carrier = carrier_of(tree, top, is_light);
  add_clause_subject(tree, top, frame);
  add_stay(tree, top, frame);
  // "were responsible for a series of attacks": whose acts they are
  if (carrier >= 0 && tree.token(carrier).lemma == "responsible" && tree.marker(top) == "for") {
    if (const std::int32_t doer = tree.child(carrier, "nsubj"); doer >= 0)
      frame.arguments.push_back({"subj", doer, true, -1});
  }
  add_holder(tree, top, frame);
  if (tree.is(top, "acl") || tree.is(top, "advcl") || tree.is(top, "xcomp")) {
    // "willing to talk" as a complement of a verb: its subject is the verb's.
    if (carrier >= 0 && frame.find("subj") < 0 && tree.token(carrier).upos == Upos::VERB) {
      const Frame above = verb_frame(tree, carrier);
      if (const std::int32_t subject = above.find(above.find("obj") >= 0 ? "obj" : "subj");
          subject >= 0) {
        frame.arguments.push_back({"subj", subject, true, -1});
      }
    }
    return frame;
  }
  if (carrier < 0 || tree.token(carrier).upos != Upos::VERB || !is_light(tree.token(carrier))) {
    return frame;
  }
  const Frame verb = verb_frame(tree, carrier);
  if (!is_carried(tree, top, carrier, verb)) return frame;
  frame.light = carrier;
  // "his concern followed the killings", "2005 saw protests": what comes after or holds them
  const std::string_view lemma = tree.token(carrier).lemma;
  const bool merely_there = lemma == "follow" || lemma == "see";
  for (const Argument& argument : verb.arguments) {
    if (argument.token == top || (merely_there && argument.slot == "subj")) continue;
    frame.arguments.push_back({argument.slot, argument.token, true, argument.pronoun});
  }
  return frame;
}

}  // namespace annals
