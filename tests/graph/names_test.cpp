#include "graph/names.h"

#include <array>
#include <string>

#include <catch2/catch.hpp>

#include "graph/actor.h"

namespace annals {
namespace {

TEST_CASE("names that differ in case, marks and punctuation fold alike", "[graph][names]") {
  struct Row {
    const char* text;
    const char* folded;
  };
  const auto row = GENERATE(values<Row>({
      {"Zaheer-ul-Islam", "zaheer ul islam"},
      {"  Recep Tayyip Erdo\u011fan ", "recep tayyip erdogan"},
      {"U.S.", "u s"},
      {"al\u2011Qa\u2019ida", "al qa ida"},
      {"", ""},
      {"...", ""},
      {"\xff\xfe"
       "abc",
       "abc"},
      {"\u202eabc\u200b def", "abc def"},
  }));
  CAPTURE(row.text);
  CHECK(fold(row.text) == row.folded);
  CHECK(fold(fold(row.text)) == fold(row.text));
}

TEST_CASE("the nearest name is found within a third of its length", "[graph][names]") {
  const std::array<std::string, 3> names = {"Cameron Munter", "Salman Bashir", "Mike Mullen"};
  CHECK(nearest_name("Camron Munter", names) == 0);
  CHECK(nearest_name("salman bahsir", names) == 1);
  CHECK(nearest_name("Mullen", names) == names.size());
  CHECK(nearest_name("", names) == names.size());
}

TEST_CASE("edit distance counts a swap of neighbours once and stops at its limit",
          "[graph][names]") {
  CHECK(edit_distance("ab", "ba", 3) == 1);
  CHECK(edit_distance("kitten", "sitting", 3) == 3);
  CHECK(edit_distance("kitten", "sitting", 2) == 3);
  CHECK(edit_distance("", "abc", 1) == 2);
}

TEST_CASE("an actor's id follows from its kind and its folded name", "[graph][actor]") {
  CHECK(actor_id(ActorKind::person, "Zaheer ul-Islam") ==
        actor_id(ActorKind::person, "zaheer UL islam"));
  CHECK(actor_id(ActorKind::person, "Georgia") != actor_id(ActorKind::country, "Georgia"));
}

}  // namespace
}  // namespace annals
