// Numbers that are asked for, those who are left out, and who did most.

#include <catch2/catch.hpp>

#include "link/link.h"
#include "query/bound_words.h"
#include "query/parse.h"
#include "query/request_json.h"
#include "query/superlatives.h"
#include "query/verbs.h"
#include "tests/query/crisis.h"
#include "tests/support/facts_maker.h"
#include "tests/support/link_words.h"
#include "tests/support/told.h"

namespace annals {
namespace {

using Catch::Contains;
using test::Said;
using test::Who;

Who country(const char* name) { return {.name = name, .kind = ActorKind::country}; }

Said attack(const char* by, const char* on, const char* day, double killed) {
  return {.sentence = std::string(by) + " *attacked* " + on + ".",
          .type = "ASSAULT",
          .cameo = "190",
          .sources = {country(by)},
          .targets = {country(on)},
          .date = day,
          .counts = {{.what = "killed", .value = killed, .words = {}}}};
}

Said meeting(std::vector<Who> who, const char* day) {
  return {.sentence = "They *met*.",
          .type = "CONSULT",
          .cameo = "04",
          .others = std::move(who),
          .date = day};
}

Store war() {
  Store store = Store::in_memory();
  std::vector<Said> said = {
      attack("Sweden", "Norway", "2011-09-01", 3),
      attack("Sweden", "Norway", "2011-09-08", 40),
      attack("Denmark", "Norway", "2011-09-09", 7),
      attack("Denmark", "Sweden", "2011-09-09", 12),
      meeting({country("Sweden"), country("Finland")}, "2011-10-01"),
      meeting({country("Sweden"), country("Denmark")}, "2011-10-02"),
      meeting({country("Sweden"), country("Denmark"), country("Iceland")}, "2011-10-03")};
  store.add(test::facts_of(
      {.name = "a", .source = "A", .published = "2011-10-15", .said = std::move(said)}));
  link_store(store, test::link_words());
  return store;
}

std::string left_of(const char* question, std::string& bounds) {
  auto words = split_words(question);
  write_superlatives(words);
  for (const Bound& each : take_bounds(words))
    bounds += (bounds.empty() ? "" : " ") + format_bound(each);
  return join_words(words);
}

TEST_CASE("numbers are taken out of a question with the words that carry them",
          "[query][numbers]") {
  struct Row {
    const char* question;
    const char* bounds;
    const char* left;
  };
  const auto row = GENERATE(values<Row>({
      {"attacks that killed more than 10 people in May", "killed>=11", "attacks in May"},
      {"attacks in which at least five people were killed", "killed>=5", "attacks"},
      {"bombings with over 20 dead", "killed>=21", "bombings"},
      {"bombings killing up to 3 civilians", "", "bombings killing up to 3 civilians"},
      {"attacks that wounded no more than 3 civilians", "wounded<=3", "attacks"},
      {"raids that killed exactly 3", "killed=3", "raids"},
      {"raids with 10 or more wounded", "wounded>=10", "raids"},
      {"raids with 10+ wounded", "wounded>=10", "raids"},
      {"attacks that killed more than 5 Palestinians", "killed>=6", "attacks against Palestinians"},
      {"who killed more than a dozen people", "killed>=13", "who killed"},
      {"more than 10 killed in Gaza", "killed>=11", "killed in Gaza"},
      {"when were more than 10 people arrested", "detained>=11", "arrested"},
      {"at least 5 arrests in May", "detained>=5", "arrests in May"},
      {"arrests of more than 5 people", "detained>=6", "arrests"},
      {"protests of more than 1000 people", "people>=1001", "protests"},
      {"fewer than 5 wounded", "wounded<=4", "wounded"},
      // how often
      {"who met Kayani more than twice in 2011", "events>=3", "who met Kayani most often in 2011"},
      {"did Munter meet Bashir more than once", "", "how often did Munter meet Bashir"},
      {"which groups carried out at least 3 attacks", "events>=3",
       "which groups attacks most often"},
      {"days with more than 3 attacks", "events>=4", "days with most attacks"},
      {"which months saw at least 2 meetings", "events>=2", "which months had most meetings"},
      {"days on which more than 10 people died", "killed>=11",
       "how many people were killed per day"},
      // no numbers of these
      {"attacks more than 10 days after the talks", "",
       "attacks more than 10 days after the talks"},
      {"chain from A to B in at most 3 steps", "", "chain from A to B in at most 3 steps"},
      {"attacks in 2011", "", "attacks in 2011"},
      // the largest
      {"the deadliest day in 2006", "",
       "how many people were killed per day sort by killed descending in 2006"},
      {"which attack killed the most people", "", "attack sort by killed descending"},
      {"most wounded in a single attack", "", "attack sort by wounded descending"},
      {"which month had the most deaths", "",
       "how many people were killed per month sort by killed descending"},
      {"who killed the most Palestinians", "", "who killed the most Palestinians"},
      {"more than", "", "more than"},
  }));
  CAPTURE(row.question);
  std::string bounds;
  CHECK(left_of(row.question, bounds) == row.left);
  CHECK(bounds == row.bounds);
}

TEST_CASE("events are found by the numbers that they tell", "[query][numbers]") {
  const Store store = war();
  const auto count = [&](const char* question) { return ask(store, question).rows.size(); };
  CHECK(count("attacks that killed more than 7 people") == 2);
  CHECK(count("attacks that killed at least 7 people") == 3);
  CHECK(count("attacks that killed fewer than 7 people") == 1);
  CHECK(count("attacks that killed at least 7 people except by Denmark") == 1);
  CHECK(count("attacks that wounded at least 1 people") == 0);  // none tells of wounded
  CHECK(count("who attacked Norway at least twice") == 1);
  CHECK(count("days with more than 1 attack") == 1);
  CHECK(count("who met whom more than once") == 1);
  const Answer days = ask(store, "deadliest day in 2011");
  REQUIRE(days.rows.size() == 3);
  CHECK(days.rows[0].cells == std::vector<std::string>{"2011-09-08", "40", "1"});
  CHECK(days.rows[1].cells == std::vector<std::string>{"2011-09-09", "19", "2"});
  CHECK(ask(store, "days on which more than 10 people were killed").rows.size() == 2);
  CHECK(ask(store, "which attack killed the most people").rows[0].cells[0] == "2011-09-08");
  CHECK_THROWS_WITH(ask(store, "when did Sweden attack Norway at least twice"),
                    Contains("how often something was can be asked for in rankings"));
}

TEST_CASE("the period of most arrests comes first", "[query][numbers]") {
  Store store = Store::in_memory();
  const auto arrests = [](const char* day, double arrested) {
    return Said{.sentence = "Sweden *arrested* Norwegians.",
                .type = "COERCE",
                .cameo = "173",
                .sources = {country("Sweden")},
                .targets = {country("Norway")},
                .date = day,
                .counts = {{.what = "detained", .value = arrested, .words = {}}}};
  };
  store.add(test::facts_of({.name = "a",
                            .source = "A",
                            .published = "2011-10-15",
                            .said = {arrests("2011-09-01", 3), arrests("2011-10-01", 40)}}));
  link_store(store, test::link_words());
  const Answer months = ask(store, "in which month were the most people arrested");
  REQUIRE(months.rows.size() == 2);
  CHECK(months.rows[0].cells == std::vector<std::string>{"2011-10", "40", "1"});
  CHECK(ask(store, "timeline sort by arrested descending").rows[0].cells[0] == "2011-10-01");
}

TEST_CASE("who is left out is in no row", "[query][except]") {
  const Store store = war();
  struct Row {
    const char* question;
    std::size_t rows;
    const char* understood;
  };
  const auto row = GENERATE(values<Row>({
      {"who attacked Norway", 3, ""},
      {"who attacked Norway except Denmark", 2, "except=\"Denmark\""},
      {"who attacked Norway other than Sweden", 1, "except=\"Sweden\""},
      {"who besides Sweden attacked Norway", 1, "except=\"Sweden\""},
      {"besides Sweden and Denmark, who attacked Norway", 0,
       "except=\"Sweden\" except=\"Denmark\""},
      // somebody else met Sweden there
      {"who met Sweden apart from Denmark", 2, "except=\"Denmark\""},
      {"meetings except with Denmark", 1, "except=\"Denmark\""},
      {"attacks except by Denmark", 2, "except=\"by Denmark\""},
      {"attacks other than those against Sweden", 3, "except=\"against Sweden\""},
      {"attacks without Sweden", 1, "except=\"Sweden\""},
      {"timeline of Sweden except meetings", 3, "except-type=CONSULT"},
      {"what happened in 2011 apart from attacks and Finland", 2,
       "except=\"Finland\" except-type=ASSAULT"},
      {"who met whom most often except Finland", 3, "except=\"Finland\""},
      {"pairs of Sweden except Denmark", 3, "except=\"Denmark\""},
      {"which countries attacked Norway the most, except Sweden", 1, "except=\"Sweden\""},
      {"path from Norway to Iceland except Sweden", 0, "except=\"Sweden\""},
  }));
  CAPTURE(row.question);
  const Answer answer = ask(store, row.question);
  CHECK(answer.rows.size() == row.rows);
  CHECK_THAT(answer.understood, Contains(row.understood));
}

TEST_CASE("what cannot be left out is refused", "[query][except]") {
  const Store store = war();
  struct Row {
    const char* question;
    const char* message;
  };
  const auto row = GENERATE(values<Row>({
      {"who attacked Norway except Atlantis", "no actor is called \"Atlantis\""},
      {"attacks except in 2011", "a time cannot be left out"},
      {"who attacked Norway except Norway", "is asked for and left out at once"},
  }));
  CAPTURE(row.question);
  CHECK_THROWS_WITH(ask(store, row.question), Contains(row.message));
  CHECK(ask(store, "documents without a date").verb == "articles");
}

TEST_CASE("flags and JSON leave out and bound the same", "[query][except][numbers][json]") {
  const Store store = war();
  const auto understood = [&](const char* json) {
    const Request request = parse_request_json(store, json);
    CHECK(format_request_json(parse_request_json(store, format_request_json(request))) ==
          format_request_json(request));
    return answer_request(store, request).understood;
  };
  CHECK(understood(R"({"verb":"deeds","form":2,"actors":["Norway"],"types":["attacks"],
                       "except":["by Denmark"],"least":{"killed":4}})") ==
        ask(store, "attacks against Norway except by Denmark killed more than 3").understood);
  CHECK(understood(R"({"verb":"timeline","except_types":["meetings"],"most":{"arrested":2}})") ==
        "timeline() status=happened except-type=CONSULT code=04.. detained<=2");
  const auto refused = [&](const char* json, const char* message) {
    CAPTURE(json);
    CHECK_THROWS_WITH(parse_request_json(store, json), Contains(message));
  };
  refused(R"({"verb":"timeline","least":{"dogs":1}})", "no event counts \"dogs\"");
  refused(R"({"verb":"timeline","least":3})", "must be an object");
  refused(R"({"verb":"timeline","most":{"killed":-1}})", "whole numbers");
  refused(R"({"verb":"timeline","except":["Atlantis"]})", "no actor is called");
}

TEST_CASE("who did it most is asked in many ways", "[query][most]") {
  const Store store = war();
  struct Row {
    const char* question;
    const char* first;  ///< who is first, and how often
  };
  const auto row = GENERATE(values<Row>({
      {"who attacked Norway most often", "Sweden 2"},
      {"who attacked Norway the most", "Sweden 2"},
      {"which country attacked Norway most", "Sweden 2"},
      {"who has attacked Norway most frequently", "Sweden 2"},
      {"whom did Denmark attack most often", "Norway 1"},
      {"which countries did Sweden attack the most", "Norway 2"},
      {"who was attacked by Sweden most often", "Norway 2"},
      {"who was most often attacked by Sweden", "Norway 2"},
      {"who killed the most", "Sweden 2"},
      {"top 3 countries by attacks against Norway", "Sweden 2"},
      {"who met Sweden the most", "Denmark 2"},
      {"with whom did Sweden meet most often", "Denmark 2"},
      {"who met with Sweden most", "Denmark 2"},
      {"who carried out most attacks", "Sweden 2"},
      {"who carried out the most attacks on Norway", "Sweden 2"},
      {"who launched the most attacks against Norway", "Sweden 2"},
      {"who was behind most attacks", "Sweden 2"},
      {"most attacked country", "Norway 3"},
      {"which country was attacked most", "Norway 3"},
      {"who had the most meetings", "Sweden 3"},
  }));
  CAPTURE(row.question);
  const Answer answer = ask(store, row.question);
  CAPTURE(answer.understood);
  REQUIRE(answer.verb == "top");
  REQUIRE_FALSE(answer.rows.empty());
  CHECK(answer.rows[0].cells[1] + " " + answer.rows[0].cells[2] == row.first);
}

}  // namespace
}  // namespace annals
