// The program: options, exit codes, and the last door for errors.

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>

#include <CLI/CLI.hpp>

#include "app/commands.h"
#include "graph/error.h"

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

void add_request_options(CLI::App& command, RequestFlags& flags) {
  const auto add = [&](const char* name, auto& value, const char* help) {
    return command.add_option(name, value, help)->group("The request as flags");
  };
  add("--verb", flags.verb, "who, timeline, path, count ... or a word for events: meet");
  add("--actor", flags.actors, "An actor; again for the second one")->allow_extra_args(false);
  add("--type", flags.types, "A word for events: met, attacked; again for more")
      ->allow_extra_args(false);
  add("--event", flags.events, "An event: E3f9a2c")->allow_extra_args(false);
  add("--from", flags.from, "First day: 2011, 2011-09 or 2011-09-26");
  add("--to", flags.to, "Last day, included");
  add("--fact,--status", flags.statuses,
      "occurred, planned, cancelled, alleged, denied, hypothetical or all; again for more")
      ->allow_extra_args(false);
  add("--about", flags.about, "Only events whose sentence holds these words");
  add("--place", flags.place, "Only events there");
  add("--source", flags.source, "Only what this outlet tells");
  add("--not-source", flags.not_source, "Only what this outlet does not tell");
  add("--per", flags.per, "Of counts: day, week, month, quarter, year, type, actor or status");
  add("--sort", flags.sort, "date, sources, confidence, type or name");
  add("--text", flags.text, "Of actors: what the name holds");
  add("--limit", flags.limit, "Rows at most; 0 for all");
  add("--max", flags.max, "Of paths: steps at most");
  add("--number", flags.number, "Of gaps: days at least; of top: how many");
  add("--within", flags.within, "Of common contacts: days apart at most");
  command.add_flag("--descending", flags.descending, "The last first")
      ->group("The request as flags");
  command.add_flag("--strictly", flags.strictly, "Only events that lie wholly in the window")
      ->group("The request as flags");
  command.add_flag("--loosely", flags.loosely, "Also events that are bounded on one side only")
      ->group("The request as flags");
}

void add_ask_options(CLI::App& command, AskArguments& ask, bool& json) {
  command.add_option("QUESTION", ask.question,
                     "'who met whom in September 2011'; - for one a line from standard input");
  command.add_option("--file", ask.file, "Questions, one a line");
  command.add_option("--json-request", ask.json_request,
                     "File with the request as a JSON object; - for standard input");
  command.add_option("-f,--format", ask.format,
                     "table, line, json, jsonl, csv, tsv, md ...: see `annals formats`");
  command.add_flag("--json", json, "The same as --format json");
  command.add_option("-o,--output", ask.output, "File to write; its name may tell the format");
  command.add_flag("--force", ask.force, "Write over a file that exists");
  command.add_flag("-e", ask.fail_when_empty, "Exit with 3 when nothing is found");
  auto* keep_going =
      command.add_flag("--keep-going", ask.keep_going,
                       "Of many questions: go on after one that cannot be understood");
  command
      .add_flag("--bail", ask.bail, "Of many questions: end at the first that fails, as without it")
      ->excludes(keep_going);
  add_request_options(command, ask.flags);
}

/// "FILE=DATE" and "to=from" options: both sides of the first "=".
std::pair<std::string, std::string> split_assignment(const std::string& option,
                                                     const std::string& text) {
  const auto equals = text.rfind('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
    throw Error(ErrorKind::query, option + " " + text + ": write it as LEFT=RIGHT");
  }
  return {text.substr(0, equals), text.substr(equals + 1)};
}

struct RawInput {
  std::vector<std::string> maps;
  std::vector<std::string> dates;
  std::vector<std::string> date_tables;
};

