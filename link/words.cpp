#include "link/words.h"

#include <algorithm>
#include <array>
#include <string>

namespace annals {
namespace {

/// In the order of LinkWord.
constexpr auto list_names = std::to_array<std::string_view>(
    {"determiner",  "possessive",        "ranking",  "next-phrase", "event-noun",
     "result",      "result-participle", "additive", "again",       "habit",
     "opening",     "elsewhere",         "separate", "another",     "than",
     "relative",    "relative-person",   "killing",  "this-year",   "group",
     "name-suffix", "name-article",      "small"});

}  // namespace

LinkWords::LinkWords() : lists_(list_names) {}

bool LinkWords::is(LinkWord list, std::string_view word) const {
  const auto index = static_cast<unsigned>(list);
  if (lists_.is(index, word)) return true;
  constexpr std::size_t shortest = 2, longest = 8;  // bytes of a beginning or end
  for (std::size_t n = shortest; n <= longest && n + shortest <= word.size(); ++n) {
    if (lists_.is(index, std::string(word.substr(0, n)) + "-") ||
        lists_.is(index, "-" + std::string(word.substr(word.size() - n))))
      return true;
  }
  return false;
}

}  // namespace annals
