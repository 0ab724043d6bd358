#include "app/shell.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "app/answer_output.h"
#include "app/lookup.h"
#include "app/shell_commands.h"
#include "graph/error.h"
#include "query/events.h"
#include "query/follow_up.h"
#include "query/parse.h"

namespace annals {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto is_blank = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool is_event_line(std::string_view line) {
  if (line.find(' ') != std::string_view::npos || line.size() > longest_question) return false;
  const auto words = split_words(line);
  return words.size() == 1 && is_event_word(words.front());
}

bool counts_by_limit(std::string_view name) {
  const Verb* verb = find_verb(name);
  return verb != nullptr && verb->counts_by_limit;
}

}  // namespace

Shell::Shell(const Context& context, std::size_t limit)
    : context_(context), store_(context.db), limit_(limit) {}

void Shell::set_terminal(const Terminal& terminal) {
  const bool colour = context_.terminal.colour;  // as the options of the program have it
  context_.terminal = terminal;
  context_.terminal.colour = colour;
}

void Shell::set_format(std::string_view name) {
  format_ = answer_format(std::string(name), {}).name;
}

Shell::Next Shell::run(std::string_view line, std::ostream& out) {
  line = trimmed(line);
  if (line.empty() || line.front() == '#') {
    if (!parse_row_number(line)) return Next::go_on;  // else "#3"
  }
  for (const std::string_view word : {"quit", "exit", ".quit", ".exit"}) {
    if (line == word) return Next::quit;
  }
  // "\\help", ":help" and "help dates", as other prompts have it
  std::string dotted;
  if (line == "help" || line == "?" || line.starts_with("help ")) {
    dotted = "." + std::string(line == "?" ? "help" : line);
  } else if (line.front() == '.' || line.front() == '\\' || line.front() == ':') {
    dotted = "." + std::string(line.substr(1));
  }
  if (dotted == ".quit" || dotted == ".exit" || dotted == ".q") return Next::quit;
  if (!dotted.empty()) {
    ShellCommands::run(*this, dotted, out);
  } else if (const auto number = parse_row_number(line)) {
    ShellCommands::run(*this, ".open " + std::to_string(*number), out);
  } else if (is_event_line(line)) {
    ShellCommands::run(*this, ".open " + std::string(line), out);
  } else {
    answer(with_rows_named(line), out);
  }
  return Next::go_on;
}

void Shell::answer(std::string_view question, std::ostream& out) {
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  const Store& store = store_.now();
  const AskOptions options{.today = context_.today};
  const auto with = [&](const Request& request, const std::string& more) {
    return parse_request(store, request.question + " " + more, options);
  };
  FollowUp read = asked_ ? parse_follow_up(store, question, options, *asked_)
                         : FollowUp{.request = parse_request(store, question, options)};
  Request& request = read.request;
  if (!read.continues) {
    if (!filter_.empty()) request = with(request, filter_);
    if (!request.windowed && !window_.empty()) request = with(request, window_);
    if (request.statuses.empty() && !status_.empty()) request = with(request, status_);
  }
  asked_ = request;
  const bool limited = limit_ > 0 && !request.limit && !counts_by_limit(request.verb);
  if (limited) request.limit = limit_;
  last_ = answer_request(store, request);
  // what nobody asked for is not said to have been understood
  const std::string said = " limit=" + std::to_string(limit_);
  if (limited && last_->understood.ends_with(said))
    last_->understood.resize(last_->understood.size() - said.size());
  const std::chrono::duration<double, std::milli> took = Clock::now() - start;
  write_for_people(format_named(format_), *last_, format_options(context_), out);
  if (timing_) out << "answered in " << took.count() << " ms\n";
}

const AnswerRow& Shell::row(std::size_t number) const {
  if (!last_) throw Error(ErrorKind::query, "there is no answer yet; ask something first");
  if (number == 0 || number > last_->rows.size()) {
    throw Error(ErrorKind::query, "the last answer has " + std::to_string(last_->rows.size()) +
                                      (last_->rows.size() == 1 ? " row" : " rows") +
                                      "; there is no row " + std::to_string(number));
  }
  return last_->rows[number - 1];
}

Event Shell::event_of(std::string_view word) {
  if (const auto number = parse_row_number(word)) {
    const AnswerRow& chosen = row(*number);
    const auto event = chosen.event ? store_.now().event(*chosen.event) : std::nullopt;
    if (!event)
      throw Error(ErrorKind::query, "row " + std::to_string(*number) + " tells of no event");
    return *event;
  }
  return find_shown_event(store_.now(), std::string(word));
}

std::string Shell::with_rows_named(std::string_view line) const {
  std::string result;
  while (!line.empty()) {
    const auto end = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, end);
    const auto number = word.starts_with('#') ? parse_row_number(word) : std::nullopt;
    if (number && !row(*number).event) {
      throw Error(ErrorKind::query, "row " + std::to_string(*number) +
                                        " of the last answer tells of no event; ask for events " +
                                        "first, such as: what happened");
    }
    if (number && row(*number).event) {
      result += "E" + format_hex(row(*number).event->value);
    } else {
      result += word;
    }
    if (end < line.size()) result += ' ';
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return result;
}

std::optional<std::size_t> parse_row_number(std::string_view word) {
  if (word.starts_with('#')) word.remove_prefix(1);
  std::size_t value = 0;
  const auto read = std::from_chars(word.data(), word.data() + word.size(), value);
  const bool whole = read.ec == std::errc() && read.ptr == word.data() + word.size();
  return whole ? std::optional(value) : std::nullopt;
}

}  // namespace annals
