#pragma once

#include <string>
#include <string_view>

namespace annals {

/// `text` with bytes that are no UTF-8 replaced by U+FFFD, one for each.
[[nodiscard]] std::string valid_utf8(std::string_view text);

/// Runs of white space as one space, none at the ends; for quotes taken from pages.
[[nodiscard]] std::string one_line(std::string_view text);

/// Adds `text` as a JSON string with its quotes. Control characters are escaped; invalid UTF-8 is
/// replaced.
void append_json(std::string& out, std::string_view text);

/// Adds `text` without characters that XML 1.0 forbids, with & < > " escaped; white space becomes a
/// space.
void append_xml(std::string& out, std::string_view text);

/// Adds `text` as CDATA where escapes would be needed (readers drop white space between escapes),
/// plain elsewhere. Characters that XML 1.0 forbids are left out.
void append_xml_text(std::string& out, std::string_view text);

/// Adds a CSV field: quoted when it holds the separator, a quote, a line break or outer spaces.
void append_csv(std::string& out, std::string_view text, char separator = ',');

/// For HTML text and double-quoted attributes.
void append_html(std::string& out, std::string_view text);

/// For running text in Markdown: characters that would start markup are escaped with a backslash.
void append_markdown(std::string& out, std::string_view text);

}  // namespace annals
