#include "ingest/train/half_products.h"

#include <immintrin.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>

namespace annals::train {
namespace {

constexpr std::size_t side = 16;   ///< rows of a tile, and its columns of 32 bits
constexpr std::size_t block = 32;  ///< rows and columns that are summed up at once: 2 x 2 tiles
constexpr std::size_t tile = 256;  ///< words of a tile
constexpr int row_bytes = 64;

/// The form of the processor's configuration of tiles.
struct alignas(64) TileShapes {
  std::uint8_t palette;
  std::uint8_t start;
  std::uint8_t reserved[14];
  std::uint16_t bytes[16];
  std::uint8_t rows[16];
};
constexpr TileShapes eight_tiles = {.palette = 1,
                                    .start = 0,
                                    .reserved = {},
                                    .bytes = {64, 64, 64, 64, 64, 64, 64, 64},
                                    .rows = {16, 16, 16, 16, 16, 16, 16, 16}};

/// The compiler does not know what the instructions on tiles read and write.
inline void memory_is_settled() { __asm__ volatile("" ::: "memory"); }

bool ask_for_tiles() {
  constexpr long ask_permission = 0x1023;  // ARCH_REQ_XCOMP_PERM
  constexpr long tile_data = 18;
  if (!__builtin_cpu_supports("avx512f")) return false;
  std::uint32_t a = 7, b = 0, c = 0, d = 0;
  __asm__("cpuid" : "+a"(a), "=b"(b), "+c"(c), "=d"(d));
  const bool tiles = (d >> 24 & 1) != 0 && (d >> 22 & 1) != 0;
  return tiles && __builtin_cpu_supports("avx512bf16") &&
         syscall(SYS_arch_prctl, ask_permission, tile_data) == 0;
}

std::size_t steps_of(std::size_t depth) { return (depth + 2 * side - 1) / (2 * side); }

#define ANNALS_HALVES __attribute__((target("avx512f,avx512bw,avx512vl,avx512bf16")))

/// Up to sixteen numbers, zeros after them.
ANNALS_HALVES inline __m512 load(const float* from, std::size_t count) {
  const auto mask = static_cast<__mmask16>(count >= side ? 0xFFFFU : (1U << count) - 1);
  return _mm512_maskz_loadu_ps(mask, from);
}

/// Sixteen pairs of 32 neighbours, of which `count` are there.
ANNALS_HALVES inline __m512i pairs_along(const float* from, std::size_t count) {
  const __m512 low = load(from, count);
  const __m512 high = count > side ? load(from + side, count - side) : _mm512_setzero_ps();
  return reinterpret_cast<__m512i>(_mm512_cvtne2ps_pbh(high, low));
}

/// Sixteen pairs of which one number stands in each of two lines; the second may be missing.
ANNALS_HALVES inline __m512i pairs_across(const float* one, const float* two, std::size_t count) {
  static constexpr std::uint16_t zip[32] = {0,  16, 1,  17, 2,  18, 3,  19, 4,  20, 5,
                                            21, 6,  22, 7,  23, 8,  24, 9,  25, 10, 26,
                                            11, 27, 12, 28, 13, 29, 14, 30, 15, 31};
  const __m512 second = two ? load(two, count) : _mm512_setzero_ps();
  return _mm512_permutexvar_epi16(
      _mm512_loadu_si512(zip),
      reinterpret_cast<__m512i>(_mm512_cvtne2ps_pbh(second, load(one, count))));
}

/// Sixteen words, a row of a tile apart.
ANNALS_HALVES inline void store_down(std::uint32_t* to, __m512i words) {
  const __m512i rows =
      _mm512_mullo_epi32(_mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0),
                         _mm512_set1_epi32(static_cast<int>(side)));
  _mm512_i32scatter_epi32(to, rows, words, sizeof(std::uint32_t));
}

/// 32 rows of a left side from `first` on: pairs along the depth, tiles of 16 rows x 16 pairs, two
/// tiles a step.
ANNALS_HALVES void pack_half_left(View left, std::size_t first, std::uint32_t* to) {
  const std::size_t rows = std::min(block, left.rows - first);
  std::fill_n(to, steps_of(left.cols) * 2 * tile, 0U);
  const float* const from = left.data + first * left.row_step;
  for (std::size_t k = 0; left.col_step == 1 && k < left.cols; k += 2 * side)
    for (std::size_t r = 0; r < rows; ++r)
      _mm512_storeu_si512(to + (k / side + r / side) * tile + r % side * side,
                          pairs_along(from + r * left.row_step + k, left.cols - k));
  for (std::size_t k = 0; left.col_step != 1 && k < left.cols; k += 2) {
    const float* const one = from + k * left.col_step;
    const float* const two = k + 1 < left.cols ? one + left.col_step : nullptr;
    for (std::size_t r = 0; r < rows; r += side)
      store_down(to + (k / (2 * side) * 2 + r / side) * tile + k % (2 * side) / 2,
                 pairs_across(one + r, two ? two + r : nullptr, rows - r));
  }
}

/// 32 columns of a right side: pairs along the depth, tiles of 16 pairs x 16 columns, two a step.
ANNALS_HALVES void pack_panel(View right, std::size_t first, std::uint32_t* to) {
  const std::size_t cols = std::min(block, right.cols - first);
  const float* const from = right.data + first * right.col_step;
  for (std::size_t k = 0; right.col_step == 1 && k < right.rows; k += 2) {
    const float* const one = from + k * right.row_step;
    const float* const two = k + 1 < right.rows ? one + right.row_step : nullptr;
    std::uint32_t* const line = to + k / (2 * side) * 2 * tile + k % (2 * side) / 2 * side;
    for (std::size_t c = 0; c < cols; c += side)
      _mm512_storeu_si512(line + c / side * tile,
                          pairs_across(one + c, two ? two + c : nullptr, cols - c));
  }
  for (std::size_t k = 0; right.col_step != 1 && k < right.rows; k += 2 * side)
    for (std::size_t c = 0; c < cols; ++c)
      store_down(to + (k / side + c / side) * tile + c % side,
                 pairs_along(from + c * right.col_step + k, right.rows - k));
}

/// Adds up or replaces a block of `rows` x `cols` sums.
__attribute__((target("avx512f"))) void put(const float* sums, float* out, std::size_t out_step,
                                            std::size_t rows, std::size_t cols, bool add) {
  for (std::size_t r = 0; r < rows; ++r) {
    const float* const from = sums + r * block;
    float* const to = out + r * out_step;
    for (std::size_t c = 0; c < cols; ++c) to[c] = add ? to[c] + from[c] : from[c];
  }
}

__attribute__((target("amx-tile,amx-bf16"))) void sum_block(const std::uint32_t* left,
                                                            const std::uint32_t* right,
                                                            std::size_t steps, float* sums) {
  memory_is_settled();
  _tile_zero(0);
  _tile_zero(1);
  _tile_zero(2);
  _tile_zero(3);
  for (std::size_t step = 0; step < steps; ++step, left += 2 * tile, right += 2 * tile) {
    _tile_loadd(4, left, row_bytes);
    _tile_loadd(6, right, row_bytes);
    _tile_loadd(7, right + tile, row_bytes);
    _tile_loadd(5, left + tile, row_bytes);
    _tile_dpbf16ps(0, 4, 6);
    _tile_dpbf16ps(1, 4, 7);
    _tile_dpbf16ps(2, 5, 6);
    _tile_dpbf16ps(3, 5, 7);
  }
  constexpr int sum_bytes = block * sizeof(float);
  _tile_stored(0, sums, sum_bytes);
  _tile_stored(1, sums + side, sum_bytes);
  _tile_stored(2, sums + side * block, sum_bytes);
  _tile_stored(3, sums + side * block + side, sum_bytes);
  memory_is_settled();
}

__attribute__((target("amx-tile"))) void begin_tiles() { _tile_loadconfig(&eight_tiles); }

__attribute__((target("amx-tile"))) void end_tiles() { _tile_release(); }

}  // namespace

