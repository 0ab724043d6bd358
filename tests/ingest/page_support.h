#pragma once

#include <string>
#include <vector>

#include "ingest/pages/clean.h"
#include "ingest/pages/page_words.h"

namespace annals {

/// The words of English that the project ships; loaded once.
inline const PageWords& page_words() {
  static const PageWords words = PageWords::load({.data = ANNALS_SOURCE_DIR "/ingest/data/english",
                                                  .overlays = {},
                                                  .actor_files = {},
                                                  .agent_files = {}});
  return words;
}

/// "title|Talks resume" a block, without the white space behind it.
inline std::vector<std::string> block_lines(const Article& article) {
  std::vector<std::string> lines;
  for (const auto& block : article.blocks) {
    std::string bytes(slice(article.text, block.span));
    while (!bytes.empty() && (bytes.back() == '\n' || bytes.back() == ' ')) bytes.pop_back();
    lines.push_back(std::string(format_block_kind(block.kind)) + "|" + bytes);
  }
  return lines;
}

}  // namespace annals
