#pragma once

#include <string>
#include <string_view>

#include "query/actor_names.h"

namespace annals {

/// True when every word of `wanted` is a word of `name`. Both folded.
[[nodiscard]] bool holds_words(std::string_view name, std::string_view wanted);

/// Those of whom a name holds the words of `wanted`, which is folded; else those of whom one begins
/// with it; else the names that look most like it, at most three edits away, and whose misspelling
/// it can only be. One look through all names.
[[nodiscard]] NameLookup find_near_names(const NameBook& names, const std::string& wanted);

}  // namespace annals
