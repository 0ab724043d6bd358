#include "ingest/pages/html.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "graph/error.h"
#include "ingest/text/characters.h"

namespace annals {
namespace {

constexpr int deepest_nesting = 3000;

/// Names of elements that nest only when written so; paragraphs, list items and cells close
/// themselves.
bool nests(std::string_view name) {
  static constexpr std::array names = {
      "div", "span", "section", "article", "table",  "ul",   "ol",     "dl",    "blockquote",
      "b",   "i",    "em",      "strong",  "font",   "a",    "u",      "form",  "fieldset",
      "nav", "main", "aside",   "header",  "center", "svg",  "big",    "small", "s",
      "tt",  "code", "pre",     "object",  "button", "nobr", "strike", "math",  "template"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// How deep the elements of a page are nested, by its tags alone.
int nesting_of(std::string_view source) {
  int depth = 0;
  int deepest = 0;
  std::array<char, 12> name{};
  for (auto at = source.find('<'); at != std::string_view::npos; at = source.find('<', at + 1)) {
    const bool closes = at + 1 < source.size() && source[at + 1] == '/';
    std::size_t size = 0;
    for (std::size_t i = at + (closes ? 2 : 1); i < source.size() && size < name.size();
         ++i, ++size) {
      const char c = to_lower(source[i]);
      if (!is_lower(c)) break;
      name.at(size) = c;
    }
    if (size == 0 || !nests({name.data(), size})) continue;
    depth = closes ? std::max(0, depth - 1) : depth + 1;
    deepest = std::max(deepest, depth);
  }
  return deepest;
}

}  // namespace

class HtmlTree::Arena {
 public:
  static void* allocate(void* self, std::size_t size) {
    return static_cast<Arena*>(self)->take(size);
  }
  static void release(void*, void*) {}

 private:
  void* take(std::size_t size) {
    size = (size + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) *
           alignof(std::max_align_t);
    if (size > left_) {
      const std::size_t room = std::max(size, std::size_t{1} << 18U);
      blocks_.push_back(std::make_unique<std::byte[]>(room));
      next_ = blocks_.back().get();
      left_ = room;
    }
    void* const taken = next_;
    next_ += size;
    left_ -= size;
    return taken;
  }

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

void HtmlTree::Drop::operator()(Arena* arena) const { delete arena; }

HtmlTree::HtmlTree(std::string_view source) : source_(source), arena_(new Arena) {
  if (nesting_of(source) > deepest_nesting) {
    throw Error(ErrorKind::input, "HTML with more than " + std::to_string(deepest_nesting) +
                                      " elements inside each other; no page of news is like that");
  }
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Arena::allocate;
  options.deallocator = &Arena::release;
  options.userdata = arena_.get();
  options.max_errors = 0;
  output_ = gumbo_parse_with_options(&options, source.data(), source.size());
}

std::string_view attribute(const GumboNode* node, const char* name) {
  if (!is_element(node)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool has_attribute(const GumboNode* node, const char* name) {
  return is_element(node) && gumbo_get_attribute(&node->v.element.attributes, name) != nullptr;
}

std::vector<const GumboNode*> children_of(const GumboNode* node) {
  std::vector<const GumboNode*> children;
  if (!is_element(node)) return children;
  const GumboVector& vector = node->v.element.children;
  for (unsigned i = 0; i < vector.length; ++i)
    children.push_back(static_cast<const GumboNode*>(vector.data[i]));
  return children;
}

std::string text_below(const GumboNode* node, std::size_t limit) {
  std::string text;
  std::vector<const GumboNode*> waiting = {node};
  while (!waiting.empty() && text.size() < limit) {
    const GumboNode* here = waiting.back();
    waiting.pop_back();
    if (is_text(here)) {
      text += here->v.text.text;
      continue;
    }
    const auto children = children_of(here);
    waiting.insert(waiting.end(), children.rbegin(), children.rend());
  }
  return text.substr(0, limit);
}

std::vector<const GumboNode*> find_elements(const GumboNode* root, GumboTag tag) {
  std::vector<const GumboNode*> found;
  std::vector<const GumboNode*> waiting = {root};
  while (!waiting.empty() && found.size() < 1000) {
    const GumboNode* here = waiting.back();
    waiting.pop_back();
    if (has_tag(here, tag)) found.push_back(here);
    const auto children = children_of(here);
    waiting.insert(waiting.end(), children.rbegin(), children.rend());
  }
  return found;
}

}  // namespace annals
