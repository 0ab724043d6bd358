#pragma once

#include <vector>

#include "query/verbs.h"
#include "query/words.h"

namespace annals {

enum class Leniency : std::uint8_t {
  strict,   ///< a time stands behind its preposition, or is relative: "last week"
  lenient,  ///< dates may also stand alone: "attacks 2011"
  free,     ///< lenient, but somebody's name is no topic
};

/// Takes windows, status words, places, sources, limits and orders out of the words, wherever they
/// stand, and puts them into the request. What is left is the question itself. Throws Error(query)
/// for what is no date and for windows that leave no day.
[[nodiscard]] std::vector<Word> take_modifiers(const NameBook& names, std::string_view line,
                                               const std::vector<Word>& words,
                                               const AskOptions& options, Leniency leniency,
                                               Request& request);

}  // namespace annals
