#include <algorithm>

#include "ingest/trees/arguments.h"
#include "ingest/trees/relations.h"

namespace annals {

bool is_passive(const SentenceTree& tree, std::int32_t verb) {
  const std::string_view xpos = tree.token(verb).xpos;
  if (xpos != "VBN" && xpos != "VBD") return false;
  bool being = false;
  bool having = false;
  bool object = false;
  bool marked = false;  // the parser calls its subject passive, or there is an agent
  const bool accusing = tree.words().is(ClauseWord::accusing, tree.token(verb).lemma);
  for (const std::int32_t child : tree.children(verb)) {
    const Token& token = tree.token(child);
    if (is_relation(token.deprel, "aux")) {
      being = being || token.lemma == "be" || token.lemma == "get";
      having = having || token.lemma == "have";
    }
    object = object || token.deprel == "obj" || token.deprel == "ccomp";
    marked = marked || token.deprel == "nsubj:pass" || token.deprel == "obl:agent";
    marked = marked || (accusing && child > verb && tree.marker(child) == "of");
  }
  if (being) return true;
  if (having || object) return false;
  if (marked) return true;
  // "was opposed to the war and refused to send troops": whoever refuses does so himself
  if (tree.is(verb, "conj") && tree.child(verb, "xcomp") > verb &&
      tree.marker(tree.child(verb, "xcomp")) == "to" &&
      !tree.words().is(ClauseWord::object_control, tree.token(verb).lemma))
    return false;
  // "were swept away by the flood and killed", whatever form the tagger saw
  if (tree.is(verb, "conj") && tree.head(verb) >= 0 && tree.child(verb, "nsubj") < 0 &&
      is_passive(tree, tree.head(verb))) {
    return true;
  }
  // "one was killed and nine wounded"
  if (tree.is(verb, "conj") && tree.head(verb) >= 0 && tree.child(verb, "aux") < 0 &&
      tree.words().is(ClauseWord::object_needed, tree.token(verb).lemma) &&
      is_passive(tree, tree.head(verb))) {
    return true;
  }
  if (xpos != "VBN") return false;
  // "a guard who shot two men": the one spoken of does it.
  if (tree.token(verb).deprel == "acl:relcl" && tree.child(verb, "nsubj") >= 0) return false;
  // "arrested in Karachi" after a noun; "was tried and jailed"; a headline's "two jailed".
  if (tree.is(verb, "acl") || tree.is(verb, "amod") || tree.is(verb, "xcomp")) return true;
  // "is a shadowy group and blamed for murders": the copula carries on
  if (tree.is(verb, "conj") && tree.child(tree.head(verb), "cop") >= 0 &&
      tree.token(tree.head(verb)).upos == Upos::NOUN && tree.child(verb, "nsubj") < 0)
    return true;
  if (tree.is(verb, "conj") && tree.head(verb) >= 0) return is_passive(tree, tree.head(verb));
  return tree.child(verb, "nsubj") >= 0 || tree.is(verb, "advcl");
}

bool is_content(const SentenceTree& tree, std::int32_t verb) {
  bool subject = false;
  bool object = false;
  for (const std::int32_t child : tree.children(verb)) {
    if (tree.token(child).upos == Upos::PRON) continue;
    subject = subject || (child < verb && tree.is(child, "nsubj"));
    object = object || (child > verb && tree.is(child, "obj"));
  }
  return subject && object;
}

}  // namespace annals
