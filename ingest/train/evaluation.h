#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "ingest/trees/analyzer.h"

namespace annals::train {

/// How well a model does on a treebank whose words and sentences are given.
struct Scores {
  std::size_t words = 0;
  std::size_t upos = 0, xpos = 0, feats = 0, lemmas = 0;
  std::size_t heads = 0;   ///< UAS
  std::size_t labels = 0;  ///< head and universal label: LAS
  std::size_t names = 0;   ///< names in the treebank: person, organization, location
  std::size_t names_found = 0;
  std::size_t names_right = 0;  ///< span and kind
  double seconds = 0;           ///< of processor time
};

[[nodiscard]] Scores evaluate(const Analyzer& analyzer, const std::filesystem::path& treebank);
[[nodiscard]] std::string format_scores(const Scores& scores);

}  // namespace annals::train
