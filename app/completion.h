#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/store.h"

namespace annals {

/// What can stand after `prefix` at the end of a line: dot commands, words of questions, names and
/// aliases of actors, words for events, months. Sorted, at most `limit`; words of questions come
/// before names when there is not room for all.
[[nodiscard]] std::vector<std::string> completions(const Store& store, std::string_view prefix,
                                                   std::size_t limit);

}  // namespace annals