void add_input_options(CLI::App& command, InputArguments& arguments, RawInput& raw) {
  command.add_option("PATH", arguments.paths, "Files, folders, archives, or - for standard input")
      ->required();
  command.add_option("--input", arguments.read.input_format,
                     "Format of the input; told from name and content when not given");
  command.add_option("--map", raw.maps, "Fields of JSONL and CSV: text=maintext,date=date_publish")
      ->delimiter(',');
  command.add_option("--date", raw.dates, "Publication date of a file: FILE=2011-09-26")
      ->allow_extra_args(false);
  command
      .add_option("--dates", raw.date_tables,
                  "Table of publication dates: a line FILE,2011-09-26 for each")
      ->allow_extra_args(false);
  command.add_option("--workers", arguments.workers,
                     "Threads that read articles; all cores when not given");
}

void finish_input(InputArguments& arguments, const RawInput& raw) {
  for (const auto& text : raw.maps)
    arguments.read.field_map.insert(split_assignment("--map", text));
  for (const auto& text : raw.dates) {
    const auto [file, day] = split_assignment("--date", text);
    const auto date = parse_edtf(day);
    if (!date) {
      throw Error(ErrorKind::query, "--date " + text + ": \"" + day +
                                        "\" is no date; write 2011, 2011-09 or 2011-09-26");
    }
    arguments.read.dates[file] = *date;
  }
  for (const auto& table : raw.date_tables) arguments.read.dates.merge(load_dates(table));
}

void add_output_options(CLI::App& command, OutputArguments& output, const char* what) {
  command.add_option("-o,--output", output.file, what);
  command.add_flag("--force", output.force, "Write over a file that exists");
}

void add_report_options(CLI::App& command, ReportArguments& arguments) {
  command.add_option("QUESTION", arguments.question,
                     "What it is about: 'timeline of Pakistan in 2011'; everything when not given");
  command.add_option("--style", arguments.style, "full, table, brief or by-actor");
  command.add_option("-f,--format", arguments.format,
                     "markdown or html; as the file's name tells when not given");
  command.add_option("--title", arguments.title, "Heading");
  command
      .add_option("--gap-days", arguments.gap_days,
                  "A silence of more days than this is told as a gap")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command.add_option("--stamp", arguments.stamp,
                     "A day or a name to print at the end; without it no time is written");
  add_output_options(command, arguments.output, "File to write; standard output when not given");
}

void add_export_options(CLI::App& command, ExportArguments& arguments) {
  command
      .add_option("FORMAT", arguments.format, "graphml, gexf, jsonl, csv ...: see `annals formats`")
      ->required();
  command.add_option("QUESTION", arguments.question, "What to export; everything when not given");
  command.add_option("--graph", arguments.projection,
                     "Networks: events are nodes (events), or edges between actors (actors), or "
                     "each telling is an edge (mentions)");
  command.add_flag("--undirected", arguments.undirected, "Networks: no edge has a direction");
  command.add_option("--title", arguments.title, "Chronologies and pages: the heading");
  command.add_option("--top", arguments.top, "timelinejs: only the N best told events");
  command.add_flag("--all", arguments.all_statuses,
                   "icews, petrarch: also what was planned, alleged, denied ...");
  command.add_flag("--located-only", arguments.located_only,
                   "geojson: only events with coordinates");
  add_output_options(command, arguments.output,
                     "File to write, or folder for a set; standard output when not given");
}

void add_plot_options(CLI::App& command, PlotArguments& arguments) {
  command
      .add_option("PICTURE", arguments.picture,
                  "timeline: a row an actor; months: events a month by type; network: who with "
                  "whom")
      ->required();
  command.add_option("QUESTION", arguments.question,
                     "What to draw: 'timeline of Pakistan in 2011'; everything when not given");
  command.add_option("--title", arguments.title, "Heading");
  command.add_option("--top", arguments.top, "Only the N actors with the most events");
  add_output_options(command, arguments.output, "File to write; standard output when not given");
}

