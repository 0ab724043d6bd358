#pragma once

#include <algorithm>
#include <array>
#include <initializer_list>
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

}  // namespace annals
