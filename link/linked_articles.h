#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "link/articles.h"
#include "link/bounds.h"
#include "link/linked_telling.h"

namespace annals {

/// The linked actor for one of an article: its id, and ActorForm::under.
using LinkedActor = std::function<std::optional<ActorId>(ActorId, const std::string&)>;

/// What an article tells, but for what people said is wrong; sorted by told_before(). The article
/// must live as long.
[[nodiscard]] std::vector<LinkedTelling> link_tellings(const LinkArticle& article,
                                                       std::uint64_t text, const Rulings& rulings,
                                                       const LinkedActor& linked);

/// A month or day whose year is not known, which other articles may tell.
[[nodiscard]] inline bool is_yearless(const EventDate& date) {
  return date.precision == Precision::unknown && date.month != 0;
}

/// Tellings by article, made as they are asked for; dates as the articles give them, and later as
/// anchors bound them. Not for several threads.
class LinkedArticles {
 public:
  LinkedArticles(LinkArticles& articles, const Rulings& rulings, LinkedActor linked,
                 std::function<std::uint64_t(ArticleId)> text_of)
      : articles_(articles),
        rulings_(rulings),
        linked_(std::move(linked)),
        text_of_(std::move(text_of)) {}

  /// Empty for an article that there is not. The tellings stand where they are.
  [[nodiscard]] const std::vector<LinkedTelling>& of(ArticleId id);
  /// Null for a mention that the article does not have.
  [[nodiscard]] const LinkedTelling* find(ArticleId article, MentionId mention);
  [[nodiscard]] std::uint64_t text_of(ArticleId id) const { return text_of_(id); }
  /// Whether it may have its dates bounded: it has no date of its own, and a month without a year.
  [[nodiscard]] bool may_be_bounded(ArticleId id);

  /// From now on, months without a year have what the anchor of their article gives them.
  void bound_by(std::function<std::optional<Anchor>(ArticleId)> anchor_of);

 private:
  void bound(std::vector<LinkedTelling>& tellings, ArticleId id) const;

  LinkArticles& articles_;
  const Rulings& rulings_;
  LinkedActor linked_;
  std::function<std::uint64_t(ArticleId)> text_of_;
  std::function<std::optional<Anchor>(ArticleId)> anchor_of_;
  std::unordered_map<std::uint64_t, std::vector<LinkedTelling>> tellings_;
};

}  // namespace annals
