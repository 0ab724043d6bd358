// The formats of event tables: which columns they have and what these mean.

#include "ingest/tables/event_table_row.h"

#include <algorithm>
#include <charconv>

#include "graph/names.h"

namespace annals {
namespace {

using Field = TableField;

std::optional<unsigned> parse_number(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value)
                                                                  : std::nullopt;
}

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};

/// "26 September 2011"
std::optional<EventDate> parse_written_day(std::string_view text) {
  const auto first = text.find(' '), second = text.rfind(' ');
  if (first == std::string_view::npos || second <= first + 3) return std::nullopt;
  const auto day = parse_number(text.substr(0, first));
  const auto year = parse_number(text.substr(second + 1));
  const std::string name = fold(text.substr(first + 1, second - first - 1));
  const auto* const month = std::find(months.begin(), months.end(), name.substr(0, 3));
  if (!day || !year || month == months.end() || *year < 1 || *year > 9999) return std::nullopt;
  const date::year_month_day found{date::year{static_cast<int>(*year)},
                                   date::month{static_cast<unsigned>(month - months.begin()) + 1},
                                   date::day{*day}};
  return found.ok() ? std::optional(day_date(date::sys_days{found})) : std::nullopt;
}

std::string date_trouble(std::string_view text) {
  if (text.empty()) return "has no date";
  return "\"" + std::string(text) +
         "\" is no date; write 2011-09-26, 20110926 or 26 September 2011";
}

std::string read_date(const TableRow& row, TableEvent& event) {
  const auto text = row.get(Field::date);
  if (const auto date = parse_table_date(text)) {
    event.date = *date;
    return {};
  }
  return date_trouble(text);
}

/// The year, month and day in columns of their own where the table has them.
std::string read_parts_of_date(const TableRow& row, TableEvent& event) {
  const auto year = parse_number(row.get(Field::year)), month = parse_number(row.get(Field::month)),
             day = parse_number(row.get(Field::day));
  if (!year || !month || !day || *year < 1 || *year > 9999) return read_date(row, event);
  const date::year_month_day found{date::year{static_cast<int>(*year)}, date::month{*month},
                                   date::day{*day}};
  if (!found.ok()) return date_trouble(row.get(Field::date));
  event.date = day_date(date::sys_days{found});
  return {};
}

