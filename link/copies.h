#pragma once

#include <span>
#include <vector>

#include "link/input.h"

namespace annals {

/// For each article the index of the first article, in the order given, whose text it shares:
/// itself when it is nobody's copy. Two articles are copies of one text when the shorter one shares
/// at least half of its long sentences, and three or more, with the other (or all of them, when it
/// has fewer). Method: sentences as shingles (Broder, On the resemblance and containment of
/// documents, 1997), by an index from sentence to articles; linear in the sentences but for those
/// that very many articles share.
[[nodiscard]] std::vector<std::size_t> find_copies(std::span<const LinkArticle> articles);

}  // namespace annals
