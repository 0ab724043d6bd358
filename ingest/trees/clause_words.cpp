#include "ingest/trees/clause_words.h"

#include <array>
#include <string_view>

namespace annals {
namespace {

/// In the order of ClauseWord.
constexpr auto list_names = std::to_array<std::string_view>(
    {"object-control", "told-to",          "object-needed", "same-past",
     "somebody-else",  "describing-place", "doing",         "telling",
     "accusing",       "reaching",         "adversary",     "condemning",
     "taking",         "clashing",         "document",      "gathering",
     "avenging",       "killing",          "intent",        "happening",
     "plan",           "planning",         "compass",       "pending"});

}  // namespace

ClauseWords::ClauseWords() : WordsOf(list_names) {}

}  // namespace annals
