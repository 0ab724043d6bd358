#pragma once

#include <compare>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace annals {

/// A 64-bit id made from content, so that the same input gives the same ids in any order and on any
/// machine. `Tag` keeps ids of different things from being mixed up. 0 means "none" and is never
/// made.
template <class Tag>
struct Id {
  std::uint64_t value = 0;

  auto operator<=>(const Id&) const = default;
  explicit operator bool() const { return value != 0; }
};

using ArticleId = Id<struct ArticleTag>;
using ActorId = Id<struct ActorTag>;
using MentionId = Id<struct MentionTag>;
using EventId = Id<struct EventTag>;

/// XXH3 (64 bits, seed 0) over the parts, each preceded by its length, so that {"ab","c"} and
/// {"a","bc"} differ. Never 0.
[[nodiscard]] std::uint64_t hash_of(std::initializer_list<std::string_view> parts);

/// Sixteen lower-case hex digits.
[[nodiscard]] std::string format_hex(std::uint64_t value);
/// Reads 1 to 16 hex digits; nothing for other shapes.
[[nodiscard]] std::optional<std::uint64_t> parse_hex(std::string_view text);

}  // namespace annals
