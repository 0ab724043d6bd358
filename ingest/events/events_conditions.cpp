#include "ingest/events/events_conditions.h"

#include <algorithm>

#include "graph/ascii.h"
#include "ingest/events/status_clauses.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

bool is_clause(std::string_view slot) { return slot == "ccomp" || slot == "xcomp"; }

}  // namespace

bool ConditionReader::holds(const Sense& sense, const Frame& frame, std::int32_t at) const {
  if (!sense.particle.empty() && !has_particle(frame, sense.particle, at)) return false;
  const auto& tests = rules_.rule(sense.rule).conditions;
  return std::all_of(tests.begin(), tests.end(), [&](const Condition& test) {
    const bool of_speaker = test.asks == Asks::own || test.asks == Asks::self;
    const bool holds = of_speaker ? is_own(test, frame) : any_holds(test, frame, at);
    return holds != test.negated;
  });
}

bool ConditionReader::has_particle(const Frame& frame, std::string_view particle,
                                   std::int32_t at) const {
  const bool named =
      std::any_of(frame.arguments.begin(), frame.arguments.end(), [&](const Argument& argument) {
        return argument.slot == particle ||
               (argument.slot == "prt" && tree_.token(argument.token).lemma == particle);
      });
  if (named || at + 1 >= tree_.size()) return named;
  // "rolled back tariffs", with "back" hung on what follows
  const Token& next = tree_.token(at + 1);
  const bool stray = next.upos == Upos::ADV || next.deprel == "compound";
  if (stray && next.lemma == particle) return true;
  // "pushed them out of the city", with "out" hung on the city
  constexpr std::string_view adverbs[] = {"out", "off", "back", "away"};
  if (std::find(std::begin(adverbs), std::end(adverbs), particle) == std::end(adverbs))
    return false;
  return tree_.any_child(at, [&](std::int32_t child) {
    return child > at && tree_.any_child(child, [&](std::int32_t word) {
      return tree_.token(word).lemma == particle && tree_.token(word).deprel == "case";
    });
  });
}

bool ConditionReader::any_holds(const Condition& test, const Frame& frame, std::int32_t at) const {
  if (test.slot == "word") {
    return std::any_of(tree_.sentence().tokens.begin(), tree_.sentence().tokens.end(),
                       [&](const Token& token) { return is_one_of(test, token); });
  }
  if (test.slot == "noun") {
    return std::any_of(
        tree_.sentence().tokens.begin(), tree_.sentence().tokens.end(),
        [&](const Token& token) { return token.upos != Upos::VERB && is_one_of(test, token); });
  }
  if (test.slot == "passive") return frame.passive;
  if (test.slot == "light") return frame.light >= 0;
  if (test.slot == "acting") return tree_.token(at).deprel == "nsubj";
  if (test.slot == "negated") return is_negated(at);
  if (test.slot == "plural") return has_feature(tree_.token(at), "Number", "Plur");
  if (const std::size_t dot = test.slot.find('.'); dot != std::string::npos) {
    const std::int32_t inner = frame.find(std::string_view(test.slot).substr(0, dot));
    if (inner < 0) return false;
    Condition rest = test;
    rest.slot = test.slot.substr(dot + 1);
    return any_holds(rest, frames_.frame_of(inner), inner);
  }
  return std::any_of(frame.arguments.begin(), frame.arguments.end(), [&](const Argument& argument) {
    const bool same = argument.slot == test.slot ||
                      (test.slot == "mod" && (argument.slot == "adj" || argument.slot == "comp")) ||
                      (test.slot == "aux" && argument.slot == "modal" && is_quality(at));
    // Of several clauses the first is meant: it is the one whose subject the rule takes.
    const bool meant = !is_clause(test.slot) || argument.token == frame.find(test.slot);
    return same && meant && fits(test, argument.token);
  });
}

bool ConditionReader::is_one_of(const Condition& test, const Token& token) {
  if (std::binary_search(test.lemmas.begin(), test.lemmas.end(), token.lemma)) return true;
  return token.upos == Upos::PROPN &&
         std::binary_search(test.lemmas.begin(), test.lemmas.end(), lowered(token.lemma));
}

