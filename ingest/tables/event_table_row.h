#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/event_date.h"
#include "ingest/tables/event_tables.h"

namespace annals {

/// What a table may say of an event.
enum class TableField : std::uint8_t {
  date,
  year,
  month,
  day,
  date_precision,  ///< of ACLED: 1 day, 2 week, 3 month
  code,            ///< CAMEO
  relation,        ///< a code, a PLOVER type or a name for what was done
  sub_relation,
  source,
  source_code,  ///< CAMEO-style: "PAKGOV"
  source_country,
  target,
  target_code,
  target_country,
};
inline constexpr std::size_t table_fields = 14;

/// Where a field stands: under one of these names in the heading, else in this column, counted from
/// 0; -1: nowhere without a heading.
struct TableColumn {
  TableField field;
  int position;
  std::array<std::string_view, 4> names;  ///< folded
};

/// The fields of one row; empty where the table has none. "None", "NULL", "NA" and "---" count as
/// empty.
class TableRow {
 public:
  [[nodiscard]] std::string_view get(TableField field) const {
    return values_[static_cast<std::size_t>(field)];
  }
  void set(TableField field, std::string_view value);

 private:
  std::array<std::string_view, table_fields> values_;
};

/// What a row comes to before actors are looked up. Texts live as long as the row's.
struct TableEvent {
  EventDate date;
  std::string code;      ///< CAMEO, leading zeros kept; empty when only a type is known
  std::string relation;  ///< a PLOVER type or other words; empty when there is a code
  std::string_view source, source_country, target, target_country;
};

/// A row of the table of formats: its columns and one function add a format.
struct TableFormat {
  EventTableFormat info;
  std::span<const TableColumn> columns;
  /// Numbers of columns that a row may have without a heading; empty: at least those that are
  /// wanted.
  std::span<const std::size_t> widths;
  bool needs_heading = false;
  bool actors_are_codes = false;    ///< "PAKGOV" stands for a name
  bool names_need_country = false;  ///< "POLICE" is many: the country belongs to the name
  /// Fills `event`; gives what is wrong with the row, or nothing.
  std::string (*read)(const TableRow& row, TableEvent& event);
};

[[nodiscard]] std::span<const TableFormat> table_formats();

/// Reads the ways in which tables write a day: `2011-09-26`, with a time behind it, `20110926`,
/// `26 September 2011`; and EDTF.
[[nodiscard]] std::optional<EventDate> parse_table_date(std::string_view text);

}  // namespace annals
