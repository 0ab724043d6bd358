#include <algorithm>
#include <array>
#include <unordered_map>

#include "ingest/pages/html.h"
#include "ingest/text/characters.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

/// The words of a class or an id in lower case: "relatedTopics-list" is related, topics, list.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  bool open = false;
  char before = 0;
  for (const char c : name.substr(0, 400)) {
    const bool letter = is_lower(c) || is_upper(c);
    if (!letter) {
      open = false;
    } else {
      if (!open || (is_upper(c) && is_lower(before))) words.emplace_back();
      words.back() += to_lower(c);
      open = true;
    }
    before = c;
  }
  return words;
}

std::optional<BlockKind> kind_of_name(std::string_view name) {
  std::optional<BlockKind> kind;
  for (const auto& word : words_of(name)) {
    if (one_of(word, {"comment", "comments", "disqus", "respond", "commentlist", "responses"}))
      return BlockKind::comment;
    if (one_of(word, {"caption", "wp-caption-text", "captions", "cutline"}))
      kind = BlockKind::caption;
    if (one_of(word, {"share",         "sharing",     "social",
                      "sharedaddy",    "related",     "promo",
                      "promos",        "advert",      "adverts",
                      "advertisement", "ad",          "ads",
                      "sponsor",       "sponsored",   "sidebar",
                      "rail",          "footer",      "nav",
                      "navbar",        "navigation",  "menu",
                      "breadcrumb",    "breadcrumbs", "newsletter",
                      "subscribe",     "cookie",      "cookies",
                      "popup",         "modal",       "banner",
                      "tags",          "recommended", "recommendations",
                      "trending",      "outbrain",    "taboola",
                      "toolbar",       "pagination",  "pager",
                      "skip",          "tools",       "toolbox",
                      "mostread",      "popular",     "jp",
                      "credit",        "photocredit", "copyright",
                      "signup",        "login",       "search",
                      "noprint",       "correction",  "disclaimer",
                      "tweet",         "instagram"})) {
      if (!kind) kind = BlockKind::furniture;
    }
  }
  return kind;
}

/// What a subtree holds, for the choice of the main element.
struct Weight {
  std::size_t text = 0;
  std::size_t links = 0;  ///< of it inside of links
  double score = 0;
};

bool is_marked_article(const GumboNode* node) {
  return attribute(node, "itemprop").find("articleBody") != std::string_view::npos;
}

double bonus_of(const GumboNode* node) {
  if (has_tag(node, GUMBO_TAG_ARTICLE)) return 1.5;
  double bonus = 1;
  for (const char* name : {"class", "id"}) {
    for (const auto& word : words_of(attribute(node, name))) {
      if (one_of(word, {"article", "story", "body", "content", "entry", "post", "text", "main"}))
        bonus = 1.25;
    }
  }
  return bonus;
}

