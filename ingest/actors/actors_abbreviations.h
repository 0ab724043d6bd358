#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/actors/actors_figures.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// The token with which the letters of `brief` begin, when they are, in order, those that the words
/// of tokens [first, last) begin with: "Ministry" for "MOA" after "the Chinese Ministry of
/// Agriculture". Small words may be passed over, and so may words before the first letter; no
/// other.
[[nodiscard]] std::optional<std::int32_t> spelled_from(std::string_view brief,
                                                       const Sentence& sentence, std::int32_t first,
                                                       std::int32_t last);

/// True when at least half the longer words of a folded name are those of the figure, endings
/// aside: "World Food Program" of the World Food Programme, not "Seven Party Alliance" of the
/// Saudi Press Agency.
[[nodiscard]] bool is_called_like(const std::vector<std::string>& words, const Figure& figure);

}  // namespace annals
