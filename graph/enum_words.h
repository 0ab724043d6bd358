#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace annals {

/// The value of an enumeration whose words stand in its order.
template <class Enum, std::size_t size>
[[nodiscard]] std::optional<Enum> find_word(const std::array<std::string_view, size>& words,
                                            std::string_view word) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<Enum>(found - words.begin());
}

}  // namespace annals
