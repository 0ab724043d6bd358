#include "ingest/clause_words.h"

#include <array>
#include <string_view>

namespace annals {
namespace {

/// In the order of ClauseWord.
constexpr std::array<std::string_view, 11> list_names = {
    "object-control", "purpose", "object-needed", "same-past", "somebody-else", "describing-place",
    "doing",          "telling", "accusing",      "reaching",  "adversary"};

}  // namespace

ClauseWords::ClauseWords() : WordsOf(list_names) {}

}  // namespace annals