bool is_code(std::string_view text) {
  return text.size() >= 2 && text.size() <= 4 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A code that a spreadsheet took for a number has lost its leading zero, and a root above 20 shows
/// it.
std::string read_code(std::string_view text, TableEvent& event) {
  event.code = text;
  if (text.size() == 1 || (is_code(text) && text.substr(0, 2) > "20"))
    event.code = "0" + event.code;
  if (is_code(event.code)) return {};
  return text.empty() ? "has no CAMEO code"
                      : "\"" + std::string(text) +
                            "\" is no CAMEO code; codes have two to four "
                            "digits, such as 042";
}

void read_sides(const TableRow& row, TableEvent& event) {
  const auto either = [&](Field name, Field code) {
    return row.get(name).empty() ? row.get(code) : row.get(name);
  };
  event.source = either(Field::source, Field::source_code);
  event.source_country = row.get(Field::source_country);
  event.target = either(Field::target, Field::target_code);
  event.target_country = row.get(Field::target_country);
}

std::string read_plain(const TableRow& row, TableEvent& event) {
  read_sides(row, event);
  const auto relation = row.get(Field::relation);
  if (relation.empty()) return "says nothing of what was done";
  if (is_code(relation)) {
    event.code = relation;
  } else {
    event.relation = relation;
  }
  return read_date(row, event);
}

std::string read_coded(const TableRow& row, TableEvent& event) {
  read_sides(row, event);
  auto trouble = read_parts_of_date(row, event);
  return trouble.empty() ? read_code(row.get(Field::code), event) : trouble;
}

/// A code as ICEWS has it has three digits at least.
std::string read_icews(const TableRow& row, TableEvent& event) {
  auto trouble = read_coded(row, event);
  if (trouble.empty() && event.code.size() == 2) event.code = "0" + event.code;
  return trouble;
}

std::string read_polecat(const TableRow& row, TableEvent& event) {
  read_sides(row, event);
  event.relation = row.get(Field::relation);
  if (event.relation.empty()) return "has no event type";
  return read_date(row, event);
}

/// How ACLED's kinds of events stand in CAMEO: the finer kind first.
struct AcledKind {
  std::string_view name;  // folded
  std::string_view code;
};
constexpr AcledKind acled_kinds[] = {
    {"armed clash", "190"},
    {"government regains territory", "190"},
    {"non state actor overtakes territory", "192"},
    {"air drone strike", "195"},
    {"shelling artillery missile attack", "194"},
    {"suicide bomb", "1831"},
    {"remote explosive landmine ied", "183"},
    {"grenade", "183"},
    {"chemical weapon", "204"},
    {"attack", "180"},
    {"sexual violence", "181"},
    {"abduction forced disappearance", "181"},
    {"peaceful protest", "141"},
    {"protest with intervention", "141"},
    {"excessive force against protesters", "175"},
    {"violent demonstration", "145"},
    {"mob violence", "145"},
    {"agreement", "057"},
    {"arrests", "173"},
    {"change to group activity", "15"},
    {"disrupted weapons use", "171"},
    {"headquarters or base established", "154"},
    {"looting property destruction", "171"},
    {"non violent transfer of territory", "087"},
    {"battles", "190"},
    {"explosions remote violence", "183"},
    {"violence against civilians", "180"},
    {"protests", "141"},
    {"riots", "145"},
};

std::string read_acled(const TableRow& row, TableEvent& event) {
  read_sides(row, event);
  for (const auto field : {Field::sub_relation, Field::relation}) {
    const std::string name = fold(row.get(field));
    const auto* const kind = std::find_if(std::begin(acled_kinds), std::end(acled_kinds),
                                          [&](const auto& each) { return each.name == name; });
    if (kind == std::end(acled_kinds) || !event.code.empty()) continue;
    event.code = kind->code;
  }
  if (event.code.empty()) event.relation = row.get(Field::relation);
  if (event.code.empty() && event.relation.empty()) return "has no event type";
  auto trouble = read_date(row, event);
  if (!trouble.empty()) return trouble;
  const auto precision = row.get(Field::date_precision);
  const date::year_month_day day{event.date.first};
  if (precision == "2") event.date = week_date(event.date.first);
  if (precision == "3") event.date = month_date(day.year() / day.month());
  return {};
}

constexpr TableColumn plain_columns[] = {
    {Field::date, 0, {"date", "event date", "day"}},
    {Field::source, 1, {"source", "actor", "subject"}},
    {Field::relation, 2, {"relation", "code", "cameo", "type"}},
    {Field::target, 3, {"target", "recipient", "object"}},
};
constexpr TableColumn icews_columns[] = {
    {Field::date, 1, {"event date"}},
    {Field::source, 2, {"source name"}},
    {Field::source_country, 4, {"source country"}},
    {Field::code, 6, {"cameo code"}},
    {Field::target, 8, {"target name"}},
    {Field::target_country, 10, {"target country"}},
};
constexpr std::size_t icews_widths[] = {20};
constexpr TableColumn gdelt_columns[] = {
    {Field::date, 1, {"sqldate", "day"}},
    {Field::source_code, 5, {"actor1code"}},
    {Field::source, 6, {"actor1name"}},
    {Field::source_country, 7, {"actor1countrycode"}},
    {Field::target_code, 15, {"actor2code"}},
    {Field::target, 16, {"actor2name"}},
    {Field::target_country, 17, {"actor2countrycode"}},
    {Field::code, 26, {"eventcode"}},
};
constexpr std::size_t gdelt_widths[] = {57, 58, 61};
constexpr TableColumn polecat_columns[] = {
    {Field::date, -1, {"event date"}},
    {Field::relation, -1, {"event type"}},
    {Field::source, -1, {"actor name", "actor name raw"}},
    {Field::source_country, -1, {"actor country"}},
    {Field::target, -1, {"recipient name", "recipient name raw"}},
    {Field::target_country, -1, {"recipient country"}},
};
constexpr TableColumn petrarch_columns[] = {
    {Field::date, 0, {"date", "story date"}},
    {Field::source, 1, {"source"}},
    {Field::target, 2, {"target"}},
    {Field::code, 3, {"code", "cameo"}},
};
constexpr TableColumn phoenix_columns[] = {
    {Field::date, 1, {"date", "story date"}},
    {Field::year, 2, {"year"}},
    {Field::month, 3, {"month"}},
    {Field::day, 4, {"day"}},
    {Field::source, 5, {"source", "sourceactorfull"}},
    {Field::target, 9, {"target", "targetactorfull"}},
    {Field::code, 13, {"code", "eventcode"}},
};
constexpr TableColumn acled_columns[] = {
    {Field::date, -1, {"event date"}},     {Field::date_precision, -1, {"time precision"}},
    {Field::relation, -1, {"event type"}}, {Field::sub_relation, -1, {"sub event type"}},
    {Field::source, -1, {"actor1"}},       {Field::source_country, -1, {"country"}},
    {Field::target, -1, {"actor2"}},
};

constexpr TableFormat formats[] = {
    {.info = {"tsv", "date, source, relation or CAMEO code, target; a heading may stand above"},
     .columns = plain_columns,
     .read = read_plain},
    {.info = {"icews", "ICEWS coded events: 20 columns, with or without their heading"},
     .columns = icews_columns,
     .widths = icews_widths,
     .read = read_icews},
    {.info = {"gdelt", "GDELT 2.0 (61 columns) and 1.0 (57 or 58)"},
     .columns = gdelt_columns,
     .widths = gdelt_widths,
     .names_need_country = true,
     .read = read_coded},
    {.info = {"polecat", "POLECAT, by its heading"},
     .columns = polecat_columns,
     .needs_heading = true,
     .read = read_polecat},
    {.info = {"petrarch", "what PETRARCH writes: date, source, target, code, ..."},
     .columns = petrarch_columns,
     .actors_are_codes = true,
     .read = read_coded},
    {.info = {"phoenix", "Phoenix: by its heading, or the columns of the daily files"},
     .columns = phoenix_columns,
     .actors_are_codes = true,
     .read = read_coded},
    {.info = {"acled", "ACLED exports, by their heading"},
     .columns = acled_columns,
     .needs_heading = true,
     .read = read_acled},
};

}  // namespace

void TableRow::set(TableField field, std::string_view value) {
  while (!value.empty() && value.front() == ' ') value.remove_prefix(1);
  while (!value.empty() && (value.back() == ' ' || value.back() == '\r')) value.remove_suffix(1);
  const bool none = value == "None" || value == "NULL" || value == "NA" || value == "---";
  values_[static_cast<std::size_t>(field)] = none ? std::string_view() : value;
}

std::span<const TableFormat> table_formats() { return formats; }

std::span<const EventTableFormat> event_table_formats() {
  static const auto infos = [] {
    std::array<EventTableFormat, std::size(formats)> all{};
    std::transform(std::begin(formats), std::end(formats), all.begin(),
                   [](const TableFormat& format) { return format.info; });
    return all;
  }();
  return infos;
}

std::optional<EventDate> parse_table_date(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (text.size() > 10 && (text[10] == 'T' || text[10] == ' ') && text[4] == '-')
    text = text.substr(0, 10);
  if (const auto day = parse_day(text)) return day_date(*day);
  if (text.find(' ') != std::string_view::npos) return parse_written_day(text);
  return parse_edtf(text);
}

}  // namespace annals
