#include "ingest/parser_decoding.h"

#include <limits>

namespace annals {
namespace {

/// Charts over spans [i, j] of words. Right: the head is i; left: the head is j. Those that are
/// read from their right end stand transposed, so that every inner loop runs along memory.
class Decoder {
 public:
  Decoder(std::span<const float> scores, std::size_t count, DecoderWork& work)
      : scores_(scores), n_(count), w_(work) {
    const std::size_t cells = n_ * n_;
    for (auto* chart : {&w_.complete_right, &w_.complete_left, &w_.open_right, &w_.open_left})
      chart->assign(cells, 0.0F);
    for (auto* chart : {&w_.split_right, &w_.split_left, &w_.split_open}) chart->assign(cells, 0);
    w_.heads.assign(n_, -1);
  }

  void run() {
    for (std::size_t width = 1; width < n_; ++width)
      for (std::size_t i = 0; i + width < n_; ++i) fill(i, i + width);
    std::size_t best = 0;
    float most = -std::numeric_limits<float>::infinity();
    for (std::size_t r = 0; r < n_; ++r) {
      const float score = scores_[r * (n_ + 1)] + left(0, r) + right(r, n_ - 1);
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
  float& right(std::size_t i, std::size_t j) { return w_.complete_right[i * n_ + j]; }
  float& left(std::size_t i, std::size_t j) { return w_.complete_left[j * n_ + i]; }  // transposed
  float& open_right(std::size_t i, std::size_t j) { return w_.open_right[j * n_ + i]; }
  float& open_left(std::size_t i, std::size_t j) { return w_.open_left[i * n_ + j]; }

  /// Largest of a[k] + b[k]; the first when equal.
  static std::size_t best_of(const float* a, const float* b, std::size_t count, float& most) {
    most = -std::numeric_limits<float>::infinity();
    std::size_t best = 0;
    for (std::size_t k = 0; k < count; ++k) {
      const float sum = a[k] + b[k];
      if (sum > most) {
        most = sum;
        best = k;
      }
    }
    return best;
  }

  void fill(std::size_t i, std::size_t j) {
    float most = 0;
    // Two complete halves [i, k] and [k + 1, j] under an arc between i and j.
    const std::size_t open = best_of(&right(i, i), &left(i + 1, j), j - i, most);
    w_.split_open[i * n_ + j] = static_cast<std::int16_t>(i + open);
    open_right(i, j) = most + arc(i, j);
    open_left(i, j) = most + arc(j, i);
    fill_left(i, j);
    fill_right(i, j);
  }

  /// left(i, j) = max over k in [i, j) of left(i, k) + open_left(k, j).
  void fill_left(std::size_t i, std::size_t j) {
    float most = -std::numeric_limits<float>::infinity();
    for (std::size_t k = i; k < j; ++k) {
      const float sum = left(i, k) + open_left(k, j);
      if (sum > most) {
        most = sum;
        w_.split_left[i * n_ + j] = static_cast<std::int16_t>(k);
      }
    }
    left(i, j) = most;
  }

  /// right(i, j) = max over k in (i, j] of open_right(i, k) + right(k, j).
  void fill_right(std::size_t i, std::size_t j) {
    float most = -std::numeric_limits<float>::infinity();
    for (std::size_t k = i + 1; k <= j; ++k) {
      const float sum = open_right(i, k) + right(k, j);
      if (sum > most) {
        most = sum;
        w_.split_right[i * n_ + j] = static_cast<std::int16_t>(k);
      }
    }
    right(i, j) = most;
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
