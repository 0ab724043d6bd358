#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>
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

/// DisjointSets that know their members.
class DisjointGroups {
 public:
  explicit DisjointGroups(std::size_t size) : sets_(size), members_(size) {
    for (std::size_t i = 0; i < size; ++i) members_[i] = {i};
  }

  /// The smallest number of the group.
  [[nodiscard]] std::size_t find(std::size_t each) { return sets_.find(each); }
  /// The group of a number, sorted.
  [[nodiscard]] const std::vector<std::size_t>& of(std::size_t each) {
    return members_[sets_.find(each)];
  }

  void join(std::size_t a, std::size_t b) {
    a = sets_.find(a);
    b = sets_.find(b);
    if (a == b) return;
    const std::size_t root = sets_.join(a, b);
    const std::size_t other = root == a ? b : a;
    members_[root].insert(members_[root].end(), members_[other].begin(), members_[other].end());
    std::sort(members_[root].begin(), members_[root].end());
    members_[other].clear();
  }

  /// All groups, by their smallest numbers.
  [[nodiscard]] std::vector<std::vector<std::size_t>> all() const {
    std::vector<std::vector<std::size_t>> groups;
    for (const auto& group : members_) {
      if (!group.empty()) groups.push_back(group);
    }
    return groups;
  }

 private:
  DisjointSets sets_;
  std::vector<std::vector<std::size_t>> members_;
};

}  // namespace annals
