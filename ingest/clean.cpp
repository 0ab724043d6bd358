#include "ingest/clean.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "ingest/characters.h"
#include "ingest/looks.h"
#include "ingest/page.h"

namespace annals {
namespace {

/// Gives every paragraph its kind by what stands around it.
class Cleaner {
 public:
  Cleaner(const Article& article, const PageWords& words)
      : text_(article.text),
        words_(words),
        paragraphs_(paragraphs_of(article.text, article.blocks, words)) {
    kinds_.assign(paragraphs_.size(), BlockKind::furniture);
    find_body(article.title.empty());
    find_title(page_key(article.title));
    label();
    drop_repeated();
  }

  [[nodiscard]] std::vector<Block> blocks() const;
  [[nodiscard]] std::string title() const {
    return title_ < size() ? std::string(bytes(title_)) : std::string();
  }

 private:
  std::size_t size() const { return paragraphs_.size(); }
  std::string_view bytes(std::size_t i) const { return slice(text_, paragraphs_[i].span); }
  /// Nothing but its look says what it is.
  bool open(std::size_t i) const {
    const auto& marked = paragraphs_[i].marked;
    return !marked || *marked == BlockKind::body || *marked == BlockKind::title;
  }
  Look look(std::size_t i) const { return open(i) ? paragraphs_[i].look : Look::furniture; }
  /// Short, and yet a sentence: "They met."
  bool is_sentence(std::size_t i) const { return paragraphs_[i].ends && bytes(i).back() == '.'; }
  /// Behind the body nothing but sentences has a full stop, be it an abbreviation's.
  bool ends_like_prose(std::size_t i) const {
    return paragraphs_[i].ends || bytes(i).ends_with('.');
  }
  bool is_prose(std::size_t i) const { return look(i) == Look::prose; }

  void find_body(bool untitled);
  void find_comments();
  bool begins_comments(std::size_t i, std::size_t before, std::size_t after) const;
  void find_title(const std::string& known);
  bool is_headline(std::size_t i) const;
  int title_score(std::size_t i) const;
  void label();
  BlockKind kind_in_header(std::size_t i) const;
  bool heads_page(std::size_t i) const;
  BlockKind kind_in_body(std::size_t i) const;
  BlockKind kind_in_tail(std::size_t i) const;
  bool is_captioned(std::size_t i) const;
  void drop_repeated();
  void add_blocks(std::vector<Block>& blocks, std::size_t i, std::uint32_t begin,
                  std::uint32_t end) const;

