#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// The form in which names are compared: NFKD without marks, lower case, every run of characters
/// that are neither letter nor digit one space, no space at the ends. "Zaheer-ul-Islam" and "zaheer
/// ul islam" fold alike. Invalid UTF-8 bytes count as separators.
[[nodiscard]] std::string fold(std::string_view text);

/// The words of a folded text, which must outlive them.
[[nodiscard]] std::vector<std::string_view> folded_words(std::string_view folded);

/// Damerau-Levenshtein distance (adjacent transpositions count 1) in bytes, or limit + 1 when it is
/// larger.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// Index of the candidate nearest to `name`, both folded, if within a third of its length (at most
/// 3); candidates.size() when none is near. Ties go to the first.
[[nodiscard]] std::size_t nearest_name(std::string_view name,
                                       std::span<const std::string> candidates);

}  // namespace annals
