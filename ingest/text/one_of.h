#pragma once

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>
#include <string_view>

namespace annals {

/// True when a short list of words has this one.
template <typename Word, std::size_t size>
[[nodiscard]] bool one_of(std::string_view word, const std::array<Word, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

[[nodiscard]] inline bool one_of(std::string_view word,
                                 std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// True when the word ends in one of a short list of endings.
[[nodiscard]] inline bool ends_with_one_of(std::string_view word,
                                           std::span<const std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

}  // namespace annals
