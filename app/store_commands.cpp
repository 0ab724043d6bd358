// annals stats, check, backup, restore, compact, migrate: the commands about the database itself.

#include <iostream>

#include "app/commands.h"
#include "graph/error.h"

namespace annals {

int run_stats(const Context& context) {
  const Store store = context.open(OpenMode::read);
  const StoreCounts counts = store.counts();
  const auto row = [](std::string_view name, std::uint64_t value) {
    const std::string number = format_number(value);
    std::cout << name << std::string(12 - name.size(), ' ')
              << std::string(14 - std::min<std::size_t>(14, number.size()), ' ') << number << '\n';
  };
  row("articles", counts.articles);
  row("mentions", counts.mentions);
  row("events", counts.events);
  row("actors", counts.actors);
  row("bytes", counts.bytes);
  return exit_done;
}

int run_check(const Context& context) {
  const Store store = context.open(OpenMode::read);
  const auto troubles = store.check();
  for (const auto& trouble : troubles) std::cout << trouble << '\n';
  if (!troubles.empty()) return exit_error;
  if (!context.quiet) std::cerr << "annals: " << context.db.string() << " is sound\n";
  return exit_done;
}

int run_backup(const Context& context, const std::filesystem::path& folder) {
  const Store store = context.open(OpenMode::read);
  store.backup(folder);
  if (!context.quiet)
    std::cerr << "annals: " << context.db.string() << " copied to " << folder.string() << '\n';
  return exit_done;
}

int run_restore_backup(const Context& context, const std::filesystem::path& folder) {
  std::error_code error;
  if (std::filesystem::exists(context.db, error)) {
    throw Error(ErrorKind::input, context.db.string() +
                                      ": exists already; move it away, or name another database "
                                      "with --db");
  }
  Store::open(folder, OpenMode::read).backup(context.db);
  if (!context.quiet) {
    std::cerr << "annals: " << context.db.string() << " restored from " << folder.string() << '\n';
  }
  return exit_done;
}

int run_compact(const Context& context) {
  Store store = context.open(OpenMode::write);
  const std::uint64_t before = store.counts().bytes;
  store.compact();
  if (!context.quiet) {
    std::cerr << "annals: " << context.db.string() << " takes "
              << format_number(store.counts().bytes) << " bytes, before " << format_number(before)
              << '\n';
  }
  return exit_done;
}

int run_migrate(const Context& context) {
  const Migration done = Store::migrate(context.db);
  if (context.quiet) return exit_done;
  std::cerr << "annals: " << context.db.string();
  if (done.from == done.to) {
    std::cerr << " has layout " << done.to << " already; nothing to do\n";
  } else {
    std::cerr << " brought from layout " << done.from << " to layout " << done.to << '\n';
  }
  return exit_done;
}

}  // namespace annals
