#include "app/shell_commands.h"

#include <algorithm>

#include "app/answer_output.h"
#include "app/passage.h"
#include "app/shell.h"
#include "app/why.h"
#include "export/width.h"
#include "graph/error.h"
#include "graph/names.h"
#include "query/help.h"
#include "query/parse.h"

namespace annals {
namespace {

struct Row {
  std::string_view name;
  std::string_view usage;
  std::string_view summary;
  void (*run)(Shell& shell, std::string_view rest, std::ostream& out);
};

constexpr Row table[] = {
    {".help", ".help [TOPIC]",
     "what can be asked; of one kind of question (.help chain), of a word of the grammar "
     "(.help except), of dates, events or formats",
     ShellCommands::help},
    {".mode", ".mode FORMAT", "how answers are written: text, line, json, csv, md ...",
     ShellCommands::mode},
    {".limit", ".limit N", "at most N rows an answer; 0 for all", ShellCommands::limit},
    {".window", ".window TIME",
     "a time for questions that name none: .window in 2011; nothing takes it back",
     ShellCommands::window},
    {".status", ".status WORD",
     "a status for questions that name none: all, planned ...; nothing takes it back",
     ShellCommands::status},
    {".filter", ".filter WORDS",
     "added to every question: .filter by source Reuters; nothing takes it back",
     ShellCommands::filter},
    {".actors", ".actors [TEXT]", "actors, or those whose name holds the text",
     ShellCommands::actors},
    {".types", ".types", "the words for events", ShellCommands::types},
    {".docs", ".docs", "the articles that were read", ShellCommands::articles},
    {".open", ".open N",
     "row N with its sentence and the ones around it; a number alone, or E3f9a2c, does the same",
     ShellCommands::open},
    {".source", ".source N", "every telling of row N: article, bytes, rule, date",
     ShellCommands::source},
    {".why", ".why N", "how row N came about: words, tree, rule, date, status", ShellCommands::why},
    {".save", ".save FILE", "write the last answer; the name's ending tells the format",
     ShellCommands::save},
    {".export", ".export FORMAT FILE", "write the last answer as graphml, gexf, html ...",
     ShellCommands::export_as},
    {".timing", ".timing", "print the time that each answer took, or stop that",
     ShellCommands::timing},
    {".quit", ".quit", "leave the prompt", nullptr},
};

std::pair<std::string_view, std::string_view> cut(std::string_view text) {
  const auto space = std::min(text.find(' '), text.size());
  std::string_view rest = text.substr(space);
  while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  return {text.substr(0, space), rest};
}

const Answer& last_answer(const std::optional<Answer>& last) {
  if (!last) throw Error(ErrorKind::query, "there is no answer yet; ask something first");
  return *last;
}

/// Tries the words behind a question that fits any; throws what parse_request() throws.
void check_words(const Store& store, const Context& context, std::string_view words) {
  static_cast<void>(
      parse_request(store, "what happened " + std::string(words), {.today = context.today}));
}

}  // namespace

void ShellCommands::run(Shell& shell, std::string_view line, std::ostream& out) {
  const auto [name, rest] = cut(line);
  for (const Row& row : table) {
    if (row.name == name && row.run != nullptr) return row.run(shell, rest, out);
  }
  const auto names = dot_command_names();
  const auto near = nearest_name(name, names);
  throw Error(ErrorKind::query, "there is no command " + std::string(name) +
                                    (near < names.size() ? "; did you mean " + names[near] + "?"
                                                         : "; .help lists them"));
}

namespace {

/// Lines that are broken at words where the terminal ends; what goes on stands under the words
/// behind the name.
void write_wrapped(std::ostream& out, std::string_view text, std::size_t width,
                   std::size_t indent = 10) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (display_width(line) <= width) {
      out << line << '\n';
      continue;
    }
    // white space in front, which wrap() would take together
    const auto words = std::min(line.find_first_not_of(' '), line.size());
    // prose has nothing in front that its lines would stand beside
    const std::string_view front = line.substr(0, indent + 2);
    const bool is_prose = words == 0 && front.find("  ") == std::string_view::npos &&
                          front.find(" = ") == std::string_view::npos;
    if (is_prose) {
      for (const auto& part : wrap(line, width)) out << part << '\n';
      continue;
    }
    const std::size_t room = width - std::max(indent, words);
    const std::size_t head = words > 0 ? words : std::min(indent, line.size());
    out << line.substr(0, head);
    bool first = true;
    for (const auto& part : wrap(line.substr(head), room)) {
      out << (first ? "" : std::string(std::max(indent, words), ' ')) << part << '\n';
      first = false;
    }
  }
}

}  // namespace

