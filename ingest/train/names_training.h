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
  float smallest = 1.0F;  ///< weights below are left out
  float hidden = 0.25F;   ///< of the words are learnt from without their letters
};

/// Learns to find names in treebanks whose tags and arcs a parser has given (`gold` holds their
/// names), and adds the gazetteer and the weights.
void add_names(ModelWriter& writer, const std::vector<const Treebank*>& parsed,
               const std::vector<const Treebank*>& gold, const NamesSources& sources,
               const NamesTraining& options, std::ostream& log);

}  // namespace annals::train
