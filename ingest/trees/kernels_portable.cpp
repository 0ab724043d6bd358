#include "ingest/trees/kernels.h"
#include "ingest/trees/kernels_body.h"

namespace annals {
namespace {

void dense_plain(const DenseWeights& w, const std::int16_t* in, std::size_t in_step,
                 std::size_t rows, float* out, std::size_t out_step, bool add) {
  for (std::size_t first = 0; first < w.outputs; first += 16) {
    const std::int8_t* const block = w.data + first * w.inputs;
    for (std::size_t r = 0; r < rows; ++r) {
      std::int32_t sums[16] = {};
      const std::int16_t* const row = in + r * in_step;
      for (std::size_t i = 0; i < w.inputs; i += 2) {
        const std::int8_t* const pair = block + i * 16;
        for (std::size_t o = 0; o < 16; ++o)
          sums[o] += row[i] * pair[2 * o] + row[i + 1] * pair[2 * o + 1];
      }
      float* const to = out + r * out_step + first;
      for (std::size_t o = 0; o < 16; ++o)
        to[o] =
            (add ? to[o] : w.bias[first + o]) + static_cast<float>(sums[o]) * w.scales[first + o];
    }
  }
}

}  // namespace

const Kernels& portable_kernels() {
  static constexpr Kernels kernels{.name = "portable",
                                   .dense = dense_plain,
                                   .gates = gates_plain,
                                   .activate = activate_plain,
                                   .dot = dot_plain,
                                   .softmax = softmax_plain,
                                   .add_row = add_row_plain};
  return kernels;
}

}  // namespace annals
