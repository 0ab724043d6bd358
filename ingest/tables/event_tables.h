#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/import.h"
#include "ingest/text/language_files.h"

namespace annals {

/// A format of event tables, as users see it.
struct EventTableFormat {
  const char* name;     ///< "icews"
  const char* summary;  ///< one line for help
};

/// The table of formats, in the order of help.
[[nodiscard]] std::span<const EventTableFormat> event_table_formats();

/// A row that was left out.
struct BadRow {
  std::uint64_t line = 0;  ///< of its table, counted from 1; where it began
  std::string message;     ///< what is wrong and what would work
};

/// What reading a table came to.
struct EventTableReport {
  std::string name;               ///< the file, or "events.zip/2018.csv"
  std::uint64_t rows = 0;         ///< given
  std::uint64_t actorless = 0;    ///< left out because nobody is named as the doer
  std::uint64_t bad = 0;          ///< malformed, left out
  std::vector<BadRow> first_bad;  ///< the first twenty of them
};

/// Reads tables of events that other projects publish, a row at a time, whatever their size.
///
/// Files may be compressed (gzip, xz, zstd, bzip2) or archives of several tables (zip, tar); a
/// folder stands for the files in it. Columns are found by the heading where there is one. What is
/// malformed is left out and counted. Names are those of the shipped tables of countries, persons
/// and organizations where these know them, so that an actor is the same as in the articles.
/// One thread.
class EventTables {
 public:
  /// Throws Error(query) when no format has this name, and Error(rule) for a language folder that
  /// cannot be used.
  EventTables(std::string_view format, const LanguageOptions& language);
  ~EventTables();
  EventTables(const EventTables&) = delete;
  EventTables& operator=(const EventTables&) = delete;

  /// Called for every table with a source of its rows; must use the source before it returns.
  using TakeTable = std::function<void(const ImportTable& table)>;
  /// Called when a table has been read to its end, or as far as it could be.
  using TakeReport = std::function<void(const EventTableReport& report)>;

  /// Gives every table of a file or folder. The id of a table is made from its bytes and the
  /// format, for which a file is read twice. Throws Error(input) when the file cannot be read or is
  /// damaged, before anything of it is given; what the callbacks throw goes through.
  void read(const std::filesystem::path& path, const TakeTable& take, const TakeReport& report);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace annals
