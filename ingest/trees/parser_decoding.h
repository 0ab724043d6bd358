#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace annals {

/// Memory for decoding, kept between sentences.
struct DecoderWork {
  std::vector<float> right_by_start, right_by_end, left_by_start, left_by_end, open_right,
      open_left;
  std::vector<float> sums;
  std::vector<std::int16_t> split_right, split_left, split_open;
  std::vector<std::int32_t> heads;
};

/// The best tree without crossing arcs and with one root. `scores` has a row of `count + 1` numbers
/// for each of the `count` words: the score of the root as its head, then of word 0, 1, ...
/// Gives the heads, -1 for the root; they stay valid until the next call with `work`.
/// Takes count^3 / 3 steps. Source: Eisner 1996, with the root chosen last.
[[nodiscard]] std::span<const std::int32_t> best_tree(std::span<const float> scores,
                                                      std::size_t count, DecoderWork& work);

}  // namespace annals
