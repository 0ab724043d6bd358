#pragma once

#include <functional>
#include <optional>
#include <unordered_map>

#include "link/decisions.h"
#include "link/input.h"

namespace annals {

/// The articles that linking looks at, read as they are asked for. Not for several threads.
class LinkArticles {
 public:
  using Read = std::function<std::optional<Facts>(ArticleId)>;
  LinkArticles(Read read, const Rulings& rulings, const LinkWords& words)
      : read_(std::move(read)), rulings_(rulings), words_(words) {}

  /// An article that need not be read any more.
  void put(LinkArticle article);
  /// Null for one that there is not. The pointer stands.
  [[nodiscard]] const LinkArticle* find(ArticleId id);

 private:
  Read read_;
  const Rulings& rulings_;
  const LinkWords& words_;
  std::unordered_map<std::uint64_t, std::optional<LinkArticle>> articles_;
};

/// Gives an article the date that a person said.
void apply_rulings(LinkArticle& article, const Rulings& rulings);

}  // namespace annals
