#include "graph/event_date.h"

#include <catch2/catch.hpp>

namespace annals {
namespace {

using namespace date::literals;

TEST_CASE("EDTF text is read as the days it covers and written back", "[graph][date]") {
  struct Row {
    const char* text;
    const char* first;
    const char* last;
    Precision precision;
  };
  const auto row = GENERATE(values<Row>({
      {"2011-09-26", "2011-09-26", "2011-09-26", Precision::day},
      {"2011-09", "2011-09-01", "2011-09-30", Precision::month},
      {"2012-02", "2012-02-01", "2012-02-29", Precision::month},
      {"2011", "2011-01-01", "2011-12-31", Precision::year},
      {"0001", "0001-01-01", "0001-12-31", Precision::year},
      {"2011-24", "2011-12-01", "2012-02-29", Precision::season},
      {"2011-34", "2011-04-01", "2011-06-30", Precision::quarter},
      {"2011-05-02/2011-06-03", "2011-05-02", "2011-06-03", Precision::interval},
      {"2012-07-30/2012-08-05", "2012-07-30", "2012-08-05", Precision::week},
      {"../2012-07-30", "0001-01-01", "2012-07-30", Precision::before},
      {"2012-07-30/..", "2012-07-30", "9999-12-31", Precision::after},
      {"2011-09-13~", "2011-09-13", "2011-09-13", Precision::day},
      {"XXXX-08", "0001-01-01", "9999-12-31", Precision::unknown},
      {"XXXX-02-29", "0001-01-01", "9999-12-31", Precision::unknown},
      {"", "0001-01-01", "9999-12-31", Precision::unknown},
  }));
  CAPTURE(row.text);
  const auto parsed = parse_edtf(row.text);
  REQUIRE(parsed);
  CHECK(format_day(parsed->first) == row.first);
  CHECK(format_day(parsed->last) == row.last);
  CHECK(parsed->precision == row.precision);
  CHECK(format_edtf(*parsed) == row.text);
  CHECK(parse_edtf(format_edtf(*parsed)) == parsed);
}

TEST_CASE("EDTF text with other spellings is read as the same days", "[graph][date]") {
  CHECK(parse_edtf("199X") == interval_date(1990_y / 1 / 1, 1999_y / 12 / 31));
  CHECK(parse_edtf("2011-08-XX") == parse_edtf("2011-08"));
  CHECK(parse_edtf("2011-08?")->approximate);
  CHECK(parse_edtf("2011-08/2011-09") == interval_date(2011_y / 8 / 1, 2011_y / 9 / 30));
  CHECK(parse_edtf("2011-06-01/") == after_date(2011_y / 6 / 1));
}

TEST_CASE("text that names no real date is refused", "[graph][date]") {
  const auto* text =
      GENERATE("2011-02-30", "2011-13", "0000", "11", "2011-9-1", "next week", "2012/2011",
               "XXXX-13", "2011-W38", "2011-09-26T10:00", "99999", "-2011", "2011--9", "20X1",
               "XXXX-08/2011", "2011-42", "\xff\xfe", "9999-24");
  CAPTURE(text);
  CHECK_FALSE(parse_edtf(text));
}

TEST_CASE("every day of four centuries prints and reads back", "[graph][date]") {
  for (date::sys_days day = 1800_y / 1 / 1; day < date::sys_days{2200_y / 1 / 1};
       day += date::days{1}) {
    if (parse_day(format_day(day)) != day) FAIL(format_day(day));
  }
}

TEST_CASE("a week starts on Monday", "[graph][date]") {
  CHECK(format_edtf(week_date(2011_y / 9 / 25)) == "2011-09-19/2011-09-25");
  CHECK(format_edtf(week_date(2011_y / 9 / 26)) == "2011-09-26/2011-10-02");
}

TEST_CASE("a date overlaps a window when some day may be in it and is inside when all are",
          "[graph][date]") {
  const Window september{2011_y / 9 / 1, 2011_y / 9 / 30};
  CHECK(overlaps(*parse_edtf("2011"), september));
  CHECK_FALSE(inside(*parse_edtf("2011"), september));
  CHECK(inside(*parse_edtf("2011-09-30"), september));
  CHECK_FALSE(overlaps(*parse_edtf("2011-10"), september));
  CHECK(overlaps(EventDate{}, september));
}

TEST_CASE("precisions are written as words and read back", "[graph][date]") {
  for (int i = 0; i <= static_cast<int>(Precision::unknown); ++i) {
    const auto precision = static_cast<Precision>(i);
    CHECK(parse_precision(format_precision(precision)) == precision);
  }
  CHECK_FALSE(parse_precision("fortnight"));
}

}  // namespace
}  // namespace annals
