#include "ingest/events/status.h"

#include "ingest/events/status_clauses.h"
#include "ingest/events/status_reader.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

constexpr int highest = 16;  // governing words that are asked

}  // namespace

Standing StandingReader::read(std::int32_t trigger, std::int32_t light) {
  if (light >= 0) {
    // "the talks were put off": the particle says what became of them
    const Effect carried = verb_effect(tree_, rules_, light, trigger);
    if (carried == Effect::cancelled) apply(carried, light);
    read_modifiers(trigger);
    read_clause(light, true);
  } else if (tree_.token(trigger).upos == Upos::VERB) {
    read_clause(trigger, true);
  } else if (tree_.child(trigger, "cop") >= 0 || tree_.token(trigger).upos == Upos::ADJ) {
    read_clause(trigger, true);
  } else {
    read_noun(trigger);
  }
  return found_;
}

void StandingReader::set(Status status) {
  if (settled_) return;
  if (found_.status == Status::happened ||
      (found_.status == Status::planned && status != Status::happened)) {
    found_.status = status;
  } else if (found_.status == Status::alleged && status == Status::denied) {
    found_.status = status;
  }
}

void StandingReader::spoken_by(std::int32_t verb) {
  if (found_.speaker < 0) found_.speaker = verb_frame(tree_, verb).find("subj");
}

bool StandingReader::apply(Effect effect, std::int32_t governor) {
  switch (effect) {
    case Effect::none:
    case Effect::light:
      return true;
    case Effect::says:
      if (tree_.token(governor).upos == Upos::VERB) spoken_by(governor);
      return true;
    case Effect::planned:
      if (found_.status == Status::happened &&
          rules_.in_list("deciding", tree_.token(governor).lemma)) {
        found_.decided = true;
      }
      set(Status::planned);
      return true;
    case Effect::hypothetical:
      set(Status::hypothetical);
      return true;
    case Effect::attempted:
      if (act_ != Act::violence) set(Status::hypothetical);
      return true;
    case Effect::implicative:
      if (!is_past(tree_, governor)) set(Status::hypothetical);
      return true;
    case Effect::cancelled:
      if (!settled_) found_.status = Status::cancelled;
      return false;
    case Effect::alleged:
      set(Status::alleged);
      if (tree_.token(governor).upos == Upos::VERB) spoken_by(governor);
      return true;
    case Effect::denied:
      set(Status::denied);
      if (tree_.token(governor).upos == Upos::VERB) spoken_by(governor);
      return true;
    case Effect::happened:
      return false;
  }
  return true;
}

void StandingReader::read_modifiers(std::int32_t noun) {
  for (const std::int32_t child : tree_.children(noun)) {
    const Token& token = tree_.token(child);
    if (token.deprel == "amod" || token.deprel == "acl" || token.deprel == "compound" ||
        token.deprel == "advmod") {
      const Effect effect = rules_.effect(WordClass::adjective, token.lemma);
      const Effect by_form =
          effect == Effect::none ? rules_.effect(WordClass::adjective, token.form) : effect;
      apply(by_form, child);
    } else if (token.deprel == "det" && one_of(token.lemma, {"no", "neither"})) {
      set(Status::denied);
    } else if (token.deprel == "det" && token.lemma == "any") {
      set(Status::hypothetical);
    }
  }
}

void StandingReader::read_noun(std::int32_t noun) {
  for (int steps = 0; steps < highest; ++steps) {
    read_modifiers(noun);
    if (tree_.marker(noun) == "without") set(Status::denied);
    if (is_contingency(tree_, noun)) set(Status::hypothetical);
    if (found_.status == Status::cancelled) return;
    noun = tree_.first_conjunct(noun);
    const std::int32_t above = tree_.head(noun);
    if (above < 0) return read_attribution(noun);
    const Token& governor = tree_.token(above);
    if (governor.upos == Upos::VERB || governor.upos == Upos::AUX)
      return read_under_verb(noun, above);
    if (tree_.is(noun, "nsubj") || tree_.child(above, "cop") >= 0) {
      const Effect effect = rules_.effect(WordClass::adjective, governor.lemma);
      if (effect != Effect::none && !apply(effect, above)) return;
      return read_clause(above, tree_.is(noun, "nsubj"));
    }
    if (!tree_.is(noun, "nmod") && !tree_.is(noun, "obl") && !tree_.is(noun, "compound") &&
        !tree_.is(noun, "appos")) {
      return;
    }
    const Effect effect = rules_.effect(
        governor.upos == Upos::ADJ ? WordClass::adjective : WordClass::noun, governor.lemma);
    // "a push for sharing during a visit": the visit belongs to the clause, not to the sharing.
    const bool aside =
        effect == Effect::none && (tree_.marker(noun) == "during" || tree_.is(noun, "appos"));
    if (aside) return read_clause(clause_above(above), true);
    if (effect == Effect::none || !apply(effect, above)) return;
    noun = above;
  }
}

