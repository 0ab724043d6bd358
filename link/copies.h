#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "link/articles.h"
#include "link/postings.h"

namespace annals {

/// Which articles are copies of one text.
///
/// Two are when the shorter one shares at least half of its long sentences, and three or more, with
/// the other (or all of them, when it has fewer). Method: sentences as shingles (Broder, On the
/// resemblance and containment of documents, 1997), by an index from sentence to articles; linear
/// in the sentences but for those that very many articles share.
class Copies {
 public:
  Copies(const NoteReader& read, LinkArticles& articles)
      : read_(&read), sentences_('S', 16, read), articles_(articles) {}

  void remove(const LinkArticle& article);
  void add(const LinkArticle& article);
  /// To be called once, after the articles. Gives those whose copies are other ones now; the
  /// changed articles themselves are among them only when they have or had copies.
  std::set<ArticleId> update();
  /// A number that articles of one text share.
  [[nodiscard]] std::uint64_t text_of(ArticleId id);
  void write(std::vector<Note>& notes);

 private:
  using Group = std::vector<ArticleId>;  // sorted; the first stands for all
  [[nodiscard]] Group group_of(ArticleId id) const;
  [[nodiscard]] std::set<ArticleId> concerned();
  [[nodiscard]] std::vector<ArticleId> copied_by(ArticleId id);
  void regroup(const std::set<ArticleId>& articles,
               const std::vector<std::pair<ArticleId, ArticleId>>& pairs);

  const NoteReader* read_;
  Postings<std::uint64_t> sentences_;  // sentence -> articles
  LinkArticles& articles_;
  std::map<std::uint64_t, std::vector<ArticleId>> touched_;  // sentence -> changed articles
  std::set<ArticleId> changed_;
  std::map<ArticleId, Group> groups_;  // of articles that were grouped anew
};

}  // namespace annals
