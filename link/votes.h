#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "link/linked_telling.h"

namespace annals {

/// Values with the texts that give them, and the first telling of each.
class Votes {
 public:
  void add(const std::string& value, const LinkedTelling& telling) {
    Vote& vote = votes_[value];
    if (vote.texts.empty()) vote.first = &telling;
    vote.texts.insert(telling.text);
  }

  [[nodiscard]] bool empty() const { return votes_.empty(); }
  [[nodiscard]] std::size_t size() const { return votes_.size(); }

  /// The value of most independent texts; of equals the one told first.
  [[nodiscard]] const LinkedTelling& winner() const {
    const auto best =
        std::max_element(votes_.begin(), votes_.end(), [](const auto& a, const auto& b) {
          const auto more = std::pair(a.second.texts.size(), b.second.texts.size());
          if (more.first != more.second) return more.first < more.second;
          return told_before(*b.second.first, *a.second.first);
        });
    return *best->second.first;
  }

  [[nodiscard]] Contest contest(std::string what) const {
    Contest result{.what = std::move(what)};
    for (const auto& [value, vote] : votes_) {
      result.values.push_back(value);
      result.mentions.push_back(vote.first->mention().id);
    }
    return result;
  }

 private:
  struct Vote {
    const LinkedTelling* first = nullptr;
    std::set<std::uint64_t> texts;
  };
  std::map<std::string, Vote> votes_;
};

}  // namespace annals
