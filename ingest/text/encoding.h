#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace annals {

/// A text as UTF-8.
struct Decoded {
  std::string text;
  std::string encoding;  ///< what it was: "UTF-8", "Windows-1252", "UTF-16LE", "UTF-16BE"
  std::string doubt;     ///< what was mended on the way, for a warning; empty when nothing
};

/// Makes UTF-8 of a file's bytes. UTF-8 stays byte for byte, with a byte order mark if it has one.
///
/// Reads UTF-8, UTF-16 with a byte order mark, and Latin-1 or Windows-1252 (as the latter, as the
/// web does). `declared` is what the file or its carrier says ("iso-8859-1"), believed over the
/// guess for what is not UTF-8. Single bytes that are no UTF-8 in a text that else is become "?";
/// single NULs become spaces, so that offsets stay. Throws Error(input) that names the encoding, or
/// the kind of file, that it cannot read.
/// Source: labels of the Encoding Standard, https://encoding.spec.whatwg.org
[[nodiscard]] Decoded decode(std::string bytes, std::string_view declared = {});

/// What a file of bytes that are no text is ("a PDF document"), by its first bytes; nothing for
/// text.
[[nodiscard]] std::optional<std::string> binary_kind(std::string_view start);

/// Appends `code` as UTF-8; surrogates and what is beyond Unicode as U+FFFD.
void append_utf8(std::string& text, char32_t code);

[[nodiscard]] bool is_utf8(std::string_view text);

}  // namespace annals
