#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "ingest/sentence.h"

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

}  // namespace annals
