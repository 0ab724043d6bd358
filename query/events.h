#pragma once

#include "query/request.h"
#include "query/words.h"

namespace annals {

/// "E3f9a2c", or more of its hex digits.
[[nodiscard]] bool is_event_word(const Word& word);

/// The event that a word names. Throws Error(query) with a caret when there is none or more than
/// one.
[[nodiscard]] Event find_event(const Store& store, std::string_view line, const Word& word);

}  // namespace annals
