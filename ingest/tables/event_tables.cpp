// Reading event tables row by row; files and lines are in event_table_file.cpp, what columns mean
// in event_table_row.cpp.

#include "ingest/tables/event_tables.h"

#include <algorithm>
#include <optional>

#include "graph/error.h"
#include "graph/names.h"
#include "ingest/tables/event_table_actors.h"
#include "ingest/tables/event_table_file.h"
#include "ingest/tables/event_table_row.h"
#include "ingest/text/bytes.h"

namespace annals {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t shown_bad_rows = 20;

const TableFormat& format_named(std::string_view name) {
  const auto all = table_formats();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const TableFormat& each) { return each.info.name == name; });
  if (found != all.end()) return *found;
  std::string known;
  for (const auto& each : all) known += (known.empty() ? "" : ", ") + std::string(each.info.name);
  throw Error(ErrorKind::query,
              "\"" + std::string(name) + "\" is no format of event tables; there are: " + known);
}

/// The rows of one table, as the store takes them.
class TableRows {
 public:
  TableRows(ByteStream& bytes, const TableFormat& format, EventTableActors& actors,
            EventTableReport& report)
      : cells_(bytes), format_(format), actors_(actors), report_(report) {
    places_.fill(-1);
    for (const auto& column : format.columns) {
      places_[static_cast<std::size_t>(column.field)] = column.position;
      width_ = std::max(width_, static_cast<std::size_t>(column.position + 1));
    }
  }

  bool next(ImportRow& row) {
    for (;;) {
      switch (cells_.next(row_)) {
        case TableCells::Got::end:
          return false;
        case TableCells::Got::too_long:
          note("is longer than a megabyte; is the file a table?");
          continue;
        case TableCells::Got::open_quote:
          note("opens a quote that nothing closes");
          continue;
        case TableCells::Got::row:
          break;
      }
      if (!began_ && begin()) continue;
      if (take(row)) return true;
    }
  }

  [[nodiscard]] Actor actor(std::string_view name) const {
    return actors_.actor(name, name == source_ ? event_.source_country : event_.target_country);
  }

 private:
  /// Looks at the first row; true when it is a heading.
  bool begin() {
    began_ = true;
    std::vector<std::string> names;
    for (const auto cell : row_) names.push_back(fold(cell));
    std::size_t known = 0;
    auto places = places_;
    for (const auto& column : format_.columns) {
      auto& place = places[static_cast<std::size_t>(column.field)];
      place = -1;
      for (const auto name : column.names) {
        const auto found = std::find(names.begin(), names.end(), name);
        if (place >= 0 || name.empty() || found == names.end()) continue;
        place = static_cast<int>(found - names.begin());
        ++known;
      }
    }
    if (known >= 3) {
      places_ = places;
      heading_ = names.size();
      return true;
    }
    if (format_.needs_heading) {
      throw Error(ErrorKind::input, report_.name + ":1: no heading that " + format_.info.name +
                                        " has; its columns are found by their names");
    }
    return false;
  }

  bool take(ImportRow& row) {
    if (!has_right_width()) return false;
    TableRow fields;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (places_[i] < 0 || static_cast<std::size_t>(places_[i]) >= row_.size()) continue;
      fields.set(static_cast<TableField>(i), row_[static_cast<std::size_t>(places_[i])]);
    }
    event_ = {};
    const std::string trouble = format_.read(fields, event_);
    if (!trouble.empty()) {
      note(trouble);
      return false;
    }
    source_ = actors_.name_of(event_.source, event_.source_country);
    if (source_.empty()) {
      ++report_.actorless;
      return false;
    }
    type_ = actors_.type_of(event_.code, event_.relation);
    row = {.date = event_.date,
           .source = source_,
           .target = actors_.name_of(event_.target, event_.target_country),
           .cameo = event_.code,
           .type = type_,
           .line = cells_.line()};
    ++report_.rows;
    return true;
  }

  bool has_right_width() {
    const auto& widths = format_.widths;
    const bool right = heading_ > 0 ? row_.size() == heading_
                       : widths.empty()
                           ? row_.size() >= width_
                           : std::find(widths.begin(), widths.end(), row_.size()) != widths.end();
    if (right) return true;
    std::string wanted;
    if (heading_ > 0) {
      wanted = std::to_string(heading_) + ", as the heading";
    } else if (widths.empty()) {
      wanted = "at least " + std::to_string(width_);
    } else {
      for (const auto width : widths)
        wanted += (wanted.empty() ? "" : " or ") + std::to_string(width);
    }
    note("has " + std::to_string(row_.size()) + (row_.size() == 1 ? " column" : " columns") +
         "; wanted: " + wanted);
    return false;
  }

  void note(const std::string& message) {
    ++report_.bad;
    if (report_.first_bad.size() < shown_bad_rows)
      report_.first_bad.push_back({cells_.line(), message});
  }

  TableCells cells_;
  const TableFormat& format_;
  EventTableActors& actors_;
  EventTableReport& report_;
  std::array<int, table_fields> places_{};
  std::size_t width_ = 0, heading_ = 0;
  bool began_ = false;
  std::vector<std::string_view> row_;
  TableEvent event_;
  std::string_view source_, type_;
};

std::vector<fs::path> files_under(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(path, error)) {
    throw Error(ErrorKind::input, path.string() + ": is not there; is the path right?");
  }
  if (!fs::is_directory(path, error)) return {path};
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file() && !entry.path().filename().string().starts_with('.'))
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

struct EventTables::Impl {
  const TableFormat& format;
  EventTableActors actors;
};

EventTables::EventTables(std::string_view format, const LanguageOptions& language)
    : impl_(new Impl{format_named(format), EventTableActors(language, format_named(format))}) {}
EventTables::~EventTables() = default;

void EventTables::read(const fs::path& path, const TakeTable& take, const TakeReport& report) {
  for (const auto& file : files_under(path)) {
    const auto hashes = hashes_of_tables(file);
    TableFile tables(file);
    for (auto hash = hashes.begin(); hash != hashes.end() && tables.next();) {
      if (!tables.is_table()) continue;
      const std::string member = tables.member();
      EventTableReport told{.name = file.string() + (member.empty() ? "" : "/" + member)};
      ByteStream bytes([&](std::span<char> to) { return tables.read(to); });
      TableRows rows(bytes, impl_->format, impl_->actors, told);
      take({.id = hash_of({"event table", impl_->format.info.name, format_hex(*hash++)}),
            .name = told.name,
            .next = [&](ImportRow& row) { return rows.next(row); },
            .actor = [&](std::string_view name) { return rows.actor(name); }});
      report(told);
    }
  }
}

}  // namespace annals
