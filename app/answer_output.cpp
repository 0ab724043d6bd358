#include "app/answer_output.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace annals {
namespace {

constexpr std::size_t longest_bar = 24;  // columns

std::size_t number_of(const std::string& cell) {
  std::size_t value = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

/// A bar of eighths of a column, at least one for what is not nothing.
std::string bar(std::size_t eighths) {
  constexpr std::array<const char*, 8> parts = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  std::string result;
  for (std::size_t i = 0; i < eighths / 8; ++i) result += "█";
  return result + parts.at(eighths % 8);
}

std::string light_bar(std::size_t eighths) {
  std::string result;
  for (std::size_t i = 0; i < (eighths + 4) / 8; ++i) result += "░";
  return result;
}

/// The answer with a bar beside each number of events, for counts that are split; other answers as
/// they are.
Answer with_bars(Answer answer) {
  const bool split = answer.verb == "count" && answer.columns.size() >= 2 &&
                     answer.columns[1] == "events" && answer.rows.size() > 1;
  if (!split) return answer;
  const bool vague = answer.columns.size() > 2;
  const auto possible = [&](const AnswerRow& row) { return vague ? number_of(row.cells[2]) : 0; };
  std::size_t most = 1;
  for (const AnswerRow& row : answer.rows)
    most = std::max(most, number_of(row.cells[1]) + possible(row));
  const auto eighths = [&](std::size_t count) {
    return count == 0 ? 0 : std::max<std::size_t>(1, count * longest_bar * 8 / most);
  };
  answer.columns.emplace_back("chart");
  for (AnswerRow& row : answer.rows) {
    row.cells.push_back(bar(eighths(number_of(row.cells[1]))) + light_bar(eighths(possible(row))));
  }
  return answer;
}

/// A matrix whose columns are headed by the numbers of its rows, so that it fits a terminal; other
/// answers as they are.
Answer with_numbered_heads(Answer answer) {
  if (answer.verb != "matrix") return answer;
  for (std::size_t i = 1; i < answer.columns.size(); ++i) answer.columns[i] = std::to_string(i);
  for (AnswerRow& row : answer.rows) {
    for (std::string& cell : row.cells) {
      if (cell == "0") cell = ".";  // so that what is there stands out
    }
  }
  return answer;
}

}  // namespace

FormatOptions format_options(const Context& context) {
  FormatOptions options;
  options.width = context.terminal.width;
  options.colour = context.terminal.colour;
  options.program = std::string("annals ") + ANNALS_VERSION;
  return options;
}

const Format& answer_format(const std::string& name, const std::filesystem::path& output) {
  if (name == "table") return format_named("text");
  if (!name.empty()) return format_named(name);
  if (const Format* format = format_of_file(output)) return *format;
  return format_named("text");
}

void write_for_people(const Format& format, const Answer& answer, const FormatOptions& options,
                      std::ostream& out) {
  if (std::string_view(format.name) == "text") {
    format.write(out, with_numbered_heads(with_bars(answer)), options);
  } else {
    format.write(out, answer, options);
  }
}

}  // namespace annals
