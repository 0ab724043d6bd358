// csv, tsv and md: the table of an answer and nothing else.

#include <algorithm>

#include "export/escape.h"
#include "export/writers.h"

namespace annals {
namespace {

void append_tsv(std::string& out, std::string_view text) {
  auto clean = valid_utf8(text);
  for (char& c : clean) {
    if (c == '\t' || c == '\n' || c == '\r' || c == '\0') c = ' ';
  }
  out += clean;
}

using Append = void (*)(std::string& line, std::string_view cell);

void append_csv_cell(std::string& line, std::string_view cell) { append_csv(line, cell); }

/// Rows that are no answer to the very question stand under a heading, which a reader of the table
/// must know of: "blamed". One that is called after a status has that in its cells.
bool tells_headings(const Answer& answer) {
  return std::any_of(answer.rows.begin(), answer.rows.end(), [](const AnswerRow& row) {
    return !row.section.empty() && !parse_status(row.section);
  });
}

std::vector<std::string> with_heading(std::vector<std::string> cells, const std::string& heading) {
  cells.push_back(heading);
  return cells;
}

void write_line(std::ostream& out, const std::vector<std::string>& cells, std::size_t count,
                char separator, Append append) {
  std::string line;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) line += separator;
    if (i < cells.size()) append(line, cells[i]);
  }
  // A line that is empty would be read as no row at all.
  if (line.empty() && count == 1) line = "\"\"";
  out << line << '\n';
}

/// A table whose rows come in pieces.
class Table {
 public:
  Table(std::ostream& out, char separator, Append append)
      : out_(out), separator_(separator), append_(append) {}

  void add(const Answer& piece) {
    const auto count = piece.columns.size();
    if (count == 0) return;
    if (!begun_) {
      headed_ = tells_headings(piece);
      write(piece.columns, "section", count);
    }
    begun_ = true;
    for (const auto& row : piece.rows) write(row.cells, row.section, count);
  }

  void add_all(const AnswerPieces& pieces) {
    add(pieces([this](const Answer& piece) { add(piece); }));
  }

 private:
  void write(const std::vector<std::string>& cells, const std::string& section, std::size_t count) {
    if (headed_) {
      write_line(out_, with_heading(cells, section), count + 1, separator_, append_);
    } else {
      write_line(out_, cells, count, separator_, append_);
    }
  }

  std::ostream& out_;
  char separator_;
  Append append_;
  bool begun_ = false;
  bool headed_ = false;  // one column more, for the heading of each row
};

void write_markdown_row(std::ostream& out, const std::vector<std::string>& cells,
                        std::size_t count) {
  std::string line = "|";
  for (std::size_t i = 0; i < count; ++i) {
    line += ' ';
    if (i < cells.size()) append_markdown(line, cells[i]);
    line += " |";
  }
  out << line << '\n';
}

}  // namespace

void write_csv(std::ostream& out, const Answer& answer, const FormatOptions&) {
  Table(out, ',', append_csv_cell).add(answer);
}

void write_csv_pieces(std::ostream& out, const AnswerPieces& pieces, const FormatOptions&) {
  Table(out, ',', append_csv_cell).add_all(pieces);
}

void write_tsv(std::ostream& out, const Answer& answer, const FormatOptions&) {
  Table(out, '\t', append_tsv).add(answer);
}

void write_tsv_pieces(std::ostream& out, const AnswerPieces& pieces, const FormatOptions&) {
  Table(out, '\t', append_tsv).add_all(pieces);
}

void write_markdown_table(std::ostream& out, const Answer& answer, const FormatOptions& options) {
  const auto count = answer.columns.size();
  if (count > 0) {
    const bool headed = tells_headings(answer);
    const auto write = [&](const std::vector<std::string>& cells, const std::string& section) {
      if (headed) return write_markdown_row(out, with_heading(cells, section), count + 1);
      write_markdown_row(out, cells, count);
    };
    write(answer.columns, "section");
    std::string rule = "|";
    for (std::size_t i = 0; i < count + (headed ? 1 : 0); ++i) rule += " --- |";
    out << rule << '\n';
    for (const auto& row : answer.rows) write(row.cells, row.section);
  }
  if (!options.remarks) return;
  for (const auto& note : answer.notes) {
    std::string line;
    append_markdown(line, note);
    out << "\n_" << line << "_\n";
  }
}

}  // namespace annals
