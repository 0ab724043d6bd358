#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/context.h"
#include "ingest/pages/readers.h"

namespace annals {

// One function a command: takes its options, returns the exit code, throws Error. What the options
// mean stands in app/main.cpp beside their names.

struct InputArguments {
  std::vector<std::filesystem::path> paths;
  ReadOptions read;
  unsigned workers = 0;
  bool with_cast = false;  ///< of extract: print everybody spoken of
};

/// A request as flags; each is a field of query/request_json.h.
struct RequestFlags {
  std::string verb, from, to, about, place, source, not_source, per, sort, text;
  std::vector<std::string> actors, types, events, statuses, except;
  std::vector<std::string> least, most;  ///< "10 killed"
  std::optional<std::size_t> limit, max, number, within;
  bool descending = false;
  bool strictly = false;
  bool loosely = false;
};

struct AskArguments {
  std::string question;          ///< "-": one question a line from standard input
  std::filesystem::path file;    ///< questions, one a line
  std::string json_request;      ///< file with a request in JSON; "-" for standard input
  RequestFlags flags;            ///< the request, or what narrows the question
  std::string format;            ///< empty: by the name of `output`, else text
  std::filesystem::path output;  ///< empty: standard output
  bool force = false;
  bool fail_when_empty = false;
  bool keep_going = false;  ///< after a question that fails
  bool bail = false;        ///< the opposite, and what happens without either
};

struct ReplArguments {
  bool no_history = false;
  bool keep_going = false;  ///< in a script: after a line that fails
  bool bail = false;        ///< the opposite, and what happens without either
  std::string format;
};

/// Where a command writes to.
struct OutputArguments {
  std::filesystem::path file;  ///< empty or "-": standard output
  bool force = false;          ///< over a file that exists
};

struct ReportArguments {
  std::string question;
  std::string style;
  std::string format;  ///< markdown | html; empty: as the file's name tells, else markdown
  std::string title;
  std::string stamp;
  int gap_days = 60;
  OutputArguments output;
};

struct ExportArguments {
  std::string format;
  std::string question;
  std::string projection;
  std::string title;
  bool undirected = false;
  bool all_statuses = false;
  bool located_only = false;
  std::size_t top = 0;
  OutputArguments output;
};

struct PlotArguments {
  std::string picture;  ///< timeline | months | network
  std::string question;
  std::string title;
  std::size_t top = 0;  ///< actors drawn; 0: as many as stay readable
  OutputArguments output;
};

struct DecideArguments {
  std::string what;  ///< a decision of link/decisions.h; empty to list, undo or import
  std::string first;
  std::string second;
  std::string who;
  std::string why;
  std::string undo;
  std::filesystem::path import;
  bool as_json = false;
  bool suggest = false;
  std::size_t limit = 20;  ///< of suggestions
};

int run_ingest(const Context& context, const InputArguments& arguments);
int run_extract(const Context& context, const InputArguments& arguments);
int run_uncoded(const Context& context, const InputArguments& arguments, std::size_t least);
int run_analyze(const Context& context, const std::vector<std::filesystem::path>& paths,
                const std::string& format, const std::string& input);
int run_ask(const Context& context, const AskArguments& arguments);
int run_repl(const Context& context, const ReplArguments& arguments);
int run_serve(const Context& context);
int run_show(const Context& context, const std::string& what, bool blocks);
int run_report(const Context& context, const ReportArguments& arguments);
int run_export(const Context& context, const ExportArguments& arguments);
int run_plot(const Context& context, const PlotArguments& arguments);
int run_restore(const Context& context, const std::vector<std::filesystem::path>& files);
int run_why(const Context& context, const std::string& what);
int run_decide(const Context& context, const DecideArguments& arguments);
int run_formats();
int run_stats(const Context& context);
int run_check(const Context& context);
int run_import(const Context& context, const std::string& format,
               const std::vector<std::filesystem::path>& paths);
int run_migrate(const Context& context);
int run_compact(const Context& context);
/// Makes the database, which must not be there, from a folder that run_backup() made.
int run_restore_backup(const Context& context, const std::filesystem::path& folder);
int run_backup(const Context& context, const std::filesystem::path& folder);

}  // namespace annals
