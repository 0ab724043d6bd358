#pragma once

#include <vector>

#include "query/words.h"

namespace annals {

/// Puts questions for the largest numbers into the grammar: "the deadliest day" is how many people
/// were killed per day, sorted, "which attack killed the most people" and "most wounded in a single
/// attack" are attacks, sorted. Who did most of a kind is a question of the grammar itself.
void write_superlatives(std::vector<Word>& words);

}  // namespace annals