void ShellCommands::help(Shell& shell, std::string_view rest, std::ostream& out) {
  const std::size_t width = shell.context_.terminal.width;
  if (rest == "formats") {
    for (const auto& format : formats())
      write_wrapped(out, "  " + std::string(format.name) + "  " + format.summary, width);
    return;
  }
  if (!rest.empty()) {
    const std::string help = format_help(rest);
    if (help.empty())
      throw Error(ErrorKind::query, "there is no help on \"" + std::string(rest) +
                                        "\"; .help alone lists what can be asked");
    write_wrapped(out, help, width);
    return;
  }
  const std::string first(verbs().front().name);
  write_wrapped(out, "Questions, in plain words (.help NAME tells more: .help " + first + ")",
                width);
  write_wrapped(out, format_help({}), width);
  write_wrapped(out,
                "Any of them takes times, status words, places, sources and limits: .help dates, "
                ".help events\n\nCommands",
                width);
  constexpr std::size_t usage_width = 24;
  for (const Row& row : table) {
    const std::string usage(row.usage);
    write_wrapped(out,
                  usage + std::string(usage_width - usage.size(), ' ') + std::string(row.summary),
                  width, usage_width);
  }
}

void ShellCommands::mode(Shell& shell, std::string_view rest, std::ostream& out) {
  if (rest.empty()) {
    out << "mode " << shell.format_ << '\n';
  } else {
    shell.set_format(rest);
  }
}

void ShellCommands::limit(Shell& shell, std::string_view rest, std::ostream& out) {
  if (rest.empty()) {
    out << "limit " << shell.limit_ << '\n';
    return;
  }
  const auto limit = parse_row_number(rest);
  if (!limit) throw Error(ErrorKind::query, ".limit takes a number; 0 for all rows");
  shell.limit_ = *limit;
}

void ShellCommands::window(Shell& shell, std::string_view rest, std::ostream& out) {
  if (!rest.empty()) {
    const auto request = parse_request(shell.store_.now(), "what happened " + std::string(rest),
                                       {.today = shell.context_.today});
    if (!request.windowed)
      throw Error(ErrorKind::query,
                  ".window takes a time: .window in 2011, .window since May 2011");
    out << "questions that name no time are asked of " << format_window(request.window) << '\n';
  }
  shell.window_ = rest;
}

void ShellCommands::status(Shell& shell, std::string_view rest, std::ostream&) {
  if (!rest.empty()) {
    const auto request = parse_request(shell.store_.now(), "what happened " + std::string(rest),
                                       {.today = shell.context_.today});
    if (request.statuses.empty())
      throw Error(ErrorKind::query,
                  ".status takes planned, cancelled, alleged, denied, "
                  "hypothetical, confirmed or all");
  }
  shell.status_ = rest;
}

void ShellCommands::filter(Shell& shell, std::string_view rest, std::ostream&) {
  if (!rest.empty()) check_words(shell.store_.now(), shell.context_, rest);
  shell.filter_ = rest;
}

void ShellCommands::actors(Shell& shell, std::string_view rest, std::ostream& out) {
  shell.answer(rest.empty() ? "actors" : "actors like \"" + std::string(rest) + "\"", out);
}

void ShellCommands::types(Shell&, std::string_view, std::ostream& out) {
  out << format_help("events");
}

void ShellCommands::articles(Shell& shell, std::string_view, std::ostream& out) {
  shell.answer("articles", out);
}

void ShellCommands::open(Shell& shell, std::string_view rest, std::ostream& out) {
  const auto number = parse_row_number(rest);
  const FormatOptions options = format_options(shell.context_);
  if (number && !shell.row(*number).event) {
    const auto& actors = shell.row(*number).actors;
    if (actors.empty())
      throw Error(ErrorKind::query,
                  "row " + std::to_string(*number) + " tells of no event and no actor");
    for (const ActorId id : actors) write_actor(out, shell.store_.now(), id, options);
    return;
  }
  write_passages(out, shell.store_.now(), shell.event_of(rest), options);
}

void ShellCommands::source(Shell& shell, std::string_view rest, std::ostream& out) {
  shell.answer("sources for E" + format_hex(shell.event_of(rest).id.value), out);
}

void ShellCommands::why(Shell& shell, std::string_view rest, std::ostream& out) {
  const Event event = shell.event_of(rest);
  write_why(out, shell.context_, shell.store_.now(), event);
}

void ShellCommands::save(Shell& shell, std::string_view rest, std::ostream& out) {
  const Answer& answer = last_answer(shell.last_);
  const std::filesystem::path file(rest);
  const Format* format = format_of_file(file);
  if (format == nullptr) {
    throw Error(
        ErrorKind::query,
        ".save tells the format by the file's name: answer.csv, answer.json, answer.md ...");
  }
  write_answer(*format, answer, format_options(shell.context_), file, false);
  out << "written to " << rest << '\n';
}

void ShellCommands::export_as(Shell& shell, std::string_view rest, std::ostream& out) {
  const auto [format, file] = cut(rest);
  if (format.empty() || file.empty())
    throw Error(ErrorKind::query,
                ".export takes a format and a file: .export graphml graph.graphml");
  write_answer(format_named(format), last_answer(shell.last_), format_options(shell.context_),
               std::filesystem::path(file), false);
  out << "written to " << file << '\n';
}

void ShellCommands::timing(Shell& shell, std::string_view, std::ostream& out) {
  shell.timing_ = !shell.timing_;
  out << "timing is " << (shell.timing_ ? "on" : "off") << '\n';
}

std::vector<std::string> dot_command_names() {
  std::vector<std::string> names;
  for (const Row& row : table) names.emplace_back(row.name);
  return names;
}

}  // namespace annals