  std::string_view text_;
  const PageWords& words_;
  std::vector<Paragraph> paragraphs_;
  std::vector<BlockKind> kinds_;
  std::size_t first_ = 0;     ///< the first paragraph of the body
  std::size_t last_ = 0;      ///< one behind its last
  std::size_t comments_ = 0;  ///< where the comments of readers begin; size() without any
  std::size_t title_ = SIZE_MAX;
};

/// A headline that looks like a sentence: a short one with a dateline, a stamp or a byline behind
/// it, or a question.
bool Cleaner::is_headline(std::size_t i) const {
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

void Cleaner::find_body(bool untitled) {
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
  if (first_ ==
      size()) {  // no sentence at all: what is short is the article, but for a title above it
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
bool Cleaner::begins_comments(std::size_t i, std::size_t before, std::size_t after) const {
  if (look(i) == Look::comments && before >= after) return true;
  if (look(i) != Look::comments && look(i) != Look::speaker) return false;
  const std::size_t reach = look(i) == Look::comments ? 8 : 3;
  for (std::size_t k = i + 1; k < size() && k <= i + reach; ++k) {
    if (look(k) == Look::stamp || look(k) == Look::closed) return true;
    if (look(k) == Look::speaker && look(i) == Look::comments) return true;
  }
  return false;
}

void Cleaner::find_comments() {
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

void Cleaner::find_title(const std::string& known) {
  const auto is_known = [&](std::size_t i) {
    const bool marked = paragraphs_[i].marked == BlockKind::title;
    return !known.empty() && open(i) && (marked || i < first_ + 3) && paragraphs_[i].key == known;
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
  if (!known.empty() || title_ < size()) return;
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
int Cleaner::title_score(std::size_t i) const {
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

/// A picture's credit follows, or the words say who stands where.
bool Cleaner::is_captioned(std::size_t i) const {
  if (size() == 1 || paragraphs_[i].span.size() > 500 || paragraphs_[i].dateline > 0) return false;
  if (i + 1 < size() && look(i + 1) == Look::credit) return true;
  for (const std::string_view mark :
       {"(R)", "(L)", "(C)", "(left)", "(right)", "(centre)", "(center)", ", left,", ", right,"}) {
    if (i < first_ + 3 && bytes(i).find(mark) != std::string_view::npos) return true;
  }
  return false;
}

BlockKind Cleaner::kind_in_header(std::size_t i) const {
  switch (look(i)) {
    case Look::stamp:
      return BlockKind::dateline;
    case Look::byline:
    case Look::name:
      return BlockKind::byline;
    case Look::caption:
      return BlockKind::caption;
    case Look::text: {
      if (is_captioned(i)) return BlockKind::caption;
      const bool deck = (title_ < i && paragraphs_[i].words >= 5) || is_sentence(i);
      const bool above = title_ < size() && i < title_;  // the outlet's name
      const bool marked = paragraphs_[i].marked == BlockKind::body && !above;
      return deck || marked ? BlockKind::body : BlockKind::furniture;
    }
    default:
      return BlockKind::furniture;
  }
}

/// A stamp behind a summary belongs to the head of the page when a byline stands beside it or a
/// dateline behind it. Else it is a subheading.
bool Cleaner::heads_page(std::size_t i) const {
  if (i > first_ + 4 || i + 1 >= last_) return false;
  for (std::size_t k = first_; k < i; ++k) {
    if (paragraphs_[k].dateline > 0) return false;
  }
  if (look(i - 1) == Look::byline || look(i + 1) == Look::byline) return true;
  for (std::size_t k = i + 1; k < last_ && k <= i + 4; ++k) {
    if (paragraphs_[k].dateline > 0) return true;
  }
  return words_.begins(PageWord::published, paragraphs_[i].key) ||
         words_.begins(PageWord::updated, paragraphs_[i].key);
}

BlockKind Cleaner::kind_in_body(std::size_t i) const {
  switch (look(i)) {
    case Look::prose:
    case Look::name:
    case Look::text:
      return is_captioned(i) ? BlockKind::caption : BlockKind::body;
    case Look::speaker:
      return BlockKind::body;
    case Look::caption:
      return BlockKind::caption;
    case Look::byline:
      return BlockKind::byline;
    case Look::stamp:
      return heads_page(i) ? BlockKind::dateline : BlockKind::body;
    default:
      return BlockKind::furniture;
  }
}

BlockKind Cleaner::kind_in_tail(std::size_t i) const {
  switch (look(i)) {
    case Look::stamp:
      return BlockKind::dateline;
    case Look::byline:
      return BlockKind::byline;
    case Look::caption:
      return BlockKind::caption;
    case Look::text:
      return ends_like_prose(i) ? BlockKind::body : BlockKind::furniture;
    default:
      return BlockKind::furniture;
  }
}

void Cleaner::label() {
  bool in_list = false;
  bool closed = false;
  for (std::size_t i = 0; i < size(); ++i) {
    const Paragraph& here = paragraphs_[i];
    if (!open(i)) {
      kinds_[i] = *here.marked;
    } else if (i == title_) {
      kinds_[i] = BlockKind::title;
    } else if (here.marked == BlockKind::title) {
      kinds_[i] = BlockKind::furniture;  // the name of the site
    } else if (i >= comments_) {
      closed = closed || look(i) == Look::closed;
      const bool furniture = closed || look(i) == Look::comments || look(i) == Look::furniture;
      kinds_[i] = furniture ? BlockKind::furniture : BlockKind::comment;
    } else {
      in_list = look(i) == Look::section || (in_list && !is_prose(i));
      if (in_list && (look(i) == Look::text || (look(i) == Look::stamp && i > first_))) continue;
      kinds_[i] = i < first_ ? kind_in_header(i) : i < last_ ? kind_in_body(i) : kind_in_tail(i);
    }
  }
}

/// The second copy of a title, a caption or a paragraph is furniture. A caption may come back
/// shortened.
void Cleaner::drop_repeated() {
  std::unordered_map<std::string_view, std::size_t> seen;
  for (std::size_t i = 0; i < size(); ++i) {
    if (!is_read(kinds_[i]) || paragraphs_[i].key.size() < 16) continue;
    const std::string_view key = paragraphs_[i].key;
    const auto [known, fresh] = seen.try_emplace(key.substr(0, 48), i);
    if (fresh) continue;
    const std::string_view other = paragraphs_[known->second].key;
    const bool same = key == other &&
                      paragraphs_[i].span.size() == paragraphs_[known->second].span.size() &&
                      bytes(i) == bytes(known->second);
    const bool title = i > title_ && known->second == title_ && key == other;
    const bool picture = kinds_[known->second] == BlockKind::caption && key.size() >= 40 &&
                         (other.starts_with(key) || key.starts_with(other));
    if (same || title || picture) kinds_[i] = BlockKind::furniture;
  }
}

void Cleaner::add_blocks(std::vector<Block>& blocks, std::size_t i, std::uint32_t begin,
                         std::uint32_t end) const {
  const Paragraph& here = paragraphs_[i];
  const BlockKind kind = kinds_[i];
  std::uint32_t from = begin;
  const bool body = kind == BlockKind::body;
  if (body && here.dateline > 0 && (!here.place_only || i == first_)) {
    from = here.span.begin + here.dateline;
    blocks.push_back({.span = {begin, from}, .kind = BlockKind::dateline});
  }
  std::uint32_t to = end;
  if (kind == BlockKind::caption || (body && i + 2 >= last_)) {
    const std::string_view rest = text_.substr(from, here.span.end - from);
    const std::size_t credits = credits_begin(rest, !body, words_);
    if (credits < rest.size()) to = from + static_cast<std::uint32_t>(credits);
  }
  if (to > from) blocks.push_back({.span = {from, to}, .kind = kind});
  if (to < end) blocks.push_back({.span = {to, end}, .kind = BlockKind::furniture});
}

std::vector<Block> Cleaner::blocks() const {
  std::vector<Block> blocks;
  const auto whole = static_cast<std::uint32_t>(text_.size());
  if (size() == 0 && whole > 0)
    blocks.push_back({.span = {0, whole}, .kind = BlockKind::furniture});
  for (std::size_t i = 0; i < size(); ++i) {
    const std::uint32_t begin = i == 0 ? 0 : paragraphs_[i].span.begin;
    add_blocks(blocks, i, begin, i + 1 < size() ? paragraphs_[i + 1].span.begin : whole);
  }
  return blocks;
}

}  // namespace

void label_blocks(Article& article, const PageWords& words) {
  const Cleaner cleaner(article, words);
  if (article.title.empty()) article.title = cleaner.title();
  article.blocks = cleaner.blocks();
}

}  // namespace annals
