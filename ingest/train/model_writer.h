#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/train/corpus.h"
#include "ingest/train/network.h"
#include "ingest/trees/model.h"

namespace annals::train {

/// Collects the sections of a model file and writes them (layout: ingest/trees/model.h).
class ModelWriter {
 public:
  void add(const std::string& name, std::string bytes);
  void add_strings(const std::string& name, const std::vector<std::string>& strings);
  /// Keys must differ; value and extra go to the slots as they are.
  void add_table(
      const std::string& name,
      const std::vector<std::pair<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>>>& rows);
  [[nodiscard]] static std::string table_bytes(
      const std::vector<std::pair<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>>>& rows);
  /// All sections of `model` whose name does not begin with one of `but`.
  void copy(const Model& model, const std::vector<std::string>& but);
  /// An embedding in 8 bits, a scale a row.
  void add_rows(const std::string& name, const Matrix& rows);
  /// A matrix in 8 bits, a scale an output, arranged for the kernels (ingest/trees/kernels.h).
  void add_dense(const std::string& name, const Matrix& weights, const Matrix* bias);
  void add_floats(const std::string& name, const std::vector<float>& numbers);

  void write(const std::filesystem::path& file) const;

 private:
  std::vector<std::pair<std::string, std::string>> sections_;
};

/// Cells a direction of a model's layers.
[[nodiscard]] std::size_t cells_of(const Model& model);
/// A vocabulary with its numbers, without the words that a model lacks.
[[nodiscard]] Vocabulary words_known_to(const Model& model, Vocabulary vocabulary);

/// The sections of tagger and parser.
void add_parser(ModelWriter& writer, Network& network, const Vocabulary& vocabulary);

/// Gives a network of the same shape the weights of a model, in the 8 bits that the model has, to
/// train on from there. Its words may be others: those that the model lacks begin anew. Throws
/// Error(rule) naming the first matrix of another shape.
void take_weights(Network& network, const Vocabulary& vocabulary, const Model& model);

}  // namespace annals::train
