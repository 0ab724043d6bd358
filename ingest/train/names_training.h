#pragma once

#include <cstddef>
#include <iosfwd>
#include <vector>

#include "ingest/train/corpus.h"
#include "ingest/train/model_writer.h"
#include "ingest/train/names_hints.h"

namespace annals::train {

struct NamesTraining {
  std::size_t epochs = 8;
  std::uint64_t seed = 1;
  float rate = 0.05F;
  std::size_t most = 190'000;  ///< features that are kept
  float hidden = 0.25F;        ///< of the words are learnt from without their letters
};

/// A treebank that names are learnt from.
struct NamedTreebank {
  const Treebank* parsed = nullptr;  ///< with the parser's tags and arcs
  const Treebank* gold = nullptr;    ///< with the names
  std::size_t convention = 0;        ///< from 0: of what its annotators call a name
};

/// Learns to find names and adds the gazetteer and the weights. Treebanks differ in what they call
/// a name: each convention has weights of its own beside those that all share, and the model
/// follows the first and a little of the others. Source: Daume 2007 (one set of features a domain
/// and a shared one).
void add_names(ModelWriter& writer, const std::vector<NamedTreebank>& treebanks,
               const NamesSources& sources, const NamesTraining& options, std::ostream& log);

}  // namespace annals::train