bool ConditionReader::fits(const Condition& test, std::int32_t token) const {
  switch (test.asks) {
    case Asks::filled:
      return true;
    case Asks::lemma:
      return phrase_is_one_of(test, token);
    case Asks::actor:
      return !actors_.of_token(token).empty() || is_person(token);
    case Asks::person:
      return is_person(token);
    case Asks::place: {
      const auto found = actors_.of_token(token);
      return !found.empty() && !found.front().owner &&
             (found.front().territory ||
              actors_.actor(found.front().actor).kind == ActorKind::place);
    }
    case Asks::territory: {
      const auto found = actors_.of_token(token);
      return !found.empty() && !actors_.actor(found.front().actor).country.empty();
    }
    case Asks::private_people:
      return is_private(token);
    case Asks::self:
    case Asks::own:  // asked of the whole frame
      break;
  }
  return false;
}

/// The head of the phrase, what is coordinated with it, or the head of "a series of attacks".
bool ConditionReader::phrase_is_one_of(const Condition& test, std::int32_t token) const {
  if (is_one_of(test, tree_.token(token))) return true;
  return tree_.any_child(token, [&](std::int32_t child) {
    if (!is_one_of(test, tree_.token(child))) return false;
    const std::string_view relation = tree_.token(child).deprel;
    // "was legal and so not a crime", "it was legal and they were criminals": told apart
    if (relation == "conj") return !is_negated(child) && tree_.child(child, "nsubj") < 0;
    if (relation == "nmod" && tree_.marker(child) == "of") return true;
    // "the newspaper Opinar", "Ambassador Smith"
    const bool title = relation == "nmod:desc" || relation == "compound" || relation == "appos";
    return title && tree_.token(token).upos == Upos::PROPN;
  });
}

bool ConditionReader::one_of_them(std::int32_t token) const {
  return tree_.any_child(token, [&](std::int32_t child) {
    return tree_.is(child, "nmod") && tree_.marker(child) == "of" &&
           one_of(tree_.token(child).lemma, {"they", "them", "we", "us"});
  });
}

bool ConditionReader::is_person(std::int32_t token) const {
  const auto found = actors_.of_token(token);
  // "the Bhutto murder", but not "police killings", which are by them
  if (tree_.is(token, "compound"))
    return std::any_of(found.begin(), found.end(), [&](const FoundActor& one) {
      return actors_.actor(one.actor).kind == ActorKind::person;
    });
  for (const FoundActor& one : found) {
    const ActorKind kind = actors_.actor(one.actor).kind;
    if (!one.owner && (kind == ActorKind::person || kind == ActorKind::role_group ||
                       kind == ActorKind::armed_group)) {
      return true;
    }
  }
  if (tree_.token(token).upos == Upos::NUM && tree_.child(token, "nmod") < 0) return true;
  // "one of them", "many of us"
  if (one_of_them(token)) return true;
  for (const std::int32_t child : tree_.children(token)) {
    // "President Mahmoud Abbas"
    if (tree_.token(child).deprel == "compound" &&
        rules_.in_list("people", lowered(tree_.token(child).lemma))) {
      return true;
    }
  }
  const bool pronoun = tree_.token(token).upos == Upos::PRON &&
                       !one_of(tree_.token(token).lemma, {"it", "this", "that", "these", "there"});
  return pronoun || phrase_in_list("people", token) || sounds_human(tree_.token(token));
}

bool ConditionReader::is_private(std::int32_t token) const {
  constexpr std::string_view sectors[] = {"CVL", "REF", "LAB", "CRM", "AGR",
                                          "EDU", "MED", "SOC", "JRN"};
  const auto found = actors_.of_token(token);
  if (rules_.in_list("crowd", tree_.token(token).lemma)) return true;
  if (found.empty()) return false;
  return std::all_of(found.begin(), found.end(), [&](const FoundActor& one) {
    const Actor& actor = actors_.actor(one.actor);
    // "the influx of refugees" is theirs, "the leader of the workers" not
    const bool theirs = !one.owner || !rules_.in_list("people", tree_.token(token).lemma);
    return actor.kind == ActorKind::role_group && theirs && ends_with_one_of(actor.code, sectors);
  });
}

