// annals report, export, plot and formats: the commands that write files for people and programs.

#include <iostream>

#include "app/commands.h"
#include "app/deliver.h"
#include "app/shell.h"
#include "export/formats.h"
#include "graph/error.h"
#include "ingest/tables/event_tables.h"
#include "query/parse.h"

namespace annals {
namespace {

/// The question; all that the store holds, whatever its status, when there is none.
Request request_of(const Context& context, const Store& store, const std::string& question) {
  Request request = parse_request(store, question.empty() ? "list events all" : question,
                                  {.today = context.today});
  if (question.empty()) request.question.clear();  // nobody asked
  return request;
}

/// Writes the answer, and tells on standard error what the file leaves out.
void write_out(const Context& context, const Store& store, const Format& format,
               const std::string& question, const FormatOptions& options,
               const OutputArguments& output) {
  const Delivered delivered = deliver_answer(store, request_of(context, store, question), format,
                                             options, output.file, output.force);
  if (delivered.events == 0)
    remark(context, "no event is in the answer; the file is valid and empty");
  for (const auto& note : delivered.notes) remark(context, note);
  for (const auto& words : delivered.remarks) remark(context, words);
}

/// What a chronology is written as; the name of the file tells when nothing else does.
const Format& report_format(const ReportArguments& arguments) {
  const auto& name = arguments.format;
  if (name == "html" || name == "markdown") {
    return format_named(name == "html" ? "html" : "chronology");
  }
  if (!name.empty()) {
    throw Error(ErrorKind::query, "a report is markdown or html, not \"" + name +
                                      "\"; other formats are written by annals export");
  }
  const Format* told = format_of_file(arguments.output.file);
  return format_named(told != nullptr && std::string_view(told->name) == "html" ? "html"
                                                                                : "chronology");
}

}  // namespace

int run_report(const Context& context, const ReportArguments& arguments) {
  const Format& format = report_format(arguments);
  const Store store = context.open(OpenMode::read);
  FormatOptions options = format_options(context);
  if (!arguments.style.empty()) options.style = arguments.style;
  options.title = arguments.title;
  options.stamp = arguments.stamp;
  options.gap_days = arguments.gap_days;
  write_out(context, store, format, arguments.question, options, arguments.output);
  return exit_done;
}

int run_export(const Context& context, const ExportArguments& arguments) {
  const Format& format = format_named(arguments.format);
  const Store store = context.open(OpenMode::read);
  FormatOptions options = format_options(context);
  if (!arguments.projection.empty()) options.projection = arguments.projection;
  options.undirected = arguments.undirected;
  options.title = arguments.title;
  options.top = arguments.top;
  options.all_statuses = arguments.all_statuses;
  options.located_only = arguments.located_only;
  if (!arguments.question.empty() || format.write_store == nullptr) {
    write_out(context, store, format, arguments.question, options, arguments.output);
    return exit_done;
  }
  std::vector<std::string> remarks;
  write_to(arguments.output.file, arguments.output.force,
           [&](std::ostream& out) { remarks = format.write_store(out, store, options); });
  for (const auto& words : remarks) remark(context, words);
  if (store.counts().events == 0) {
    remark(context, "the database holds no event; the file is valid and empty");
  }
  return exit_done;
}

int run_plot(const Context& context, const PlotArguments& arguments) {
  FormatOptions options = format_options(context);
  options.picture = arguments.picture;
  options.title = arguments.title;
  options.top = arguments.top;
  const Store store = context.open(OpenMode::read);
  write_out(context, store, format_named("svg"), arguments.question, options, arguments.output);
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
  std::cout << "Tables of events are imported from\n";
  for (const auto& format : event_table_formats()) row(format.name, "", format.summary);
  return exit_done;
}

}  // namespace annals
