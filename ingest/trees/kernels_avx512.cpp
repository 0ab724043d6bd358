// Products for machines with AVX-512 VNNI: a pair of products and their sum in one instruction.
// Built with -mavx512vnni and without fused multiply-add: the same bits as kernels_portable.cpp.
#include <immintrin.h>

#include <type_traits>

#include "ingest/trees/kernels.h"

namespace annals {

const Kernels& avx2_kernels();  // kernels_avx2.cpp

namespace {

/// `height` rows of the input against `groups` times 16 outputs.
template <std::size_t height, std::size_t groups>
void tile(const DenseWeights& w, std::size_t first, const std::int16_t* in, std::size_t in_step,
          float* out, std::size_t out_step, bool add) {
  __m512i sum[height][groups];
  for (auto& row : sum)
    for (auto& s : row) s = _mm512_setzero_si512();
  const std::int8_t* const block = w.data + first * w.inputs;
  const std::size_t group_size = 16 * w.inputs;
  for (std::size_t i = 0; i < w.inputs; i += 2) {
    __m512i weights[groups];
    for (std::size_t g = 0; g < groups; ++g)
      weights[g] = _mm512_cvtepi8_epi16(
          _mm256_loadu_si256(reinterpret_cast<const __m256i*>(block + g * group_size + i * 16)));
    for (std::size_t r = 0; r < height; ++r) {
      std::int32_t both;
      __builtin_memcpy(&both, in + r * in_step + i, sizeof both);
      const __m512i value = _mm512_set1_epi32(both);
      for (std::size_t g = 0; g < groups; ++g)
        sum[r][g] = _mm512_dpwssd_epi32(sum[r][g], value, weights[g]);
    }
  }
  for (std::size_t r = 0; r < height; ++r) {
    for (std::size_t g = 0; g < groups; ++g) {
      const std::size_t o = first + g * 16;
      float* const to = out + r * out_step + o;
      const __m512 base = _mm512_loadu_ps(add ? to : w.bias + o);
      _mm512_storeu_ps(to, _mm512_add_ps(base, _mm512_mul_ps(_mm512_cvtepi32_ps(sum[r][g]),
                                                             _mm512_loadu_ps(w.scales + o))));
    }
  }
}

template <std::size_t groups>
void panel(const DenseWeights& w, std::size_t first, const std::int16_t* in, std::size_t in_step,
           std::size_t rows, float* out, std::size_t out_step, bool add) {
  std::size_t r = 0;
  const auto run = [&](auto height) {
    constexpr std::size_t h = decltype(height)::value;
    for (; r + h <= rows; r += h)
      tile<h, groups>(w, first, in + r * in_step, in_step, out + r * out_step, out_step, add);
  };
  run(std::integral_constant<std::size_t, 8>{});
  run(std::integral_constant<std::size_t, 4>{});
  run(std::integral_constant<std::size_t, 2>{});
  run(std::integral_constant<std::size_t, 1>{});
}

void dense_avx512(const DenseWeights& w, const std::int16_t* in, std::size_t in_step,
                  std::size_t rows, float* out, std::size_t out_step, bool add) {
  std::size_t first = 0;
  for (; first + 32 <= w.outputs; first += 32)
    panel<2>(w, first, in, in_step, rows, out, out_step, add);
  if (first < w.outputs) panel<1>(w, first, in, in_step, rows, out, out_step, add);
}

}  // namespace

const Kernels& avx512_kernels() {
  static const Kernels kernels = [] {
    Kernels k = avx2_kernels();
    k.name = "avx512";
    k.dense = dense_avx512;
    return k;
  }();
  return kernels;
}

}  // namespace annals
