#include "ingest/clean.h"

namespace annals {

void label_blocks(Article& article, const PageWords&) {
  if (!article.blocks.empty()) return;
  const std::string& text = article.text;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = text.find('\n', begin);
    while (end < text.size() && (text[end] == '\n' || text[end] == '\r')) ++end;
    end = std::min(end, text.size());
    article.blocks.push_back(
        {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, BlockKind::body});
    begin = end;
  }
}

}  // namespace annals
