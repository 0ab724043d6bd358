#include "graph/calendar_names.h"

#include <catch2/catch.hpp>

namespace annals {
namespace {

TEST_CASE("months and weekdays are found by their full name in any case", "[graph][calendar]") {
  CHECK(find_month("January") == date::January);
  CHECK(find_month("dECEMBER") == date::December);
  CHECK(find_weekday("SUNDAY") == date::Sunday);
  CHECK(find_weekday("saturday") == date::Saturday);
  CHECK(find_month("Jan") == std::nullopt);
  CHECK(find_month("") == std::nullopt);
  CHECK(find_weekday("Mondays") == std::nullopt);
  CHECK(weekday_names.at(date::weekday{date::Wednesday}.c_encoding()) == "Wednesday");
}

}  // namespace
}  // namespace annals
