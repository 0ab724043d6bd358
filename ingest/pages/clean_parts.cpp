#include "ingest/pages/clean_parts.h"

#include <algorithm>

#include "ingest/text/characters.h"

namespace annals {

PageParts::PageParts(const Article& article, const PageWords& words)
    : text_(article.text), paragraphs_(paragraphs_of(article.text, article.blocks, words)) {
  find_body(article.title.empty());
  find_title(page_key(article.title));
}

/// A headline that looks like a sentence: a short one with a dateline, a stamp or a byline behind
/// it, or a question.
bool PageParts::is_headline(std::size_t i) const {
  if (i + 1 >= size()) return false;
  const Paragraph& here = paragraphs_[i];
  if (here.dateline > 0 || here.span.size() > 250) return false;
  const Paragraph& next = paragraphs_[i + 1];
  const bool announced = (next.dateline > 0 && !next.place_only) || next.look == Look::stamp ||
                         next.look == Look::byline;
  const char end = bytes(i).back();
  if (end == '?' || end == '!') return here.words <= 16;
  return here.words < 24 && announced && (!here.ends || here.words <= 14);
}

void PageParts::find_body(bool untitled) {
  if (size() == 1 && paragraphs_[0].look != Look::prose) paragraphs_[0].look = Look::prose;
  first_ = 0;
  while (first_ < size() && !is_prose(first_)) ++first_;
  if (untitled && first_ == 0 && is_headline(0)) {
    std::size_t next = 1;
    while (next < size() && !is_prose(next)) ++next;
    if (next < size()) {
      title_ = 0;
      first_ = next;
    }
  }
  // no sentence at all: what is short is the article, but for a title above it
  if (first_ == size()) {
    first_ = 0;
    while (first_ < size() && look(first_) != Look::text) ++first_;
    const auto texts = std::count_if(paragraphs_.begin(), paragraphs_.end(),
                                     [](const Paragraph& p) { return p.look == Look::text; });
    if (texts > 1 && untitled && first_ < size() && !is_sentence(first_)) {
      title_ = first_++;
      while (first_ < size() && look(first_) != Look::text) ++first_;
    }
  }
  find_comments();
  last_ = comments_;
  const auto is_last = [&](std::size_t i) {
    return is_prose(i) || (look(i) == Look::text &&
                           (paragraphs_[i].marked == BlockKind::body || ends_like_prose(i)));
  };
  while (last_ > first_ + 1 && !is_last(last_ - 1)) --last_;
}

/// `before` and `after` are the bytes of prose on the two sides of paragraph i.
bool PageParts::begins_comments(std::size_t i, std::size_t before, std::size_t after) const {
  if (look(i) == Look::comments && before >= after) return true;
  if (look(i) != Look::comments && look(i) != Look::speaker) return false;
  const std::size_t reach = look(i) == Look::comments ? 8 : 3;
  for (std::size_t k = i + 1; k < size() && k <= i + reach; ++k) {
    if (look(k) == Look::stamp || look(k) == Look::closed) return true;
    if (look(k) == Look::speaker && look(i) == Look::comments) return true;
  }
  return false;
}

void PageParts::find_comments() {
  std::size_t after = 0;
  for (std::size_t i = first_; i < size(); ++i)
    after += is_prose(i) ? paragraphs_[i].span.size() : 0;
  std::size_t before = 0;
  for (comments_ = std::min(first_ + 1, size()); comments_ < size(); ++comments_) {
    if (is_prose(comments_ - 1)) {
      before += paragraphs_[comments_ - 1].span.size();
      after -= paragraphs_[comments_ - 1].span.size();
    }
    if (begins_comments(comments_, before, after)) return;
  }
}

void PageParts::find_title(const std::string& known) {
  const auto is_known = [&](std::size_t i) {
    const bool marked = paragraphs_[i].marked == BlockKind::title;
    return !known.empty() && is_open(i) && (marked || i < first_ + 3) &&
           paragraphs_[i].key == known;
  };
  const auto is_marked = [&](std::size_t i) { return paragraphs_[i].marked == BlockKind::title; };
  std::size_t found = 0;
  while (found < size() && !is_known(found)) ++found;
  if (found == size()) {
    for (found = 0; found < size() && !is_marked(found);) ++found;
  }
  if (found < size()) {
    title_ = found;
    if (first_ == found) {
      do {
        ++first_;
      } while (first_ < size() && !is_prose(first_));
      last_ = std::max(last_, first_);
    }
    return;
  }
  if (!known.empty() || title_) return;
  int best = 0;
  for (std::size_t i = 0; i < first_; ++i) {
    const int score = title_score(i);
    if (score <= best) continue;
    best = score;
    title_ = i;
  }
}

/// How much a short line before the body is like its title; 0 for not at all. Names of sites and
/// sections are shorter, lists of them have bars; a title stands beside the day or the writer, and
/// comes twice on many pages.
int PageParts::title_score(std::size_t i) const {
  const Paragraph& here = paragraphs_[i];
  const std::string_view text = bytes(i);
  if (look(i) != Look::text || is_sentence(i) || is_captioned(i) || text.front() == '[') return 0;
  int score = here.words >= 4 ? 40 : here.words >= 2 ? 20 : 10;
  if (is_lower(text.front())) score -= 25;
  if (text.find(" | ") != std::string_view::npos || text.find(" > ") != std::string_view::npos ||
      text.ends_with(':')) {
    score -= 15;
  }
  const auto is_head = [&](std::size_t k) {
    return look(k) == Look::stamp || look(k) == Look::byline;
  };
  if (i + 1 < size() && (is_head(i + 1) || (i + 1 == first_ && here.words >= 4))) score += 8;
  if (i > 0 && is_head(i - 1)) score += 6;
  for (std::size_t k = i + 1; k < first_; ++k) {
    if (paragraphs_[k].key == here.key) score += 30;
  }
  return score;
}

bool PageParts::is_captioned(std::size_t i) const {
  if (size() == 1 || paragraphs_[i].span.size() > 500 || paragraphs_[i].dateline > 0) return false;
  if (i + 1 < size() && look(i + 1) == Look::credit) return true;
  for (const std::string_view mark :
       {"(R)", "(L)", "(C)", "(left)", "(right)", "(centre)", "(center)", ", left,", ", right,"}) {
    if (i < first_ + 3 && bytes(i).find(mark) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace annals
