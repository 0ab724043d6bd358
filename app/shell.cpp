#include "app/shell.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <fstream>
#include <iterator>
#include <map>

#include "export/formats.h"
#include "graph/error.h"
#include "graph/names.h"
#include "query/parse.h"
#include "query/verbs.h"

namespace annals {
namespace {

struct DotCommand {
  std::string_view name;
  std::string_view usage;
  std::string_view summary;
};

constexpr DotCommand dot_commands[] = {
    {".help", ".help [VERB]", "what can be asked, or one verb with an example"},
    {".mode", ".mode FORMAT", "how answers are written: text, json, csv, markdown ..."},
    {".limit", ".limit N", "at most N rows an answer; 0 for all"},
    {".window", ".window TIME",
     "a time for questions that name none: in 2011; nothing takes it back"},
    {".status", ".status WORD",
     "a status for questions that name none: all, planned ...; nothing takes it back"},
    {".open", ".open N",
     "row N of the last answer with its sentences and articles; a number alone does the same"},
    {".why", ".why N", "how row N came about: sentence, rule, date, status"},
    {".source", ".source N", "the article that row N was read from"},
    {".save", ".save FILE", "write the last answer; the name's ending tells the format"},
    {".timing", ".timing", "print the time that each answer took, or stop that"},
    {".quit", ".quit", "leave the prompt"},
};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\r')) {
    text.remove_prefix(1);
  }
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) {
    text.remove_suffix(1);
  }
  return text;
}

std::optional<std::size_t> parse_count(std::string_view text) {
  std::size_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return whole ? std::optional(value) : std::nullopt;
}

/// Words that questions are made of: those of the verbs' forms, of event types, and months.
std::vector<std::string> question_words() {
  std::vector<std::string> words = {"January",   "February", "March",    "April",
                                    "May",       "June",     "July",     "August",
                                    "September", "October",  "November", "December"};
  const auto add = [&words](std::string_view text, std::string_view between) {
    while (!text.empty()) {
      const auto end = std::min(text.find_first_of(between), text.size());
      const std::string_view word = text.substr(0, end);
      const bool plain = std::all_of(word.begin(), word.end(),
                                     [](char c) { return (c >= 'a' && c <= 'z') || c == ' '; });
      if (plain && word.size() > 1) words.emplace_back(word);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  };
  for (const auto& verb : verbs()) add(verb.usage, " \n|[]");
  for (const auto& type : type_words()) add(type.words, "|");
  return words;
}

/// When the database last changed, as its folder tells.
std::filesystem::file_time_type changed_at(const std::filesystem::path& db) {
  std::filesystem::file_time_type latest{};
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(db, error)) {
    const auto name = entry.path().filename().string();
    const bool data =
        name.ends_with(".log") || name.ends_with(".sst") || name.starts_with("MANIFEST");
    if (!data) continue;
    const auto time = entry.last_write_time(error);
    if (!error) latest = std::max(latest, time);
  }
  return latest;
}

}  // namespace

FormatOptions format_options(const Context& context) {
  FormatOptions options;
  options.width = static_cast<int>(context.terminal.width);
  options.colour = context.terminal.colour;
  options.program = std::string("annals ") + ANNALS_VERSION;
  return options;
}

Shell::Shell(const Context& context)
    : context_(context), store_(context.open(OpenMode::read)), opened_(changed_at(context.db)) {}

std::size_t Shell::last_rows() const { return std::max(last_.rows.size(), last_.events.size()); }

void Shell::set_format(std::string_view name) { format_ = format_named(name).name; }

void Shell::reopen_when_changed() {
  const auto changed = changed_at(context_.db);
  if (changed == opened_) return;
  store_ = context_.open(OpenMode::read);
  opened_ = changed;
}

Shell::Next Shell::run(std::string_view line, std::ostream& out) {
  line = trimmed(line);
  if (line.empty() || line.front() == '#') return Next::go_on;
  if (line.front() == '.') return dot_command(line, out);
  if (line == "quit" || line == "exit") return Next::quit;
  if (line == "help") {
    help({}, out);
    return Next::go_on;
  }
  if (const auto number = parse_count(line)) {
    open_row(*number, out);
    return Next::go_on;
  }
  answer(line, out);
  return Next::go_on;
}

