#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/article.h"
#include "ingest/pages/page_words.h"

namespace annals {

/// What one paragraph of a page looks like by itself.
enum class Look : std::uint8_t {
  prose,  ///< sentences
  text,   ///< something short: a title, a subheading, a link
  furniture,
  section,   ///< heads a list of links
  comments,  ///< heads the comments of readers
  closed,    ///< ends them
  speaker,   ///< "onlyif wrote:"
  caption,
  credit,
  byline,
  name,   ///< two names and nothing else: a byline, in a page's head
  stamp,  ///< a date with little around it
};

/// A paragraph of a page: its bytes without the white space around, and how it looks.
struct Paragraph {
  Span span;
  Look look = Look::text;
  std::optional<BlockKind> marked;  ///< what the markup says
  std::string key;                  ///< page_key() of its first bytes
  std::uint32_t words = 0;          ///< of `key`; more than 24 count as 24
  bool ends = false;                ///< ends like a sentence
  std::uint32_t dateline = 0;       ///< bytes of the dateline it begins with
  bool place_only = false;          ///< the dateline is a place and no more
};

/// Splits a text into paragraphs: at blank lines, at the borders of `marked`, and at every line
/// break unless the text is wrapped by hand. Looks at each by itself. Linear.
[[nodiscard]] std::vector<Paragraph> paragraphs_of(std::string_view text,
                                                   const std::vector<Block>& marked,
                                                   const PageWords& words);

}  // namespace annals