bool have_half_products() {
  static const bool have = ask_for_tiles();
  return have;
}

void pack_half_right(View right, std::vector<std::uint32_t>& to) {
  const std::size_t size = steps_of(right.rows) * 2 * tile;
  to.assign((right.cols + block - 1) / block * size, 0U);
  for (std::size_t first = 0; first < right.cols; first += block)
    pack_panel(right, first, to.data() + first / block * size);
}

void multiply_half(View left, const std::uint32_t* right, std::size_t depth, std::size_t cols,
                   float* out, std::size_t out_step, bool add) {
  static thread_local std::vector<std::uint32_t> packed;
  const std::size_t steps = steps_of(depth);
  const std::size_t panels = (cols + block - 1) / block;
  packed.resize(steps * 2 * tile);
  alignas(64) float sums[block * block];
  begin_tiles();
  for (std::size_t first = 0; first < left.rows; first += block) {
    pack_half_left(left, first, packed.data());
    for (std::size_t panel = 0; panel < panels; ++panel) {
      sum_block(packed.data(), right + panel * steps * 2 * tile, steps, sums);
      put(sums, out + first * out_step + panel * block, out_step,
          std::min(block, left.rows - first), std::min(block, cols - panel * block), add);
    }
  }
  end_tiles();
}

}  // namespace annals::train
