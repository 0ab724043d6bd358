#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/trees/parser.h"
#include "ingest/trees/parser_decoding.h"

namespace annals {

/// "nsubj", "csubj:pass"; not that of the clause around, "nsubj:outer".
[[nodiscard]] inline bool is_subject_label(std::string_view label) {
  return (label.starts_with("nsubj") || label.starts_with("csubj")) && !label.ends_with("outer");
}

/// A block of rows of one width that keeps its memory.
template <typename T>
struct Rows {
  std::vector<T> data;
  std::size_t width = 0;

  void reshape(std::size_t rows, std::size_t columns) {
    width = columns;
    data.assign(rows * columns, T{});
  }
  T* row(std::size_t r) { return data.data() + r * width; }
  const T* row(std::size_t r) const { return data.data() + r * width; }
};

/// The rows of all matrices: sentences by falling length; the first words of all, then the second
/// words of all that have one, and so on (as in training).
struct Parser::Work {
  const Kernels* kernels = nullptr;
  std::vector<std::uint32_t> lengths, offsets;
  std::size_t count = 0;
  Rows<std::int16_t> in, out, hidden;
  Rows<float> gates, scores, views;
  std::vector<float> memory;
  std::vector<std::int16_t> state;
  std::vector<std::uint16_t> tags;
  std::vector<float> bent, joined, arc_scores;
  std::vector<std::int16_t> quantised;
  DecoderWork decoder;
  /// Of one sentence that is labelled again.
  Rows<std::int16_t> own_hidden;
  Rows<float> own_scores;

  [[nodiscard]] std::size_t row(std::size_t sentence, std::size_t word) const {
    return offsets[word] + sentence;
  }
};

/// A tree with its labels, and how likely the network finds it.
struct Parser::LabelledTree {
  std::vector<std::int32_t> heads;
  std::vector<std::size_t> labels;
  double score = 0;  ///< the sum of the logarithms of all arcs' and labels' shares
};

}  // namespace annals