/// "must be flexible", "should be at the crossing", but no "should be a lesson"
bool ConditionReader::is_quality(std::int32_t at) const {
  return tree_.token(at).upos == Upos::ADJ || tree_.child(at, "case") >= 0;
}

/// "will not", "would no longer", "neither free nor fair", "accepts no conditions"
bool ConditionReader::is_negated(std::int32_t at) const {
  return tree_.any_child(at, [&](std::int32_t child) {
    const Token& token = tree_.token(child);
    if (token.deprel == "obj" || tree_.is(child, "nsubj")) return names_nobody(tree_, child);
    if (tree_.is(child, "det")) return token.lemma == "no" && tree_.child(at, "cop") >= 0;
    if (!tree_.is(child, "advmod") && !tree_.is(child, "cc")) return false;
    return one_of(token.lemma, {"not", "never", "n't", "neither"}) ||
           (token.form == "longer" && tree_.any_child(child, [&](std::int32_t word) {
             return tree_.token(word).lemma == "no";
           }));
  });
}

/// Whether the test's path of slots ends at who does the act, or at those for whom one speaks.
bool ConditionReader::is_own(const Condition& test, const Frame& frame) const {
  const std::int32_t speaker = frame.find("subj");
  std::string_view path = test.slot;
  std::int32_t token = -1;
  std::int32_t clause = -1;
  Frame inner = frame;
  while (!path.empty()) {
    const std::size_t dot = std::min(path.find('.'), path.size());
    clause = token;
    token = inner.find(path.substr(0, dot));
    if (token < 0) return false;
    path.remove_prefix(std::min(dot + 1, path.size()));
    if (!path.empty()) inner = frames_.frame_of(token);
  }
  // "said it was a mistake": not who says so
  const std::int32_t written = clause < 0 ? -1 : tree_.child(clause, "nsubj");
  if (written >= 0 && test.asks == Asks::self &&
      one_of(tree_.token(written).lemma, {"it", "this", "that"}))
    return false;
  return speaker >= 0 &&
         (token == speaker || speaks_for(tree_, actors_, speaker, token, test.asks == Asks::own));
}

/// "ex-ministers", "clergymen", "columnists"
bool ConditionReader::sounds_human(const Token& token) const {
  if (token.upos != Upos::NOUN) return false;
  const std::string_view lemma = token.lemma;
  if (const std::size_t dash = lemma.rfind('-'); dash != std::string_view::npos)
    return rules_.in_list("people", lemma.substr(dash + 1));
  for (const std::string_view end : {"ist", "man", "woman", "guard", "worker", "people"}) {
    if (lemma.size() > end.size() + 2 && lemma.ends_with(end)) return true;
  }
  return false;
}

bool ConditionReader::phrase_in_list(std::string_view list, std::int32_t token) const {
  if (rules_.in_list(list, tree_.token(token).lemma)) return true;
  for (const std::int32_t child : tree_.children(token)) {
    if (tree_.token(child).deprel == "nmod" && tree_.marker(child) == "of" &&
        rules_.in_list(list, tree_.token(child).lemma)) {
      return true;
    }
  }
  return false;
}

bool speaks_for(const SentenceTree& tree, const SentenceActors& actors, std::int32_t speaker,
                std::int32_t token, bool bodies) {
  constexpr std::string_view public_sectors[] = {"GOV", "MIL", "COP", "SPY", "LEG", "JUD"};
  constexpr std::string_view opposed[] = {"REB", "INS", "SEP", "OPP", "UAF"};  // CAMEO
  if (one_of(lowered(tree.token(token).form), {"we", "i", "us", "our"})) return true;
  for (const FoundActor& of : actors.of_token(token)) {
    const Actor& whose = actors.actor(of.actor);
    for (const FoundActor& by : actors.of_token(speaker)) {
      const Actor& who = actors.actor(by.actor);
      if (of.actor == by.actor) return true;
      if (bodies && !whose.code.empty() && whose.code == who.code) return true;
      const bool official = whose.kind == ActorKind::country ||
                            (bodies && ends_with_one_of(whose.code, public_sectors));
      if (official && !whose.country.empty() && whose.country == who.country &&
          !ends_with_one_of(who.code, opposed))
        return true;
    }
  }
  return false;
}

}  // namespace annals
