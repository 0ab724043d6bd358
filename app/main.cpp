// The program: options, exit codes, and the last door for errors.

#include <chrono>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/options.h"
#include "graph/error.h"
#include "graph/names.h"

namespace annals {

int exit_code_of(const std::exception& error) {
  const auto* known = dynamic_cast<const Error*>(&error);
  if (known == nullptr) return exit_error;
  switch (known->kind()) {
    case ErrorKind::query:
      return exit_usage;
    case ErrorKind::missing:
      return exit_database;
    case ErrorKind::input:
    case ErrorKind::rule:
    case ErrorKind::store:
      break;
  }
  return exit_error;
}

namespace {

std::filesystem::path default_database() {
  const char* named = std::getenv("ANNALS_DB");
  return named == nullptr || *named == '\0' ? "annals.db" : named;
}

/// $XDG_CONFIG_HOME/annals/config.toml, else ~/.config/annals/config.toml; empty without a home.
std::string config_file() {
  const auto named = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
  const std::string config = named("XDG_CONFIG_HOME");
  if (!config.empty()) return config + "/annals/config.toml";
  const std::string home = named("HOME");
  return home.empty() ? "" : home + "/.config/annals/config.toml";
}

date::sys_days day_of_clock() { return date::floor<date::days>(std::chrono::system_clock::now()); }

/// The day of --today.
date::sys_days read_day(const std::string& text) {
  const auto day = parse_day(text);
  if (!day) {
    throw Error(ErrorKind::query, "--today " + text + ": this is no day; write it as 2011-09-26");
  }
  return *day;
}

/// The commands and their options. A command that is chosen is run by run().
class CommandLine {
 public:
  CommandLine() {
    app_.set_version_flag("--version", ANNALS_VERSION);
    app_.require_subcommand(1);
    app_.fallthrough();
    app_.get_formatter()->column_width(34);
    add_common_options();
    add_reading();
    add_asking();
    add_writing();
    add_keeping();
  }

  /// The exit code.
  int run(int argc, char** argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      const bool commandless =
          error.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError) &&
          app_.get_subcommands().empty();
      if (commandless) throw Error(ErrorKind::query, which_command());
      return app_.exit(error) == 0 ? exit_done : exit_usage;
    }
    if (!today_.empty()) context_.today = read_day(today_);
    if (colour_ != "auto") context_.terminal.colour = colour_ == "always";
    if (context_.language.data.empty()) context_.language.data = default_data_folder();
    return chosen_();
  }

 private:
  /// What to say when no command, or one that there is not, was given.
  [[nodiscard]] std::string which_command() const {
    std::vector<std::string> names;
    std::string all;
    for (const CLI::App* each : app_.get_subcommands({})) {
      names.push_back(each->get_name());
      all += (all.empty() ? "" : ", ") + each->get_name();
    }
    const std::vector<std::string> words = app_.remaining();
    if (words.empty())
      return "say what to do: " + all + "; annals repl opens the prompt, annals --help explains";
    const auto near = nearest_name(words.front(), names);
    return "there is no command " + words.front() +
           (near < names.size() ? "; did you mean " + names[near] + "?" : "; there are: " + all);
  }

  CLI::App& command(const char* name, const char* help, std::function<int()> action) {
    CLI::App* added = app_.add_subcommand(name, help);
    added->callback([this, action = std::move(action)] { chosen_ = action; });
    return *added;
  }

