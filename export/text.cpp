// The table for the terminal.

#include <algorithm>

#include "export/width.h"
#include "export/writers.h"

namespace annals {
namespace {

constexpr std::size_t gap = 2;         // columns between two columns
constexpr std::size_t narrowest = 10;  // a column is not wrapped below this

struct Column {
  std::string name;
  std::size_t width = 0;
  bool number = true;  ///< every cell is one: aligned to the right
};

struct Paint {
  bool on = false;
  [[nodiscard]] std::string operator()(std::string_view code, std::string_view text) const {
    if (!on || text.empty()) return std::string(text);
    return "\033[" + std::string(code) + "m" + std::string(text) + "\033[0m";
  }
};

constexpr std::string_view bold = "1";
constexpr std::string_view dim = "2";

bool is_number(std::string_view cell) {
  return !cell.empty() && cell.find_first_not_of("0123456789.-+") == std::string_view::npos &&
         cell.find('-', 1) == std::string_view::npos;  // a date is no number
}

std::vector<Column> columns_of(const Answer& answer) {
  std::vector<Column> columns;
  for (const auto& name : answer.columns) columns.push_back({name, display_width(name), true});
  for (const auto& row : answer.rows) {
    for (std::size_t i = 0; i < std::min(row.cells.size(), columns.size()); ++i) {
      columns[i].width = std::max(columns[i].width, display_width(row.cells[i]));
      columns[i].number = columns[i].number && is_number(row.cells[i]);
    }
  }
  return columns;
}

/// Takes columns from the widest until the table fits. False when it cannot: then rows are told
/// field by field.
bool fit(std::vector<Column>& columns, std::size_t width, std::size_t before) {
  const auto total = [&] {
    std::size_t sum = before;
    for (const auto& column : columns) sum += column.width + gap;
    return columns.empty() ? sum : sum - gap;
  };
  while (total() > width) {
    const auto widest =
        std::max_element(columns.begin(), columns.end(),
                         [](const Column& a, const Column& b) { return a.width < b.width; });
    if (widest->width <= narrowest) return false;
    const std::size_t excess = total() - width;
    widest->width -=
        std::min({excess, widest->width - narrowest, std::max<std::size_t>(1, widest->width / 8)});
  }
  return true;
}

void pad(std::string& line, std::string_view cell, const Column& column, const std::string& shown) {
  const auto used = display_width(cell);
  const std::string spaces(column.width > used ? column.width - used : 0, ' ');
  line += column.number ? spaces + shown : shown + spaces;
}

void write_line(std::ostream& out, std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  out << line << '\n';
}

class Table {
 public:
  Table(std::ostream& out, std::vector<Column> columns, std::size_t numbers, Paint paint)
      : out_(out), columns_(std::move(columns)), numbers_(numbers), paint_(paint) {}

  void header() {
    std::string names(numbers_, ' ');
    std::string rule(numbers_, ' ');
    for (const auto& column : columns_) {
      pad(names, column.name, column, paint_(bold, column.name));
      names.append(gap, ' ');
      for (std::size_t i = 0; i < column.width; ++i) rule += "─";
      rule.append(gap, ' ');
    }
    write_line(out_, names);
    write_line(out_, paint_(dim, rule.substr(0, rule.find_last_not_of(' ') + 1)));
  }

  void row(const AnswerRow& row, const std::string& number) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const auto& cell = i < row.cells.size() ? row.cells[i] : empty_;
      cells.push_back(wrap(cell, std::max<std::size_t>(columns_[i].width, 2)));
      height = std::max(height, cells.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
      std::string text =
          line == 0 && numbers_ > 0 ? number_cell(number) : std::string(numbers_, ' ');
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        const auto& cell = line < cells[i].size() ? cells[i][line] : empty_;
        pad(text, cell, columns_[i], cell);
        text.append(gap, ' ');
      }
      write_line(out_, std::move(text));
    }
  }

 private:
  std::string number_cell(const std::string& number) const {
    return std::string(numbers_ - gap - number.size(), ' ') + paint_(dim, number) +
           std::string(gap, ' ');
  }

  std::ostream& out_;
  std::vector<Column> columns_;
  std::size_t numbers_;  ///< width of the number column with its gap; 0: none
  Paint paint_;
  std::string empty_;
};

/// One field a line, for tables wider than the terminal.
void write_fields(std::ostream& out, const Answer& answer, const FormatOptions& options,
                  Paint paint) {
  std::size_t name_width = 0;
  for (const auto& name : answer.columns) name_width = std::max(name_width, display_width(name));
  const std::size_t left = name_width + gap;
  const std::size_t space = options.width > left + narrowest ? options.width - left : narrowest;
  for (std::size_t n = 0; n < answer.rows.size(); ++n) {
    const auto& row = answer.rows[n];
    out << paint(dim, "-- " + std::to_string(n + 1) + (row.certain ? "" : "?")) << '\n';
    for (std::size_t i = 0; i < std::min(row.cells.size(), answer.columns.size()); ++i) {
      if (row.cells[i].empty()) continue;
      const auto& name = answer.columns[i];
      std::string head = paint(bold, name) + std::string(left - display_width(name), ' ');
      for (const auto& line : wrap(row.cells[i], space)) {
        out << head << line << '\n';
        head.assign(left, ' ');
      }
    }
  }
}

void write_rows(std::ostream& out, const Answer& answer, const FormatOptions& options,
                Paint paint) {
  const bool all_certain = std::all_of(answer.rows.begin(), answer.rows.end(),
                                       [](const AnswerRow& row) { return row.certain; });
  const std::size_t numbers =
      options.numbers ? std::to_string(answer.rows.size()).size() + (all_certain ? 0 : 1) + gap : 0;
  auto columns = columns_of(answer);
  if (options.width > 0 && !fit(columns, options.width, numbers)) {
    write_fields(out, answer, options, paint);
    return;
  }
  Table table(out, std::move(columns), numbers, paint);
  table.header();
  for (std::size_t n = 0; n < answer.rows.size(); ++n) {
    const auto& row = answer.rows[n];
    const std::string mark = row.certain ? (all_certain ? "" : " ") : "?";
    table.row(row, std::to_string(n + 1) + mark);
  }
  if (!all_certain && options.remarks) {
    out << paint(dim, "? the date allows it, but may also lie outside the time asked for") << '\n';
  }
}

void write_remark(std::ostream& out, const FormatOptions& options, Paint paint,
                  const std::string& text) {
  for (const auto& line : wrap(text, options.width > narrowest ? options.width : text.size() + 2)) {
    out << paint(dim, line) << '\n';
  }
}

}  // namespace

void write_text(std::ostream& out, const Answer& answer, const FormatOptions& options) {
  const Paint paint{options.colour};
  if (options.remarks && !answer.understood.empty()) {
    write_remark(out, options, paint, "interpreted as: " + answer.understood);
  }
  if (answer.rows.empty()) {
    if (options.remarks) out << "nothing found\n";
  } else if (!answer.columns.empty()) {
    write_rows(out, answer, options, paint);
  }
  if (!options.remarks) return;
  for (const auto& note : answer.notes) write_remark(out, options, paint, "note: " + note);
}

}  // namespace annals
