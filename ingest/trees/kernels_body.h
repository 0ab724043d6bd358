// The arithmetic in plain loops, included by kernels_portable.cpp and, compiled for wider vectors,
// by kernels_avx2.cpp. Not for other files. Both are built with -ffp-contract=off.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "ingest/text/approx.h"
#include "ingest/trees/kernels.h"

namespace annals {
namespace {

inline std::int16_t to_activation(float x) {
  float scaled = x * activation_scale;
  scaled = scaled > 32767.0F ? 32767.0F : scaled;
  scaled = scaled < -32767.0F ? -32767.0F : scaled;
  // Rounds to even by pushing the fraction out of the mantissa.
  return static_cast<std::int16_t>(static_cast<std::int32_t>((scaled + 12582912.0F) - 12582912.0F));
}

[[maybe_unused]] void gates_plain(const float* gates, float* memory, std::int16_t* out,
                                  std::size_t cells) {
  const float* const in = gates;
  const float* const forget = gates + cells;
  const float* const open = gates + 2 * cells;
  const float* const candidate = gates + 3 * cells;
  for (std::size_t i = 0; i < cells; ++i) {
    const float kept = approx_sigmoid(forget[i]) * memory[i];
    const float added = approx_sigmoid(in[i]) * approx_tanh(candidate[i]);
    memory[i] = kept + added;
    out[i] = to_activation(approx_sigmoid(open[i]) * approx_tanh(memory[i]));
  }
}

[[maybe_unused]] void activate_plain(const float* in, std::int16_t* out, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) out[i] = to_activation(in[i]);
}

[[maybe_unused]] float dot_plain(const float* left, const float* right, std::size_t count) {
  float sums[8] = {};
  std::size_t i = 0;
  for (; i + 8 <= count; i += 8)
    for (std::size_t j = 0; j < 8; ++j) sums[j] += left[i + j] * right[i + j];
  for (std::size_t j = 0; i + j < count; ++j) sums[j] += left[i + j] * right[i + j];
  return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
}

[[maybe_unused]] void softmax_plain(float* scores, std::size_t count) {
  float most = scores[0];
  for (std::size_t i = 1; i < count; ++i) most = scores[i] > most ? scores[i] : most;
  for (std::size_t i = 0; i < count; ++i) scores[i] = approx_exp(scores[i] - most);
  float sums[8] = {};
  for (std::size_t i = 0; i < count; ++i) sums[i % 8] += scores[i];
  const float sum =
      ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
  const float by = 1.0F / sum;
  for (std::size_t i = 0; i < count; ++i) scores[i] *= by;
}

[[maybe_unused]] void add_row_plain(float* to, const std::int8_t* from, float scale,
                                    std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) to[i] += scale * static_cast<float>(from[i]);
}

}  // namespace
}  // namespace annals
