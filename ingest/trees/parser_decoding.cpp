#include "ingest/trees/parser_decoding.h"

#include <limits>

namespace annals {
namespace {

/// Charts over spans [i, j] of words. Right: the head is i; left: the head is j. Complete ones
/// stand twice, in rows by their start and in rows by their end, so that every inner loop runs
/// along memory.
class Decoder {
 public:
  Decoder(std::span<const float> scores, std::size_t count, DecoderWork& work)
      : scores_(scores), n_(count), w_(work) {
    const std::size_t cells = n_ * n_;
    for (auto* chart : {&w_.right_by_start, &w_.right_by_end, &w_.left_by_start, &w_.left_by_end,
                        &w_.open_right, &w_.open_left})
      chart->assign(cells, 0.0F);
    for (auto* chart : {&w_.split_right, &w_.split_left, &w_.split_open}) chart->assign(cells, 0);
    w_.heads.assign(n_, -1);
    w_.sums.resize(n_);
  }

  void run() {
    for (std::size_t width = 1; width < n_; ++width)
      for (std::size_t i = 0; i + width < n_; ++i) fill(i, i + width);
    std::size_t best = 0;
    float most = -std::numeric_limits<float>::infinity();
    for (std::size_t r = 0; r < n_; ++r) {
      const float score =
          scores_[r * (n_ + 1)] + w_.left_by_start[r] + w_.right_by_start[r * n_ + n_ - 1];
      if (score <= most) continue;
      most = score;
      best = r;
    }
    w_.heads[best] = -1;
    read_back(best);
  }

 private:
  float arc(std::size_t head, std::size_t word) const {
    return scores_[word * (n_ + 1) + head + 1];
  }

  /// The largest of a[k] + b[k] and its place; the first when equal.
  std::size_t best_of(const float* a, const float* b, std::size_t count, float& most) {
    float* const sums = w_.sums.data();
    float top = -1e30F;
    for (std::size_t k = 0; k < count; ++k) {
      sums[k] = a[k] + b[k];
      top = sums[k] > top ? sums[k] : top;
    }
    most = top;
    std::size_t best = 0;
    while (best + 1 < count && sums[best] != top) ++best;
    return best;
  }

  void fill(std::size_t i, std::size_t j) {
    const std::size_t row = i * n_;
    const std::size_t column = j * n_;
    float most = 0;
    // Two complete halves [i, k] and [k + 1, j] under an arc between i and j.
    std::size_t k =
        best_of(&w_.right_by_start[row + i], &w_.left_by_end[column + i + 1], j - i, most);
    w_.split_open[row + j] = static_cast<std::int16_t>(i + k);
    w_.open_right[row + j] = most + arc(i, j);
    w_.open_left[column + i] = most + arc(j, i);
    // left(i, j): left(i, k) and the arc from j to k, for k in [i, j).
    k = best_of(&w_.left_by_start[row + i], &w_.open_left[column + i], j - i, most);
    w_.split_left[row + j] = static_cast<std::int16_t>(i + k);
    w_.left_by_start[row + j] = w_.left_by_end[column + i] = most;
    // right(i, j): the arc from i to k and right(k, j), for k in (i, j].
    k = best_of(&w_.open_right[row + i + 1], &w_.right_by_end[column + i + 1], j - i, most);
    w_.split_right[row + j] = static_cast<std::int16_t>(i + 1 + k);
    w_.right_by_start[row + j] = w_.right_by_end[column + i] = most;
  }

  struct Part {
    std::size_t i, j;
    bool head_left;
    bool open;
  };

  void read_back(std::size_t root) {
    std::vector<Part> parts = {{0, root, false, false}, {root, n_ - 1, true, false}};
    while (!parts.empty()) {
      const Part part = parts.back();
      parts.pop_back();
      const auto [i, j, head_left, open] = part;
      if (i == j) continue;
      if (open) {
        w_.heads[head_left ? j : i] = static_cast<std::int32_t>(head_left ? i : j);
        const auto k = static_cast<std::size_t>(w_.split_open[i * n_ + j]);
        parts.push_back({i, k, true, false});
        parts.push_back({k + 1, j, false, false});
      } else if (head_left) {
        const auto k = static_cast<std::size_t>(w_.split_right[i * n_ + j]);
        parts.push_back({i, k, true, true});
        parts.push_back({k, j, true, false});
      } else {
        const auto k = static_cast<std::size_t>(w_.split_left[i * n_ + j]);
        parts.push_back({i, k, false, false});
        parts.push_back({k, j, false, true});
      }
    }
  }

  std::span<const float> scores_;
  std::size_t n_;
  DecoderWork& w_;
};

}  // namespace

std::span<const std::int32_t> best_tree(std::span<const float> scores, std::size_t count,
                                        DecoderWork& work) {
  if (count > 0)
    Decoder(scores, count, work).run();
  else
    work.heads.clear();
  return work.heads;
}

}  // namespace annals
