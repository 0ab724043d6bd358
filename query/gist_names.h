#pragma once

#include <cstddef>
#include <vector>

#include "query/gist_pieces.h"

namespace annals {

/// Whether piece `at`, which nobody is called, stands where a name is wanted: "who met generals",
/// "attacks by Redcoats". `main` is the piece that is the word for events; the number of pieces for
/// none.
[[nodiscard]] bool stands_for_name(const std::vector<GistPiece>& pieces, std::size_t main,
                                   std::size_t at);

}  // namespace annals
