#include "graph/article.h"

#include <array>

#include "graph/enum_words.h"

namespace annals {
namespace {

constexpr std::array<std::string_view, 6> basis_words = {"metadata", "dateline", "stamp",
                                                         "option",   "inferred", "none"};
constexpr std::array<std::string_view, 7> block_words = {
    "title", "body", "caption", "comment", "furniture", "byline", "dateline"};

}  // namespace

std::string_view format_basis(PublishedBasis basis) {
  return basis_words.at(static_cast<std::size_t>(basis));
}

std::optional<PublishedBasis> parse_published_basis(std::string_view word) {
  return find_word<PublishedBasis>(basis_words, word);
}

std::string_view format_block_kind(BlockKind kind) {
  return block_words.at(static_cast<std::size_t>(kind));
}

std::optional<BlockKind> parse_block_kind(std::string_view word) {
  return find_word<BlockKind>(block_words, word);
}

bool is_read(BlockKind kind) {
  return kind == BlockKind::title || kind == BlockKind::body || kind == BlockKind::caption;
}

std::string display_name(const Article& article) {
  if (!article.name.empty()) return article.name;
  const auto slash = article.path.rfind('/');
  const auto file = slash == std::string::npos ? article.path : article.path.substr(slash + 1);
  return file.empty() ? format_hex(article.id.value) : file;
}

}  // namespace annals
