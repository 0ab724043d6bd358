#include <algorithm>
#include <array>
#include <deque>
#include <utility>

#include "graph/error.h"
#include "ingest/pages/fields.h"
#include "ingest/pages/reader.h"
#include "ingest/text/encoding.h"

namespace annals {
namespace {

/// Takes rows of CSV: lines, joined while a quote is open. Source: RFC 4180.
class Rows {
 public:
  Rows(ByteStream& bytes, std::size_t limit) : bytes_(bytes), limit_(limit) {}

  enum class Row { end, whole, too_long, open_quote };

  /// Takes the next row. After open_quote, a quote that no line closes, the lines behind the first
  /// are still there.
  Row take(std::string& row) {
    row.clear();
    first_line_ = line_ + 1;
    std::vector<std::string> taken;
    bool open = false;
    do {
      std::string line;
      const auto got = next_line(line);
      if (got == ByteStream::Line::end && taken.empty()) return Row::end;
      if (got == ByteStream::Line::too_long && taken.empty()) return Row::too_long;
      if (got != ByteStream::Line::whole || row.size() + line.size() > limit_) {
        if (got == ByteStream::Line::whole) taken.push_back(std::move(line));
        give_back(std::move(taken));
        return Row::open_quote;
      }
      if (std::count(line.begin(), line.end(), '"') % 2 == 1) open = !open;
      row += (taken.empty() ? "" : "\n") + line;
      taken.push_back(std::move(line));
    } while (open);
    return Row::whole;
  }

  /// The line that the row began on, counted from 1.
  [[nodiscard]] std::uint64_t line() const { return first_line_; }

 private:
  ByteStream::Line next_line(std::string& line) {
    ++line_;
    if (waiting_.empty()) return bytes_.take_line(line, limit_);
    line = std::move(waiting_.front());
    waiting_.pop_front();
    return ByteStream::Line::whole;
  }

  void give_back(std::vector<std::string> taken) {
    line_ = first_line_;
    for (std::size_t i = taken.size(); i > 1; --i) waiting_.push_front(std::move(taken[i - 1]));
  }

  ByteStream& bytes_;
  std::size_t limit_;
  std::deque<std::string> waiting_;
  std::uint64_t line_ = 0;
  std::uint64_t first_line_ = 0;
};

std::vector<std::string> cells_of(std::string_view row, char divider) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const char c = row[i];
    if (quoted && c == '"' && i + 1 < row.size() && row[i + 1] == '"') {
      cells.back() += c;
      ++i;
    } else if (c == '"' && (quoted || cells.back().empty())) {
      quoted = !quoted;
    } else if (c == divider && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

/// The mark that the heading's names are divided by: the commonest of the usual ones.
char divider_of(std::string_view heading) {
  constexpr std::array<char, 4> dividers = {',', '\t', ';', '|'};
  return *std::max_element(dividers.begin(), dividers.end(), [&](char a, char b) {
    return std::count(heading.begin(), heading.end(), a) <
           std::count(heading.begin(), heading.end(), b);
  });
}

std::string in_utf8(std::string row) {
  if (is_utf8(row)) return row;
  return decode(std::move(row)).text;
}

/// Which column holds which of our fields.
struct Columns {
  std::array<std::pair<const char*, std::ptrdiff_t>, 6> at = {
      {{"id", -1}, {"date", -1}, {"title", -1}, {"text", -1}, {"url", -1}, {"source", -1}}};

  Columns(const std::vector<std::string>& heading, const Fields& fields) {
    for (auto& [ours, column] : at) {
      for (const auto& name : fields.names_of(ours)) {
        const auto found = std::find(heading.begin(), heading.end(), name);
        if (found == heading.end()) continue;
        column = found - heading.begin();
        break;
      }
    }
    if (at[3].second >= 0) return;
    std::string names;
    for (const auto& name : heading) names += (names.empty() ? "" : ", ") + name;
    if (names.size() > 200) names = names.substr(0, 200) + " ...";
    throw Error(ErrorKind::input, "no column is known to hold the text; the columns are " + names +
                                      "; name it with --map text=COLUMN");
  }
};

void give_row(const std::string& row, char divider, const Columns& columns, const Reading& reading,
              std::uint64_t line) {
  const auto cells = cells_of(row, divider);
  Input input;
  for (const auto& [ours, column] : columns.at) {
    if (column < 0 || column >= static_cast<std::ptrdiff_t>(cells.size())) continue;
    set_field(input.article, ours, cells[static_cast<std::size_t>(column)]);
  }
  if (input.article.text.empty()) {
    throw Error(ErrorKind::input, "no text in this row of " + std::to_string(cells.size()) +
                                      (cells.size() == 1 ? " cell" : " cells"));
  }
  if (input.article.text.size() > reading.options.max_article_bytes) {
    throw Error(ErrorKind::input, "a text of " + format_size(input.article.text.size()) +
                                      " is too much for one article (the limit is " +
                                      format_size(reading.options.max_article_bytes) + ")");
  }
  hand_over(std::move(input), reading, line);
}

}  // namespace

void read_csv(ByteStream& bytes, const Reading& reading) {
  Rows rows(bytes, reading.options.max_line_bytes);
  std::string row;
  if (rows.take(row) != Rows::Row::whole) {
    throw Error(ErrorKind::input, "no heading: the first line should name the columns");
  }
  row = in_utf8(std::move(row));
  if (row.starts_with("\xEF\xBB\xBF")) row.erase(0, 3);
  const char divider = divider_of(row);
  const Columns columns(cells_of(row, divider), Fields(reading.options.field_map));
  for (;;) {
    const auto got = rows.take(row);
    if (got == Rows::Row::end) return;
    try {
      if (got == Rows::Row::too_long) {
        throw Error(ErrorKind::input, "the row is longer than " +
                                          format_size(reading.options.max_line_bytes) +
                                          " and is left out");
      }
      if (got == Rows::Row::open_quote) {
        throw Error(ErrorKind::input,
                    "a quote is opened here and never closed; the line is left out");
      }
      if (row.find_first_not_of(" \t\r") == std::string::npos) continue;
      give_row(in_utf8(std::move(row)), divider, columns, reading, rows.line());
    } catch (const Error& error) {
      reading.report(error.what(), rows.line());
    }
    row.clear();
  }
}

}  // namespace annals
