// The prompt: libedit, history, completion.

#include <fcntl.h>
#include <histedit.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>

#include "app/commands.h"
#include "app/completion.h"
#include "app/shell.h"
#include "export/width.h"
#include "graph/error.h"
#include "graph/stop.h"

namespace annals {
namespace {

/// $XDG_STATE_HOME/annals/history, else ~/.local/state/annals/history; empty when there is no home.
std::filesystem::path history_file() {
  const char* state = std::getenv("XDG_STATE_HOME");
  if (state != nullptr && *state != '\0')
    return std::filesystem::path(state) / "annals" / "history";
  const char* home = std::getenv("HOME");
  if (home == nullptr || *home == '\0') return {};
  return std::filesystem::path(home) / ".local" / "state" / "annals" / "history";
}

/// A prompt shows this many rows until `.limit` says otherwise; nobody reads a hundred thousand.
constexpr std::size_t rows_at_the_prompt = 200;

void want_stop(int) { stop_wanted = true; }

/// From here on Ctrl-C stops a question and not the program.
void catch_interrupts() {
  struct sigaction action {};
  action.sa_handler = want_stop;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
}

/// Without a locale the editor of lines drops every letter beyond ASCII, and names in other scripts
/// with it. Only the kinds of characters are taken from it: numbers and orders stay as they are.
void take_letters_of_all_scripts() {
  const char* const locale = std::setlocale(LC_CTYPE, "");
  const std::string name = locale == nullptr ? "" : locale;
  const bool is_utf8 =
      name.find("UTF-8") != std::string::npos || name.find("utf8") != std::string::npos;
  if (!is_utf8) std::setlocale(LC_CTYPE, "C.UTF-8");
}

/// libedit's two handles and where its history is kept. Not for several threads.
class LineEditor {
 public:
  LineEditor(const Shell& shell, bool no_history)
      : shell_(shell), edit_(el_init("annals", stdin, stdout, stderr)), history_(history_init()) {
    HistEvent event{};
    history(history_, &event, H_SETSIZE, 1000);
    history(history_, &event, H_SETUNIQUE, 1);
    if (!no_history) open_history();
    el_set(edit_, EL_CLIENTDATA, this);
    el_set(edit_, EL_PROMPT, &prompt);
    el_set(edit_, EL_EDITOR, "emacs");
    el_set(edit_, EL_SIGNAL, 1);
    el_set(edit_, EL_HIST, history, history_);
    el_set(edit_, EL_ADDFN, "annals-complete", "complete a word", &complete);
    el_set(edit_, EL_BIND, "^I", "annals-complete", nullptr);
    el_set(edit_, EL_BIND, "^R", "em-inc-search-prev", nullptr);
    el_source(edit_, nullptr);
  }

  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;

  ~LineEditor() {
    HistEvent event{};
    if (!file_.empty()) {
      history(history_, &event, H_SAVE, file_.c_str());
    }
    history_end(history_);
    el_end(edit_);
  }

  /// The next line without its end, empty when Ctrl-C took it back, or nothing at the end of input.
  std::optional<std::string> next() {
    int count = 0;
    errno = 0;
    const char* line = el_gets(edit_, &count);
    if (stop_wanted.exchange(false)) {
      std::cout << "^C" << std::endl;
      el_reset(edit_);
      return std::string();
    }
    if (line == nullptr || count <= 0) return std::nullopt;
    std::string text(line, static_cast<std::size_t>(count));
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
    HistEvent event{};
    if (!text.empty()) history(history_, &event, H_ENTER, text.c_str());
    return text;
  }

 private:
  static char* prompt(EditLine*) {
    static char text[] = "annals> ";
    return text;
  }

  static unsigned char complete(EditLine* edit, int) {
    LineEditor* self = nullptr;
    el_get(edit, EL_CLIENTDATA, &self);
    const LineInfo* line = el_line(edit);
    const std::string_view before(line->buffer,
                                  static_cast<std::size_t>(line->cursor - line->buffer));
    return self->complete_after(before);
  }

  /// Completes the longest end of `before` that begins something known: names may hold spaces.
  unsigned char complete_after(std::string_view before) {
    for (std::size_t start = 0; start < before.size();) {
      const std::string_view prefix = before.substr(start);
      const auto found = completions(shell_.store(), prefix, 40);
      if (!found.empty()) return insert(prefix, found);
      const auto space = before.find(' ', start);
      if (space == std::string_view::npos) break;
      start = space + 1;
    }
    return CC_ERROR;
  }

