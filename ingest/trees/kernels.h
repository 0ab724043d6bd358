#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "ingest/trees/model.h"

namespace annals {

/// Activations are whole numbers of 1/4096 in 16 bits: -8 to 8.
inline constexpr float activation_scale = 4096.0F;

/// A trained matrix in 8 bits, arranged for the kernels: for each 16 outputs, for each pair of
/// inputs, the 32 weights of the pair, outputs outside. One scale and one bias an output.
struct DenseWeights {
  std::size_t inputs = 0;   ///< even
  std::size_t outputs = 0;  ///< a multiple of 16
  const float* scales = nullptr;
  const float* bias = nullptr;
  const std::int8_t* data = nullptr;
};

/// Section `name` of the model: four 32-bit numbers (inputs, outputs, both padded) on 64 bytes,
/// scales, biases, weights.
[[nodiscard]] DenseWeights dense_weights(const Model& model, std::string_view name);

/// The arithmetic of the network. Sums are of whole numbers and everything else is done in one
/// order of single operations, so every implementation gives the same bits.
struct Kernels {
  const char* name = "";
  /// out[r][o] = bias[o] + sum over i of in[r][i] * weights[i][o]; with `add`, instead of the bias,
  /// what out holds. Rows are `in_step` and `out_step` numbers apart.
  void (*dense)(const DenseWeights& weights, const std::int16_t* in, std::size_t in_step,
                std::size_t rows, float* out, std::size_t out_step, bool add) = nullptr;
  /// One step of a memory cell: `gates` are the sums for input, forget, output and candidate gate,
  /// `memory` is read and renewed, `out` is the output as activations.
  void (*gates)(const float* gates, float* memory, std::int16_t* out, std::size_t cells) = nullptr;
  /// Numbers to activations, held to the range.
  void (*activate)(const float* in, std::int16_t* out, std::size_t count) = nullptr;
  /// Sum of products, in eight interleaved sums.
  float (*dot)(const float* left, const float* right, std::size_t count) = nullptr;
  /// scores to probabilities in place.
  void (*softmax)(float* scores, std::size_t count) = nullptr;
  /// to[i] += scale * from[i].
  void (*add_row)(float* to, const std::int8_t* from, float scale, std::size_t count) = nullptr;
};

/// Plain C++ for any machine.
[[nodiscard]] const Kernels& portable_kernels();
/// Those that this machine can run, the fastest last.
[[nodiscard]] std::span<const Kernels* const> all_kernels();
/// The fastest that this machine can run, chosen once. ANNALS_KERNELS=portable (or avx2, avx512)
/// asks for others.
[[nodiscard]] const Kernels& best_kernels();

}  // namespace annals
