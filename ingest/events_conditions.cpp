#include "ingest/events_conditions.h"

#include <algorithm>

#include "ingest/one_of.h"

namespace annals {
namespace {

bool is_clause(std::string_view slot) { return slot == "ccomp" || slot == "xcomp"; }

}  // namespace

bool ConditionReader::holds(const Sense& sense, const Frame& frame, std::int32_t at) const {
  if (!sense.particle.empty() && !has_particle(frame, sense.particle, at)) return false;
  const auto& tests = rules_.rule(sense.rule).conditions;
  return std::all_of(tests.begin(), tests.end(), [&](const Condition& test) {
    return any_holds(test, frame, at) != test.negated;
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
  if (test.slot == "negated") {
    return tree_.any_child(at, [&](std::int32_t child) {
      const std::string_view lemma = tree_.token(child).lemma;
      return tree_.is(child, "advmod") && (lemma == "not" || lemma == "never" || lemma == "n't");
    });
  }
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
                      (test.slot == "mod" && (argument.slot == "adj" || argument.slot == "comp"));
    // Of several clauses the first is meant: it is the one whose subject the rule takes.
    const bool meant = !is_clause(test.slot) || argument.token == frame.find(test.slot);
    return same && meant && fits(test, argument.token);
  });
}

bool ConditionReader::is_one_of(const Condition& test, const Token& token) {
  if (std::binary_search(test.lemmas.begin(), test.lemmas.end(), token.lemma)) return true;
  return token.upos == Upos::PROPN &&
         std::binary_search(test.lemmas.begin(), test.lemmas.end(), lower(token.lemma));
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
  }
  return false;
}

/// The head of the phrase, what is coordinated with it, or the head of "a series of attacks".
bool ConditionReader::phrase_is_one_of(const Condition& test, std::int32_t token) const {
  if (is_one_of(test, tree_.token(token))) return true;
  for (const std::int32_t child : tree_.children(token)) {
    const std::string_view relation = tree_.token(child).deprel;
    if ((relation == "conj" || (relation == "nmod" && tree_.marker(child) == "of")) &&
        is_one_of(test, tree_.token(child))) {
      return true;
    }
    // "the newspaper Opinar", "Ambassador Smith"
    const bool title = relation == "nmod:desc" || relation == "compound" || relation == "appos";
    if (title && tree_.token(token).upos == Upos::PROPN && is_one_of(test, tree_.token(child)))
      return true;
  }
  return false;
}

bool ConditionReader::is_person(std::int32_t token) const {
  const auto found = actors_.of_token(token);
  for (const FoundActor& one : found) {
    const ActorKind kind = actors_.actor(one.actor).kind;
    if (!one.owner && (kind == ActorKind::person || kind == ActorKind::role_group ||
                       kind == ActorKind::armed_group)) {
      return true;
    }
  }
  if (tree_.token(token).upos == Upos::NUM && tree_.child(token, "nmod") < 0) return true;
  for (const std::int32_t child : tree_.children(token)) {
    // "President Mahmoud Abbas"
    if (tree_.token(child).deprel == "compound" &&
        rules_.in_list("people", lower(tree_.token(child).lemma))) {
      return true;
    }
  }
  return phrase_in_list("people", token) || tree_.token(token).upos == Upos::PRON ||
         sounds_human(tree_.token(token));
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

}  // namespace annals