  unsigned char insert(std::string_view prefix, const std::vector<std::string>& found) {
    std::string common = found.front();
    for (const auto& word : found) {
      const auto differ = std::mismatch(common.begin(), common.end(), word.begin(), word.end());
      common.erase(differ.first, common.end());
    }
    if (found.size() == 1) common += ' ';
    if (common.size() > prefix.size() || found.size() == 1) {
      el_deletestr(edit_, static_cast<int>(prefix.size()));
      el_insertstr(edit_, common.c_str());
      return CC_REFRESH;
    }
    std::cout << '\n';
    for (const auto& word : found) std::cout << "  " << word << '\n';
    std::cout << std::flush;
    return CC_REDISPLAY;
  }

  void open_history() {
    file_ = history_file();
    if (file_.empty()) return;
    std::error_code error;
    std::filesystem::create_directories(file_.parent_path(), error);
    if (error) {
      file_.clear();
      return;
    }
    // what one asks is nobody else's business: 0600 before the first word is in it
    const int made = open(file_.c_str(), O_CREAT | O_RDWR, S_IRUSR | S_IWUSR);
    if (made < 0) {
      file_.clear();
      return;
    }
    static_cast<void>(fchmod(made, S_IRUSR | S_IWUSR));
    close(made);
    HistEvent event{};
    history(history_, &event, H_LOAD, file_.c_str());
  }

  const Shell& shell_;
  EditLine* edit_;
  History* history_;
  std::filesystem::path file_;
};

/// The message in lines of the terminal's width; the question with its caret stays as it is.
void write_error(std::string_view text, std::size_t width) {
  const auto end = std::min(text.find('\n'), text.size());
  for (const auto& line : wrap(text.substr(0, end), width)) std::cerr << line << '\n';
  if (end < text.size()) std::cerr << text.substr(end + 1) << '\n';
}

/// Runs one line at the prompt: an error is printed and the prompt goes on.
Shell::Next run_line(Shell& shell, const std::string& line) {
  stop_wanted = false;
  try {
    std::ostringstream out;
    const Terminal terminal = look_at_terminal();
    shell.set_terminal(terminal);
    const auto next = shell.run(line, out);
    show_text(out.str(), terminal);
    return next;
  } catch (const Stopped&) {
    std::cerr << "stopped\n";
  } catch (const std::exception& error) {
    std::cout.flush();
    write_error(error.what(), look_at_terminal().width);
  }
  stop_wanted = false;
  return Shell::Next::go_on;
}

/// Lines that come from a file or another program, without banner and editing. Gives the exit code
/// of the last line that failed; the first one ends it unless `keep_going`.
int run_script(Shell& shell, bool keep_going) {
  int code = exit_done;
  for (std::string line; std::getline(std::cin, line);) {
    try {
      std::ostringstream out;
      const auto next = shell.run(line, out);
      std::cout << out.str() << std::flush;
      if (next == Shell::Next::quit) break;
    } catch (const Error& error) {
      if (!keep_going) throw;
      std::cout.flush();
      std::cerr << "annals: " << error.what() << '\n';
      code = exit_code_of(error);
    }
  }
  return code;
}

}  // namespace

int run_repl(const Context& context, const ReplArguments& arguments) {
  const bool terminal = isatty(STDIN_FILENO) == 1 && context.terminal.out_is_terminal;
  Shell shell(context, terminal ? rows_at_the_prompt : 0);
  if (!arguments.format.empty()) shell.set_format(arguments.format);
  if (!terminal) return run_script(shell, arguments.keep_going);
  if (!context.quiet) {
    const StoreCounts counts = shell.store().counts();
    std::cout << "Annals " << ANNALS_VERSION << ": " << format_number(counts.events)
              << " events between " << format_number(counts.actors) << " actors in "
              << format_number(counts.articles) << " articles.\nType .help, or ask: who met whom\n";
  }
  catch_interrupts();
  take_letters_of_all_scripts();
  LineEditor editor(shell, arguments.no_history);
  while (const auto line = editor.next()) {
    if (run_line(shell, *line) == Shell::Next::quit) break;
  }
  return exit_done;
}

}  // namespace annals
