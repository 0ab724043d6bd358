#pragma once

#include <filesystem>
#include <string>

#include "app/terminal.h"
#include "graph/store.h"
#include "ingest/language.h"

namespace annals {

/// Exit codes of the program; part of its contract (docs/commands.md).
enum ExitCode : int {
  exit_done = 0,
  exit_error = 1,
  exit_usage = 2,
  exit_no_rows = 3,
  exit_database = 4,
  exit_some_failed = 5,
  exit_interrupted = 130,
};

/// What every command knows: the options that stand before or after any command, and where the
/// output goes.
struct Context {
  std::filesystem::path db;
  LanguageOptions language;
  bool quiet = false;
  date::sys_days
      today{};  ///< what "yesterday" is counted from: --today, else the clock's day (UTC)
  Terminal terminal;

  [[nodiscard]] Store open(OpenMode mode) const { return Store::open(db, mode); }
};

/// The exit code that an Error of this kind ends the program with.
[[nodiscard]] int exit_code_of(const std::exception& error);

}  // namespace annals
