#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

namespace annals {

/// What is known of where the output goes.
struct Terminal {
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool colour = false;  ///< stdout: a terminal, TERM not "dumb" and NO_COLOR not set
  std::size_t width =
      80;  ///< columns of stdout: COLUMNS, else the terminal's, else 80; at least 40
  std::size_t height = 24;
};

/// Looks at the file descriptors and the environment.
[[nodiscard]] Terminal look_at_terminal();

/// Writes `text` to stdout, through $PAGER (else `less -FRX`) when stdout is a terminal and the
/// text is longer than the screen. $PAGER set to nothing or `cat` means no pager.
void show_text(std::string_view text, const Terminal& terminal);

/// A line of progress on stderr: a bar that is redrawn on a terminal, a plain line every ten
/// seconds elsewhere, nothing when quiet. The clock is read only here.
class ProgressLine {
 public:
  ProgressLine(const Terminal& terminal, bool quiet);
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine();

  /// `part` of `whole` is done (whole 0: not known); `words` say what: "412 articles, 3,801
  /// events".
  void show(std::uint64_t part, std::uint64_t whole, const std::string& words);

 private:
  enum class Style : std::uint8_t { none, bar, lines };
  Style style_;
  std::size_t width_;
  std::int64_t next_ = 0;  ///< milliseconds; when to write again
  bool drawn_ = false;
};

/// "1,234,567"
[[nodiscard]] std::string format_number(std::uint64_t number);
/// "1 article", "1,204 articles": for words whose plural ends in "s".
[[nodiscard]] std::string counted(std::uint64_t number, std::string_view word);

}  // namespace annals
