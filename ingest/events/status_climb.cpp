#include <optional>

#include "ingest/events/status_clauses.h"
#include "ingest/events/status_reader.h"
#include "ingest/text/one_of.h"
#include "ingest/trees/record_deed.h"

// What the words that govern an event say of it, and the tense and mood of its own verb.

namespace annals {
namespace {

/// A word that leaves the status of what it governs to others, as "hold" and "series" do.
bool tells_nothing(Effect effect) { return effect == Effect::none || effect == Effect::light; }

}  // namespace

bool StandingReader::is_open_duty(std::int32_t verb, std::int32_t have) const {
  const auto is_yet = [&](std::int32_t child) { return tree_.token(child).lemma == "yet"; };
  if (tree_.any_child(verb, is_yet) || tree_.any_child(have, is_yet)) return true;
  const std::string_view form = tree_.token(have).xpos;
  return form == "VBZ" || form == "VBP" || form == "VB";
}

bool StandingReader::climb(std::int32_t verb, std::int32_t above, bool& own) {
  const Token& governor = tree_.token(above);
  // "accused of being behind it": what governs the clause, not the noun in it
  const std::int32_t conjunction =
      tree_.child(verb, "cop") >= 0 ? tree_.child(verb, "mark") : std::int32_t{-1};
  const std::string_view mark =
      conjunction >= 0 ? std::string_view(tree_.token(conjunction).lemma) : tree_.marker(verb);
  if (tree_.is(verb, "xcomp")) {
    // "is to leave", "is going to leave"
    if (governor.lemma == "be" || (governor.lemma == "go" && governor.xpos == "VBG"))
      set(Status::planned);
    if (governor.lemma == "have" && is_open_duty(verb, above)) set(Status::hypothetical);
    // "sent police to arrest the rebels": what they are to do
    if (mark == "to" && tree_.child(above, "obj") >= 0 && rules_.in_list("motion", governor.lemma))
      set(Status::planned);
    return apply(by_subject(effect_above(above, verb), above), above);
  }
  if (is_left_undone(tree_, verb)) set(Status::denied);
  // "sending troops is out of the question", but "sending troops was a mistake"
  if (tree_.is(verb, "csubj") && tree_.token(verb).xpos == "VBG" && !is_past(tree_, above))
    set(Status::hypothetical);
  const bool questioned = tree_.is(verb, "ccomp") || tree_.is(verb, "csubj");
  if (questioned && !spoken_of_ && one_of(mark, {"whether", "if"})) set(Status::hypothetical);
  if (tree_.is(verb, "ccomp") || tree_.is(verb, "parataxis")) {
    own = false;
    return apply(effect_above(above, verb), above);
  }
  if (tree_.is(verb, "advcl")) return climb_adverbial(verb, above, mark, own);
  return tree_.is(verb, "acl") && climb_noun(verb, above, mark, own);
}

bool StandingReader::climb_noun(std::int32_t verb, std::int32_t above, std::string_view mark,
                                bool& own) {
  const Token& governor = tree_.token(above);
  // "accused the agency of supporting", with the clause hung on the noun.
  const std::int32_t outer = tree_.head(above);
  if (one_of(mark, {"of", "for", "from"}) && outer >= 0 && tree_.token(outer).upos == Upos::VERB &&
      tree_.is(above, "obj")) {
    const Effect carried = verb_effect(tree_, rules_, outer, verb);
    own = false;
    if (!tells_nothing(carried)) {
      apply(carried, outer);
      return false;
    }
  }
  const Effect effect = rules_.effect(WordClass::noun, governor.lemma);
  // "his refusal of deploying", "accusations of supporting", "a vote on sending troops"
  if (!tells_nothing(effect) &&
      one_of(mark, {"of", "for", "from", "against", "on", "at", "about"})) {
    if (has_no(tree_, above)) set(Status::denied);
    apply(effect, above);
    return false;
  }
  // "a step towards lifting the embargo"
  const bool untried =
      one_of(mark, {"of", "for", "on", "about"}) && rules_.in_list("untried", governor.lemma);
  if (is_goal(mark) || untried) {
    if (has_no(tree_, above)) set(Status::denied);
    set(Status::hypothetical);
  }
  const bool relative = tree_.token(verb).deprel == "acl:relcl";
  if (relative && is_content(tree_, verb)) read_content(above, effect, own);
  // "bomb whatever they tell us to bomb": nothing is known of it yet
  if (relative && is_present(tree_, verb) &&
      one_of(governor.lemma, {"whatever", "whoever", "whomever", "whichever"}))
    set(Status::hypothetical);
  // "ruled out the possibility that it was shot down": what the noun is about
  if (!relative && mark == "that") {
    if (own && has_no(tree_, above)) set(Status::denied);
    own = false;
    apply(effect, above);
    read_holder(above);
    return false;
  }
  // "claims to have turned over militants" is no participle
  if (relative || tree_.token(verb).xpos == "VBG" ||
      (tree_.token(verb).xpos == "VBN" && mark != "to")) {
    return false;
  }
  // "the first general to be captured" was, "the latest leader to reject it" did, unless that is
  // still to come
  if (has_rank(tree_.sentence(), above) && effect == Effect::none &&
      !rules_.in_list("untried", governor.lemma) && !rules_.in_list("occasion", governor.lemma)) {
    if (!tree_.is(above, "appos") && tree_.token(verb).xpos != "VBN") read_noun(above);
    // "will be the first minister to visit"
    if (has_modal(tree_, above)) set(Status::planned);
    return false;
  }
  if (has_no(tree_, above)) set(Status::denied);  // "no plans to withdraw"
  const bool infinitive = mark == "to" || (mark == "for" && tree_.token(verb).xpos == "VB");
  // "sent a team to recover the remains": a purpose, whichever word the tree hangs it on.
  const bool carried = outer >= 0 && tree_.token(outer).upos == Upos::VERB &&
                       (tree_.is(above, "obj") || tree_.is(above, "iobj"));
  const bool untold = tells_nothing(effect);
  if (infinitive && untold && carried && rules_.in_list("motion", tree_.token(outer).lemma))
    return climb_adverbial(verb, outer, mark, own);
  apply(infinitive && untold ? Effect::hypothetical : effect, above);
  read_holder(above);
  return false;
}

/// "dismissed reports that Iran attacked the tanker": the clause is what the noun tells.
void StandingReader::read_content(std::int32_t noun, Effect effect, bool& own) {
  if (effect != Effect::none) {
    own = false;
    apply(effect, noun);
  } else if (rules_.in_list("charge", tree_.token(noun).lemma)) {
    own = false;
    set(Status::alleged);
    read_holder(noun);
  }
}

void StandingReader::read_holder(std::int32_t noun) {
  const std::int32_t verb = tree_.head(noun);
  if (verb < 0 || tree_.token(verb).upos != Upos::VERB || !tree_.is(noun, "obj")) return;
  const Effect effect = verb_effect(tree_, rules_, verb, noun);
  if (effect != Effect::denied && effect != Effect::cancelled) return;
  if (found_.status == Status::hypothetical) found_.status = Status::alleged;
  apply(effect, verb);
}

bool StandingReader::climb_adverbial(std::int32_t verb, std::int32_t above, std::string_view mark,
                                     bool& own) {
  if (one_of(mark, {"if", "unless", "whether", "lest"}) || has_mark(tree_, verb, "if")) {
    set(Status::hypothetical);
    own = false;
    return true;
  }
  if (mark == "without") {
    set(Status::denied);
    return false;
  }
  // "until their demands are met", "before they disarm", "could open only after they disarm": what
  // is waited for has not come.
  const bool awaited = one_of(mark, {"until", "before"}) ||
                       (one_of(mark, {"after", "once"}) && has_modal(tree_, above));
  if (awaited && is_present(tree_, verb)) {
    set(Status::hypothetical);
    return false;
  }
  if (is_goal(mark)) set(Status::hypothetical);
  // "aimed at reaching a treaty", "devoted to imposing sanctions"
  const bool gerund = tree_.token(verb).xpos == "VBG" && one_of(mark, {"at", "to"});
  // "not interested in capturing the town"
  const bool in_quality = mark == "in" && tree_.token(above).upos == Upos::ADJ;
  if (gerund || in_quality || one_of(mark, {"of", "for", "from", "with", "against"})) {
    const Effect effect = effect_above(above, verb);
    own = false;
    // "makes it hard for the army to give in": nothing tells that it does.
    if (mark == "for" && effect == Effect::none && tree_.token(verb).xpos == "VB")
      set(Status::hypothetical);
    return apply(effect, above) && effect != Effect::none;
  }
  // "insisted on withdrawing", "thought about attacking"
  if (one_of(mark, {"on", "about"})) {
    if (const Effect effect = effect_above(above, verb); effect != Effect::none) {
      own = false;
      return apply(effect, above);
    }
  }
  // "in order to arrest", "so as to stop": what it was done for, not what was done
  if (one_of(mark, {"in", "so"}) && tree_.token(verb).xpos == "VB") set(Status::planned);
  if (mark == "to") {
    // "went to see", but not "went on to say"
    const bool goes_on = tree_.any_child(
        above, [&](std::int32_t child) { return child < verb && tree_.token(child).form == "on"; });
    if (!goes_on && rules_.in_list("motion", tree_.token(above).lemma)) set(Status::planned);
    if (rules_.in_list("launching", tree_.token(above).lemma)) apply(Effect::attempted, above);
    Effect effect = verb_effect(tree_, rules_, above, verb);
    // "put pressure on Turkey to close": what the noun says counts, not the verb that carries it.
    const std::int32_t object = tree_.child(above, "obj");
    if (tells_nothing(effect) && object >= 0)
      effect = rules_.effect(WordClass::noun, tree_.token(object).lemma);
    // "put forward bills to oust him"
    if (tells_nothing(effect) && object >= 0 &&
        rules_.in_list("untried", tree_.token(object).lemma))
      effect = Effect::hypothetical;
    effect = by_subject(effect, above);
    return effect == Effect::says || effect == Effect::happened || apply(effect, above);
  }
  // "called on them to resign after police arrested two": the arrest is a fact whatever is asked.
  const bool when =
      tree_.any_child(verb, [&](std::int32_t child) { return tree_.token(child).lemma == "when"; });
  if ((when || one_of(mark, {"after", "since", "because", "although", "though"})) &&
      has_own_tense(tree_, verb) && !is_present(tree_, verb))
    settled_ = true;
  // "held talks to explain it as others press them": they do press
  if (one_of(mark, {"as", "while"}) && has_own_tense(tree_, verb) &&
      tree_.child(verb, "nsubj") >= 0)
    settled_ = true;
  own = own && !has_own_tense(tree_, verb) && mark.empty();
  return true;
}

Effect StandingReader::by_subject(Effect effect, std::int32_t verb) const {
  if (!tells_nothing(effect)) return effect;
  const std::int32_t subject = tree_.child(verb, "nsubj");
  if (subject < 0 || tree_.child(verb, "obj") >= 0) return effect;
  const Effect told = rules_.effect(WordClass::noun, tree_.token(subject).lemma);
  return told == Effect::planned || told == Effect::hypothetical ? told : effect;
}

Effect StandingReader::effect_above(std::int32_t above, std::int32_t governed) const {
  const Token& governor = tree_.token(above);
  if (governor.upos == Upos::VERB || governor.upos == Upos::AUX)
    return verb_effect(tree_, rules_, above, governed);
  return rules_.effect(governor.upos == Upos::ADJ ? WordClass::adjective : WordClass::noun,
                       governor.lemma);
}

bool StandingReader::has_no_before(std::int32_t word) const {
  return tree_.any_child(word,
                         [&](std::int32_t child) { return tree_.token(child).lemma == "no"; });
}

void StandingReader::read_tense(std::int32_t verb) {
  bool negated = false;
  bool infinitive = false;
  bool is_to = false;  // "is to withdraw"
  bool having = false;
  bool would = false;
  std::int32_t be = -1;
  std::optional<Status> modal;
  for (const std::int32_t child : tree_.children(verb)) {
    const Token& token = tree_.token(child);
    if (token.lemma == "be" && (token.deprel == "cop" || token.deprel == "aux")) be = child;
    if (tree_.is(child, "aux")) {
      if (one_of(token.lemma, {"will", "shall", "'ll", "wo"})) modal = Status::planned;
      if (token.lemma == "have") having = true;
      if (token.lemma == "would") {
        would = true;
        modal = is_under_report(tree_, rules_, verb) ? Status::planned : Status::hypothetical;
      }
      if (one_of(token.lemma, {"may", "might", "could", "can", "should", "must", "ought"})) {
        modal = Status::hypothetical;
      }
    } else if (token.deprel == "mark" && one_of(token.lemma, {"to", "due"})) {
      infinitive = infinitive || token.lemma == "to";
      is_to = is_to || (be >= 0 && be < child);  // "is due to withdraw", too
    } else if (tree_.is(child, "advmod")) {
      if (one_of(token.lemma, {"not", "never", "n't", "neither", "nor"})) negated = true;
      if (token.form == "longer" && has_no_before(child)) negated = true;
      const bool beside = token.form == "next" && child + 1 < tree_.size() &&
                          tree_.token(child + 1).form == "to";  // "next to a station"
      const Effect effect =
          beside ? Effect::none : rules_.effect(WordClass::adjective, token.lemma);
      if (!spoken_of_ || effect != Effect::denied) apply(effect, child);  // "nearly brought down"
    } else if (token.deprel == "obj" || tree_.is(child, "nsubj")) {
      negated = negated || names_nobody(tree_, child);
    }
  }
  if (modal == Status::planned && having && would) modal = Status::hypothetical;
  if (is_inverted(tree_, verb)) modal = Status::hypothetical;
  if (negated) set(Status::denied);
  if (modal) set(*modal);
  if (is_to && !modal) set(Status::planned);
  if (is_imperative(tree_, verb)) set(Status::hypothetical);
  if (infinitive && tree_.head(verb) < 0) set(Status::planned);  // "Obama to visit Cuba"
}

}  // namespace annals
