#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// Columns that `text` takes on a terminal: wide East Asian characters count two, marks and
/// controls none. Source of widths: Unicode East Asian Width, through utf8proc. Invalid bytes count
/// one.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Lines of at most `width` columns, broken at spaces and behind slashes ("2011-09-01/"
/// "2011-09-30"); a longer word is broken where it must. Never empty. Control characters are
/// dropped, so that text from a page cannot command the terminal. Requires width > 1.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace annals
