// annals ask, show, report, export: the commands that answer.

#include <fstream>
#include <iostream>
#include <sstream>

#include "app/commands.h"
#include "app/lookup.h"
#include "app/shell.h"
#include "export/formats.h"
#include "graph/error.h"
#include "query/tell.h"
#include "query/verbs.h"

namespace annals {
namespace {

/// The format that a file's name asks for, else `otherwise`.
const Format& format_for(const std::string& name, const std::filesystem::path& output,
                         const std::string& otherwise) {
  if (!name.empty()) return format_named(name);
  if (const Format* format = format_of_file(output)) return *format;
  return format_named(otherwise);
}

void deliver(const Format& format, const Answer& answer, const FormatOptions& options,
             const std::filesystem::path& output, bool force) {
  if (!output.empty() && output != "-") {
    write_answer(format, answer, options, output, force);
    return;
  }
  format.write(std::cout, answer, options);
  std::cout.flush();
  if (!std::cout)
    throw Error(ErrorKind::input,
                "standard output cannot be written; is the disk full or the reader gone?");
}

/// All that the store holds, whatever its status, in the order of time.
Answer everything(const Store& store) {
  Request request;
  request.verb = "everything";
  return close_answer(store, request, store.events_in(Window{}, true));
}

/// The question's answer; everything when there is no question.
Answer answer_of(const Store& store, const std::string& question) {
  return question.empty() ? everything(store) : ask(store, question);
}

/// A line a block: where it stands, what it was taken for, and how it begins.
void write_blocks(std::ostream& out, const Article& article) {
  out << display_name(article) << ": " << (article.title.empty() ? "untitled" : article.title)
      << '\n';
  out << "published "
      << (article.published ? format_edtf(*article.published) : "on a day that is not known")
      << " (" << format_basis(article.published_basis);
  if (!article.published_text.empty()) out << ": \"" << article.published_text << '"';
  out << ")\n";
  for (const auto& block : article.blocks) {
    const std::string where =
        std::to_string(block.span.begin) + "-" + std::to_string(block.span.end);
    const std::string_view kind = format_block_kind(block.kind);
    out << where << std::string(where.size() < 14 ? 14 - where.size() : 1, ' ') << kind
        << std::string(11 - kind.size(), ' ') << shorten(slice(article.text, block.span), 100)
        << '\n';
  }
}

int ask_one(const Context& context, const Store& store, const AskArguments& arguments,
            const std::string& question) {
  const Answer answer = ask(store, question);
  const Format& format = format_for(arguments.format, arguments.output, "text");
  if (arguments.output.empty() && std::string_view(format.name) == "text") {
    std::ostringstream text;
    format.write(text, answer, format_options(context));
    show_text(text.str(), context.terminal);
  } else {
    deliver(format, answer, format_options(context), arguments.output, arguments.force);
  }
  return answer.rows.empty() && arguments.fail_when_empty ? exit_no_rows : exit_done;
}

}  // namespace

int run_ask(const Context& context, const AskArguments& arguments) {
  const Store store = context.open(OpenMode::read);
  if (arguments.question != "-") return ask_one(context, store, arguments, arguments.question);
  int code = exit_done;
  for (std::string line; std::getline(std::cin, line);) {
    if (line.empty() || line.front() == '#') continue;
    try {
      const int one = ask_one(context, store, arguments, line);
      if (one != exit_done) code = one;
    } catch (const Error& error) {
      if (!arguments.keep_going) throw;
      std::cout.flush();
      std::cerr << "annals: " << error.what() << '\n';
      code = exit_code_of(error);
    }
  }
  return code;
}

int run_report(const Context& context, const ReportArguments& arguments) {
  const Store store = context.open(OpenMode::read);
  const Answer answer = answer_of(store, arguments.question);
  FormatOptions options = format_options(context);
  if (!arguments.style.empty()) options.style = arguments.style;
  options.title = arguments.title;
  const Format& format = format_for(arguments.format, arguments.output, "chronology");
  deliver(format, answer, options, arguments.output, arguments.force);
  return exit_done;
}

int run_export(const Context& context, const ExportArguments& arguments) {
  const Format& format = format_named(arguments.format);
  const Store store = context.open(OpenMode::read);
  const Answer answer = answer_of(store, arguments.question);
  FormatOptions options = format_options(context);
  if (!arguments.projection.empty()) options.projection = arguments.projection;
  deliver(format, answer, options, arguments.output, arguments.force);
  if (answer.events.empty() && !context.quiet)
    std::cerr << "annals: nothing to export; the file is valid and empty\n";
  return exit_done;
}

int run_formats() {
  const auto row = [](const std::string& name, std::string_view extensions,
                      std::string_view summary) {
    std::cout << "  " << name << std::string(name.size() < 14 ? 14 - name.size() : 1, ' ')
              << summary;
    if (!extensions.empty()) std::cout << " (" << extensions << ")";
    std::cout << '\n';
  };
  std::cout << "Answers are written as\n";
  for (const auto& format : formats()) row(format.name, format.extensions, format.summary);
  std::cout << "Articles are read from\n";
  for (const auto& reader : readers()) row(reader.name, reader.extensions, reader.summary);
  return exit_done;
}

int run_show(const Context& context, const std::string& what, bool blocks) {
  const Store store = context.open(OpenMode::read);
  std::ostringstream text;
  if (blocks) {
    write_blocks(text, find_shown_article(store, what));
  } else {
    find_format("text")->write(text, ask(store, "show " + what), format_options(context));
  }
  show_text(text.str(), context.terminal);
  return exit_done;
}

}  // namespace annals
