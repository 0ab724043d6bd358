#include "link/words.h"

#include <utility>

#include <catch2/catch.hpp>

#include "link/link.h"
#include "tests/support/link_words.h"
#include "tests/support/told.h"

namespace annals {
namespace {

TEST_CASE("a word stands in a list by itself, its beginning or its end", "[link][words]") {
  WordLists lists = LinkWords::empty_lists();
  CHECK(lists.add("killing", "dead"));
  CHECK(lists.add("killing", "kill-"));
  CHECK(lists.add("ranking", "-est"));
  CHECK_FALSE(lists.add("monkeys", "ape"));
  const LinkWords words(std::move(lists));
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
  link_store(store, test::link_words());
  CHECK(store.graph().actors.size() == 2);
  WordLists lists = test::link_words().lists();
  REQUIRE(lists.add("group", "brigade"));
  const LinkWords words(std::move(lists));
  CHECK(link_store(store, words).articles == 2);
  CHECK(store.graph().actors.size() == 1);
  CHECK(link_store(store, words) == LinkReport{});
}

}  // namespace
}  // namespace annals
