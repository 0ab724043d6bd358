#include "link/input.h"

#include <algorithm>

#include "graph/names.h"

namespace annals {
namespace {

constexpr std::ptrdiff_t least_words = 6;  // shorter sentences are shared by chance

std::string_view safe_slice(std::string_view text, Span span) {
  if (span.begin > text.size() || span.end > text.size() || span.end < span.begin) return {};
  return slice(text, span);
}

bool is_long(std::string_view folded) {
  return std::count(folded.begin(), folded.end(), ' ') + 1 >= least_words;
}

}  // namespace

LinkArticle link_article(const Facts& facts) {
  const Article& article = facts.article;
  LinkArticle result{.id = article.id,
                     .name = display_name(article),
                     .source = fold(article.source),
                     .published = article.published,
                     .actors = facts.actors};
  for (const Span span : facts.sentences) {
    const std::string folded = fold(safe_slice(article.text, span));
    if (is_long(folded)) result.sentences.push_back(hash_of({folded}));
  }
  std::sort(result.sentences.begin(), result.sentences.end());
  result.sentences.erase(std::unique(result.sentences.begin(), result.sentences.end()),
                         result.sentences.end());
  result.tellings.reserve(facts.mentions.size());
  for (const Mention& mention : facts.mentions) {
    result.tellings.push_back(
        {.mention = mention,
         .trigger = fold(safe_slice(article.text, mention.trigger)),
         .sentence = hash_of({fold(safe_slice(article.text, mention.sentence))})});
  }
  return result;
}

}  // namespace annals
