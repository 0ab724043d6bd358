#pragma once

#include <vector>

#include "query/bounds.h"
#include "query/words.h"

namespace annals {

/// Takes the numbers that a question asks for out of its words, with the words that carry them, and
/// puts what is left into the grammar: "attacks that killed more than 10 people in May" is "attacks
/// in May", "who met Kayani at least twice" is "who met Kayani most often".
[[nodiscard]] std::vector<Bound> take_bounds(std::vector<Word>& words);

}  // namespace annals
