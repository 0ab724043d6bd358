#pragma once

#include <algorithm>

#include "ingest/text/approx.h"
#include "ingest/train/parameters.h"

namespace annals::train {

// What the layers of the network have in common.

/// Turns scores into probabilities in place.
inline void softmax(float* scores, std::size_t count) {
  float most = scores[0];
  for (std::size_t i = 1; i < count; ++i) most = std::max(most, scores[i]);
  float sum = 0;
  for (std::size_t i = 0; i < count; ++i) scores[i] = approx_exp(scores[i] - most);
  for (std::size_t i = 0; i < count; ++i) sum += scores[i];
  const float by = 1 / sum;
  for (std::size_t i = 0; i < count; ++i) scores[i] *= by;
}

/// Adds a bias to each row.
inline void add_bias(Matrix& values, const Matrix& bias) {
  for (std::size_t r = 0; r < values.rows; ++r)
    for (std::size_t c = 0; c < values.cols; ++c) values.row(r)[c] += bias.data[c];
}

/// Adds the sums of the columns to `sums`.
inline void add_columns(const Matrix& values, Matrix& sums) {
  for (std::size_t r = 0; r < values.rows; ++r)
    for (std::size_t c = 0; c < values.cols; ++c) sums.data[c] += values.row(r)[c];
}

inline void times(Matrix& values, const Matrix& mask) {
  for (std::size_t i = 0; i < values.data.size(); ++i) values.data[i] *= mask.data[i];
}

/// The probabilities of a softmax layer.
inline void classify(const Matrix& in, const Parameter& weights, const Parameter& bias,
                     Matrix& probabilities) {
  multiply(view(in), view(weights.value), probabilities, false);
  add_bias(probabilities, bias.value);
  for (std::size_t r = 0; r < in.rows; ++r) softmax(probabilities.row(r), probabilities.cols);
}

inline void scale(Matrix& values, float by) {
  for (float& x : values.data) x *= by;
}

/// Adds `weight` times the values to `sum`, which may be empty.
inline void add_times(Matrix& sum, const Matrix& values, float weight) {
  if (sum.data.empty()) sum.reshape(values.rows, values.cols);
  for (std::size_t i = 0; i < values.data.size(); ++i) sum.data[i] += weight * values.data[i];
}

}  // namespace annals::train
