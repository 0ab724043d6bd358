#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "ingest/text/one_of.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// True when a token's relation is `relation`, with or without a subtype: "nsubj:pass" is "nsubj".
/// Universal Dependencies v2.
[[nodiscard]] inline bool is_relation(std::string_view deprel, std::string_view relation) {
  return deprel.starts_with(relation) &&
         (deprel.size() == relation.size() || deprel[relation.size()] == ':');
}

/// True when a word of the sentence hangs on `head` by exactly this relation; with this lemma, when
/// one is given.
[[nodiscard]] inline bool has_child(const Sentence& sentence, std::int32_t head,
                                    std::string_view relation, std::string_view lemma = {}) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) {
    return token.head == head && token.deprel == relation &&
           (lemma.empty() || token.lemma == lemma);
  });
}

/// The first word that hangs on `head` by the relation, with or without a subtype; -1 when none.
[[nodiscard]] inline std::int32_t first_child(const Sentence& sentence, std::int32_t head,
                                              std::string_view relation) {
  for (std::int32_t i = 0; i < sentence.size(); ++i)
    if (sentence.at(i).head == head && is_relation(sentence.at(i).deprel, relation)) return i;
  return -1;
}

/// True when `word` is `top` or hangs on it, over however many words.
[[nodiscard]] inline bool is_below(const Sentence& sentence, std::int32_t word, std::int32_t top) {
  for (std::int32_t steps = 0; word >= 0 && steps <= sentence.size(); ++steps) {
    if (word == top) return true;
    word = sentence.at(word).head;
  }
  return false;
}

/// True for a preposition before a mere place: "in Oslo", "near the border".
[[nodiscard]] inline bool is_of_place(std::string_view preposition) {
  return one_of(preposition, {"in", "at", "near", "inside", "outside", "across"});
}

[[nodiscard]] inline bool is_nominal(const Token& token) {
  return token.upos == Upos::NOUN || token.upos == Upos::PROPN;
}

/// Makes a proper noun of a word.
inline void make_proper(Token& token) {
  token.upos = Upos::PROPN;
  token.xpos = "NNP";
  token.lemma = token.form;
}

/// True for the past and the present of a verb: Penn Treebank "VBD", "VBZ", "VBP".
[[nodiscard]] inline bool is_finite(const Token& token) {
  return token.xpos == "VBD" || token.xpos == "VBZ" || token.xpos == "VBP";
}

}  // namespace annals
