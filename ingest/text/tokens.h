#pragma once

#include <string_view>
#include <vector>

#include "graph/span.h"
#include "ingest/text/text_words.h"

namespace annals {

/// A word of a text before anything is known about it but where it stands.
struct RawToken {
  Span span;
  bool space_after = false;  ///< white space (or the end of the range) follows
  bool line_after = false;   ///< a line break stands in that white space
  bool blank_after = false;  ///< a blank line stands in that white space

  bool operator==(const RawToken&) const = default;
};

/// Words longer than this many bytes are cut, so that no later stage meets an unbounded one.
inline constexpr std::uint32_t longest_token = 256;

/// Splits `range` of `text` into words as Universal Dependencies English counts them: "don't" is
/// "do" + "n't", "U.S.-led" is "U.S." + "-" + "led", "$5m" is "$" + "5" + "m"; addresses of the
/// web, numbers with their points and commas, and abbreviations with their full stop stay whole.
///
/// Every byte of `range` that is no white space and no control character belongs to exactly one
/// token; tokens are in order and never empty. Bytes that are not UTF-8 count as letters.
/// Source: tokenisation rules of UD English EWT, version 2.
[[nodiscard]] std::vector<RawToken> tokenize(std::string_view text, Span range,
                                             const TextWords& words);

}  // namespace annals
