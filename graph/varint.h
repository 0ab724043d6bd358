#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "graph/error.h"

namespace annals {

/// Appends seven bits a byte, low bits first; the high bit says that more follow (LEB128).
inline void put_varint(std::string& out, std::uint64_t value) {
  while (value >= 0x80U) {
    out += static_cast<char>(value | 0x80U);
    value >>= 7U;
  }
  out += static_cast<char>(value);
}

/// Small numbers of either sign become small numbers: 0, -1, 1, -2 ... become 0, 1, 2, 3 ...
[[nodiscard]] constexpr std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
}
[[nodiscard]] constexpr std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}

/// Reads bytes from front to back; throws Error(store) when they end too early.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes)
      : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  [[nodiscard]] bool at_end() const { return at_ == end_; }
  [[nodiscard]] std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }

  std::uint64_t varint() {
    if (at_ != end_ && static_cast<unsigned char>(*at_) < 0x80U) {  // nearly always one byte
      return static_cast<unsigned char>(*at_++);
    }
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (at_ == end_) break;
      const auto byte = static_cast<unsigned char>(*at_++);
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if (byte < 0x80U) return value;
    }
    fail();
  }

  /// Passes over so many numbers.
  void skip_varints(std::size_t count) {
    while (count >= 8 && left() >= 8) {  // the bytes that end one have no high bit
      std::uint64_t word = 0;
      std::memcpy(&word, at_, 8);
      count -= static_cast<std::size_t>(std::popcount(~word & 0x8080808080808080U));
      at_ += 8;
    }
    for (; count > 0; --count) {
      while (at_ != end_ && static_cast<unsigned char>(*at_) >= 0x80U) ++at_;
      if (at_ == end_) fail();
      ++at_;
    }
  }

  std::string_view bytes(std::size_t count) {
    if (count > left()) fail();
    const std::string_view result(at_, count);
    at_ += count;
    return result;
  }

  [[noreturn]] static void fail() {
    throw Error(ErrorKind::store,
                "a record of the database is damaged; `annals check` tells more, and a backup or "
                "ingesting the articles again repairs it");
  }

 private:
  const char* at_;
  const char* end_;
};

}  // namespace annals
