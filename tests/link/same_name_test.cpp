#include "link/same_name.h"

#include <catch2/catch.hpp>

#include "tests/support/link_words.h"

namespace annals {
namespace {

using test::link_words;

TEST_CASE("spellings of one name are taken for one person", "[link][names]") {
  struct Row {
    const char* a;
    const char* b;
    bool same;
  };
  const auto row = GENERATE(values<Row>({
      {"ashfaq parvez kayani", "ashfaq kayani", true},
      {"zaheer ul islam", "zahir ul islam", true},
      {"sirajuddin haqqani", "siraj haqqani", true},
      {"muammar gaddafi", "muammar qaddafi", true},
      {"muammar gaddafi", "muammar kadhafi", true},
      {"omar al bashir", "omar bashir", true},
      {"abd al rahman", "abd el rahman", true},
      {"anna carter", "anna garter", false},
      {"anna holm", "anna helm", true},
      {"mohammed morsi", "mohamed morsi", true},
      {"john kerry jr", "john kerry", true},
      {"jalaluddin haqqani", "ibrahim haqqani", false},
      {"kim jong il", "kim jong un", false},
      {"hassan ali", "hussein ali", false},
      {"anna berg", "hanna berg", false},
      {"david petraeus", "petraeus", false},
      {"george bush", "george w bush", true},
      {"maria lopez", "mario lopez", true},  // a letter apart: only a shared country joins them
      {"", "anna berg", false},
  }));
  CAPTURE(row.a, row.b);
  const std::string a = bare_name(row.a, link_words()), b = bare_name(row.b, link_words());
  CHECK(may_be_one_person(a, b) == row.same);
  CHECK(may_be_one_person(b, a) == row.same);
}

TEST_CASE("an initial stands for a first name", "[link][names]") {
  CHECK(initial_fits("m dempsey", "martin dempsey"));
  CHECK(initial_fits("martin dempsey", "m dempsey"));
  CHECK_FALSE(initial_fits("j dempsey", "martin dempsey"));
  CHECK_FALSE(initial_fits("m dempsey", "m dempsey"));
  CHECK_FALSE(initial_fits("dempsey", "martin dempsey"));
  CHECK_FALSE(initial_fits("", ""));
}

TEST_CASE("a group's core is its name without words for groups", "[link][names]") {
  CHECK(group_core("haqqani network", link_words()) == "haqqani");
  CHECK(group_core("haqqani militant group", link_words()) == "haqqani");
  CHECK(group_core("haqqanis", link_words()) == "haqqani");
  CHECK(group_core("the farc rebels", link_words()) == "farc");
  CHECK(group_core("rebels", link_words()) == "rebel");
  CHECK(group_core("", link_words()) == "");
}

}  // namespace
}  // namespace annals
