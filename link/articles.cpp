#include "link/articles.h"

namespace annals {

void apply_rulings(LinkArticle& article, const Rulings& rulings) {
  const auto at = rulings.published.find(article.id);
  if (at != rulings.published.end()) article.published = at->second;
}

void LinkArticles::put(LinkArticle article) {
  apply_rulings(article, rulings_);
  const auto id = article.id.value;
  articles_[id] = std::move(article);
}

const LinkArticle* LinkArticles::find(ArticleId id) {
  const auto [at, fresh] = articles_.try_emplace(id.value);
  if (fresh) {
    if (const auto facts = read_(id)) {
      at->second = link_article(*facts, words_);
      apply_rulings(*at->second, rulings_);
    }
  }
  return at->second ? &*at->second : nullptr;
}

}  // namespace annals
