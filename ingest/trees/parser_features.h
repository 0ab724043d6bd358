#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace annals {

/// What the network sees of a word, apart from its neighbours. The trainer and the reader share
/// this file, so a change here needs a new model (and `model_version`).

/// Rows of the table that the pieces of words are hashed into. A power of two.
inline constexpr std::uint32_t piece_rows = 32768;
inline constexpr std::size_t most_pieces = 48;

/// 64-bit FNV-1a with a final mix; `salt` keeps the uses apart.
[[nodiscard]] std::uint64_t hash_of(std::string_view text, std::uint64_t salt = 0);

/// A form made comparable: lower case, digits as 0, curly quotes and long dashes as typed ones.
/// Cut at 64 bytes. Holds its own bytes.
class NormalForm {
 public:
  explicit NormalForm(std::string_view form);
  [[nodiscard]] std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, 72> bytes_{};
  std::size_t size_ = 0;
};

/// The rows of the pieces of a word: its endings, beginnings, all three-byte pieces, the pattern of
/// its capitals and digits, alone and with whether it is the `first` of the sentence.
struct WordPieces {
  std::array<std::uint32_t, most_pieces> rows{};
  std::size_t count = 0;
};
[[nodiscard]] WordPieces pieces_of(std::string_view form, bool first);

/// The pattern of a word's letters: "Xx" for Kabul, "X.X." for U.S., "0,0" for 1,200. At most 8
/// bytes.
struct WordShape {
  std::array<char, 8> bytes{};
  std::size_t size = 0;
  [[nodiscard]] std::string_view view() const { return {bytes.data(), size}; }
};
[[nodiscard]] WordShape shape_of(std::string_view form);

}  // namespace annals
