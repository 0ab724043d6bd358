#include "ingest/trees/kernels.h"

#include <cstdlib>
#include <string_view>
#include <vector>

namespace annals {

#if defined(__x86_64__)
const Kernels& avx2_kernels();    // kernels_avx2.cpp
const Kernels& avx512_kernels();  // kernels_avx512.cpp
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

std::span<const Kernels* const> all_kernels() {
  static const std::vector<const Kernels*> all = [] {
    std::vector<const Kernels*> able = {&portable_kernels()};
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) {
      able.push_back(&avx2_kernels());
      if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
          __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni"))
        able.push_back(&avx512_kernels());
    }
#endif
    return able;
  }();
  return all;
}

const Kernels& best_kernels() {
  static const Kernels& best = []() -> const Kernels& {
    if (const char* const wish = std::getenv("ANNALS_KERNELS"))
      for (const Kernels* const kernels : all_kernels())
        if (std::string_view(wish) == kernels->name) return *kernels;
    return *all_kernels().back();
  }();
  return best;
}

}  // namespace annals
