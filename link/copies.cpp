#include "link/copies.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "link/disjoint.h"

namespace annals {
namespace {

constexpr std::size_t least_shared = 3;
constexpr std::size_t least_alone = 2;  // sentences of an article that may be a copy for fewer
constexpr std::size_t most_compared =
    16;  // articles before it that an article is compared with for one sentence

}  // namespace

std::vector<std::size_t> find_copies(std::span<const LinkArticle> articles) {
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> with_sentence;
  DisjointSets sets(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    std::map<std::size_t, std::size_t> shared;
    for (const std::uint64_t sentence : articles[i].sentences) {
      auto& others = with_sentence[sentence];
      const std::size_t from = others.size() > most_compared ? others.size() - most_compared : 0;
      for (std::size_t j = from; j < others.size(); ++j) ++shared[others[j]];
      others.push_back(i);
    }
    for (const auto& [other, count] : shared) {
      const std::size_t shorter =
          std::min(articles[i].sentences.size(), articles[other].sentences.size());
      const bool whole = count == shorter && shorter >= least_alone;
      if (whole || (count >= least_shared && 2 * count >= shorter)) sets.join(i, other);
    }
  }
  std::vector<std::size_t> result(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) result[i] = sets.find(i);
  return result;
}

}  // namespace annals
