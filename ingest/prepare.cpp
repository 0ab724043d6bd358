#include "ingest/prepare.h"

#include <utility>

#include "ingest/pages/clean.h"
#include "ingest/pages/outlets.h"
#include "ingest/pages/published.h"

namespace annals {

Article prepare(Article article, const PageWords& words) {
  return prepare(std::move(article), words, nullptr);
}

Article prepare(Article article, const PageWords& words, const TakeProblem& problem) {
  label_blocks(article, words);
  find_outlet(article, words);
  const std::string doubt = find_published(article, words);
  if (problem && !doubt.empty()) {
    problem({.where = article.path, .message = doubt, .warning = true});
  }
  return article;
}

}  // namespace annals
