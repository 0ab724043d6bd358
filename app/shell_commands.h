#pragma once

#include <optional>
#include <ostream>
#include <string_view>

namespace annals {

class Shell;

/// The commands of the prompt that begin with a dot; rows of a table in shell_commands.cpp.
struct ShellCommands {
  /// Runs ".open 3". Throws Error(query) for one that is not known, with the nearest.
  static void run(Shell& shell, std::string_view line, std::ostream& out);

  // One function a row of the table; `rest` is what stands behind the name.
  static void help(Shell& shell, std::string_view rest, std::ostream& out);
  static void mode(Shell& shell, std::string_view rest, std::ostream& out);
  static void limit(Shell& shell, std::string_view rest, std::ostream& out);
  static void window(Shell& shell, std::string_view rest, std::ostream& out);
  static void status(Shell& shell, std::string_view rest, std::ostream& out);
  static void filter(Shell& shell, std::string_view rest, std::ostream& out);
  static void actors(Shell& shell, std::string_view rest, std::ostream& out);
  static void types(Shell& shell, std::string_view rest, std::ostream& out);
  static void articles(Shell& shell, std::string_view rest, std::ostream& out);
  static void open(Shell& shell, std::string_view rest, std::ostream& out);
  static void source(Shell& shell, std::string_view rest, std::ostream& out);
  static void why(Shell& shell, std::string_view rest, std::ostream& out);
  static void save(Shell& shell, std::string_view rest, std::ostream& out);
  static void export_as(Shell& shell, std::string_view rest, std::ostream& out);
  static void timing(Shell& shell, std::string_view rest, std::ostream& out);
};

/// "3" and "#3"; nothing for other words.
[[nodiscard]] std::optional<std::size_t> parse_row_number(std::string_view word);

}  // namespace annals
