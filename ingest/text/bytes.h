#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// Bytes that arrive piece by piece, with a look ahead. Not copyable; one thread.
class ByteStream {
 public:
  /// Writes up to `to.size()` bytes and returns how many; 0 at the end. Throws Error(input).
  using Fill = std::function<std::size_t(std::span<char> to)>;

  explicit ByteStream(Fill fill);
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;

  /// The next bytes without taking them: `size` of them, or all that is left. Valid until the next
  /// call.
  [[nodiscard]] std::string_view peek(std::size_t size);

  /// Takes up to `size` bytes; fewer only at the end.
  [[nodiscard]] std::string take(std::size_t size);

  /// Takes bytes without keeping them; fewer only at the end. Returns how many.
  std::uint64_t skip(std::uint64_t size);

  /// Takes everything. Throws Error(input) when there are more than `limit` bytes.
  [[nodiscard]] std::string take_all(std::size_t limit);

  enum class Line { end, whole, too_long };
  /// Takes a line without its line break (\n or \r\n). A line of more than `limit` bytes is taken
  /// too, and `line` is left empty.
  Line take_line(std::string& line, std::size_t limit);

 private:
  bool fill_more();

  Fill fill_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  ///< what is not taken yet: [begin_, end_) of buffer_
  std::size_t end_ = 0;
  bool ended_ = false;
};

/// "52.4 MB", "812 bytes": sizes in messages; MB are 1000000 bytes.
[[nodiscard]] std::string format_size(std::uint64_t bytes);

}  // namespace annals
