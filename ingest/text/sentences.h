#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "ingest/text/text_words.h"
#include "ingest/text/tokens.h"

namespace annals {

/// No sentence is longer than this many words; longer runs are cut at the best place before it.
inline constexpr std::size_t longest_sentence = 160;

/// Finds where sentences end: the indices of the tokens that begin a sentence, 0 first. Empty when
/// there are no tokens.
///
/// A blank line always ends a sentence. A single line break ends one unless the text is wrapped by
/// hand (`wrapped`). Full stops of titles, initials and abbreviations do not, nor does a question
/// in quotes that its speaker follows ("Why?" he asked.).
[[nodiscard]] std::vector<std::size_t> sentence_starts(std::string_view text,
                                                       std::span<const RawToken> tokens,
                                                       bool wrapped, const TextWords& words);

/// True when the lines of `text` look wrapped at a margin, so that a line break alone says nothing.
[[nodiscard]] bool is_wrapped(std::string_view text);

}  // namespace annals
