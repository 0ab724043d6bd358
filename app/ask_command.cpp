// annals ask, show and serve: one question, many questions, or a request made of flags or JSON.

#include <charconv>
#include <fstream>
#include <iostream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "app/answer_output.h"
#include "app/commands.h"
#include "app/deliver.h"
#include "app/lookup.h"
#include "app/mcp_server.h"
#include "graph/error.h"
#include "query/help.h"
#include "query/parse.h"
#include "query/request_json.h"
#include "query/tell.h"

namespace annals {
namespace {

using Json = nlohmann::ordered_json;

/// "10 killed" as {"killed": 10}
void add_numbers(const std::string& option, const std::vector<std::string>& values, Json& fields) {
  for (const std::string& value : values) {
    std::size_t number = 0;
    const auto blank = std::min(value.find(' '), value.size());
    const char* const end = value.data() + blank;
    const auto [at, error] = std::from_chars(value.data(), end, number);
    if (error != std::errc{} || at != end || blank + 1 >= value.size())
      throw Error(ErrorKind::query, option + " \"" + value + "\": write it as \"10 killed\"");
    fields[value.substr(blank + 1)] = number;
  }
}

/// The flags as the fields of a request (query/request_json.h); only those that were given.
Json record_of(const RequestFlags& flags) {
  Json record = Json::object();
  const auto text = [&](const char* name, const std::string& value) {
    if (!value.empty()) record[name] = value;
  };
  const auto texts = [&](const char* name, const std::vector<std::string>& values) {
    if (!values.empty()) record[name] = values;
  };
  const auto number = [&](const char* name, const std::optional<std::size_t>& value) {
    if (value) record[name] = *value;
  };
  text("verb", flags.verb);
  texts("actors", flags.actors);
  texts("types", flags.types);
  texts("events", flags.events);
  text("from", flags.from);
  text("to", flags.to);
  texts("status", flags.statuses);
  text("about", flags.about);
  text("place", flags.place);
  texts("except", flags.except);
  if (!flags.least.empty()) add_numbers("--at-least", flags.least, record["least"]);
  if (!flags.most.empty()) add_numbers("--at-most", flags.most, record["most"]);
  text("source", flags.source);
  text("not_source", flags.not_source);
  text("per", flags.per);
  text("sort", flags.sort);
  text("text", flags.text);
  number("limit", flags.limit);
  number("max", flags.max);
  number("number", flags.number);
  number("within", flags.within);
  if (flags.descending) record["descending"] = true;
  if (flags.strictly) record["strictly"] = true;
  if (flags.loosely) record["loosely"] = true;
  return record;
}

std::string all_of(const std::string& file) {
  std::ostringstream text;
  if (file == "-") {
    text << std::cin.rdbuf();
    return text.str();
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(ErrorKind::input, file + ": cannot be read; is the path right?");
  text << in.rdbuf();
  return text.str();
}

class Asker {
 public:
  Asker(const Context& context, const AskArguments& arguments)
      : context_(context),
        arguments_(arguments),
        store_(context.open(OpenMode::read)),
        flags_(record_of(arguments.flags)) {}

  int line(const std::string& question) {
    Request request = parse_request(store_, question, {.today = context_.today});
    if (!flags_.empty()) apply_request_json(store_, flags_.dump(), request);
    return answer(request);
  }

  int json(const std::string& record) { return answer(parse_request_json(store_, record)); }

  int flags() { return json(flags_.dump()); }

  /// One question a line; a line that fails ends it, or is told and passed over.
  int lines(std::istream& in) {
    int code = exit_done;
    for (std::string each; std::getline(in, each);) {
      if (each.find_first_not_of(" \t\r") == std::string::npos || each.front() == '#') continue;
      try {
        const int one = line(each);
        if (one != exit_done) code = one;
      } catch (const Error& error) {
        if (!arguments_.keep_going) throw;
        std::cout.flush();
        std::cerr << "annals: " << error.what() << '\n';
        code = exit_code_of(error);
      }
    }
    return code;
  }

 private:
  int answer(const Request& request) {
    const FormatOptions options = format_options(context_);
    const Format& format = answer_format(arguments_.format, arguments_.output);
    std::size_t rows = 0;
    if (is_standard_output(arguments_.output) && std::string_view(format.name) == "text") {
      const Answer answer = answer_request(store_, request);
      rows = answer.rows.size();
      std::ostringstream text;
      write_for_people(format, answer, options, text);
      show_text(text.str(), context_.terminal);
      flush_standard_output();
    } else {
      rows = deliver_answer(store_, request, format, options, arguments_.output, arguments_.force)
                 .rows;
    }
    return rows == 0 && arguments_.fail_when_empty ? exit_no_rows : exit_done;
  }

  const Context& context_;
  const AskArguments& arguments_;
  Store store_;
  Json flags_;
};

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

}  // namespace

int run_ask(const Context& context, const AskArguments& arguments) {
  Asker asker(context, arguments);
  if (!arguments.json_request.empty()) return asker.json(all_of(arguments.json_request));
  if (!arguments.file.empty()) {
    std::ifstream in(arguments.file);
    if (!in)
      throw Error(ErrorKind::input,
                  arguments.file.string() + ": cannot be read; is the path right?");
    return asker.lines(in);
  }
  if (arguments.question == "-") return asker.lines(std::cin);
  if (arguments.question == "help" || arguments.question == "?") {
    std::cout << format_help({});
    return exit_done;
  }
  if (!arguments.question.empty()) return asker.line(arguments.question);
  if (!arguments.flags.verb.empty()) return asker.flags();
  throw Error(ErrorKind::query,
              "ask what? Give a question ('who met whom in 2011'), --verb with other flags, "
              "--json-request FILE, or - for questions from standard input");
}

int run_show(const Context& context, const std::string& what, bool blocks) {
  const Store store = context.open(OpenMode::read);
  std::ostringstream text;
  if (blocks) {
    write_blocks(text, find_shown_article(store, what));
  } else {
    write_shown(text, store, what, format_options(context));
  }
  show_text(text.str(), context.terminal);
  flush_standard_output();
  return exit_done;
}

int run_serve(const Context& context) {
  LiveStore store(context.db);
  McpServer(store, {.today = context.today}).serve(std::cin, std::cout);
  return exit_done;
}

}  // namespace annals
