// annals ask and show: the commands that answer.

#include <fstream>
#include <iostream>
#include <sstream>

#include "app/commands.h"
#include "app/deliver.h"
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
