#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/article.h"
#include "ingest/pages/page.h"

namespace annals {

/// The paragraphs of an article, and where its title, its body and the comments of readers are, by
/// what the paragraphs look like and what stands around them. A loan of the article and the words.
class PageParts {
 public:
  PageParts(const Article& article, const PageWords& words);

  [[nodiscard]] std::size_t size() const { return paragraphs_.size(); }
  [[nodiscard]] const Paragraph& at(std::size_t i) const { return paragraphs_[i]; }
  /// The paragraph's bytes, never none.
  [[nodiscard]] std::string_view bytes(std::size_t i) const {
    return slice(text_, paragraphs_[i].span);
  }

  /// The body is [first, last). What is read of it may also stand before and behind.
  [[nodiscard]] std::size_t first() const { return first_; }
  [[nodiscard]] std::size_t last() const { return last_; }
  /// Where the comments of readers begin; size() without any.
  [[nodiscard]] std::size_t comments() const { return comments_; }
  /// Nothing where no paragraph is the title.
  [[nodiscard]] std::optional<std::size_t> title() const { return title_; }

  /// Nothing but its look says what the paragraph is.
  [[nodiscard]] bool is_open(std::size_t i) const {
    const auto& marked = paragraphs_[i].marked;
    return !marked || *marked == BlockKind::body || *marked == BlockKind::title;
  }
  /// Look::furniture for what the markup says to be of no part.
  [[nodiscard]] Look look(std::size_t i) const {
    return is_open(i) ? paragraphs_[i].look : Look::furniture;
  }
  [[nodiscard]] bool is_prose(std::size_t i) const { return look(i) == Look::prose; }
  /// Short, and yet a sentence: "They met."
  [[nodiscard]] bool is_sentence(std::size_t i) const {
    return paragraphs_[i].ends && bytes(i).back() == '.';
  }
  /// Behind the body nothing but sentences has a full stop, be it an abbreviation's.
  [[nodiscard]] bool ends_like_prose(std::size_t i) const {
    return paragraphs_[i].ends || bytes(i).ends_with('.');
  }
  /// A picture's credit follows, or the words say who stands where.
  [[nodiscard]] bool is_captioned(std::size_t i) const;

 private:
  void find_body(bool untitled);
  void find_comments();
  [[nodiscard]] bool begins_comments(std::size_t i, std::size_t before, std::size_t after) const;
  void find_title(const std::string& known);
  [[nodiscard]] bool is_headline(std::size_t i) const;
  [[nodiscard]] int title_score(std::size_t i) const;

  std::string_view text_;
  std::vector<Paragraph> paragraphs_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  std::size_t comments_ = 0;
  std::optional<std::size_t> title_;
};

}  // namespace annals
