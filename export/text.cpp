// The table for the terminal.

#include <algorithm>

#include "export/width.h"
#include "export/writers.h"

namespace annals {
namespace {

constexpr std::size_t gap = 2;        // columns between two columns
constexpr std::size_t narrowest = 8;  // a column is not wrapped below this

constexpr std::size_t longest_kept = 16;  // longer words are broken where the room is short,
constexpr std::size_t broken = 12;        // down to this width
constexpr std::size_t long_text = 40;     // a column wider than this may stand below its row

struct Column {
  std::string name;
  std::size_t cell = 0;  ///< place in the rows
  std::size_t width = 0;
  std::size_t least = 0;  ///< not wrapped below this
  std::size_t sum = 0;    ///< of the widths of the cells
  bool number = true;     ///< every cell is one: aligned to the right
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

/// The longest piece that wrap() does not break: a word, or a part of one up to its slash.
std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(" /"), text.size());
    const std::size_t slash = end < text.size() && text[end] == '/' ? 1 : 0;
    longest = std::max(longest, display_width(text.substr(0, end)) + slash);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return longest;
}

std::vector<Column> columns_of(const Answer& answer) {
  std::vector<Column> columns;
  for (const auto& name : answer.columns)
    columns.push_back({name, columns.size(), display_width(name), 0, 0, true});
  for (const auto& row : answer.rows) {
    for (std::size_t i = 0; i < std::min(row.cells.size(), columns.size()); ++i) {
      const auto width = display_width(row.cells[i]);
      columns[i].width = std::max(columns[i].width, width);
      columns[i].sum += width;
      columns[i].least = std::max(columns[i].least, longest_word(row.cells[i]));
      columns[i].number = columns[i].number && is_number(row.cells[i]);
    }
  }
  for (auto& column : columns) {
    const bool empty = column.sum == 0;
    column.least = std::max({column.least, display_width(column.name), narrowest});
    if (column.least > longest_kept) column.least = broken;
    column.least = std::min(column.least, column.width);
    if (empty) column.name.clear();
  }
  // A column without a single word only takes room.
  std::erase_if(columns, [](const Column& column) { return column.name.empty(); });
  return columns;
}

/// Narrows the widest columns until the table takes at most `width`. False when they cannot be
/// narrowed so far.
bool fit(std::vector<Column>& columns, std::size_t width, std::size_t before) {
  std::size_t total = before + (columns.empty() ? 0 : gap * (columns.size() - 1));
  for (const auto& column : columns) total += column.width;
  while (total > width) {
    Column* widest = nullptr;
    for (auto& column : columns) {
      if (column.width > column.least && (widest == nullptr || column.width > widest->width))
        widest = &column;
    }
    if (widest == nullptr) return false;
    --widest->width;
    --total;
  }
  return true;
}

/// Takes a column wider than `above` out, to be told below each row: the one with most to read, or
/// the last one. False when there is none.
bool take_out(std::vector<Column>& columns, std::vector<Column>& below, std::size_t above,
              bool last) {
  auto chosen = columns.end();
  for (auto at = columns.begin(); at != columns.end(); ++at) {
    if (at->width > above && (chosen == columns.end() || last || at->sum > chosen->sum))
      chosen = at;
  }
  if (chosen == columns.end()) return false;
  below.push_back(*chosen);
  columns.erase(chosen);
  return true;
}

/// What stands below a row without a heading and is clear; "first event after" is not.
bool tells_itself(std::string_view column) {
  return column == "sentence" || column == "article" || column == "event" || column == "quote";
}

/// Long text in a narrow column is a tower of words.
bool squeezes_text(const std::vector<Column>& before, const std::vector<Column>& after) {
  constexpr std::size_t tower = 4;  // lines
  for (std::size_t i = 0; i < before.size(); ++i) {
    const bool high = before[i].width > tower * after[i].width;
    if (before[i].width > long_text && (after[i].width < 30 || high)) return true;
  }
  return false;
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

  /// These columns stand below each row, in lines of `width`.
  void put_below(std::vector<Column> columns, std::size_t width) {
    std::sort(columns.begin(), columns.end(),
              [](const Column& one, const Column& other) { return one.cell < other.cell; });
    below_ = std::move(columns);
    below_width_ = width;
  }

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

  /// A heading that the rows below it stand under.
  void section(const std::string& name) {
    write_line(out_, std::string(numbers_, ' ') + paint_(bold, name + ":"));
  }

  void row(const AnswerRow& row, const std::string& number) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (const auto& column : columns_) {
      const auto& cell = column.cell < row.cells.size() ? row.cells[column.cell] : empty_;
      cells.push_back(wrap(cell, std::max<std::size_t>(column.width, 2)));
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
    for (const auto& column : below_) {
      if (column.cell >= row.cells.size() || row.cells[column.cell].empty()) continue;
      const std::string& cell = row.cells[column.cell];
      const std::string told = tells_itself(column.name) ? cell : column.name + ": " + cell;
      for (const auto& line : wrap(told, below_width_)) {
        write_line(out_, std::string(numbers_, ' ') + paint_(dim, line));
      }
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
  std::vector<Column> below_{};
  std::size_t below_width_ = 0;
  std::string empty_{};
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
    out << paint(dim, "-- " + std::to_string(n + 1) + (row.certain ? "" : "?") +
                          (row.section.empty() ? "" : " " + row.section))
        << '\n';
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

/// Narrows columns, or moves long ones below the rows, until the table fits. False when it cannot.
bool make_room(std::vector<Column>& columns, std::vector<Column>& below, std::size_t width,
               std::size_t before) {
  const auto whole = columns;
  // of two columns one below the other tells nothing of what it is
  constexpr std::size_t readable = 30;
  const bool fits = fit(columns, width, before);
  const bool pair = columns.size() == 2 && columns.back().width >= readable;
  if (fits && (pair || !squeezes_text(whole, columns))) return true;
  columns = whole;
  if (!take_out(columns, below, long_text, false)) return false;
  const auto without_text = columns;
  if (fit(columns, width, before)) return true;
  columns = without_text;
  for (int more = 0; more < 2 && take_out(columns, below, long_text / 2, true); ++more) {
    const auto left = columns;
    if (fit(columns, width, before)) return true;
    columns = left;
  }
  return false;
}

void write_rows(std::ostream& out, const Answer& answer, const FormatOptions& options,
                Paint paint) {
  const bool all_certain = std::all_of(answer.rows.begin(), answer.rows.end(),
                                       [](const AnswerRow& row) { return row.certain; });
  const std::size_t numbers =
      options.numbers ? std::to_string(answer.rows.size()).size() + (all_certain ? 0 : 1) + gap : 0;
  auto columns = columns_of(answer);
  std::vector<Column> below;
  if (options.width > 0 && !make_room(columns, below, options.width, numbers)) {
    write_fields(out, answer, options, paint);
    return;
  }
  Table table(out, std::move(columns), numbers, paint);
  if (!below.empty())
    table.put_below(below,
                    options.width > numbers + narrowest ? options.width - numbers : narrowest);
  table.header();
  for (std::size_t n = 0; n < answer.rows.size(); ++n) {
    const auto& row = answer.rows[n];
    if (!row.section.empty() && (n == 0 || answer.rows[n - 1].section != row.section))
      table.section(row.section);
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

namespace {

using WriteBody = void (*)(std::ostream&, const Answer&, const FormatOptions&, Paint);

void write_with_remarks(std::ostream& out, const Answer& answer, const FormatOptions& options,
                        WriteBody write_body) {
  const Paint paint{options.colour};
  if (options.remarks && !answer.understood.empty()) {
    write_remark(out, options, paint, "interpreted as: " + answer.understood);
  }
  if (answer.rows.empty()) {
    if (options.remarks) out << "nothing found\n";
  } else if (!answer.columns.empty()) {
    write_body(out, answer, options, paint);
  }
  if (!options.remarks) return;
  for (const auto& note : answer.notes) write_remark(out, options, paint, "note: " + note);
}

}  // namespace

void write_text(std::ostream& out, const Answer& answer, const FormatOptions& options) {
  write_with_remarks(out, answer, options, write_rows);
}

void write_lines(std::ostream& out, const Answer& answer, const FormatOptions& options) {
  write_with_remarks(out, answer, options, write_fields);
}

}  // namespace annals
