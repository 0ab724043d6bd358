// Built with -mavx2 and without fused multiply-add: the same bits as kernels_portable.cpp.
#include <immintrin.h>

#include "ingest/trees/kernels.h"
#include "ingest/trees/kernels_body.h"

namespace annals {
namespace {

/// `height` rows of the input against 16 outputs.
template <std::size_t height>
void tile(const DenseWeights& w, std::size_t first, const std::int16_t* in, std::size_t in_step,
          float* out, std::size_t out_step, bool add) {
  __m256i sum[height][2];
  for (auto& row : sum) row[0] = row[1] = _mm256_setzero_si256();
  const std::int8_t* pair = w.data + first * w.inputs;
  for (std::size_t i = 0; i < w.inputs; i += 2, pair += 32) {
    const __m256i low =
        _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(pair)));
    const __m256i high =
        _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(pair + 16)));
    for (std::size_t r = 0; r < height; ++r) {
      std::int32_t both;
      __builtin_memcpy(&both, in + r * in_step + i, sizeof both);
      const __m256i value = _mm256_set1_epi32(both);
      sum[r][0] = _mm256_add_epi32(sum[r][0], _mm256_madd_epi16(value, low));
      sum[r][1] = _mm256_add_epi32(sum[r][1], _mm256_madd_epi16(value, high));
    }
  }
  for (std::size_t r = 0; r < height; ++r) {
    for (std::size_t half = 0; half < 2; ++half) {
      float* const to = out + r * out_step + first + half * 8;
      const __m256 base = _mm256_loadu_ps(add ? to : w.bias + first + half * 8);
      const __m256 scale = _mm256_loadu_ps(w.scales + first + half * 8);
      _mm256_storeu_ps(to,
                       _mm256_add_ps(base, _mm256_mul_ps(_mm256_cvtepi32_ps(sum[r][half]), scale)));
    }
  }
}

void dense_avx2(const DenseWeights& w, const std::int16_t* in, std::size_t in_step,
                std::size_t rows, float* out, std::size_t out_step, bool add) {
  for (std::size_t first = 0; first < w.outputs; first += 16) {
    std::size_t r = 0;
    for (; r + 4 <= rows; r += 4)
      tile<4>(w, first, in + r * in_step, in_step, out + r * out_step, out_step, add);
    for (; r + 2 <= rows; r += 2)
      tile<2>(w, first, in + r * in_step, in_step, out + r * out_step, out_step, add);
    for (; r < rows; ++r)
      tile<1>(w, first, in + r * in_step, in_step, out + r * out_step, out_step, add);
  }
}

float dot_avx2(const float* left, const float* right, std::size_t count) {
  __m256 sums = _mm256_setzero_ps();
  std::size_t i = 0;
  for (; i + 8 <= count; i += 8)
    sums =
        _mm256_add_ps(sums, _mm256_mul_ps(_mm256_loadu_ps(left + i), _mm256_loadu_ps(right + i)));
  float s[8];
  _mm256_storeu_ps(s, sums);
  for (std::size_t j = 0; i + j < count; ++j) s[j] += left[i + j] * right[i + j];
  return ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]));
}

}  // namespace

const Kernels& avx2_kernels() {
  static constexpr Kernels kernels{.name = "avx2",
                                   .dense = dense_avx2,
                                   .gates = gates_plain,
                                   .activate = activate_plain,
                                   .dot = dot_avx2,
                                   .softmax = softmax_plain,
                                   .add_row = add_row_plain};
  return kernels;
}

}  // namespace annals
