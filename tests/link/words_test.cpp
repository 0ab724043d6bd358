#include "link/words.h"

#include <catch2/catch.hpp>

#include "link/link.h"
#include "tests/support/link_words.h"
#include "tests/support/told.h"

namespace annals {
namespace {

TEST_CASE("a word stands in a list by itself, its beginning or its end", "[link][words]") {
  LinkWords words;
  CHECK(words.lists().add("killing", "dead"));
  CHECK(words.lists().add("killing", "kill-"));
  CHECK(words.lists().add("ranking", "-est"));
  CHECK_FALSE(words.lists().add("monkeys", "ape"));
  CHECK(words.is(LinkWord::killing, "dead"));
  CHECK(words.is(LinkWord::killing, "killing"));
  CHECK(words.is(LinkWord::ranking, "deadliest"));
  CHECK_FALSE(words.is(LinkWord::ranking, "west"));  // too little of it is left
  CHECK_FALSE(words.is(LinkWord::killing, "deadly"));
  CHECK_FALSE(words.is(LinkWord::killing, "deadliest"));
  CHECK_FALSE(words.is(LinkWord::killing, ""));
}

TEST_CASE("other words for linking link the store anew", "[link][words]") {
  Store store = Store::in_memory();
  const test::Who army{
      .name = "Rada rebels", .kind = ActorKind::armed_group, .country = "EGY", .code = "EGYREB"};
  test::Who brigade = army;
  brigade.name = "Rada brigade";
  for (const auto& who : {army, brigade}) {
    store.add(test::facts_of({.name = who.name,
                              .source = "A",
                              .published = "2011-09-15",
                              .said = {{.sentence = "They *left*.",
                                        .type = "RETREAT",
                                        .sources = {who},
                                        .date = "2011-09-15"}}}));
  }
  LinkWords words = test::link_words();
  link_store(store, words);
  CHECK(store.graph().actors.size() == 2);
  REQUIRE(words.lists().add("group", "brigade"));
  CHECK(link_store(store, words).articles == 2);
  CHECK(store.graph().actors.size() == 1);
  CHECK(link_store(store, words) == LinkReport{});
}

}  // namespace
}  // namespace annals
