#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/event_date.h"
#include "graph/ids.h"
#include "graph/span.h"

namespace annals {

/// How the publication date of an article is known.
enum class PublishedBasis : std::uint8_t {
  metadata,  ///< a field of the file: JSON, HTML meta, RSS
  dateline,  ///< "BEIJING, Nov. 9 (Xinhua) --"
  stamp,     ///< "Posted June 3rd, 2011 at 4:10 pm (UTC-5)"
  option,    ///< --date or a sidecar file
  inferred,  ///< bounded by linked events
  none,
};

/// What a part of the file is. Only title, body and caption are read for events.
enum class BlockKind : std::uint8_t { title, body, caption, comment, furniture, byline, dateline };

/// A labelled part of an article's text. Blocks are in order and together cover every byte of the
/// text.
struct Block {
  Span span;
  BlockKind kind = BlockKind::body;

  bool operator==(const Block&) const = default;
};

/// One article as it was read.
struct Article {
  ArticleId id;      ///< hash of `text`
  std::string name;  ///< id given with the input (JSONL "id"), else empty
  std::string path;  ///< the file it came from, as the user named it; with `#3` for the third of a
                     ///< file of many
  std::string source;  ///< outlet: "Reuters"; empty when not known
  std::string title;
  std::string url;
  std::optional<EventDate> published;  ///< a day, in the zone that the page prints
  PublishedBasis published_basis = PublishedBasis::none;
  std::string published_text;  ///< the words that gave the date: "Mon Jul 30, 2012 6:03pm EDT"
  std::string text;            ///< UTF-8; as it came, or the visible text where the file is markup
  std::vector<Block> blocks;

  bool operator==(const Article&) const = default;
};

[[nodiscard]] std::string_view format_basis(PublishedBasis basis);
[[nodiscard]] std::optional<PublishedBasis> parse_published_basis(std::string_view word);
[[nodiscard]] std::string_view format_block_kind(BlockKind kind);
[[nodiscard]] std::optional<BlockKind> parse_block_kind(std::string_view word);

/// True for the kinds that are read for events: title, body, caption.
[[nodiscard]] bool is_read(BlockKind kind);

/// How an article is called in answers: its given name, else the file name of its path, else its
/// hex id.
[[nodiscard]] std::string display_name(const Article& article);

}  // namespace annals
