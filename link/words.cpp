#include "link/words.h"

#include <algorithm>
#include <array>
#include <utility>

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

WordLists LinkWords::empty_lists() { return WordLists(list_names); }

LinkWords::LinkWords(WordLists lists) : lists_(std::move(lists)) {
  constexpr std::size_t shortest = 3;  // bytes with the hyphen
  lists_.visit([&](std::string_view word, std::uint64_t in) {
    if (word.size() < shortest) return;
    if (word.ends_with('-'))
      affixes_.push_back({std::string(word.substr(0, word.size() - 1)), in, true});
    if (word.starts_with('-')) affixes_.push_back({std::string(word.substr(1)), in, false});
  });
}

bool LinkWords::is(LinkWord list, std::string_view word) const {
  const auto index = static_cast<unsigned>(list);
  if (lists_.is(index, word)) return true;
  constexpr std::size_t rest = 2;  // bytes that a word has beside its beginning or end
  return std::any_of(affixes_.begin(), affixes_.end(), [&](const Affix& affix) {
    return (affix.lists >> index & 1U) != 0 && affix.text.size() + rest <= word.size() &&
           (affix.opens ? word.starts_with(affix.text) : word.ends_with(affix.text));
  });
}

}  // namespace annals
