#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace annals {

/// The small letter of a capital of ASCII; every other byte as it is.
[[nodiscard]] inline char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The text with the capitals of ASCII in lower case, whatever the locale.
[[nodiscard]] inline std::string lowered(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), to_lower);
  return lower;
}

}  // namespace annals
