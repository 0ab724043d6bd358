#include "link/suggest.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "link/link.h"
#include "tests/support/link_words.h"
#include "tests/support/told.h"

namespace annals {
namespace {

using test::facts_of;
using test::link_words;
using test::Said;
using test::Told;
using test::Who;

const Who anna{.name = "Anna Berg", .country = "SWE"};
const Who berg{.name = "Berg"};
const Who other_berg{.name = "Lars Berg", .country = "SWE"};
const Who omar{.name = "Omar Said", .country = "EGY"};
const Who john{.name = "John Doe", .country = "USA"};
const Who front{.name = "Red Front", .kind = ActorKind::organization, .country = "EGY"};

Said met(const char* date, std::vector<Who> others) {
  return {.sentence = "They *met*.",
          .type = "CONSULT",
          .cameo = "040",
          .others = std::move(others),
          .date = date};
}

Store store_of(const std::vector<Told>& told, const std::vector<Decision>& decisions = {}) {
  Store store = Store::in_memory();
  for (const auto& each : told) store.add(facts_of(each));
  for (const auto& each : decisions) store.put_decision(each);
  link_store(store, link_words());
  return store;
}

std::vector<Told> two(const Said& first, const Said& second) {
  return {{.name = "a", .source = "A", .published = "2011-09-27", .said = {first}},
          {.name = "b", .source = "B", .published = "2011-09-29", .said = {second}}};
}

bool suggests(const std::vector<Suggestion>& all, const std::string& what, const std::string& a,
              const std::string& b) {
  return std::any_of(all.begin(), all.end(), [&](const Suggestion& each) {
    return each.decision.what == what &&
           ((each.first == a && each.second == b) || (each.first == b && each.second == a));
  });
}

}  // namespace

TEST_CASE("names that may be one actor's are suggested with the reason", "[link][suggest]") {
  // Two persons bear the surname, so linking leaves it by itself.
  const Store store = store_of({{.name = "a",
                                 .source = "A",
                                 .published = "2011-09-27",
                                 .said = {met("2011-09-20", {anna, omar})}},
                                {.name = "b",
                                 .source = "B",
                                 .published = "2011-09-27",
                                 .said = {met("2011-09-21", {other_berg, front})}},
                                {.name = "c",
                                 .source = "C",
                                 .published = "2011-09-27",
                                 .said = {met("2011-09-22", {berg, john})}}});
  const auto found = suggest_decisions(store, link_words(), 20);
  CHECK(suggests(found, "same-actor", "Anna Berg", "Berg"));
  CHECK(suggests(found, "same-actor", "Lars Berg", "Berg"));
  CHECK_FALSE(suggests(found, "same-actor", "Anna Berg", "Lars Berg"));
  CHECK_FALSE(suggests(found, "same-actor", "Anna Berg", "Omar Said"));
  for (std::size_t i = 1; i < found.size(); ++i) CHECK(found[i - 1].score >= found[i].score);
  CHECK(std::all_of(found.begin(), found.end(),
                    [](const Suggestion& each) { return !each.decision.why.empty(); }));
  CHECK(suggest_decisions(store, link_words(), 1) == std::vector(found.begin(), found.begin() + 1));
}

TEST_CASE("events that linking left apart are suggested when their days are near",
          "[link][suggest]") {
  const auto pairs = [](const char* day) {
    const Store store = store_of(two(met("2011-09-20", {anna, omar}), met(day, {anna, omar})));
    REQUIRE(store.graph().events.size() == 2);
    const auto found = suggest_decisions(store, link_words(), 20);
    return std::count_if(found.begin(), found.end(),
                         [](const Suggestion& each) { return each.decision.what == "same-event"; });
  };
  CHECK(pairs("2011-09-21") == 1);
  CHECK(pairs("2011-09-27") == 0);
}

TEST_CASE("a suggestion that is taken or turned down does not come again", "[link][suggest]") {
  const auto told = two(met("2011-09-20", {anna, omar}), met("2011-09-21", {anna, omar}));
  const auto found = suggest_decisions(store_of(told), link_words(), 20);
  REQUIRE(found.size() == 1);
  DecisionText text = found[0].decision;
  const Store taken = store_of(told, {make_decision(text)});
  CHECK(taken.graph().events.size() == 1);
  CHECK(suggest_decisions(taken, link_words(), 20).empty());
  text.what = "different-events";
  CHECK(suggest_decisions(store_of(told, {make_decision(text)}), link_words(), 20).empty());
}

}  // namespace annals
