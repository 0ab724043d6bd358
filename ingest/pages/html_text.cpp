#include "ingest/pages/html_text.h"

#include <algorithm>
#include <optional>
#include <ranges>
#include <unordered_set>
#include <vector>

#include "ingest/text/characters.h"

namespace annals {
namespace {

/// Walks a page and writes its paragraphs.
class TextWriter {
 public:
  TextWriter(const HtmlTree& tree, const GumboNode* main, Input& input)
      : source_(tree.source()),
        main_(main),
        text_(input.article.text),
        blocks_(input.article.blocks),
        anchors_(input.anchors) {
    for (const GumboNode* at = main; at != nullptr; at = at->parent) around_main_.insert(at);
  }

  void write(const GumboNode* root) {
    std::vector<Step> steps = {{.node = root, .place = {}, .leave = false}};
    while (!steps.empty()) {
      const Step step = steps.back();
      steps.pop_back();
      if (step.leave) {
        end_line();
      } else if (is_text(step.node)) {
        write_text(step.node, step.place);
      } else {
        enter(step, steps);
      }
    }
    end_paragraph();
  }

 private:
  /// What is known of the text at some node.
  struct Place {
    BlockKind kind = BlockKind::furniture;
    bool in_main = false;
    bool fixed = false;  ///< by an element around it
    bool pre = false;
  };
  struct Step {
    const GumboNode* node = nullptr;
    Place place;
    bool leave = false;
  };

  void enter(const Step& step, std::vector<Step>& steps) {
    if (is_invisible(step.node)) return;
    if (has_tag(step.node, GUMBO_TAG_BR)) {
      write_break(step.place);
      return;
    }
    const Place place = place_in(step.node, step.place);
    const bool block = is_block(step.node);
    if (block) {
      end_line();
      steps.push_back({step.node, {}, true});
    }
    const auto children = children_of(step.node);
    for (const GumboNode* child : std::views::reverse(children))
      steps.push_back({child, place, false});
  }

  Place place_in(const GumboNode* node, Place place) {
    if (node == main_) {
      place = {.kind = BlockKind::body, .in_main = true, .fixed = false, .pre = false};
      main_seen_ = true;
    }
    if (has_tag(node, GUMBO_TAG_PRE)) place.pre = true;
    if (place.fixed) return place;
    const auto kind = kind_of_element(node);
    // What holds the main element may well be called "content-with-sidebar".
    if (kind && (place.in_main || !around_main_.contains(node))) {
      place.kind = *kind;
      place.fixed = true;
      heading_seen_ = heading_seen_ || kind == BlockKind::title;
    } else if (!place.in_main) {
      // Between the heading and the article stand its summary, its writer and its day.
      place.kind = heading_seen_ && !main_seen_ ? BlockKind::body : BlockKind::furniture;
    }
    return place;
  }

  void write_break(const Place& place) {
    // Two breaks in a row divide paragraphs, in pages that know no others; one is a line of an
    // address or a poem.
    if (line_open_ && place.in_main) {
      breaks_++;
      if (breaks_ >= 2) end_line();
    } else {
      end_line();
    }
  }

  void write_text(const GumboNode* node, const Place& place) {
    const std::string_view decoded = node->v.text.text;
    const std::string_view original(node->v.text.original_text.data,
                                    node->v.text.original_text.length);
    std::size_t from = 0;  // in the original
    for (std::size_t at = 0; at < decoded.size();) {
      const std::size_t size = code_point_at(decoded, at).size;
      const std::size_t file = static_cast<std::size_t>(original.data() - source_.data()) +
                               std::min(from, original.size());
      put(decoded.substr(at, size), file, place);
      from = step_original(original, from, decoded, at, size);
      at += size;
    }
  }

  /// Where the source goes on behind the character that was decoded from `from`.
  static std::size_t step_original(std::string_view original, std::size_t from,
                                   std::string_view decoded, std::size_t at, std::size_t size) {
    if (from >= original.size()) return from;
    if (original[from] == '\r')
      return from + (from + 1 < original.size() && original[from + 1] == '\n' ? 2 : 1);
    if (original[from] != '&') return from + size;
    const bool bare = decoded[at] == '&' &&
                      !(from + 4 < original.size() && original.substr(from, 4) == "&amp") &&
                      original.substr(from, 4) != "&#38" && original.substr(from, 4) != "&#x2";
    if (bare) return from + 1;
    std::size_t end = from + 1;
    while (end < original.size() && (is_digit(original[end]) || is_lower(original[end]) ||
                                     is_upper(original[end]) || original[end] == '#'))
      ++end;
    return end < original.size() && original[end] == ';' ? end + 1 : end;
  }

  void put(std::string_view character, std::size_t file, const Place& place) {
    const char c = character[0];
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
      if (place.pre && c == '\n') {
        end_line();
      } else {
        space_ = line_open_;
      }
      return;
    }
    if (!line_open_) {
      open_line(place);
    } else if (breaks_ > 0) {
      const bool stop = std::string_view(".!?:\"").find(text_.back()) != std::string_view::npos;
      text_ += stop ? '\n' : ' ';  // else the break stands inside of a sentence
    } else if (space_) {
      text_ += ' ';
    }
    space_ = false;
    breaks_ = 0;
    const auto here = static_cast<std::uint32_t>(text_.size());
    if (anchors_.empty() || anchors_.back().file + (here - anchors_.back().text) != file) {
      anchors_.push_back({.text = here, .file = file});
    }
    text_ += character;
  }

  void open_line(const Place& place) {
    if (!text_.empty()) {
      text_ += "\n\n";
      if (!blocks_.empty()) blocks_.back().span.end = static_cast<std::uint32_t>(text_.size());
    }
    const auto here = static_cast<std::uint32_t>(text_.size());
    blocks_.push_back({.span = {here, here}, .kind = place.kind});
    line_open_ = true;
  }

  void end_line() {
    line_open_ = false;
    space_ = false;
    breaks_ = 0;
  }

  void end_paragraph() {
    end_line();
    if (!blocks_.empty()) blocks_.back().span.end = static_cast<std::uint32_t>(text_.size());
  }

  std::string_view source_;
  const GumboNode* main_;
  std::unordered_set<const GumboNode*> around_main_;
  bool heading_seen_ = false;
  bool main_seen_ = false;
  std::string& text_;
  std::vector<Block>& blocks_;
  std::vector<Anchor>& anchors_;
  bool line_open_ = false;
  bool space_ = false;
  int breaks_ = 0;
};

}  // namespace

void write_visible_text(const HtmlTree& tree, const GumboNode* main, Input& input) {
  TextWriter(tree, main, input).write(tree.root());
}

}  // namespace annals
