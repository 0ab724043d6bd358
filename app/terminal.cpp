#include "app/terminal.h"

#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>

namespace annals {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

bool is_set(const char* name) { return std::getenv(name) != nullptr; }

std::int64_t milliseconds_now() {
  using std::chrono::milliseconds;
  return std::chrono::duration_cast<milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

/// Runs the pager with `text` on its standard input; false when it could not be started.
bool page(std::string_view text, const std::string& command) {
  std::FILE* pipe = popen(command.c_str(), "w");
  if (pipe == nullptr) return false;
  // A reader who quits the pager early closes the pipe; that is no error.
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  std::fwrite(text.data(), 1, text.size(), pipe);
  const int status = pclose(pipe);
  std::signal(SIGPIPE, before);
  return !(WIFEXITED(status) && WEXITSTATUS(status) == 127);
}

}  // namespace

Terminal look_at_terminal() {
  Terminal terminal;
  terminal.out_is_terminal = isatty(STDOUT_FILENO) == 1;
  terminal.err_is_terminal = isatty(STDERR_FILENO) == 1;
  const bool plain = !environment("NO_COLOR").empty() || environment("TERM") == "dumb";
  terminal.colour = terminal.out_is_terminal && !plain;
  winsize size{};
  if (terminal.out_is_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    terminal.width = size.ws_col;
    terminal.height = size.ws_row;
  }
  const auto columns = environment("COLUMNS");
  std::size_t width = 0;
  const auto read = std::from_chars(columns.data(), columns.data() + columns.size(), width);
  if (read.ec == std::errc() && width > 0) terminal.width = width;
  terminal.width = std::max<std::size_t>(terminal.width, 40);
  return terminal;
}

void show_text(std::string_view text, const Terminal& terminal) {
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  const std::string pager = is_set("PAGER") ? std::string(environment("PAGER")) : "less -FRX";
  const bool wanted =
      terminal.out_is_terminal && lines >= terminal.height && !pager.empty() && pager != "cat";
  std::cout.flush();
  if (wanted && page(text, pager)) return;
  std::cout << text << std::flush;
}

ProgressLine::ProgressLine(const Terminal& terminal, bool quiet)
    : style_(quiet                      ? Style::none
             : terminal.err_is_terminal ? Style::bar
                                        : Style::lines),
      width_(terminal.width) {
  if (style_ == Style::lines) next_ = milliseconds_now() + 10'000;
}

ProgressLine::~ProgressLine() {
  if (drawn_) std::cerr << "\r\033[K" << std::flush;
}

void ProgressLine::show(std::uint64_t part, std::uint64_t whole, const std::string& words) {
  if (style_ == Style::none) return;
  const std::int64_t now = milliseconds_now();
  if (now < next_) return;
  if (style_ == Style::lines) {
    std::cerr << "annals: " << words << '\n';
    next_ = now + 10'000;
    return;
  }
  constexpr std::size_t bar_width = 24;
  const std::size_t filled =
      whole == 0 ? 0 : std::min(bar_width, std::size_t(part * bar_width / whole));
  std::string line =
      "[" + std::string(filled, '#') + std::string(bar_width - filled, '.') + "] " + words;
  line.resize(std::min(line.size(), width_ - 1));
  std::cerr << '\r' << line << "\033[K" << std::flush;
  drawn_ = true;
  next_ = now + 50;
}

std::string format_number(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

std::string counted(std::uint64_t number, std::string_view word) {
  return format_number(number) + ' ' + std::string(word) + (number == 1 ? "" : "s");
}

}  // namespace annals