/// Weighs every element from the leaves up, without recursion.
class Weigher {
 public:
  /// Leaves out what is called boilerplate when `strict`.
  Weigher(const GumboNode* root, bool strict) {
    std::vector<const GumboNode*> order = {root};
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (is_invisible(order[i]) || (strict && is_boilerplate(order[i]))) continue;
      for (const GumboNode* child : children_of(order[i])) order.push_back(child);
    }
    for (std::size_t i = order.size(); i > 0; --i) weigh(order[i - 1]);
    for (const GumboNode* node : order) consider(node);
  }

  [[nodiscard]] const GumboNode* best() const { return marked_ != nullptr ? marked_ : best_; }
  /// Some paragraphs at least were found.
  [[nodiscard]] bool is_sure() const { return marked_ != nullptr || best_score_ >= 3; }

 private:
  static bool is_boilerplate(const GumboNode* node) {
    if (has_tag(node, GUMBO_TAG_BODY) || has_tag(node, GUMBO_TAG_ARTICLE) ||
        has_tag(node, GUMBO_TAG_MAIN))
      return false;
    const auto kind = kind_of_element(node);
    return kind == BlockKind::furniture || kind == BlockKind::comment;
  }

  static std::size_t visible(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
      return c != ' ' && c != '\n' && c != '\t' && c != '\r';
    }));
  }

  void weigh(const GumboNode* node) {
    if (is_text(node)) {
      weights_[node->parent].text += visible(node->v.text.text);
      return;
    }
    if (!is_element(node)) return;
    Weight& own = weights_[node];
    if (has_tag(node, GUMBO_TAG_A)) own.links = own.text;
    const GumboNode* parent = node->parent;
    if (parent == nullptr || !is_element(parent)) return;
    // A paragraph speaks for the element around it, and half as loud for the next one.
    if (is_paragraph(node) && own.text >= 25 && own.links * 2 < own.text) {
      const double score = 1 + std::min(3.0, static_cast<double>(own.text) / 100);
      weights_[parent].score += score;
      if (parent->parent != nullptr && is_element(parent->parent))
        weights_[parent->parent].score += score / 2;
    }
    Weight& above = weights_[parent];
    above.text += own.text;
    above.links += own.links;
  }

  static bool is_paragraph(const GumboNode* node) {
    if (has_tag(node, GUMBO_TAG_P) || has_tag(node, GUMBO_TAG_PRE) ||
        has_tag(node, GUMBO_TAG_BLOCKQUOTE))
      return true;
    if (!has_tag(node, GUMBO_TAG_DIV) && !has_tag(node, GUMBO_TAG_TD) &&
        !has_tag(node, GUMBO_TAG_SECTION) && !has_tag(node, GUMBO_TAG_ARTICLE))
      return false;
    const auto children = children_of(node);
    return std::none_of(children.begin(), children.end(), [](const GumboNode* child) {
      return is_element(child) && is_block(child) && !has_tag(child, GUMBO_TAG_BR);
    });
  }

  void consider(const GumboNode* node) {
    if (!is_element(node)) return;
    const Weight& own = weights_[node];
    if (own.text == 0) return;
    if (is_marked_article(node) && own.text >= 200 &&
        (marked_ == nullptr || own.text > weights_[marked_].text))
      marked_ = node;
    const double density = static_cast<double>(own.links) / static_cast<double>(own.text);
    const double score = own.score * (1 - density) * bonus_of(node);
    if (score > best_score_) {
      best_score_ = score;
      best_ = node;
    }
  }

  std::unordered_map<const GumboNode*, Weight> weights_;
  const GumboNode* marked_ = nullptr;
  const GumboNode* best_ = nullptr;
  double best_score_ = 0;
};

}  // namespace

bool is_invisible(const GumboNode* node) {
  if (!is_element(node)) return !is_text(node);
  switch (node->v.element.tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_MATH:
      return true;
    default:
      break;
  }
  if (has_attribute(node, "hidden")) return true;
  const std::string_view style = attribute(node, "style");
  return style.find("display:none") != std::string_view::npos ||
         style.find("display: none") != std::string_view::npos;
}

bool is_block(const GumboNode* node) {
  if (!is_element(node)) return false;
  switch (node->v.element.tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_UNKNOWN:
      return false;
    default:
      return true;
  }
}

std::optional<BlockKind> kind_of_element(const GumboNode* node) {
  if (!is_element(node)) return std::nullopt;
  switch (node->v.element.tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
      return BlockKind::furniture;
    case GUMBO_TAG_FIGCAPTION:
      return BlockKind::caption;
    case GUMBO_TAG_H1:
      return BlockKind::title;
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
      return std::nullopt;
    default:
      break;
  }
  const std::string_view role = attribute(node, "role");
  if (role == "navigation" || role == "banner" || role == "contentinfo" ||
      role == "complementary" || role == "search")
    return BlockKind::furniture;
  if (const auto kind = kind_of_name(attribute(node, "id"))) return kind;
  return kind_of_name(attribute(node, "class"));
}

const GumboNode* find_main(const HtmlTree& tree) {
  const Weigher strict(tree.root(), true);
  if (strict.is_sure()) return strict.best();
  const GumboNode* found = Weigher(tree.root(), false).best();
  return found == nullptr ? tree.root() : found;
}

}  // namespace annals