  void add_common_options() {
    app_.add_option("--db", context_.db, "The database: a folder; $ANNALS_DB, else ./annals.db");
    app_.add_option("--data", context_.language.overlays,
                    "Folder with rule and word files that add to the shipped ones");
    app_.add_option("--actors", context_.language.actor_files, "PETRARCH actor dictionary");
    app_.add_option("--agents", context_.language.agent_files, "PETRARCH agent dictionary");
    app_.add_option("--verbs", context_.language.verb_files, "PETRARCH or TABARI verb dictionary");
    app_.add_flag("-q,--quiet", context_.quiet, "No progress, no remarks");
    app_.add_option("--color", colour_, "auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}));
    app_.add_option(
        "--today,--as-of", today_,
        "The day that \"yesterday\" and \"last month\" are counted from; else the clock's");
    app_.set_config("--config", config_file(), "File with options: db = \"/data/annals.db\"");
  }

  void add_reading() {
    add_input_options(command("ingest", "Read articles into the database",
                              [this] {
                                finish_input(input_, raw_);
                                return run_ingest(context_, input_);
                              }),
                      input_, raw_);
    auto& extraction =
        command("extract", "Print what articles say, as JSON lines; needs no database", [this] {
          finish_input(input_, raw_);
          return run_extract(context_, input_);
        });
    add_input_options(extraction, input_, raw_);
    extraction.add_flag(
        "--cast", input_.with_cast,
        "Print everybody whom an article speaks of as well, with the words that do");

    auto& uncoded = command(
        "uncoded", "List the verbs and nouns between actors that no event rule covers", [this] {
          finish_input(input_, raw_);
          return run_uncoded(context_, input_, least_);
        });
    add_input_options(uncoded, input_, raw_);
    uncoded.add_option("--min", least_, "Leave out what occurs less often; 2 when not given");

    auto& import_command = command("import", "Take in tables of events without text",
                                   [this] { return run_import(context_, table_format_, tables_); });
    import_command
        .add_option("FORMAT", table_format_,
                    "tsv, icews, gdelt, polecat, petrarch, phoenix or acled: see `annals formats`")
        ->required();
    import_command
        .add_option("FILE", tables_, "Tables, compressed or in archives; folders of them")
        ->required();

    auto& analyze = command("analyze", "Print tagged and parsed sentences", [this] {
      return run_analyze(context_, analyze_paths_, analyze_format_, analyze_input_);
    });
    analyze.add_option("PATH", analyze_paths_, "Files, or - for standard input")->required();
    analyze.add_option("-f,--format", analyze_format_, "conllu, json or tree")
        ->check(CLI::IsMember({"conllu", "json", "tree"}));
    analyze
        .add_option("--input", analyze_input_, "text, or conllu to keep its sentences and words")
        ->check(CLI::IsMember({"text", "conllu"}));
  }

  void add_asking() {
    add_ask_options(command("ask", "Answer a question",
                            [this] {
                              if (ask_json_) ask_.format = "json";
                              return run_ask(context_, ask_);
                            }),
                    ask_, ask_json_);

    add_repl_options(
        command("repl", "Open the prompt", [this] { return run_repl(context_, repl_); }), repl_);
    command("serve", "Answer other programs: the Model Context Protocol over standard input",
            [this] { return run_serve(context_); })
        .add_flag("--stdio", stdio_,
                  "Over standard input and output, which is the only way there is");

    auto& show = command("show", "Show an event, an actor or an article",
                         [this] { return run_show(context_, shown_, blocks_); });
    show.add_option("WHAT", shown_, "E3f9a2c, \"Cameron Munter\", an article's id or file name")
        ->required();
    show.add_flag("--blocks", blocks_, "Of an article: what each part of the file was taken for");
  }

  void add_writing() {
    add_report_options(
        command("report", "Write a chronology", [this] { return run_report(context_, report_); }),
        report_);
    add_export_options(command("export", "Write the graph, or an answer, for other programs",
                               [this] { return run_export(context_, exported_); }),
                       exported_);
    add_plot_options(
        command("plot", "Draw a picture (SVG)", [this] { return run_plot(context_, plot_); }),
        plot_);
  }

  void add_keeping() {
    command("restore", "Make the database from a backup, or read what `annals export jsonl` wrote",
            [this] { return run_restore(context_, archives_); })
        .add_option("PATH", archives_, "The folder of a backup; or archives, - for standard input")
        ->required();

    command("why", "Show the way from a sentence to an event: words, tree, rule, date, status",
            [this] { return run_why(context_, explained_); })
        .add_option("EVENT", explained_, "E3f9a2c")
        ->required();

    add_decide_options(
        command("decide", "List, make, undo, import and export decisions about the graph",
                [this] { return run_decide(context_, decide_); }),
        decide_);
    command("formats", "List the formats of input and output", [] { return run_formats(); });
    command("stats", "Say how much the database holds", [this] { return run_stats(context_); });
    command("check", "Verify checksums and cross-references",
            [this] { return run_check(context_); });
    command("backup", "Write a consistent copy of the database",
            [this] { return run_backup(context_, folder_); })
        .add_option("DIR", folder_, "Folder to make")
        ->required();
    command("compact", "Give back the room of what was replaced",
            [this] { return run_compact(context_); });
    command("migrate", "Bring the database of an older Annals to this one's layout",
            [this] { return run_migrate(context_); });
  }

  CLI::App app_{"Annals: news articles into a graph of dated, sourced events", "annals"};
  std::function<int()> chosen_;
  Context context_{.db = default_database(),
                   .language = {},
                   .quiet = false,
                   .today = day_of_clock(),
                   .terminal = look_at_terminal()};
  std::string today_;
  std::string colour_ = "auto";
  InputArguments input_;
  RawInput raw_;
  std::size_t least_ = 2;
  std::string table_format_;
  std::vector<std::filesystem::path> tables_;
  std::vector<std::filesystem::path> analyze_paths_;
  std::string analyze_format_ = "conllu";
  std::string analyze_input_ = "text";
  AskArguments ask_;
  bool ask_json_ = false;
  ReplArguments repl_;
  bool stdio_ = false;
  std::string shown_;
  bool blocks_ = false;
  ReportArguments report_;
  ExportArguments exported_;
  PlotArguments plot_;
  std::vector<std::filesystem::path> archives_;
  std::string explained_;
  DecideArguments decide_;
  std::filesystem::path folder_;
};

}  // namespace
}  // namespace annals

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  try {
    return annals::CommandLine().run(argc, argv);
  } catch (const std::exception& error) {
    std::cout.flush();
    std::cerr << "annals: " << error.what() << '\n';
    return annals::exit_code_of(error);
  }
}
