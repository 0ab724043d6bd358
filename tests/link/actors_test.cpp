#include "link/actors.h"

#include <catch2/catch.hpp>

#include "graph/error.h"
#include "link/link.h"
#include "tests/support/link_words.h"
#include "tests/support/told.h"

namespace annals {
namespace {

using test::facts_of;
using test::link_words;
using test::Told;
using test::Who;

/// An article in which each of these criticizes the first of them.
Facts naming(const char* name, std::vector<Who> all) {
  Told told{.name = name, .source = name, .published = "2011-09-26"};
  for (const Who& who : all) {
    told.said.push_back({.sentence = who.name + " *spoke*.",
                         .type = "ACCUSE",
                         .cameo = "111",
                         .sources = {who},
                         .date = "2011-09-26"});
  }
  return facts_of(told);
}

std::vector<std::string> names_in(const Graph& graph) {
  std::vector<std::string> names;
  for (const Actor& actor : graph.actors) names.push_back(actor.name);
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> linked_names(std::vector<Who> first, std::vector<Who> second,
                                      const std::vector<Decision>& decisions = {}) {
  const std::vector<Facts> facts = {naming("one", std::move(first)),
                                    naming("two", std::move(second))};
  return names_in(link_facts(facts, decisions, link_words()));
}

using Names = std::vector<std::string>;

TEST_CASE("a surname joins the one person known to have it", "[link][actors]") {
  CHECK(linked_names({{.name = "David Petraeus", .country = "USA"}}, {{.name = "Petraeus"}}) ==
        Names{"David Petraeus"});
  CHECK(linked_names({{.name = "David Petraeus", .country = "USA"}},
                     {{.name = "Petraeus", .country = "GRC"}}) ==
        Names{"David Petraeus", "Petraeus"});
  CHECK(linked_names({{.name = "Ibrahim Haqqani"}, {.name = "Siraj Haqqani"}},
                     {{.name = "Haqqani"}}) ==
        Names{"Haqqani", "Ibrahim Haqqani", "Siraj Haqqani"});
}

TEST_CASE("spellings join when both have the same country", "[link][actors]") {
  CHECK(linked_names({{.name = "Zaheer ul-Islam", .country = "PAK"}},
                     {{.name = "Zahir ul-Islam", .country = "PAK"}})
            .size() == 1);
  CHECK(linked_names({{.name = "Zaheer ul-Islam", .country = "PAK"}}, {{.name = "Zahir ul-Islam"}})
            .size() == 2);
  CHECK(linked_names({{.name = "Zaheer ul-Islam", .country = "PAK"}},
                     {{.name = "Zahir ul-Islam", .country = "IND"}})
            .size() == 2);
}

TEST_CASE("two bearers of one name in offices of two countries stay two", "[link][actors]") {
  const auto holder = [](const char* country, const char* title) {
    return Who{.name = "Anna Berg",
               .country = country,
               .roles = {{.title = title, .code = std::string(country) + "GOV", .seen = {}}}};
  };
  CHECK(linked_names({holder("SWE", "foreign minister")}, {holder("DNK", "mayor")}).size() == 2);
  CHECK(linked_names({holder("SWE", "foreign minister")}, {holder("SWE", "envoy")}).size() == 1);
  CHECK(linked_names({holder("SWE", "foreign minister")}, {{.name = "Anna Berg"}}).size() == 1);
}

TEST_CASE("a middle name makes no other person", "[link][actors]") {
  CHECK(linked_names({{.name = "Ashfaq Parvez Kayani", .country = "PAK"}},
                     {{.name = "Ashfaq Kayani"}})
            .size() == 1);
}

TEST_CASE("a group is one under its names and aliases", "[link][actors]") {
  const Who network{.name = "Haqqani network", .kind = ActorKind::armed_group};
  const Who militants{.name = "Haqqani militant group", .kind = ActorKind::armed_group};
  CHECK(linked_names({network}, {militants}).size() == 1);
  const Who isi{.name = "ISI", .kind = ActorKind::organization, .country = "PAK"};
  const Who full{.name = "Inter-Services Intelligence",
                 .kind = ActorKind::organization,
                 .country = "PAK",
                 .aliases = {"ISI"}};
  CHECK(linked_names({isi}, {full}).size() == 1);
  const Who other{.name = "Indian Statistical Institute",
                  .kind = ActorKind::organization,
                  .country = "IND",
                  .aliases = {"ISI"}};
  CHECK(linked_names({isi}, {full, other}).size() == 3);
  CHECK(linked_names({network}, {{.name = "Siraj Haqqani"}}).size() == 2);
}

TEST_CASE("what people decided about actors comes first", "[link][actors][decisions]") {
  const auto decide = [](const char* what, const char* a, const char* b) {
    return make_decision({.what = what, .first = a, .second = b, .who = "tester", .why = ""});
  };
  CHECK(linked_names({{.name = "Anna Berg"}}, {{.name = "Anna Holm"}},
                     {decide("same-actor", "person:Anna Berg", "person:Anna Holm")})
            .size() == 1);
  CHECK(linked_names(
            {{.name = "Ashfaq Parvez Kayani", .country = "PAK"}}, {{.name = "Ashfaq Kayani"}},
            {decide("different-actors", "person:Ashfaq Parvez Kayani", "person:Ashfaq Kayani")})
            .size() == 2);
  CHECK(linked_names({{.name = "Anna Berg"}}, {},
                     {decide("rename-actor", "person:Anna Berg", "Anna B.")}) == Names{"Anna B."});
}

TEST_CASE("an actor keeps the id of its name, and articles' ids lead to it", "[link][actors]") {
  const std::vector<Facts> facts = {naming("one", {{.name = "David Petraeus"}}),
                                    naming("two", {{.name = "Petraeus"}})};
  const Graph graph = link_facts(facts, {}, link_words());
  REQUIRE(graph.actors.size() == 1);
  CHECK(graph.actors[0].id == actor_id(ActorKind::person, "David Petraeus"));
  CHECK(graph.actors[0].aliases == Names{"Petraeus"});
  using Pair = std::pair<ActorId, ActorId>;
  CHECK(graph.became == std::vector<Pair>{{actor_id(ActorKind::person, "Petraeus"),
                                           actor_id(ActorKind::person, "David Petraeus")}});
}

TEST_CASE("decisions that make no sense are refused", "[link][decisions]") {
  const auto text = [](const char* what, const char* first, const char* second) {
    return DecisionText{.what = what, .first = first, .second = second, .who = "", .why = ""};
  };
  CHECK_THROWS_WITH(make_decision(text("merge", "a", "b")),
                    Catch::Contains("is no decision; there are: same-actor"));
  CHECK_THROWS_WITH(make_decision(text("same-actor", "Anna", "person:Anna Berg")),
                    Catch::Contains("is not an actor such as person:Rehman Malik"));
  CHECK_THROWS_AS(make_decision(text("right-date", "12ab", "2011-13")), Error);
  CHECK_THROWS_AS(make_decision(text("wrong-event", "xyz", "")), Error);
  CHECK_THROWS_AS(parse_decision("not json"), Error);
  CHECK_THROWS_AS(parse_decision("[]"), Error);
}

TEST_CASE("a decision reads back as it was made", "[link][decisions]") {
  const DecisionText text{
      .what = "right-date", .first = "12ab", .second = "2011-09", .who = "A. N.", .why = "\"so\""};
  const Decision decision = make_decision(text);
  const DecisionText back = parse_decision(decision.json);
  CHECK(back.what == text.what);
  CHECK(back.second == text.second);
  CHECK(back.why == text.why);
  CHECK(make_decision(
            {.what = "right-date", .first = "12ab", .second = "2011-09", .who = "", .why = ""})
            .id == decision.id);
}

}  // namespace
}  // namespace annals
