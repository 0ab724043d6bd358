#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "graph/word_lists.h"
#include "ingest/text/language_files.h"

namespace annals {

/// One line of a rule file that says something, and where it stands.
struct RuleLine {
  std::string file;     ///< name without its folder: "dates.rules"
  unsigned number = 0;  ///< counted from 1, as editors do
  std::string text;     ///< without comment and without white space at both ends; never empty
  bool indented =
      false;  ///< began with white space: continues the line above, where a format says so

  bool operator==(const RuleLine&) const = default;

  /// "dates.rules:14"
  [[nodiscard]] std::string where() const { return file + ":" + std::to_string(number); }
};

/// The lines of `text` without blank ones and comments. A comment is `#` at the start of a line or
/// after white space, up to the end of the line; inside double quotes `#` is itself. `\r\n` ends a
/// line as `\n` does.
[[nodiscard]] std::vector<RuleLine> parse_rules(std::string_view text, const std::string& file);

/// Reads one file. Throws Error(rule) when it cannot be read or is not UTF-8 ("dates.rules:3: not
/// UTF-8").
[[nodiscard]] std::vector<RuleLine> read_rules(const std::filesystem::path& file);

/// The files called `name` of the language's folder and of its overlays, in that order; a folder
/// without one is skipped. Throws Error(rule) when none has one.
[[nodiscard]] std::vector<RuleLine> read_rules(const LanguageOptions& options,
                                               const std::string& name);

/// Throws Error(rule): "dates.rules:14: MESSAGE".
[[noreturn]] void fail_rule(const RuleLine& line, const std::string& message);

/// `text` without white space at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// The trimmed parts between `separator`s that stand outside double quotes; "" has one empty part.
[[nodiscard]] std::vector<std::string> split_at(std::string_view text, std::string_view separator);

}  // namespace annals
