#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/actor.h"
#include "query/words.h"

namespace annals {

/// Whether the actor is one of those that a question asks for by a word for a kind of actor:
/// "countries", "ministers", "rebels", "groups". All are "actors" and every unknown word.
[[nodiscard]] bool is_one_of_these(const Actor& actor, std::string_view kind);

/// Whether the word outside quotes is one for a kind of actor.
[[nodiscard]] bool is_doers(const Word& word);

/// All words for kinds of actors, "actors" first: what DOERS stands for in forms of questions.
[[nodiscard]] std::vector<std::string> doer_words();

}  // namespace annals
