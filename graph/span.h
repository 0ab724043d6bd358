#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace annals {

/// A half-open range of bytes of an article's text: `[begin, end)`.
///
/// Both ends stand on borders of UTF-8 code points. begin <= end.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  auto operator<=>(const Span&) const = default;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  [[nodiscard]] bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
};

/// The bytes of `text` that `span` covers. Requires span.end <= text.size().
[[nodiscard]] inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace annals
