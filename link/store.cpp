#include "link/link.h"

#include "link/input.h"

namespace annals {

LinkReport link_store(Store& store) {
  std::vector<LinkArticle> articles;
  for (const ArticleId id : store.article_ids()) {
    if (const auto facts = store.facts(id)) articles.push_back(link_article(*facts));
  }
  LinkReport report;
  store.set_graph(link_articles(std::move(articles), store.decisions(), report));
  return report;
}

}  // namespace annals
