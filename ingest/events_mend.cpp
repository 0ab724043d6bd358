#include "ingest/events_mend.h"

#include <vector>

namespace annals {
namespace {

/// Puts words under the lemmas of the rules, and makes verbs of words that have an object and a
/// verb's form.
Sentence with_known_lemmas(const Sentence& sentence, const EventRules& rules) {
  Sentence known = sentence;
  std::vector<bool> predicate(known.tokens.size(), false);
  for (const Token& token : sentence.tokens) {
    if (token.head >= 0 && token.deprel == "obj")
      predicate[static_cast<std::size_t>(token.head)] = true;
  }
  for (std::size_t i = 0; i < known.tokens.size(); ++i) {
    Token& token = known.tokens[i];
    const bool named =
        token.upos == Upos::NOUN || token.upos == Upos::ADJ || token.upos == Upos::PROPN;
    if (named && predicate[i]) {
      const std::string_view lemma = rules.known_lemma(WordClass::verb, "", token.form);
      if (!lemma.empty()) {
        token.lemma = lemma;
        token.upos = Upos::VERB;
        token.xpos = token.form.ends_with("ed")    ? "VBD"
                     : token.form.ends_with("ing") ? "VBG"
                                                   : "VBZ";
        continue;
      }
    }
    // "the shelling of the town", tagged as a verb
    const bool nominal = token.deprel.starts_with("nsubj") || token.deprel == "obj" ||
                         token.deprel == "nmod" || token.deprel == "obl";
    if (token.upos == Upos::VERB && token.xpos == "VBG" && nominal) {
      const std::string_view lemma = rules.known_lemma(WordClass::noun, "", token.form);
      if (!lemma.empty() && !rules.senses(WordClass::noun, lemma).empty()) {
        token.lemma = lemma;
        token.upos = Upos::NOUN;
        token.xpos = "NN";
        continue;
      }
    }
    if (token.upos == Upos::VERB)
      token.lemma = rules.known_lemma(WordClass::verb, token.lemma, token.form);
    if (token.upos == Upos::NOUN)
      token.lemma = rules.known_lemma(WordClass::noun, token.lemma, token.form);
  }
  return known;
}

/// The participle before the root noun that is rather the verb of the sentence: "Chile suspended
/// trade talks."
std::int32_t hidden_verb(const Sentence& sentence, std::int32_t root) {
  const Token& noun = sentence.tokens[static_cast<std::size_t>(root)];
  if (noun.upos != Upos::NOUN && noun.upos != Upos::PROPN) return -1;
  std::int32_t verb = -1;
  std::int32_t doer = -1;
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(sentence.tokens.size()); ++i) {
    const Token& token = sentence.tokens[static_cast<std::size_t>(i)];
    if (token.head != root) continue;
    if (token.deprel.starts_with("nsubj") || token.deprel == "cop") return -1;
    if (i >= root) continue;
    if (token.deprel == "compound" && verb < 0) doer = i;
    if (token.deprel == "amod" && token.upos == Upos::VERB && token.form.ends_with("ed")) verb = i;
  }
  return doer >= 0 && verb > doer ? verb : -1;
}

/// Makes `verb` the root: what stands before it is its subject, the noun its object.
void raise_verb(Sentence& sentence, std::int32_t root, std::int32_t verb) {
  std::int32_t subject = -1;
  for (std::int32_t i = 0; i < verb; ++i) {
    const Token& token = sentence.tokens[static_cast<std::size_t>(i)];
    if (token.head == root && token.deprel == "compound") subject = i;
  }
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(sentence.tokens.size()); ++i) {
    Token& token = sentence.tokens[static_cast<std::size_t>(i)];
    if (i == verb || i == root || i == subject || token.head != root) continue;
    if (i < verb) token.head = subject;
    if (token.deprel == "punct") token.head = verb;
  }
  Token& noun = sentence.tokens[static_cast<std::size_t>(root)];
  noun.head = verb;
  noun.deprel = "obj";
  Token& doer = sentence.tokens[static_cast<std::size_t>(subject)];
  doer.head = verb;
  doer.deprel = "nsubj";
  Token& predicate = sentence.tokens[static_cast<std::size_t>(verb)];
  predicate.head = -1;
  predicate.deprel = "root";
  predicate.xpos = "VBD";
}

}  // namespace

Sentence mended(const Sentence& sentence, const EventRules& rules) {
  Sentence known = with_known_lemmas(sentence, rules);
  for (std::size_t i = 0; i < known.tokens.size(); ++i) {
    if (known.tokens[i].head >= 0) continue;
    const auto root = static_cast<std::int32_t>(i);
    if (const std::int32_t verb = hidden_verb(known, root); verb >= 0)
      raise_verb(known, root, verb);
    break;
  }
  return known;
}

}  // namespace annals
