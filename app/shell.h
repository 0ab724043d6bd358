#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "app/context.h"
#include "export/formats.h"
#include "query/answer.h"
#include "query/request.h"

namespace annals {

/// One line in, one answer out: the command line, the prompt and scripts are three callers.
///
/// A line is a question (docs/queries.md), a dot command (`.help`), or the number of a row of the
/// last answer. Not for several threads.
class Shell {
 public:
  enum class Next : std::uint8_t { go_on, quit };

  explicit Shell(const Context& context);

  /// Runs one line and writes what it gives to `out`. Throws Error for a line that cannot be
  /// understood or answered; the shell stays usable.
  Next run(std::string_view line, std::ostream& out);

  /// Rows and events that the last question gave.
  [[nodiscard]] std::size_t last_rows() const;
  [[nodiscard]] const Store& store() const { return store_; }

  void set_format(std::string_view name);

 private:
  void answer(std::string_view question, std::ostream& out);
  Next dot_command(std::string_view line, std::ostream& out);
  void open_row(std::size_t number, std::ostream& out);
  void help(std::string_view topic, std::ostream& out) const;
  void reopen_when_changed();

  const Context& context_;
  Store store_;
  std::filesystem::file_time_type opened_;
  std::string format_ = "text";
  std::string window_;  ///< added to every question that names no time: "in 2011"
  std::string status_;  ///< added to every question that names none: "all"
  std::size_t limit_ = 0;
  bool timing_ = false;
  Answer last_;
};

/// What the formats should know of the terminal and the program.
[[nodiscard]] FormatOptions format_options(const Context& context);

/// What can stand after `prefix` at the end of a line: verbs, actor names and aliases, event types,
/// months. Sorted, at most `limit`.
[[nodiscard]] std::vector<std::string> completions(const Store& store, std::string_view prefix,
                                                   std::size_t limit);

}  // namespace annals
