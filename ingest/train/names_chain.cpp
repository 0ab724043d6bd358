#include "ingest/train/names_chain.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ingest/text/approx.h"

namespace annals::train {
namespace {

constexpr std::size_t at_start = name_tags;  ///< row of NameFollow

/// Divides by the sum, which it returns.
float normalize(NameScores& numbers) {
  const float sum = std::accumulate(numbers.begin(), numbers.end(), 0.0F);
  for (float& n : numbers) n /= sum;
  return sum;
}

/// Factors of pairs; nothing for those that may not stand.
NameFollow factors_of(const NameFollow& follow) {
  NameFollow factors{};
  for (std::size_t b = 0; b <= name_tags; ++b)
    for (std::size_t t = 0; t < name_tags; ++t)
      if (may_follow(b == at_start ? 0 : b, t)) factors[b][t] = approx_exp(follow[b][t]);
  return factors;
}

}  // namespace

void learn_chain(const std::vector<NameScores>& scores, const NameFollow& follow,
                 std::span<const std::uint8_t> gold, ChainLesson& lesson) {
  const std::size_t n = scores.size();
  const NameFollow factors = factors_of(follow);
  lesson.words.resize(n);
  lesson.follow = {};
  lesson.loss = 0;
  std::vector<NameScores> words(n), before(n), behind(n);  // factors; sums up to, and after a word
  std::vector<float> sums(n);
  for (std::size_t i = 0; i < n; ++i) {
    const float most = *std::max_element(scores[i].begin(), scores[i].end());
    for (std::size_t t = 0; t < name_tags; ++t) {
      words[i][t] = approx_exp(scores[i][t] - most);
      float sum = i == 0 ? factors[at_start][t] : 0.0F;
      for (std::size_t b = 0; b < name_tags && i > 0; ++b) sum += before[i - 1][b] * factors[b][t];
      before[i][t] = sum * words[i][t];
    }
    sums[i] = normalize(before[i]);
    lesson.loss += std::log(static_cast<double>(sums[i])) -
                   static_cast<double>(scores[i][gold[i]] - most) -
                   static_cast<double>(follow[i == 0 ? at_start : gold[i - 1]][gold[i]]);
  }
  behind[n - 1].fill(1);
  for (std::size_t i = n - 1; i-- > 0;)
    for (std::size_t b = 0; b < name_tags; ++b) {
      float sum = 0;
      for (std::size_t t = 0; t < name_tags; ++t)
        sum += factors[b][t] * words[i + 1][t] * behind[i + 1][t];
      behind[i][b] = sum / sums[i + 1];
    }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t t = 0; t < name_tags; ++t) {
      lesson.words[i][t] = before[i][t] * behind[i][t];
      const float part = words[i][t] * behind[i][t] / sums[i];
      if (i == 0) lesson.follow[at_start][t] += factors[at_start][t] * part;
      for (std::size_t b = 0; b < name_tags && i > 0; ++b)
        lesson.follow[b][t] += before[i - 1][b] * factors[b][t] * part;
    }
    lesson.words[i][gold[i]] -= 1;
    lesson.follow[i == 0 ? at_start : gold[i - 1]][gold[i]] -= 1;
  }
}

}  // namespace annals::train
