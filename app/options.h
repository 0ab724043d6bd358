#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/commands.h"

namespace annals {

// What the options of the commands are called, what they mean, and where their values go.

/// Options of commands that read articles, as they stand on the command line.
struct RawInput {
  std::vector<std::string> maps;
  std::vector<std::string> dates;
  std::vector<std::string> date_tables;
};

void add_input_options(CLI::App& command, InputArguments& arguments, RawInput& raw);
/// Fills in what `raw` says. Throws Error(query) for what is no assignment or no date.
void finish_input(InputArguments& arguments, const RawInput& raw);
/// `json` becomes true where --json stands.
void add_ask_options(CLI::App& command, AskArguments& ask, bool& json);
void add_repl_options(CLI::App& command, ReplArguments& repl);
void add_report_options(CLI::App& command, ReportArguments& arguments);
void add_export_options(CLI::App& command, ExportArguments& arguments);
void add_plot_options(CLI::App& command, PlotArguments& arguments);
void add_decide_options(CLI::App& command, DecideArguments& decide);

}  // namespace annals
