#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "ingest/trees/model.h"
#include "ingest/trees/names_features.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// Tags of words: outside, then first and later words of a person, an organisation, a location.
inline constexpr std::size_t name_tags = 7;

using NameScores = std::array<float, name_tags>;
/// Scores of a tag behind another; the last row is for the first word.
using NameFollow = std::array<NameScores, name_tags + 1>;

/// Finds names: a linear chain over words, tags, arcs and a gazetteer, the best sequence of tags a
/// sentence; then, over the whole article, a lone surname follows its full name. Nationalities are
/// words of the gazetteer outside other names. Const and shared by threads.
/// Source: Lafferty, McCallum and Pereira 2001 (conditional random fields).
class NamesTagger {
 public:
  explicit NamesTagger(const Model& model);

  /// Fills `names` of all sentences; tags, heads and labels must be there.
  void annotate(Analysis& analysis) const;

 private:
  void tag(Sentence& sentence, NameFeatures& features) const;

  HashTable gazetteer_;
  HashTable weights_;
  NameFollow follow_{};
};

/// True when `tag` may stand right behind `before`: a later word of a name follows a word of the
/// same kind.
[[nodiscard]] constexpr bool may_follow(std::size_t before, std::size_t tag) {
  const bool later = tag != 0 && tag % 2 == 0;
  return !later || before == tag || before + 1 == tag;
}

}  // namespace annals
