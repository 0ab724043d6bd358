#include "link/link.h"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "tests/support/link_words.h"
#include "tests/support/told.h"

namespace annals {
namespace {

using test::facts_of;
using test::link_words;
using test::Told;
using test::Who;

const Who anna{.name = "Anna Berg", .country = "SWE"};
const Who omar{.name = "Omar Said", .country = "EGY"};

Told meeting(const char* name, const char* published, const char* date) {
  return {.name = name,
          .source = name,
          .published = published,
          .said = {{.sentence = "Anna Berg *met* Omar Said.",
                    .type = "CONSULT",
                    .cameo = "040",
                    .others = {anna, omar},
                    .date = date}}};
}

TEST_CASE("two articles that tell of one meeting give one event", "[link]") {
  const std::vector<Facts> facts = {facts_of(meeting("a", "2011-09-27", "2011-09-26")),
                                    facts_of(meeting("b", "2011-09-28", "2011-09-26"))};
  const Graph graph = link_facts(facts, {}, link_words());
  REQUIRE(graph.events.size() == 1);
  CHECK(graph.events[0].mentions.size() == 2);
  CHECK(graph.events[0].sources == 2);
  CHECK(graph.actors.size() == 2);
}

TEST_CASE("two meetings of the same people on two days stay two events", "[link]") {
  const std::vector<Facts> facts = {facts_of(meeting("a", "2011-09-27", "2011-09-26")),
                                    facts_of(meeting("b", "2011-09-29", "2011-09-28"))};
  CHECK(link_facts(facts, {}, link_words()).events.size() == 2);
}

TEST_CASE("linking no articles gives an empty graph", "[link]") {
  CHECK(link_facts({}, {}, link_words()) == Graph{});
}

TEST_CASE("the order of articles leaves no trace in the graph", "[link]") {
  std::vector<Facts> facts;
  for (int i = 0; i < 12; ++i) {
    const std::string name = "article " + std::to_string(i);
    facts.push_back(
        facts_of(meeting(name.c_str(), "2011-09-30", i % 3 == 0 ? "2011-09-26" : "2011-09")));
  }
  const Graph graph = link_facts(facts, {}, link_words());
  std::mt19937 random(7);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(facts.begin(), facts.end(), random);
    CHECK(link_facts(facts, {}, link_words()) == graph);
  }
}

}  // namespace
}  // namespace annals
