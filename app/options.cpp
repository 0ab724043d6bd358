#include "app/options.h"

#include "graph/error.h"

namespace annals {
namespace {

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
  add("--except", flags.except,
      "Without this actor; \"by X\" or \"against X\" where only this part is meant; again for more")
      ->allow_extra_args(false);
  add("--at-least", flags.least,
      "\"10 killed\": only events that tell so many killed, wounded, arrested, kidnapped or freed; "
      "of "
      "rankings \"2 events\"")
      ->allow_extra_args(false);
  add("--at-most", flags.most, "\"5 wounded\": no more than so many")->allow_extra_args(false);
  add("--source", flags.source, "Only what this outlet tells");
  add("--not-source", flags.not_source, "Only what this outlet does not tell");
  add("--per", flags.per, "Of counts: day, week, month, quarter, year, type, actor or status");
  add("--sort", flags.sort,
      "date, sources, confidence, killed, wounded, arrested, size, type or name");
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

/// "FILE=DATE" and "to=from" options: both sides of the first "=".
std::pair<std::string, std::string> split_assignment(const std::string& option,
                                                     const std::string& text) {
  const auto equals = text.rfind('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
    throw Error(ErrorKind::query, option + " " + text + ": write it as LEFT=RIGHT");
  }
  return {text.substr(0, equals), text.substr(equals + 1)};
}

void add_output_options(CLI::App& command, OutputArguments& output, const char* what) {
  command.add_option("-o,--output", output.file, what);
  command.add_flag("--force", output.force, "Write over a file that exists");
}

[[noreturn]] void refuse_date(const std::string& text, const std::string& day) {
  throw Error(ErrorKind::query,
              "--date " + text + ": \"" + day + "\" is no date; write 2011, 2011-09 or 2011-09-26");
}

}  // namespace

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
    if (!date) refuse_date(text, day);
    arguments.read.dates[file] = *date;
  }
  for (const auto& table : raw.date_tables) arguments.read.dates.merge(load_dates(table));
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

void add_repl_options(CLI::App& command, ReplArguments& repl) {
  command.add_flag("--no-history", repl.no_history, "Keep no history of what is typed");
  command.add_option("-f,--format", repl.format, "Format of answers: see `annals formats`");
  auto* keep_going = command.add_flag("--keep-going", repl.keep_going,
                                      "In a script: go on after a line that fails");
  command
      .add_flag("--bail", repl.bail, "In a script: end at the first line that fails, as without it")
      ->excludes(keep_going);
}

void add_decide_options(CLI::App& command, DecideArguments& decide) {
  command.add_option(
      "WHAT", decide.what,
      "same-actor A B, different-actors A B, rename-actor A NAME, same-event E E, "
      "different-events E E, wrong-event E, right-date E DATE, article-date ARTICLE DATE; "
      "nothing lists what was decided");
  command.add_option("FIRST", decide.first, "Actor, event or article");
  command.add_option("SECOND", decide.second, "The other one, a name or a date");
  command.add_option("--who", decide.who, "Who decided");
  command.add_option("--why", decide.why, "The reason");
  command.add_option("--undo", decide.undo, "Take back the decision with this id");
  command.add_option("--import", decide.import, "Read decisions from a file of JSON lines");
  command.add_flag("--json", decide.as_json, "List as JSON lines, which --import reads");
  command.add_flag("--suggest", decide.suggest,
                   "Show pairs that may be one actor or one event, best first");
  command.add_option("--limit", decide.limit, "How many pairs to suggest; 20")
      ->check(CLI::PositiveNumber);
}

}  // namespace annals