int run(int argc, char** argv) {
  CLI::App app{"Annals: news articles into a graph of dated, sourced events", "annals"};
  app.set_version_flag("--version", ANNALS_VERSION);
  app.require_subcommand(1);
  app.fallthrough();
  app.get_formatter()->column_width(34);

  Context context{.db = default_database(),
                  .language = {},
                  .quiet = false,
                  .today = day_of_clock(),
                  .terminal = look_at_terminal()};
  std::string today;
  std::string colour = "auto";
  app.add_option("--db", context.db, "The database: a folder; $ANNALS_DB, else ./annals.db");
  app.add_option("--data", context.language.overlays,
                 "Folder with rule and word files that add to the shipped ones");
  app.add_option("--actors", context.language.actor_files, "PETRARCH actor dictionary");
  app.add_option("--agents", context.language.agent_files, "PETRARCH agent dictionary");
  app.add_option("--verbs", context.language.verb_files, "PETRARCH or TABARI verb dictionary");
  app.add_flag("-q,--quiet", context.quiet, "No progress, no remarks");
  app.add_option("--color", colour, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  app.add_option(
      "--today,--as-of", today,
      "The day that \"yesterday\" and \"last month\" are counted from; else the clock's");
  app.set_config("--config", config_file(), "File with options: db = \"/data/annals.db\"");

  std::function<int()> chosen;
  const auto command = [&](const char* name, const char* help, std::function<int()> action) {
    CLI::App* added = app.add_subcommand(name, help);
    added->callback([&chosen, action = std::move(action)] { chosen = action; });
    return added;
  };

  InputArguments input;
  RawInput raw;
  add_input_options(*command("ingest", "Read articles into the database",
                             [&] {
                               finish_input(input, raw);
                               return run_ingest(context, input);
                             }),
                    input, raw);
  auto* extraction =
      command("extract", "Print what articles say, as JSON lines; needs no database", [&] {
        finish_input(input, raw);
        return run_extract(context, input);
      });
  add_input_options(*extraction, input, raw);
  extraction->add_flag("--cast", input.with_cast,
                       "Print everybody whom an article speaks of as well, with the words that do");

  std::size_t least = 2;
  auto* uncoded =
      command("uncoded", "List the verbs and nouns between actors that no event rule covers", [&] {
        finish_input(input, raw);
        return run_uncoded(context, input, least);
      });
  add_input_options(*uncoded, input, raw);
  uncoded->add_option("--min", least, "Leave out what occurs less often; 2 when not given");

  std::string table_format;
  std::vector<std::filesystem::path> tables;
  auto* import_command = command("import", "Take in tables of events without text",
                                 [&] { return run_import(context, table_format, tables); });
  import_command
      ->add_option("FORMAT", table_format,
                   "tsv, icews, gdelt, polecat, petrarch, phoenix or acled: see `annals formats`")
      ->required();
  import_command->add_option("FILE", tables, "Tables, compressed or in archives; folders of them")
      ->required();

  std::vector<std::filesystem::path> analyze_paths;
  std::string analyze_format = "conllu";
  std::string analyze_input = "text";
  auto* analyze = command("analyze", "Print tagged and parsed sentences", [&] {
    return run_analyze(context, analyze_paths, analyze_format, analyze_input);
  });
  analyze->add_option("PATH", analyze_paths, "Files, or - for standard input")->required();
  analyze->add_option("-f,--format", analyze_format, "conllu, json or tree")
      ->check(CLI::IsMember({"conllu", "json", "tree"}));
  analyze->add_option("--input", analyze_input, "text, or conllu to keep its sentences and words")
      ->check(CLI::IsMember({"text", "conllu"}));

  AskArguments ask;
  bool ask_json = false;
  add_ask_options(*command("ask", "Answer a question",
                           [&] {
                             if (ask_json) ask.format = "json";
                             return run_ask(context, ask);
                           }),
                  ask, ask_json);

  ReplArguments repl;
  auto* repl_command = command("repl", "Open the prompt", [&] { return run_repl(context, repl); });
  repl_command->add_flag("--no-history", repl.no_history, "Keep no history of what is typed");
  repl_command->add_option("-f,--format", repl.format, "Format of answers: see `annals formats`");
  auto* repl_keep_going = repl_command->add_flag("--keep-going", repl.keep_going,
                                                 "In a script: go on after a line that fails");
  repl_command
      ->add_flag("--bail", repl.bail,
                 "In a script: end at the first line that fails, as without it")
      ->excludes(repl_keep_going);

  bool stdio = false;
  command("serve", "Answer other programs: the Model Context Protocol over standard input", [&] {
    return run_serve(context);
  })->add_flag("--stdio", stdio, "Over standard input and output, which is the only way there is");

  std::string shown;
  bool blocks = false;
  auto* show = command("show", "Show an event, an actor or an article",
                       [&] { return run_show(context, shown, blocks); });
  show->add_option("WHAT", shown, "E3f9a2c, \"Cameron Munter\", an article's id or file name")
      ->required();
  show->add_flag("--blocks", blocks, "Of an article: what each part of the file was taken for");

  ReportArguments report;
  add_report_options(
      *command("report", "Write a chronology", [&] { return run_report(context, report); }),
      report);
  ExportArguments exported;
  add_export_options(*command("export", "Write the graph, or an answer, for other programs",
                              [&] { return run_export(context, exported); }),
                     exported);
  PlotArguments plot;
  add_plot_options(
      *command("plot", "Draw a picture (SVG)", [&] { return run_plot(context, plot); }), plot);

  std::vector<std::filesystem::path> archives;
  command("restore", "Make the database from a backup, or read what `annals export jsonl` wrote",
          [&] { return run_restore(context, archives); })
      ->add_option("PATH", archives, "The folder of a backup; or archives, - for standard input")
      ->required();

  std::string explained;
  command("why", "Show the way from a sentence to an event: words, tree, rule, date, status",
          [&] { return run_why(context, explained); })
      ->add_option("EVENT", explained, "E3f9a2c")
      ->required();

  DecideArguments decide;
  auto* decide_command =
      command("decide", "List, make, undo, import and export decisions about the graph",
              [&] { return run_decide(context, decide); });
  decide_command->add_option(
      "WHAT", decide.what,
      "same-actor A B, different-actors A B, rename-actor A NAME, same-event E E, "
      "different-events E E, wrong-event E, right-date E DATE, article-date ARTICLE DATE; "
      "nothing lists what was decided");
  decide_command->add_option("FIRST", decide.first, "Actor, event or article");
  decide_command->add_option("SECOND", decide.second, "The other one, a name or a date");
  decide_command->add_option("--who", decide.who, "Who decided");
  decide_command->add_option("--why", decide.why, "The reason");
  decide_command->add_option("--undo", decide.undo, "Take back the decision with this id");
  decide_command->add_option("--import", decide.import, "Read decisions from a file of JSON lines");
  decide_command->add_flag("--json", decide.as_json, "List as JSON lines, which --import reads");
  decide_command->add_flag("--suggest", decide.suggest,
                           "Show pairs that may be one actor or one event, best first");
  decide_command->add_option("--limit", decide.limit, "How many pairs to suggest; 20")
      ->check(CLI::PositiveNumber);

  command("formats", "List the formats of input and output", [] { return run_formats(); });
  command("stats", "Say how much the database holds", [&] { return run_stats(context); });
  command("check", "Verify checksums and cross-references", [&] { return run_check(context); });
  std::filesystem::path folder;
  command("backup", "Write a consistent copy of the database",
          [&] { return run_backup(context, folder); })
      ->add_option("DIR", folder, "Folder to make")
      ->required();
  command("compact", "Give back the room of what was replaced",
          [&] { return run_compact(context); });
  command("migrate", "Bring the database of an older Annals to this one's layout",
          [&] { return run_migrate(context); });

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? exit_done : exit_usage;
  }
  if (!today.empty()) context.today = read_day(today);
  if (colour != "auto") context.terminal.colour = colour == "always";
  if (context.language.data.empty()) context.language.data = default_data_folder();
  return chosen();
}

}  // namespace
}  // namespace annals

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  try {
    return annals::run(argc, argv);
  } catch (const std::exception& error) {
    std::cout.flush();
    std::cerr << "annals: " << error.what() << '\n';
    return annals::exit_code_of(error);
  }
}
