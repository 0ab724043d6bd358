#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "app/answer_output.h"
#include "app/context.h"
#include "app/live_store.h"
#include "export/formats.h"
#include "query/answer.h"
#include "query/request.h"

namespace annals {

/// One line in, one answer out: what the prompt and scripts of it run on.
///
/// A line is a question (docs/queries.md), a dot command (`.help`), the number of a row of the last
/// answer, or an event (`E3f9a2c`). In questions and commands `#3` stands for the event of row 3.
/// Not for several threads.
class Shell {
 public:
  enum class Next : std::uint8_t { go_on, quit };

  /// `limit`: how many rows an answer has until `.limit` says otherwise; 0 for all.
  explicit Shell(const Context& context, std::size_t limit = 0);

  /// Runs one line and writes what it gives to `out`. Throws Error for a line that cannot be
  /// understood or answered, and Stopped; the shell stays usable.
  Next run(std::string_view line, std::ostream& out);

  [[nodiscard]] const Store& store() const { return store_.last(); }

  /// The terminal as it is now; it may have been made wider or narrower.
  void set_terminal(const Terminal& terminal);

  /// Throws Error(query) for a format that there is not.
  void set_format(std::string_view name);

 private:
  friend struct ShellCommands;

  void answer(std::string_view question, std::ostream& out);
  void show_event(const Event& event, std::ostream& out);
  /// Row N of the last answer; throws Error(query) when there is none.
  [[nodiscard]] const AnswerRow& row(std::size_t number) const;
  /// The event that `3`, `#3` or `E3f9a2c` means; throws Error(query).
  [[nodiscard]] Event event_of(std::string_view word);
  [[nodiscard]] std::string with_rows_named(std::string_view line) const;

  Context context_;
  LiveStore store_;
  std::string format_ = "text";
  std::string window_;  ///< added to every question that names no time: "in 2011"
  std::string status_;  ///< added to every question that names none: "all"
  std::string filter_;  ///< added to every question: "by source Reuters"
  std::size_t limit_;
  bool timing_ = false;
  std::optional<Answer> last_;
  std::optional<Request> asked_;  ///< what it answers
};

/// The commands that begin with a dot, for completion.
[[nodiscard]] std::vector<std::string> dot_command_names();

}  // namespace annals
