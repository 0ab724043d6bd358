#pragma once

#include <cstdint>
#include <string_view>

#include "ingest/dates/timex_atoms.h"

namespace annals {

/// The bit of a class in DateAtom::classes.
constexpr std::uint64_t bit(WordClass word_class) { return std::uint64_t{1} << word_class; }

/// The value of a run of digits; 0 for anything else, and for what does not fit.
[[nodiscard]] std::int64_t to_number(std::string_view digits);

/// Gives the atom the classes and values that the shape of `text` tells, which begins with a digit
/// or an apostrophe and a digit: "3rd", "1980s", "'97", "1,200", "16:10", "3/6/2011".
void add_number_shape(DateAtom& atom, std::string_view text);

/// The same for dates alone: "2011-06-03" and "3/6/2011". False when `text` is none.
bool add_written_date(DateAtom& atom, std::string_view text);

}  // namespace annals
