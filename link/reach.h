#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "link/blocks.h"
#include "link/decisions.h"
#include "link/pairs.h"

namespace annals {

/// A telling by its article and mention.
using TellingRef = std::pair<ArticleId, MentionId>;

/// Which tellings must be clustered anew after some changed.
///
/// Whether two tellings can be joined, directly, follows from them and from their places in their
/// blocks. So the tellings fall into parts that nothing joins, and each part can be clustered by
/// itself. A change concerns the parts, as they are and as they were, of the changed tellings and
/// of pairs that came into or fell out of the reach of a comparison when places moved.
class Reach {
 public:
  Reach(Blocks& blocks, LinkedArticles& articles, const ActorTable& actors, const Rulings& rulings,
        std::function<std::optional<ArticleId>(MentionId)> article_of)
      : blocks_(blocks),
        articles_(articles),
        actors_(actors),
        rulings_(rulings),
        pairs_(actors, rulings),
        article_of_(std::move(article_of)) {}

  /// All tellings of this article begin parts that are concerned.
  void begin_with(ArticleId id);
  /// The same of the telling that people joined to this one, which is there or was.
  void begin_with_joined(MentionId id);
  /// The same of what its tellings, and those taken away, were near to in changed blocks.
  void begin_with_changed_blocks();
  /// The same of every member of a telling's blocks: its date was bounded otherwise.
  void begin_with_blocks_of(const LinkedTelling& telling);
  /// What these lead to, by article and mention.
  [[nodiscard]] std::set<TellingRef> all();
  /// Whether some date of what was looked at can be bounded, so that it may reach otherwise then.
  [[nodiscard]] bool met_yearless() const { return met_yearless_; }

 private:
  struct Block {
    Members all;
    Members exact;  ///< exact_members() of them
  };

  void open(const BlockPosting& posting) { open({posting.article, posting.mention}); }
  void open(TellingRef telling);
  [[nodiscard]] bool is_open(const BlockPosting& posting) const {
    return found_.contains({posting.article, posting.mention});
  }
  void visit(const LinkedTelling& telling);
  void visit_exact(const Members& exact, const LinkedTelling& telling);
  void visit_vague(const Members& all, const LinkedTelling& telling);
  void visit_article(const LinkedTelling& telling);
  void begin_with_block(const Members& before, const Block& found);
  void begin_with_left(const Members& exact, const std::vector<std::size_t>& gone);
  void begin_with_moved(const Members& exact, const std::vector<std::size_t>& changed,
                        std::size_t moved);
  void begin_with_vague(const Members& before, const std::vector<std::size_t>& gone,
                        const Members& now, const Members& come);
  void open_if_joining(const BlockPosting& a, const BlockPosting& b);
  void open_if_fitting(const BlockPosting& vague, const BlockPosting& other);
  [[nodiscard]] const Block& block(std::uint64_t key);

  Blocks& blocks_;
  LinkedArticles& articles_;
  const ActorTable& actors_;
  const Rulings& rulings_;
  Pairs pairs_;
  std::function<std::optional<ArticleId>(MentionId)> article_of_;
  std::map<std::uint64_t, Block> cache_;
  std::set<TellingRef> found_;
  std::vector<TellingRef> open_;
  bool met_yearless_ = false;
};

}  // namespace annals
