// annals import: event tables of other projects, without text, into the database.

#include <iostream>

#include "app/commands.h"
#include "graph/error.h"
#include "ingest/tables/event_tables.h"

namespace annals {
namespace {

/// What was left out of a table, each row with its line.
void print_left_out(const EventTableReport& report) {
  for (const auto& row : report.first_bad)
    std::cerr << "annals: " << report.name << ':' << row.line << ": " << row.message << '\n';
  if (report.bad > report.first_bad.size()) {
    std::cerr << "annals: " << report.name << ": "
              << format_number(report.bad - report.first_bad.size()) << " more malformed rows\n";
  }
}

void print_taken(const EventTableReport& read, const ImportReport& taken) {
  std::cerr << "annals: " << read.name << ": ";
  if (taken.added == 0 && taken.done && read.rows == 0 && taken.events > 0) {
    std::cerr << "known, " << counted(taken.events, "event") << '\n';
    return;
  }
  std::cerr << counted(taken.added, "event") << " added";
  if (taken.events > taken.added)
    std::cerr << " to " << format_number(taken.events - taken.added) << " of an earlier run";
  if (read.actorless > 0) std::cerr << ", " << counted(read.actorless, "row") << " without a doer";
  if (read.bad > 0) std::cerr << ", " << counted(read.bad, "malformed row") << " left out";
  std::cerr << '\n';
}

}  // namespace

int run_import(const Context& context, const std::string& format,
               const std::vector<std::filesystem::path>& paths) {
  EventTables tables(format, context.language);
  Store store = context.open(OpenMode::create);
  ProgressLine line(context.terminal, context.quiet);
  std::uint64_t rows = 0, bad = 0;
  std::size_t failed = 0;
  ImportReport taken;
  const auto take = [&](const ImportTable& table) {
    ImportTable counted = table;
    counted.next = [&](ImportRow& row) {
      if (++rows % 65536 == 0) line.show(0, 0, format_number(rows) + " rows");
      return table.next(row);
    };
    taken = store.import_events(counted);
  };
  const auto report = [&](const EventTableReport& read) {
    bad += read.bad;
    print_left_out(read);
    if (!context.quiet) print_taken(read, taken);
  };
  for (const auto& path : paths) {
    try {
      tables.read(path, take, report);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::input) throw;
      std::cerr << "annals: " << error.what() << '\n';
      ++failed;
    }
  }
  store.sync();
  return failed == 0 && bad == 0 ? exit_done : exit_some_failed;
}

}  // namespace annals
