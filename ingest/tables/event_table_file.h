#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/text/bytes.h"

struct archive;
struct archive_entry;

namespace annals {

/// A file as the tables in it: itself, unpacked when it is compressed, or the members of an
/// archive. Every function throws Error(input), naming the file, when it is damaged.
class TableFile {
 public:
  explicit TableFile(const std::filesystem::path& file);

  /// Goes to the next member; false at the end.
  bool next();
  [[nodiscard]] bool is_table() const;
  /// Empty when the file itself is the table.
  [[nodiscard]] std::string member() const;
  /// Unpacked bytes of the member; 0 at its end.
  std::size_t read(std::span<char> to);

 private:
  struct Free {
    void operator()(archive* each) const;
  };

  void check(int result);
  [[noreturn]] void fail();

  std::filesystem::path file_;
  std::unique_ptr<archive, Free> archive_;
  archive_entry* entry_ = nullptr;
};

/// What each table of a file is known by: a hash of its bytes as they are unpacked. Finds damage
/// before a row is taken in.
[[nodiscard]] std::vector<std::uint64_t> hashes_of_tables(const std::filesystem::path& file);

/// Splits lines into cells: at tabs as they are, at other separators with the quotes of RFC 4180,
/// inside which a line may end. The separator is the one of the first line.
class TableCells {
 public:
  explicit TableCells(ByteStream& bytes) : bytes_(bytes) {}

  enum class Got : std::uint8_t { end, row, too_long, open_quote };

  /// Reads the next row, whose cells live until the next call; empty lines are passed over.
  Got next(std::vector<std::string_view>& cells);
  /// The line on which the row began, counted from 1.
  [[nodiscard]] std::uint64_t line() const { return first_line_; }

 private:
  ByteStream::Line take_line(std::string& line);
  bool close_quotes();
  void split_tabs(std::vector<std::string_view>& cells) const;
  void split_quoted(std::vector<std::string_view>& cells);

  ByteStream& bytes_;
  std::string line_;
  std::deque<std::string> waiting_;
  std::vector<std::string> unquoted_;
  char separator_ = 0;
  std::uint64_t number_ = 0, first_line_ = 0;
};

}  // namespace annals
