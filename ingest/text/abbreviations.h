#pragma once

#include <string_view>

#include "ingest/text/text_words.h"

namespace annals {

/// "U.S", "a.m", "J": single letters joined by full stops, the last of which is left out.
[[nodiscard]] bool is_initials(std::string_view word);

/// A word that keeps its full stop, given without it: "Gen", "Inc", "ph.d". Words that are also
/// common ones ("mass", "ill") only with a capital.
[[nodiscard]] bool keeps_full_stop(std::string_view word, const TextWords& words);

/// A word that keeps its full stop before a number, given without it: "Jan", "no", "p".
[[nodiscard]] bool keeps_full_stop_before_number(std::string_view word, const TextWords& words);

/// True for a word that ends in a full stop which is its own: "Gen.", "U.S.", "a.m.", "J.".
[[nodiscard]] bool is_abbreviation(std::string_view word, const TextWords& words);

/// An abbreviation that stands before a name and never ends a sentence: "Gen.", "No.", "vs.".
[[nodiscard]] bool is_title_abbreviation(std::string_view word, const TextWords& words);

}  // namespace annals
