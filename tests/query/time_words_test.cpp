#include "query/time_words.h"

#include <catch2/catch.hpp>

namespace annals {
namespace {

using namespace date::literals;
const date::sys_days wednesday = date::sys_days{2012_y / 8 / 1};

TEST_CASE("times are read in the forms that people write", "[query][time]") {
  struct Row {
    const char* text;
    const char* date;
  };
  const auto row = GENERATE(values<Row>({
      {"2011-09-26", "2011-09-26"},
      {"2011-09", "2011-09"},
      {"2011", "2011"},
      {"September 2011", "2011-09"},
      {"Sept 2011", "2011-09"},
      {"26 September 2011", "2011-09-26"},
      {"26th of September 2011", "2011-09-26"},
      {"September 26, 2011", "2011-09-26"},
      {"13 Sep 2011", "2011-09-13"},
      {"early September 2011", "2011-09-01/2011-09-10"},
      {"late September 2011", "2011-09-21/2011-09-30"},
      {"last week of 2011-09", "2011-09-24/2011-09-30"},
      {"the first week of September 2011", "2011-09-01/2011-09-07"},
      {"the week of 2012-08-01", "2012-07-30/2012-08-05"},
      {"summer 2011", "2011-22"},
      {"the summer of 2011", "2011-22"},
      {"Q3 2011", "2011-35"},
      {"third quarter of 2011", "2011-35"},
      {"the 1990s", "1990-01-01/1999-12-31"},
      {"2011-05-02/2011-06-03", "2011-05-02/2011-06-03"},
      {"today", "2012-08-01"},
      {"yesterday", "2012-07-31"},
      {"last month", "2012-07"},
      {"this year", "2012"},
      {"last week", "2012-07-23/2012-07-29"},
  }));
  CAPTURE(row.text);
  const auto words = split_words(row.text);
  const auto found = find_time(words, wednesday);
  REQUIRE(found);
  CHECK(format_edtf(found->date) == row.date);
  CHECK(found->count == words.size());
}

TEST_CASE("what is no time is left to the rest of the question", "[query][time]") {
  const auto* text =
      GENERATE("", "Kabul", "1985-13", "2011-02-30", "31 September 2011", "May", "September 26",
               "the", "\"2011\"", "last", "week of", "99", "20112", "0000", "XXXX-08");
  CAPTURE(text);
  CHECK_FALSE(find_time(split_words(text), wednesday));
}

}  // namespace
}  // namespace annals
