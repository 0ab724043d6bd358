#include "ingest/pages/clean.h"

#include <unordered_map>
#include <vector>

#include "ingest/pages/clean_parts.h"
#include "ingest/pages/looks.h"

namespace annals {
namespace {

/// Gives every paragraph its kind by the part it is in.
class Cleaner {
 public:
  Cleaner(const Article& article, const PageWords& words)
      : text_(article.text), words_(words), page_(article, words) {
    kinds_.assign(page_.size(), BlockKind::furniture);
    label();
    drop_repeated();
  }

  [[nodiscard]] std::vector<Block> blocks() const;
  [[nodiscard]] std::string title() const {
    return page_.title() ? std::string(page_.bytes(*page_.title())) : std::string();
  }

 private:
  void label();
  BlockKind kind_in_header(std::size_t i) const;
  bool heads_page(std::size_t i) const;
  BlockKind kind_in_body(std::size_t i) const;
  BlockKind kind_in_tail(std::size_t i) const;
  void drop_repeated();
  void add_blocks(std::vector<Block>& blocks, std::size_t i, std::uint32_t begin,
                  std::uint32_t end) const;

  std::string_view text_;
  const PageWords& words_;
  PageParts page_;
  std::vector<BlockKind> kinds_;
};

BlockKind Cleaner::kind_in_header(std::size_t i) const {
  switch (page_.look(i)) {
    case Look::stamp:
      return BlockKind::dateline;
    case Look::byline:
    case Look::name:
      return BlockKind::byline;
    case Look::caption:
      return BlockKind::caption;
    case Look::text: {
      if (page_.is_captioned(i)) return BlockKind::caption;
      const auto title = page_.title();
      const bool deck = (title && *title < i && page_.at(i).words >= 5) || page_.is_sentence(i);
      const bool above = title && i < *title;  // the outlet's name
      const bool marked = page_.at(i).marked == BlockKind::body && !above;
      return deck || marked ? BlockKind::body : BlockKind::furniture;
    }
    default:
      return BlockKind::furniture;
  }
}

/// A stamp behind a summary belongs to the head of the page when a byline stands beside it or a
/// dateline behind it. Else it is a subheading.
bool Cleaner::heads_page(std::size_t i) const {
  if (i > page_.first() + 4 || i + 1 >= page_.last()) return false;
  for (std::size_t k = page_.first(); k < i; ++k) {
    if (page_.at(k).dateline > 0) return false;
  }
  if (page_.look(i - 1) == Look::byline || page_.look(i + 1) == Look::byline) return true;
  for (std::size_t k = i + 1; k < page_.last() && k <= i + 4; ++k) {
    if (page_.at(k).dateline > 0) return true;
  }
  return words_.begins(PageWord::published, page_.at(i).key) ||
         words_.begins(PageWord::updated, page_.at(i).key);
}

BlockKind Cleaner::kind_in_body(std::size_t i) const {
  switch (page_.look(i)) {
    case Look::prose:
    case Look::name:
    case Look::text:
      return page_.is_captioned(i) ? BlockKind::caption : BlockKind::body;
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
  switch (page_.look(i)) {
    case Look::stamp:
      return BlockKind::dateline;
    case Look::byline:
      return BlockKind::byline;
    case Look::caption:
      return BlockKind::caption;
    case Look::text:
      return page_.ends_like_prose(i) ? BlockKind::body : BlockKind::furniture;
    default:
      return BlockKind::furniture;
  }
}

void Cleaner::label() {
  bool in_list = false;
  bool closed = false;
  for (std::size_t i = 0; i < page_.size(); ++i) {
    const Paragraph& here = page_.at(i);
    if (!page_.is_open(i)) {
      kinds_[i] = *here.marked;
    } else if (i == page_.title()) {
      kinds_[i] = BlockKind::title;
    } else if (here.marked == BlockKind::title) {
      kinds_[i] = BlockKind::furniture;  // the name of the site
    } else if (i >= page_.comments()) {
      closed = closed || page_.look(i) == Look::closed;
      const bool furniture =
          closed || page_.look(i) == Look::comments || page_.look(i) == Look::furniture;
      kinds_[i] = furniture ? BlockKind::furniture : BlockKind::comment;
    } else {
      in_list = page_.look(i) == Look::section || (in_list && !page_.is_prose(i));
      if (in_list &&
          (page_.look(i) == Look::text || (page_.look(i) == Look::stamp && i > page_.first())))
        continue;
      kinds_[i] = i < page_.first()  ? kind_in_header(i)
                  : i < page_.last() ? kind_in_body(i)
                                     : kind_in_tail(i);
    }
  }
}

/// The second copy of a title, a caption or a paragraph is furniture. A caption may come back
/// shortened.
void Cleaner::drop_repeated() {
  std::unordered_map<std::string_view, std::size_t> seen;
  for (std::size_t i = 0; i < page_.size(); ++i) {
    if (!is_read(kinds_[i]) || page_.at(i).key.size() < 16) continue;
    const std::string_view key = page_.at(i).key;
    const auto [known, fresh] = seen.try_emplace(key.substr(0, 48), i);
    if (fresh) continue;
    const std::string_view other = page_.at(known->second).key;
    const bool same = key == other &&
                      page_.at(i).span.size() == page_.at(known->second).span.size() &&
                      page_.bytes(i) == page_.bytes(known->second);
    const bool title = page_.title() == known->second && i > known->second && key == other;
    const bool picture = kinds_[known->second] == BlockKind::caption && key.size() >= 40 &&
                         (other.starts_with(key) || key.starts_with(other));
    if (same || title || picture) kinds_[i] = BlockKind::furniture;
  }
}

void Cleaner::add_blocks(std::vector<Block>& blocks, std::size_t i, std::uint32_t begin,
                         std::uint32_t end) const {
  const Paragraph& here = page_.at(i);
  const BlockKind kind = kinds_[i];
  std::uint32_t from = begin;
  const bool body = kind == BlockKind::body;
  if (body && here.dateline > 0 && (!here.place_only || i == page_.first())) {
    from = here.span.begin + here.dateline;
    blocks.push_back({.span = {begin, from}, .kind = BlockKind::dateline});
  }
  std::uint32_t to = end;
  if (kind == BlockKind::caption || (body && i + 2 >= page_.last())) {
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
  if (page_.size() == 0 && whole > 0)
    blocks.push_back({.span = {0, whole}, .kind = BlockKind::furniture});
  for (std::size_t i = 0; i < page_.size(); ++i) {
    const std::uint32_t begin = i == 0 ? 0 : page_.at(i).span.begin;
    add_blocks(blocks, i, begin, i + 1 < page_.size() ? page_.at(i + 1).span.begin : whole);
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
