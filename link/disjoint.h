#pragma once

#include <cstddef>
#include <numeric>
#include <vector>

namespace annals {

/// Sets of the numbers 0..size-1 that only grow together. The smallest number of a set stands for
/// it. Source: Tarjan, Efficiency of a good but not linear set union algorithm, 1975.
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), 0);
  }

  [[nodiscard]] std::size_t find(std::size_t each) {
    while (parent_[each] != each) each = parent_[each] = parent_[parent_[each]];
    return each;
  }

  /// The number that stands for both from now on.
  std::size_t join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    if (a > b) std::swap(a, b);
    parent_[b] = a;
    return a;
  }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace annals
