#include "graph/ids.h"

#include <xxhash.h>

namespace annals {

std::uint64_t hash_of(std::initializer_list<std::string_view> parts) {
  std::string bytes;
  for (const auto part : parts) {
    std::uint64_t length = part.size();
    for (int i = 0; i < 8; ++i, length >>= 8U) bytes += static_cast<char>(length & 0xFFU);
    bytes += part;
  }
  const std::uint64_t hash = XXH3_64bits(bytes.data(), bytes.size());
  return hash == 0 ? 1 : hash;
}

std::string format_hex(std::uint64_t value) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string result(16, '0');
  for (std::size_t i = 16; i-- > 0; value >>= 4U) result[i] = digits[value & 0xFU];
  return result;
}

std::optional<std::uint64_t> parse_hex(std::string_view text) {
  if (text.empty() || text.size() > 16) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) {
    std::uint64_t digit = 0;
    if (c >= '0' && c <= '9') {
      digit = static_cast<std::uint64_t>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digit = static_cast<std::uint64_t>(c - 'a') + 10;
    } else {
      return std::nullopt;
    }
    value = value << 4U | digit;
  }
  return value;
}

}  // namespace annals
