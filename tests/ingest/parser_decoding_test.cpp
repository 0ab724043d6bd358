#include "ingest/trees/parser_decoding.h"

#include <catch2/catch.hpp>
#include <random>
#include <vector>

using namespace annals;

namespace {

/// One root, no circle, no arcs that cross.
bool is_projective_tree(const std::vector<int>& heads) {
  const int n = static_cast<int>(heads.size());
  int roots = 0;
  for (int i = 0; i < n; ++i) {
    roots += heads[static_cast<std::size_t>(i)] < 0;
    int up = i;
    for (int steps = 0; up >= 0; ++steps, up = heads[static_cast<std::size_t>(up)])
      if (steps > n) return false;
  }
  if (roots != 1) return false;
  for (int i = 0; i < n; ++i) {
    const int h = heads[static_cast<std::size_t>(i)];
    for (int k = std::min(i, h) + 1; h >= 0 && k < std::max(i, h); ++k) {
      int up = k;
      while (up >= 0 && up != h) up = heads[static_cast<std::size_t>(up)];
      if (up != h) return false;
    }
  }
  return true;
}

float score_of(const std::vector<float>& scores, const std::vector<int>& heads) {
  float sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i)
    sum += scores[i * (heads.size() + 1) + static_cast<std::size_t>(heads[i] + 1)];
  return sum;
}

}  // namespace

TEST_CASE("decoding finds the best of all trees without crossing arcs", "[ingest][parser]") {
  std::mt19937 random(17);
  DecoderWork work;
  for (int round = 0; round < 60; ++round) {
    const std::size_t n = 1 + random() % 5;
    std::vector<float> scores(n * (n + 1));
    for (float& x : scores) x = static_cast<float>(random() % 2000) / 100.0F - 10.0F;
    float most = -1e9F;
    std::vector<int> heads(n, -1);
    for (bool more = true; more;) {
      if (is_projective_tree(heads)) most = std::max(most, score_of(scores, heads));
      more = false;
      for (std::size_t i = 0; i < n && !more; ++i) {
        more = ++heads[i] < static_cast<int>(n);
        if (!more) heads[i] = -1;
      }
    }
    const auto found = best_tree(scores, n, work);
    const std::vector<int> tree(found.begin(), found.end());
    CHECK(is_projective_tree(tree));
    CHECK(score_of(scores, tree) == Approx(most));
  }
}
