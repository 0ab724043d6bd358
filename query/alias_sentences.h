#pragma once

#include <span>
#include <string>
#include <vector>

#include "graph/store.h"

namespace annals {

/// A name under which articles speak of an actor, and the sentence that gave it.
struct AliasSentence {
  std::string alias;
  std::string sentence;  ///< as the article has it
  std::string article;   ///< its name: "002.txt"

  bool operator==(const AliasSentence&) const = default;
};

/// For each alias of the actor that an article uses the first sentence with it, in the order of the
/// aliases; those of which no read article has the words are left out. Reads the articles of
/// `events` in their order, 60 at most.
[[nodiscard]] std::vector<AliasSentence> alias_sentences(const Store& store, const Actor& actor,
                                                         std::span<const Event> events);

}  // namespace annals
