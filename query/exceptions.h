#pragma once

#include <span>
#include <string_view>

#include "query/actor_names.h"
#include "query/request.h"
#include "query/words.h"

namespace annals {

/// "except Mullen and Munter", "other than by Hamas", "apart from meetings": who and what is left
/// out, at the front of `words`. How many words that is; 0 when nothing is left out there.
/// Throws Error(query) with a caret under a name that nobody has, and under a time.
[[nodiscard]] std::size_t take_exception(const NameBook& names, std::string_view line,
                                         std::span<const Word> words, Request& request);

/// Throws Error(query) when somebody is asked for and left out at once.
void check_exceptions(std::string_view line, const Request& request);

}  // namespace annals
