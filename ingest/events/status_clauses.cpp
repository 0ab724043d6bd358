#include "ingest/events/status_clauses.h"

#include "ingest/events/status.h"
#include "ingest/text/one_of.h"
#include "ingest/trees/relations.h"

namespace annals {
namespace {

constexpr int highest = 16;  // governing words that are asked

}  // namespace

std::string pair_of(const SentenceTree& tree, std::int32_t verb, std::int32_t governed) {
  return std::string(tree.token(verb).lemma) + "_" + std::string(tree.marker(governed));
}

Effect verb_effect(const SentenceTree& tree, const EventRules& rules, std::int32_t verb,
                   std::int32_t governed) {
  const std::string lemma(tree.token(verb).lemma);
  for (const std::int32_t child : tree.children(verb)) {
    if (tree.token(child).deprel != "compound:prt") continue;
    const Effect effect =
        rules.effect(WordClass::verb, lemma + "_" + std::string(tree.token(child).lemma));
    if (effect != Effect::none) return effect;
  }
  if (const std::string_view marker = tree.marker(governed); !marker.empty()) {
    const Effect effect = rules.effect(WordClass::verb, lemma + "_" + std::string(marker));
    if (effect != Effect::none) return effect;
  }
  // "called for Chan to resign", "appealed to them to leave"
  if (tree.marker(governed) == "to") {
    for (const std::int32_t child : tree.children(verb)) {
      if (child >= governed || !tree.is(child, "obl")) continue;
      const Effect effect = rules.effect(WordClass::verb, pair_of(tree, verb, child));
      if (effect != Effect::none) return effect;
    }
  }
  return rules.effect(WordClass::verb, lemma);
}

bool has_definite(const SentenceTree& tree, std::int32_t noun) {
  return tree.any_child(noun, [&](std::int32_t child) {
    const Token& token = tree.token(child);
    return token.deprel == "nmod:poss" ||
           (token.deprel == "det" && one_of(token.lemma, {"the", "this", "that"}));
  });
}

bool is_present(const SentenceTree& tree, std::int32_t verb) {
  const auto present = [&](std::int32_t at) {
    return tree.token(at).xpos == "VBP" || tree.token(at).xpos == "VBZ";
  };
  if (present(verb)) return true;
  return tree.any_child(
      verb, [&](std::int32_t child) { return tree.is(child, "aux") && present(child); });
}

bool is_past(const SentenceTree& tree, std::int32_t word) {
  if (tree.token(word).xpos == "VBD") return true;
  if (tree.token(word).xpos == "VB" || is_present(tree, word)) {
    // "has forced", but not "is forced"
    return tree.any_child(word, [&](std::int32_t child) {
      return tree.is(child, "aux") && tree.token(child).lemma == "have" && is_present(tree, child);
    });
  }
  return tree.any_child(word, [&](std::int32_t child) {
    return (tree.is(child, "aux") || tree.is(child, "cop")) && tree.token(child).xpos == "VBD";
  }) || tree.token(word).xpos == "VBG";
}

bool is_goal(std::string_view mark) { return mark == "toward" || mark == "towards"; }

bool has_modal(const SentenceTree& tree, std::int32_t verb) {
  return tree.any_child(verb, [&](std::int32_t child) { return tree.token(child).xpos == "MD"; });
}

bool has_no(const SentenceTree& tree, std::int32_t noun) {
  return tree.any_child(noun, [&](std::int32_t child) {
    return tree.token(child).deprel == "det" && tree.token(child).lemma == "no";
  });
}

bool is_left_undone(const SentenceTree& tree, std::int32_t verb) {
  const std::int32_t above = tree.head(verb);
  // "stopped short of accusing"
  if (above >= 0 && tree.token(above).lemma == "short" && tree.marker(verb) == "of") return true;
  if (above >= 0 && tree.token(above).lemma == "far" && tree.marker(verb) == "from") return true;
  return tree.any_child(verb, [&](std::int32_t child) {
    const std::string_view relation = tree.token(child).deprel;
    return child < verb && (relation == "mark" || relation == "case" || relation == "cc") &&
           one_of(tree.token(child).lemma, {"instead", "rather"});
  });
}

bool has_mark(const SentenceTree& tree, std::int32_t verb, std::string_view mark) {
  return tree.any_child(verb, [&](std::int32_t child) {
    return tree.token(child).deprel == "mark" && tree.token(child).lemma == mark;
  });
}

bool is_contingency(const SentenceTree& tree, std::int32_t noun) {
  // "in case of", one preposition to the tree
  for (const std::int32_t child : tree.children(noun)) {
    if (tree.token(child).deprel != "case") continue;
    for (const std::int32_t part : tree.children(child))
      if (tree.is(part, "fixed") && tree.token(part).lemma == "case") return true;
  }
  const std::int32_t above = tree.head(noun);
  return above >= 0 && one_of(tree.token(above).lemma, {"event", "case"}) &&
         tree.marker(noun) == "of" && tree.marker(above) == "in" && tree.token(above).xpos == "NN";
}

bool names_nobody(const SentenceTree& tree, std::int32_t argument) {
  if (one_of(tree.token(argument).lemma, {"nobody", "no-one", "none", "nothing", "neither"}))
    return true;
  return tree.any_child(argument, [&](std::int32_t child) {
    return tree.token(child).deprel == "det" && one_of(tree.token(child).lemma, {"no", "neither"});
  });
}

bool is_inverted(const SentenceTree& tree, std::int32_t verb) {
  const std::int32_t subject = tree.child(verb, "nsubj");
  const std::int32_t aux = tree.child(verb, "aux");
  return tree.is(verb, "advcl") && subject >= 0 && aux >= 0 && aux < subject &&
         one_of(tree.token(aux).lemma, {"have", "should", "be"}) && tree.marker(verb).empty();
}

bool fails_to_happen(const SentenceTree& tree, const EventRules& rules, std::int32_t verb) {
  if (rules.effect(WordClass::verb, tree.token(verb).lemma) != Effect::denied) return false;
  const std::int32_t what = tree.child(verb, "xcomp");
  if (what < 0) return false;
  const std::string_view lemma = tree.token(what).lemma;
  const std::int32_t object = tree.child(what, "obj");
  if (lemma == "take")
    return object >= 0 && one_of(tree.token(object).lemma, {"place", "effect", "hold"});
  return tree.words().is(ClauseWord::happening, lemma);
}

bool has_own_tense(const SentenceTree& tree, std::int32_t verb) {
  return tree.child(verb, "nsubj") >= 0 || tree.child(verb, "aux") >= 0 ||
         is_finite(tree.token(verb));
}

/// "The delegation would hold talks with the minister": news of what is to come, unless the
/// sentence names a condition or a wish.
bool is_unconditional(const SentenceTree& tree, std::int32_t root) {
  if (one_of(tree.token(root).lemma, {"like", "prefer", "be", "have", "need", "want"}))
    return false;
  for (std::int32_t i = 0; i < tree.size(); ++i) {
    if (one_of(tree.token(i).lemma, {"if", "unless", "otherwise", "perhaps", "maybe", "neither",
                                     "could", "might", "without", "which", "whether", "I", "we",
                                     "likely", "probably", "how", "who", "what"}))
      return false;
  }
  const std::int32_t subject = tree.child(root, "nsubj");
  return subject >= 0 && !one_of(tree.token(subject).lemma, {"this", "that", "it", "there"});
}

bool is_under_report(const SentenceTree& tree, const EventRules& rules, std::int32_t verb) {
  for (int steps = 0; steps < highest && verb >= 0; ++steps) {
    const std::int32_t above = tree.head(verb);
    if (above < 0) {
      const std::int32_t aside = tree.child(verb, "parataxis");
      if (aside >= 0 && rules.effect(WordClass::verb, tree.token(aside).lemma) == Effect::says)
        return true;
      return steps == 0 && is_unconditional(tree, verb);
    }
    // "told reporters he would go", with what was told hung on them
    const std::int32_t teller = tree.head(above);
    if (tree.token(verb).deprel.starts_with("acl") && tree.is(above, "obj") && teller >= 0 &&
        rules.effect(WordClass::verb, tree.token(teller).lemma) == Effect::says)
      return true;
    if (tree.is(verb, "ccomp") || tree.is(verb, "parataxis")) return true;
    verb = above;
  }
  return false;
}

bool says_will_not(const SentenceTree& tree, std::int32_t trigger, std::int32_t light) {
  const std::int32_t verb = light >= 0 ? light : trigger;
  const std::int32_t above = tree.head(verb);
  // "has no intention of releasing them", "has no plans to meet"
  if (above >= 0 && tree.is(verb, "acl") && has_no(tree, above) &&
      tree.words().is(ClauseWord::intent, tree.token(above).lemma))
    return true;
  bool modal = false;
  bool negated = false;
  for (const std::int32_t child : tree.children(verb)) {
    const std::string_view lemma = tree.token(child).lemma;
    if (tree.is(child, "aux") && one_of(lemma, {"will", "would", "wo", "shall"})) modal = true;
    if (tree.is(child, "advmod") && one_of(lemma, {"not", "never", "n't", "no"})) negated = true;
  }
  return modal && negated;
}

bool is_imperative(const SentenceTree& tree, std::int32_t verb) {
  const Token& token = tree.token(verb);
  if (token.upos != Upos::VERB || token.xpos != "VB") return false;
  if (tree.child(verb, "nsubj") >= 0 || tree.child(verb, "aux") >= 0 ||
      tree.child(verb, "mark") >= 0) {
    return false;
  }
  const auto& tokens = tree.sentence().tokens;
  const bool sentence = !tokens.empty() && tokens.back().upos == Upos::PUNCT;
  if (tree.head(verb) < 0) return sentence;
  const bool said = tree.is(verb, "ccomp") || tree.is(verb, "parataxis");
  return said && sentence && verb < tree.head(verb);
}

}  // namespace annals
