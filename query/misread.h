#pragma once

#include <string_view>
#include <vector>

#include "query/actor_names.h"
#include "query/words.h"

namespace annals {

/// The error for words that fit no form: a caret at the word that does not fit the nearest form,
/// and that form. Requires at least one word.
[[nodiscard]] Error not_understood(const NameBook& names, std::string_view line,
                                   const std::vector<Word>& words);

}  // namespace annals
