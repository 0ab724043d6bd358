#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ingest/trees/names_tagger.h"

namespace annals::train {

/// What a sentence teaches: of each word and of each pair of tags, its expected number less that of
/// the gold tags, which is how the log-loss falls with the scores.
struct ChainLesson {
  std::vector<NameScores> words;
  NameFollow follow{};
  double loss = 0;  ///< -log of the probability of the gold tags
};

/// Fills `lesson` by sums over all sequences of tags that may stand (forward and backward).
/// Source: Lafferty, McCallum and Pereira 2001 (conditional random fields).
void learn_chain(const std::vector<NameScores>& scores, const NameFollow& follow,
                 std::span<const std::uint8_t> gold, ChainLesson& lesson);

}  // namespace annals::train
