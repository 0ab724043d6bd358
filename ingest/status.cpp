#include "ingest/status.h"

#include <algorithm>
#include <optional>

#include "ingest/one_of.h"
#include "ingest/status_clauses.h"

namespace annals {
namespace {

constexpr int highest = 16;  // governing words that are asked

/// Walks from a trigger up through what governs it.
class StandingReader {
 public:
  StandingReader(const SentenceTree& tree, const EventRules& rules, Act act)
      : tree_(tree), rules_(rules), act_(act) {}

  Standing read(std::int32_t trigger, std::int32_t light) {
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

 private:
  /// The innermost word that speaks against plain happening wins; a denial or an allegation from
  /// outside still turns what would be a fact.
  void set(Status status) {
    if (settled_) return;
    if (found_.status == Status::happened ||
        (found_.status == Status::planned && status != Status::happened)) {
      found_.status = status;
    } else if (found_.status == Status::alleged && status == Status::denied) {
      found_.status = status;
    }
  }

  void spoken_by(std::int32_t verb) {
    if (found_.speaker < 0) found_.speaker = verb_frame(tree_, verb).find("subj");
  }

  /// False when nothing further up matters.
  bool apply(Effect effect, std::int32_t governor) {
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

  void read_modifiers(std::int32_t noun) {
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

  /// A noun: its modifiers, then what it is a part of.
  void read_noun(std::int32_t noun) {
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

  void read_under_verb(std::int32_t noun, std::int32_t verb) {
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

  /// "pledged to deepen ties during his visit": one pledges, asks and accuses during it.
  bool beside_speech(std::int32_t noun, std::int32_t verb) const {
    const std::int32_t above = tree_.head(verb);
    return tree_.marker(noun) == "during" && above >= 0 && tree_.token(above).xpos == "VBD" &&
           (tree_.is(verb, "xcomp") || tree_.is(verb, "advcl")) &&
           !rules_.senses(WordClass::verb, tree_.token(above).lemma).empty();
  }

  /// The predicate of the clause that a noun stands in; -1 when there is none.
  std::int32_t clause_above(std::int32_t noun) const {
    for (int steps = 0; steps < highest && noun >= 0; ++steps) {
      const Upos upos = tree_.token(noun).upos;
      if (upos == Upos::VERB || upos == Upos::AUX || tree_.child(noun, "cop") >= 0) return noun;
      noun = tree_.head(noun);
    }
    return -1;
  }

  /// A predicate and what governs it. `own` says whether its tense and negation are the event's.
  void read_clause(std::int32_t verb, bool own) {
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

  /// "has to sign", "had yet to sign", "will have to sign", but not "had to sign": nothing tells
  /// that it was done.
  bool is_open_duty(std::int32_t verb, std::int32_t have) const {
    const auto is_yet = [&](std::int32_t child) { return tree_.token(child).lemma == "yet"; };
    const auto of_verb = tree_.children(verb);
    const auto of_have = tree_.children(have);
    if (std::any_of(of_verb.begin(), of_verb.end(), is_yet) ||
        std::any_of(of_have.begin(), of_have.end(), is_yet))
      return true;
    const std::string_view form = tree_.token(have).xpos;
    return form == "VBZ" || form == "VBP" || form == "VB";
  }

  /// What the step from `verb` to its governor `above` says; false when the walk ends there.
  bool climb(std::int32_t verb, std::int32_t above, bool& own) {
    const Token& governor = tree_.token(above);
    const std::string_view mark = tree_.marker(verb);
    if (tree_.is(verb, "xcomp")) {
      // "is to leave", "is going to leave"
      if (governor.lemma == "be" || (governor.lemma == "go" && governor.xpos == "VBG"))
        set(Status::planned);
      if (governor.lemma == "have" && is_open_duty(verb, above)) set(Status::hypothetical);
      const WordClass word_class = class_of(governor);
      const Effect effect = word_class == WordClass::verb
                                ? verb_effect(tree_, rules_, above, verb)
                                : rules_.effect(word_class, governor.lemma);
      return apply(effect, above);
    }
    if (is_left_undone(tree_, verb)) set(Status::denied);
    const bool questioned = tree_.is(verb, "ccomp") || tree_.is(verb, "csubj");
    if (questioned && !spoken_of_ && one_of(mark, {"whether", "if"})) set(Status::hypothetical);
    if (tree_.is(verb, "ccomp") || tree_.is(verb, "parataxis")) {
      own = false;
      const WordClass word_class = class_of(governor);
      return apply(word_class == WordClass::verb ? verb_effect(tree_, rules_, above, verb)
                                                 : rules_.effect(word_class, governor.lemma),
                   above);
    }
    if (tree_.is(verb, "advcl")) return climb_adverbial(verb, above, mark, own);
    if (tree_.is(verb, "acl")) {
      // "accused the agency of supporting", with the clause hung on the noun.
      const std::int32_t outer = tree_.head(above);
      if (one_of(mark, {"of", "for", "from"}) && outer >= 0 &&
          tree_.token(outer).upos == Upos::VERB && tree_.is(above, "obj")) {
        const Effect effect = verb_effect(tree_, rules_, outer, verb);
        own = false;
        if (effect != Effect::none && effect != Effect::light) return apply(effect, outer) && false;
      }
      if (one_of(mark, {"of", "for", "from", "against"})) {
        // "his refusal of deploying", "accusations of supporting"
        const Effect named = rules_.effect(WordClass::noun, governor.lemma);
        if (named != Effect::none && has_no(tree_, above)) set(Status::denied);
        if (named != Effect::none) return apply(named, above) && false;
      }
      const Effect effect = rules_.effect(WordClass::noun, governor.lemma);
      const bool relative = tree_.token(verb).deprel == "acl:relcl";
      // "dismissed reports that Iran attacked the tanker"
      if (relative && effect == Effect::none && is_content(tree_, verb) &&
          rules_.in_list("charge", governor.lemma)) {
        own = false;
        set(Status::alleged);
        read_holder(above);
        return false;
      }
      if (relative && effect != Effect::none && is_content(tree_, verb)) {
        own = false;
        return apply(effect, above) && false;
      }
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
      // "the first general to be captured" was
      for (const std::int32_t child : tree_.children(above)) {
        if (tree_.token(verb).xpos == "VBN" && tree_.is(child, "amod") &&
            one_of(tree_.token(child).lemma, {"first", "last", "only", "second", "third"}))
          return false;
      }
      if (has_no(tree_, above)) set(Status::denied);  // "no plans to withdraw"
      const bool infinitive = mark == "to" || (mark == "for" && tree_.token(verb).xpos == "VB");
      // "sent a team to recover the remains": a purpose, whichever word the tree hangs it on.
      const bool carried = outer >= 0 && tree_.token(outer).upos == Upos::VERB &&
                           (tree_.is(above, "obj") || tree_.is(above, "iobj"));
      if (infinitive && effect == Effect::none && carried &&
          rules_.in_list("motion", tree_.token(outer).lemma))
        return climb_adverbial(verb, outer, mark, own);
      apply(infinitive && effect == Effect::none ? Effect::hypothetical : effect, above);
      read_holder(above);
      return false;
    }
    return false;
  }

  /// "ruled out the possibility that", "withdrew the threat to": what is done with the noun that
  /// holds the event.
  void read_holder(std::int32_t noun) {
    const std::int32_t verb = tree_.head(noun);
    if (verb < 0 || tree_.token(verb).upos != Upos::VERB || !tree_.is(noun, "obj")) return;
    const Effect effect = verb_effect(tree_, rules_, verb, noun);
    if (effect != Effect::denied && effect != Effect::cancelled) return;
    if (found_.status == Status::hypothetical) found_.status = Status::alleged;
    apply(effect, verb);
  }

  bool climb_adverbial(std::int32_t verb, std::int32_t above, std::string_view mark, bool& own) {
    if (one_of(mark, {"if", "unless", "whether", "lest"}) || has_mark(tree_, verb, "if")) {
      set(Status::hypothetical);
      own = false;
      return true;
    }
    if (mark == "without") {
      set(Status::denied);
      return false;
    }
    // "until their demands are met", "before they disarm": what is waited for has not come.
    if (one_of(mark, {"until", "before"}) && is_present(tree_, verb)) {
      set(Status::hypothetical);
      return false;
    }
    if (one_of(mark, {"of", "for", "from", "with", "against"})) {
      const WordClass kind = class_of(tree_.token(above));
      const Effect effect = kind == WordClass::verb ? verb_effect(tree_, rules_, above, verb)
                                                    : rules_.effect(kind, tree_.token(above).lemma);
      own = false;
      // "makes it hard for the army to give in": nothing tells that it does.
      if (mark == "for" && effect == Effect::none && tree_.token(verb).xpos == "VB")
        set(Status::hypothetical);
      return apply(effect, above) && effect != Effect::none;
    }
    if (mark == "to") {
      if (rules_.in_list("motion", tree_.token(above).lemma)) set(Status::planned);
      Effect effect = verb_effect(tree_, rules_, above, verb);
      // "put pressure on Turkey to close": what the noun says counts, not the verb that carries it.
      const std::int32_t object = tree_.child(above, "obj");
      if ((effect == Effect::none || effect == Effect::light) && object >= 0)
        effect = rules_.effect(WordClass::noun, tree_.token(object).lemma);
      return effect == Effect::says || effect == Effect::happened || apply(effect, above);
    }
    // "called on them to resign after police arrested two": the arrest is a fact whatever is asked.
    if (one_of(mark, {"after", "since", "because", "although", "though"}) &&
        has_own_tense(tree_, verb) && !is_present(tree_, verb))
      settled_ = true;
    // "held talks to explain it as others press them": they do press
    if (one_of(mark, {"as", "while"}) && has_own_tense(tree_, verb) &&
        tree_.child(verb, "nsubj") >= 0)
      settled_ = true;
    own = own && !has_own_tense(tree_, verb) && mark.empty();
    return true;
  }

  static WordClass class_of(const Token& token) {
    if (token.upos == Upos::VERB || token.upos == Upos::AUX) return WordClass::verb;
    return token.upos == Upos::ADJ ? WordClass::adjective : WordClass::noun;
  }

  /// "no longer"
  bool has_no_before(std::int32_t word) const {
    const auto children = tree_.children(word);
    return std::any_of(children.begin(), children.end(),
                       [&](std::int32_t child) { return tree_.token(child).lemma == "no"; });
  }

  bool has_would(std::int32_t verb) const {
    const auto children = tree_.children(verb);
    return std::any_of(children.begin(), children.end(), [&](std::int32_t child) {
      return tree_.is(child, "aux") && tree_.token(child).lemma == "would";
    });
  }

  void read_tense(std::int32_t verb) {
    bool negated = false;
    bool infinitive = false;
    bool is_to = false;  // "is to withdraw"
    bool having = false;
    std::int32_t be = -1;
    std::optional<Status> modal;
    for (const std::int32_t child : tree_.children(verb)) {
      const Token& token = tree_.token(child);
      if (token.lemma == "be" && (token.deprel == "cop" || token.deprel == "aux")) be = child;
      if (tree_.is(child, "aux")) {
        if (one_of(token.lemma, {"will", "shall", "'ll", "wo"})) modal = Status::planned;
        if (token.lemma == "have") having = true;
        if (token.lemma == "would")
          modal = is_under_report(tree_, rules_, verb) ? Status::planned : Status::hypothetical;
        if (one_of(token.lemma, {"may", "might", "could", "can", "should", "must", "ought"})) {
          modal = Status::hypothetical;
        }
      } else if (token.deprel == "mark" && one_of(token.lemma, {"to", "due"})) {
        infinitive = infinitive || token.lemma == "to";
        is_to = is_to || (be >= 0 && be < child);  // "is due to withdraw", too
      } else if (tree_.is(child, "advmod")) {
        if (one_of(token.lemma, {"not", "never", "n't", "neither", "nor"})) negated = true;
        if (token.form == "longer" && has_no_before(child)) negated = true;
        const Effect effect = rules_.effect(WordClass::adjective, token.lemma);
        if (!spoken_of_ || effect != Effect::denied) apply(effect, child);  // "nearly brought down"
      } else if (token.deprel == "obj" || tree_.is(child, "nsubj")) {
        negated = negated || names_nobody(tree_, child);
      }
    }
    if (modal == Status::planned && having && has_would(verb)) modal = Status::hypothetical;
    if (is_inverted(tree_, verb)) modal = Status::hypothetical;
    if (negated) set(Status::denied);
    if (modal) set(*modal);
    if (is_to && !modal) set(Status::planned);
    if (is_imperative(tree_, verb)) set(Status::hypothetical);
    if (infinitive && tree_.head(verb) < 0) set(Status::planned);  // "Obama to visit Cuba"
  }

  /// "..., he said", "according to police": who says what the root tells.
  void read_attribution(std::int32_t root) {
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

  const SentenceTree& tree_;
  const EventRules& rules_;
  Act act_;
  bool spoken_of_ = false;  ///< the subject of what is told: "whether the arrest was linked"
  bool settled_ = false;    ///< only who says so is still looked for
  Standing found_;
};

}  // namespace

Standing standing_of(const SentenceTree& tree, const EventRules& rules, std::int32_t trigger,
                     std::int32_t light, Act act) {
  return StandingReader(tree, rules, act).read(trigger, light);
}

}  // namespace annals
