#include "ingest/kernels.h"

#include <cstdlib>
#include <string_view>

namespace annals {

#if defined(__x86_64__)
const Kernels& avx2_kernels();  // kernels_avx2.cpp
#endif

DenseWeights dense_weights(const Model& model, std::string_view name) {
  const auto bytes = model.section(name);
  const auto* const numbers = reinterpret_cast<const std::uint32_t*>(bytes.data());
  DenseWeights weights{.inputs = numbers[2], .outputs = numbers[3]};
  weights.scales = reinterpret_cast<const float*>(numbers + 16);
  weights.bias = weights.scales + weights.outputs;
  weights.data = reinterpret_cast<const std::int8_t*>(weights.bias + weights.outputs);
  return weights;
}

const Kernels& best_kernels() {
  static const Kernels& best = []() -> const Kernels& {
    const char* const wish = std::getenv("ANNALS_KERNELS");
    if (wish && std::string_view(wish) == "portable") return portable_kernels();
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) return avx2_kernels();
#endif
    return portable_kernels();
  }();
  return best;
}

}  // namespace annals
