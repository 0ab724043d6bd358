#include "ingest/train/matrix.h"

#include <immintrin.h>

#include <algorithm>
#include <cassert>
#include <cstdint>

#include "graph/error.h"
#include "ingest/train/half_products.h"

namespace annals::train {
namespace {

constexpr std::size_t tile_rows = 12;
constexpr std::size_t tile_cols = 32;
constexpr std::size_t block_rows = 96;  // of the left side: stays in the second-level cache

/// Where the sums of a tile go: `height` rows of `width` numbers, `step` apart.
struct TileOut {
  float* to;
  std::size_t step, height, width;
  bool add;
};

/// 6 x 16 sums over `depth` of a corner of a packed left tile and a packed right tile.
__attribute__((target("avx2,fma"))) void corner(const float* left, const float* right,
                                                std::size_t depth, float* sums) {
  constexpr std::size_t rows = 6;
  __m256 sum[rows][2];
  for (auto& row : sum) row[0] = row[1] = _mm256_setzero_ps();
  for (std::size_t k = 0; k < depth; ++k) {
    const __m256 right0 = _mm256_loadu_ps(right + k * tile_cols);
    const __m256 right1 = _mm256_loadu_ps(right + k * tile_cols + 8);
    for (std::size_t r = 0; r < rows; ++r) {
      const __m256 one = _mm256_broadcast_ss(left + k * tile_rows + r);
      sum[r][0] = _mm256_fmadd_ps(one, right0, sum[r][0]);
      sum[r][1] = _mm256_fmadd_ps(one, right1, sum[r][1]);
    }
  }
  for (std::size_t r = 0; r < rows; ++r) {
    _mm256_storeu_ps(sums + r * tile_cols, sum[r][0]);
    _mm256_storeu_ps(sums + r * tile_cols + 8, sum[r][1]);
  }
}

void tile_avx2(const float* left, const float* right, std::size_t depth, const TileOut& out) {
  alignas(32) float sums[tile_rows * tile_cols];
  for (std::size_t r = 0; r < out.height; r += 6)
    for (std::size_t c = 0; c < out.width; c += 16)
      corner(left + r, right + c, depth, sums + r * tile_cols + c);
  for (std::size_t r = 0; r < out.height; ++r) {
    float* const to = out.to + r * out.step;
    const float* const from = sums + r * tile_cols;
    for (std::size_t c = 0; c < out.width; ++c) to[c] = out.add ? to[c] + from[c] : from[c];
  }
}

/// The same sums in the same order, so the same bits.
__attribute__((target("avx512f"))) void tile_avx512(const float* left, const float* right,
                                                    std::size_t depth, const TileOut& out) {
  __m512 sum[tile_rows][2];
  for (auto& row : sum) row[0] = row[1] = _mm512_setzero_ps();
  for (std::size_t k = 0; k < depth; ++k) {
    const __m512 right0 = _mm512_loadu_ps(right + k * tile_cols);
    const __m512 right1 = _mm512_loadu_ps(right + k * tile_cols + 16);
    for (std::size_t r = 0; r < tile_rows; ++r) {
      const __m512 one = _mm512_set1_ps(left[k * tile_rows + r]);
      sum[r][0] = _mm512_fmadd_ps(one, right0, sum[r][0]);
      sum[r][1] = _mm512_fmadd_ps(one, right1, sum[r][1]);
    }
  }
  const std::uint32_t columns =
      out.width >= tile_cols ? 0xFFFFFFFFU : (std::uint32_t{1} << out.width) - 1;
  const __mmask16 masks[2] = {static_cast<__mmask16>(columns & 0xFFFFU),
                              static_cast<__mmask16>(columns >> 16U)};
  for (std::size_t r = 0; r < tile_rows; ++r) {
    if (r >= out.height) break;
    float* const to = out.to + r * out.step;
    for (std::size_t half = 0; half < 2; ++half) {
      __m512 value = sum[r][half];
      if (out.add) value = _mm512_add_ps(_mm512_maskz_loadu_ps(masks[half], to + 16 * half), value);
      _mm512_mask_storeu_ps(to + 16 * half, masks[half], value);
    }
  }
}

using Tile = void (*)(const float*, const float*, std::size_t, const TileOut&);
const Tile tile = __builtin_cpu_supports("avx512f") ? tile_avx512 : tile_avx2;

Products products = Products::single;

void pack_left(View left, std::size_t first, std::size_t count, float* to) {
  for (std::size_t k = 0; k < left.cols; ++k)
    for (std::size_t r = 0; r < tile_rows; ++r)
      *to++ = r < count ? left.data[(first + r) * left.row_step + k * left.col_step] : 0.0F;
}

}  // namespace

void set_products(Products wanted) {
  if (wanted == Products::half && !have_half_products())
    throw Error(ErrorKind::query,
                "this processor has no products of 16 bits (AMX); use --products single");
  products = wanted;
}

void PackedRight::pack(View right) {
  depth_ = right.rows;
  cols_ = right.cols;
  half_.clear();
  if (products == Products::half) return pack_half_right(right, half_);
  const std::size_t panels = (cols_ + tile_cols - 1) / tile_cols;
  data_.resize(panels * depth_ * tile_cols);
  float* to = data_.data();
  for (std::size_t panel = 0; panel < panels; ++panel) {
    const std::size_t first = panel * tile_cols;
    const std::size_t count = std::min(tile_cols, cols_ - first);
    for (std::size_t k = 0; k < depth_; ++k) {
      const float* from = right.data + k * right.row_step + first * right.col_step;
      for (std::size_t c = 0; c < tile_cols; ++c)
        *to++ = c < count ? from[c * right.col_step] : 0.0F;
    }
  }
}

void multiply_packed(View left, const PackedRight& right, float* out, std::size_t out_step,
                     bool add) {
  assert(left.cols == right.depth_);
  if (!right.half_.empty())
    return multiply_half(left, right.half_.data(), right.depth_, right.cols_, out, out_step, add);
  const std::size_t depth = left.cols;
  const std::size_t panels = (right.cols_ + tile_cols - 1) / tile_cols;
  static thread_local std::vector<float> packed;
  for (std::size_t block = 0; block < left.rows; block += block_rows) {
    const std::size_t rows = std::min(block_rows, left.rows - block);
    const std::size_t tiles = (rows + tile_rows - 1) / tile_rows;
    packed.resize(tiles * tile_rows * depth);
    for (std::size_t t = 0; t < tiles; ++t)
      pack_left(left, block + t * tile_rows, std::min(tile_rows, rows - t * tile_rows),
                packed.data() + t * tile_rows * depth);
    for (std::size_t panel = 0; panel < panels; ++panel) {
      const std::size_t first = panel * tile_cols;
      for (std::size_t t = 0; t < tiles; ++t)
        tile(packed.data() + t * tile_rows * depth, right.data_.data() + panel * depth * tile_cols,
             depth,
             {.to = out + (block + t * tile_rows) * out_step + first,
              .step = out_step,
              .height = std::min(tile_rows, rows - t * tile_rows),
              .width = std::min(tile_cols, right.cols_ - first),
              .add = add});
    }
  }
}

void multiply(View left, View right, Matrix& out, bool add) {
  assert(left.cols == right.rows);
  if (!add) out.resize(left.rows, right.cols);
  static thread_local PackedRight packed;
  packed.pack(right);
  multiply_packed(left, packed, out.data.data(), out.cols, add);
}

}  // namespace annals::train
