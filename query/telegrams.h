#pragma once

#include <vector>

#include "query/words.h"

namespace annals {

/// Puts what people leave out or turn round when they type as they would a telegram into the words
/// of the grammar: "2013-2016" is "from 2013 to 2016", "April 97" is "April 1997", "X's last
/// visit" is "last visit of X", "countries that met X" is "which countries met X", "meetings
/// called off" is "meetings cancelled". Names in quotes stay.
void write_out(std::vector<Word>& words);

}  // namespace annals