/// "expressed hope for talks", with the talks hung on the verb: the noun that they belong to, when
/// it tells how what it governs stands; -1 otherwise.
std::int32_t StandingReader::noun_between(std::int32_t noun, std::int32_t verb) const {
  if (!tree_.is(noun, "obl") ||
      !one_of(tree_.marker(noun), {"for", "of", "to", "about", "against"}))
    return -1;
  const std::int32_t object = tree_.child(verb, "obj");
  if (object < 0 || tree_.extent(noun).first != object + 1) return -1;
  const Effect effect = rules_.effect(WordClass::noun, tree_.token(object).lemma);
  return effect == Effect::none || effect == Effect::light ? -1 : object;
}

void StandingReader::read_under_verb(std::int32_t noun, std::int32_t verb) {
  if (const std::int32_t object = noun_between(noun, verb); object >= 0) {
    if (apply(rules_.effect(WordClass::noun, tree_.token(object).lemma), object))
      read_under_verb(object, verb);
    return;
  }
  Effect effect = verb_effect(tree_, rules_, verb, noun);
  if (act_ == Act::saying && effect == Effect::denied) effect = Effect::happened;
  // "agreed at their meeting": when and where they agreed is not what they agreed to.
  if (tree_.is(noun, "obl") &&
      one_of(tree_.marker(noun), {"at", "during", "after", "since", "following", "follow"}) &&
      rules_.effect(WordClass::verb, pair_of(tree_, verb, noun)) == Effect::none)
    effect = Effect::none;
  const bool subject = tree_.is(noun, "nsubj");
  // What is spoken of in "the attack showed that ..." is no longer governed by the verb's sense.
  const bool active_subject = subject && tree_.token(noun).deprel != "nsubj:pass";
  if (active_subject && fails_to_happen(tree_, rules_, verb)) set(Status::denied);
  if (!active_subject && !apply(effect, verb)) return;
  const bool definite = has_definite(tree_, noun);
  spoken_of_ = subject && (active_subject || definite);
  // "will fly to Oslo for talks": as planned as the flight
  const bool purpose =
      tree_.marker(noun) == "for" && rules_.in_list("motion", tree_.token(verb).lemma);
  const bool carried = effect == Effect::light || subject || (effect != Effect::none) ||
                       (tree_.is(noun, "obj") && !definite) || purpose ||
                       tree_.marker(noun) == "during";
  // What is named with "the" in passing is taken for granted.
  settled_ = settled_ || (definite && (!carried || beside_speech(noun, verb)));
  read_clause(verb, carried && effect != Effect::says);
}

bool StandingReader::beside_speech(std::int32_t noun, std::int32_t verb) const {
  const std::int32_t above = tree_.head(verb);
  return tree_.marker(noun) == "during" && above >= 0 && tree_.token(above).xpos == "VBD" &&
         (tree_.is(verb, "xcomp") || tree_.is(verb, "advcl")) &&
         !rules_.senses(WordClass::verb, tree_.token(above).lemma).empty();
}

std::int32_t StandingReader::clause_above(std::int32_t noun) const {
  for (int steps = 0; steps < highest && noun >= 0; ++steps) {
    const Upos upos = tree_.token(noun).upos;
    if (upos == Upos::VERB || upos == Upos::AUX || tree_.child(noun, "cop") >= 0) return noun;
    noun = tree_.head(noun);
  }
  return -1;
}

void StandingReader::read_clause(std::int32_t verb, bool own) {
  for (int steps = 0; steps < highest && verb >= 0; ++steps) {
    if (own) read_tense(verb);
    if (found_.status == Status::cancelled) return;
    const std::int32_t above = tree_.head(verb);
    if (above < 0) return read_attribution(verb);
    if (tree_.is(verb, "conj")) {
      own = own && !has_own_tense(tree_, verb);
      verb = above;
      continue;
    }
    if (!climb(verb, above, own)) return;
    verb = above;
  }
}

void StandingReader::read_attribution(std::int32_t root) {
  for (const std::int32_t child : tree_.children(root)) {
    const Token& token = tree_.token(child);
    if (token.deprel == "parataxis" || token.deprel == "ccomp") {
      if (child > root && token.upos == Upos::VERB &&
          rules_.effect(WordClass::verb, token.lemma) == Effect::says) {
        spoken_by(child);
      }
    } else if (tree_.is(child, "obl") && tree_.marker(child) == "to" && found_.speaker < 0) {
      for (const std::int32_t part : tree_.children(child)) {
        if (tree_.token(part).lemma == "accord") found_.speaker = child;
      }
    }
  }
}

Standing standing_of(const SentenceTree& tree, const EventRules& rules, std::int32_t trigger,
                     std::int32_t light, Act act) {
  return StandingReader(tree, rules, act).read(trigger, light);
}

}  // namespace annals
