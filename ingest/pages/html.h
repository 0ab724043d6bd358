#pragma once

#include <gumbo.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/article.h"

namespace annals {

/// A parsed page. The nodes point into `source`, which must outlive it. Movable.
///
/// Everything that the parser makes lies in one arena, which is freed as a whole: pages nested a
/// hundred thousand elements deep must not be freed node by node.
class HtmlTree {
 public:
  /// Never fails on broken markup. Throws Error(input) when elements are nested deeper than any
  /// sound page's, which would take the parser quadratic time.
  explicit HtmlTree(std::string_view source);

  [[nodiscard]] const GumboNode* root() const { return output_->root; }
  [[nodiscard]] std::string_view source() const { return source_; }

 private:
  class Arena;
  struct Drop {
    void operator()(Arena* arena) const;
  };

  std::string_view source_;
  std::unique_ptr<Arena, Drop> arena_;
  const GumboOutput* output_ = nullptr;
};

[[nodiscard]] inline bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}
[[nodiscard]] inline bool is_text(const GumboNode* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
         node->type == GUMBO_NODE_CDATA;
}
[[nodiscard]] inline bool has_tag(const GumboNode* node, GumboTag tag) {
  return is_element(node) && node->v.element.tag == tag;
}
/// The value of an attribute; "" without it.
[[nodiscard]] std::string_view attribute(const GumboNode* node, const char* name);
[[nodiscard]] bool has_attribute(const GumboNode* node, const char* name);
[[nodiscard]] std::vector<const GumboNode*> children_of(const GumboNode* node);
/// All text below a node, as it stands; at most `limit` bytes.
[[nodiscard]] std::string text_below(const GumboNode* node, std::size_t limit = 4096);
/// Elements of a tag, in the order of the page; at most 1000.
[[nodiscard]] std::vector<const GumboNode*> find_elements(const GumboNode* root, GumboTag tag);

/// What markup says about an article: JSON-LD, <meta>, <link rel=canonical>, <time>, <title>. Fills
/// title, url, source and published_text (with published where it is a day of ISO 8601) where they
/// are empty. Days of fetching and change are never taken.
void read_html_fields(const HtmlTree& tree, Article& article);

/// The element that holds the article: marked as such, or with the most and densest text below it.
/// Source of the scoring: the "Readability" bookmarklet of Arc90, with fewer of its rules.
[[nodiscard]] const GumboNode* find_main(const HtmlTree& tree);

/// What an element's tag, class and id say that its text is; nothing when they say nothing.
[[nodiscard]] std::optional<BlockKind> kind_of_element(const GumboNode* node);

/// Elements whose text nobody sees: scripts, styles, forms' controls, what is hidden.
[[nodiscard]] bool is_invisible(const GumboNode* node);

/// Elements that begin a line of their own.
[[nodiscard]] bool is_block(const GumboNode* node);

}  // namespace annals
