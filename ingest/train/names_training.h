#pragma once

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <vector>

#include "ingest/train/corpus.h"
#include "ingest/train/model_writer.h"

namespace annals::train {

/// Where the gazetteer of names comes from.
struct NamesSources {
  std::filesystem::path data;  ///< folder with countries.tsv, regions.tsv and roles.tsv
  std::filesystem::path
      words;  ///< given names, words of bodies ...: `class: word, word, ...` lines
  std::uint32_t smallest_city = 50000;
};

struct NamesTraining {
  std::size_t epochs = 8;
  std::uint64_t seed = 1;
  float smallest = 1.0F;  ///< weights below are left out
};

/// Learns to find names in sentences whose tags and arcs a parser has given (`gold` holds their
/// names), and adds the gazetteer and the weights.
void add_names(ModelWriter& writer, const std::vector<const Sentence*>& parsed,
               const std::vector<const Sentence*>& gold, const NamesSources& sources,
               const NamesTraining& options, std::ostream& log);

}  // namespace annals::train