void Shell::answer(std::string_view question, std::ostream& out) {
  using Clock = std::chrono::steady_clock;
  reopen_when_changed();
  const auto start = Clock::now();
  Request request = parse_request(store_, question, {});
  if (!request.windowed && !window_.empty()) {
    request = parse_request(store_, std::string(question) + " " + window_, {});
  }
  if (request.statuses.empty() && !status_.empty()) {
    request = parse_request(store_, request.question + " " + status_, {});
  }
  if (limit_ > 0 && !request.limit) request.limit = limit_;
  last_ = answer_request(store_, request);
  const std::chrono::duration<double, std::milli> took = Clock::now() - start;
  format_named(format_).write(out, last_, format_options(context_));
  if (timing_) out << "answered in " << took.count() << " ms\n";
}

void Shell::open_row(std::size_t number, std::ostream& out) {
  if (number == 0 || number > last_.rows.size()) {
    throw Error(ErrorKind::query, "the last answer has " + std::to_string(last_.rows.size()) +
                                      " rows; there is no row " + std::to_string(number));
  }
  const AnswerRow& row = last_.rows[number - 1];
  const auto show = [&](std::string_view what) {
    find_format("text")->write(out, ask(store_, "show " + std::string(what)),
                               format_options(context_));
  };
  if (row.event) {
    show(display_id(*row.event));
  } else if (!row.actors.empty()) {
    for (const ActorId id : row.actors) {
      if (const auto actor = store_.actor(id)) show('"' + actor->name + '"');
    }
  } else {
    throw Error(ErrorKind::query,
                "row " + std::to_string(number) + " tells of no event and no actor");
  }
}

void Shell::help(std::string_view topic, std::ostream& out) const {
  if (topic == "formats") {
    for (const auto& format : formats())
      out << "  " << format.name << "  " << format.summary << '\n';
    return;
  }
  if (topic.empty()) out << "Questions, in plain words:\n";
  for (const auto& verb : verbs()) {
    if (!topic.empty() && topic != verb.name) continue;
    out << "  " << verb.usage << "\n      " << verb.summary << "; such as: " << verb.example
        << '\n';
  }
  if (!topic.empty()) return;
  out << "Commands:\n";
  for (const auto& command : dot_commands)
    out << "  " << command.usage << "\n      " << command.summary << '\n';
}

Shell::Next Shell::dot_command(std::string_view line, std::ostream& out) {
  const auto space = line.find(' ');
  const std::string_view name = line.substr(0, space);
  const std::string_view rest =
      space == std::string_view::npos ? std::string_view() : trimmed(line.substr(space));
  if (name == ".quit" || name == ".exit") return Next::quit;
  if (name == ".help") {
    help(rest, out);
  } else if (name == ".mode") {
    set_format(rest);
  } else if (name == ".limit") {
    const auto limit = parse_count(rest);
    if (!limit) throw Error(ErrorKind::query, ".limit takes a number; 0 for all rows");
    limit_ = *limit;
  } else if (name == ".window") {
    window_ = rest;
  } else if (name == ".status") {
    status_ = rest;
  } else if (name == ".timing") {
    timing_ = !timing_;
  } else if (name == ".open" || name == ".why" || name == ".source") {
    const auto number = parse_count(rest);
    if (!number)
      throw Error(ErrorKind::query,
                  std::string(name) + " takes the number of a row of the last answer");
    open_row(*number, out);
  } else if (name == ".save") {
    const std::filesystem::path file(rest);
    const Format* format = format_of_file(file);
    if (format == nullptr) {
      throw Error(
          ErrorKind::query,
          ".save tells the format by the file's name: answer.csv, answer.json, answer.md ...");
    }
    write_answer(*format, last_, format_options(context_), file, false);
    out << "written to " << rest << '\n';
  } else {
    std::vector<std::string> names;
    for (const auto& command : dot_commands) names.emplace_back(command.name);
    const auto near = nearest_name(name, names);
    throw Error(ErrorKind::query, "there is no command " + std::string(name) +
                                      (near < names.size() ? "; did you mean " + names[near] + "?"
                                                           : "; .help lists them"));
  }
  return Next::go_on;
}

std::vector<std::string> completions(const Store& store, std::string_view prefix,
                                     std::size_t limit) {
  std::vector<std::string> found;
  if (prefix.starts_with('.')) {
    for (const auto& command : dot_commands) {
      if (command.name.starts_with(prefix)) found.emplace_back(command.name);
    }
    return found;
  }
  for (const auto& word : question_words()) {
    if (word.starts_with(prefix)) found.push_back(word);
  }
  const std::string folded = fold(prefix);
  if (folded.size() >= 2) {
    store.scan_names(folded, [&](std::string_view, ActorId id) {
      if (const auto actor = store.actor(id)) found.push_back(actor->name);
      return found.size() < limit;
    });
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  if (found.size() > limit) found.resize(limit);
  return found;
}

}  // namespace annals
