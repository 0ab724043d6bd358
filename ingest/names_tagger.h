#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "ingest/model.h"
#include "ingest/names_features.h"
#include "ingest/sentence.h"

namespace annals {

/// Tags of words: outside, then first and later words of a person, an organisation, a location.
inline constexpr std::size_t name_tags = 7;

/// Finds names: a structured perceptron over words, tags, arcs and a gazetteer, the best sequence
/// of tags a sentence; then, over the whole article, a lone surname follows its full name.
/// Nationalities are words of the gazetteer outside other names. Const and shared by threads.
/// Source: Collins 2002 (structured perceptron).
class NamesTagger {
 public:
  explicit NamesTagger(const Model& model);

  /// Fills `names` of all sentences; tags, heads and labels must be there.
  void annotate(Analysis& analysis) const;

 private:
  void tag(Sentence& sentence, NameFeatures& features) const;

  HashTable gazetteer_;
  HashTable weights_;
  std::array<std::array<float, name_tags>, name_tags + 1> follow_{};  ///< last row: at the start
};

/// The best sequence of tags for `scores`; a later word of a name follows a word of the same kind.
void best_name_tags(const std::vector<std::array<float, name_tags>>& scores,
                    const std::array<std::array<float, name_tags>, name_tags + 1>& follow,
                    std::vector<std::uint8_t>& tags);

/// The names that `tags` mark.
[[nodiscard]] std::vector<NameSpan> names_of_tags(const std::vector<std::uint8_t>& tags);

}  // namespace annals
