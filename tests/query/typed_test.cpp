// Questions as people type them: without years, with wants and owners, about things that nobody is
// called.

#include <catch2/catch.hpp>

#include "link/link.h"
#include "query/parse.h"
#include "query/request.h"
#include "query/verbs.h"
#include "tests/query/crisis.h"
#include "tests/support/facts_maker.h"
#include "tests/support/told.h"

namespace annals {
namespace {

std::string understood(const Store& store, const char* question) {
  const AskOptions options{.today = date::sys_days{date::year{2020} / 5 / 1}};
  return ask(store, question, options).understood;
}

/// A store of one article.
Store store_of(std::vector<test::Said> said) {
  Store store = Store::in_memory();
  store.add(test::facts_of(
      {.name = "a", .source = "A", .published = "2011-09-15", .said = std::move(said)}));
  link_store(store);
  return store;
}

TEST_CASE("what a question leaves out is filled in", "[query][typed]") {
  const Store store = test::crisis_store();
  struct Row {
    const char* question;
    const char* understood;
  };
  const auto row = GENERATE(values<Row>({
      // the latest September with events up to today; June 2012 has none
      {"what happened in september", "window=2011-09-01/2011-09-30"},
      {"what happened on september 26th", "window=2011-09-26"},
      {"what happened on 26 september", "window=2011-09-26"},
      {"what happened in june", "window=2011-06-01/2011-06-30"},
      {"where did Kayani go last september", "window=2011-09-01/2011-09-30"},
      {"what happened between September 20 and Sept. 27, 2011", "window=2011-09-20/2011-09-27"},
      {"what happened between 20 and 27 September 2011", "window=2011-09-20/2011-09-27"},
      {"what happened between November 20 and January 5, 2012", "window=2011-11-20/2012-01-05"},
      {"attacks in Kabul september 2011", "place=\"Kabul\""},
      {"attacks in Kabul september 2011", "window=2011-09-01/2011-09-30"},
      {"who will meet Petraeus", "who(David Petraeus) type=CONSULT code=04.. status=planned"},
      {"when will Zaheer ul-Islam meet Petraeus", "status=planned"},
      {"Munter's meetings", "timeline(Cameron Munter)"},
      {"Munter Bashir meetings", "timeline(Salman Bashir, Cameron Munter)"},
      {"when did Munter and Bashir last meet", "last(Cameron Munter, Salman Bashir)"},
      {"who held talks with Bashir", "who(Salman Bashir) type=CONSULT"},
      {"who imposed new sanctions on Pakistan", "who(Pakistan) type=SANCTION"},
      {"who condemned the bombing of Munich",
       "who() type=ACCUSE code=111 status=happened about="
       "\"bombing of Munich\""},
      {"who accused Pakistan of a double game", "about=\"double game\""},
      {"how many people were killed", "toll() type=ASSAULT"},
      {"Munter vs. Bashir", "timeline(Cameron Munter, Salman Bashir)"},
      {"news about Munter", "timeline(Cameron Munter)"},
      {"when did Munter withdraw from Pakistan", "when(Cameron Munter, Pakistan)"},
  }));
  CAPTURE(row.question);
  CHECK(understood(store, row.question).find(row.understood) != std::string::npos);
}

TEST_CASE("the dead are counted event by event", "[query][typed]") {
  const Store store = test::crisis_store();
  const Answer answer = ask(store, "how many people were killed in June 2011");
  REQUIRE(answer.rows.size() == 1);
  CHECK(answer.rows[0].cells[1] == "4");
  REQUIRE_FALSE(answer.notes.empty());
  CHECK(answer.notes.back().find("together 4 killed") != std::string::npos);
  CHECK_THROWS_WITH(ask(store, "how many people were accused"),
                    Catch::Matchers::Contains("how many accused"));
}

TEST_CASE("who attacked is also whom somebody blamed for it", "[query][typed]") {
  using test::Said;
  using test::Who;
  const Who embassy{.name = "Swedish embassy", .kind = ActorKind::organization, .country = "SWE"};
  const Who front{.name = "Red Front", .kind = ActorKind::armed_group, .country = "EGY"};
  const Said attack{.sentence = "Gunmen *attacked* the Swedish embassy.",
                    .type = "ASSAULT",
                    .cameo = "190",
                    .targets = {embassy},
                    .date = "2011-09-13"};
  const auto rows_of = [&](const char* sentence) {
    const Said blame{.sentence = sentence,
                     .type = "ACCUSE",
                     .cameo = "112",
                     .sources = {{.name = "Anna Berg", .country = "SWE"}},
                     .targets = {front},
                     .date = "2011-09-14"};
    return ask(store_of({attack, blame}), "who attacked the Swedish embassy").rows;
  };
  const auto rows = rows_of("Anna Berg *blamed* that attack on the Red Front.");
  REQUIRE(rows.size() == 2);
  CHECK(rows[1].section == "blamed");
  CHECK(rows[1].cells[3] == "Red Front");
  CHECK(rows_of("Anna Berg *blamed* high prices on the Red Front.").size() == 1);
  CHECK(rows_of("Anna Berg *accused* the Red Front of another attack.").size() == 1);
}

TEST_CASE("what people say in passing is put into the words of the grammar", "[query][typed]") {
  const Store store = test::crisis_store();
  struct Row {
    const char* question;
    const char* understood;
  };
  const auto row = GENERATE(values<Row>({
      {"what's going on in Pakistan", "timeline() status=happened place=\"Pakistan\""},
      {"what has been happening in 2011", "timeline() window=2011-01-01/2011-12-31"},
      {"who has been talking to Munter", "who(Cameron Munter) type=CONSULT"},
      {"who is accusing Pakistan", "who(Pakistan) type=ACCUSE"},
      {"who has met Munter", "who(Cameron Munter) type=CONSULT"},
      {"who got attacked", "who() type=ASSAULT"},
      {"where has Petraeus been", "where(David Petraeus) type=CONSULT code=042"},
      {"how many people died in 2011", "toll() type=ASSAULT window=2011-01-01/2011-12-31"},
      {"which militants attacked \"US embassy in Kabul\"", "who(US embassy in Kabul) type=ASSAULT"},
      {"what agreements did Pakistan sign", "what(Pakistan) type=AGREE"},
      {"who resigned", "who() type=CONCEDE code=083"},
      {"list of meetings of Munter", "timeline(Cameron Munter) type=CONSULT"},
      {"tell me about Munter", "show(Cameron Munter)"},
      {"how many militants were killed by Pakistan", "toll(Pakistan) type=ASSAULT"},
      {"how many \"militants\" were killed by Pakistan", "toll(militants, Pakistan) type=ASSAULT"},
      {"peace talks in 2011", "timeline() type=CONSULT window=2011-01-01/2011-12-31"},
      {"relations between Munter and Bashir", "timeline(Cameron Munter, Salman Bashir)"},
      {"deadliest attacks in 2011",
       "timeline() type=ASSAULT window=2011-01-01/2011-12-31 status=happened sort=killed-desc"},
  }));
  CAPTURE(row.question);
  CHECK_THAT(understood(store, row.question), Catch::Matchers::StartsWith(row.understood));
}

TEST_CASE("the deadliest attack comes first", "[query][typed]") {
  const auto attack = [](const char* day, double killed) {
    return test::Said{.sentence = "Gunmen *attacked* the town.",
                      .type = "ASSAULT",
                      .cameo = "190",
                      .sources = {{.name = "Red Front", .kind = ActorKind::armed_group}},
                      .date = day,
                      .counts = {{.what = "killed", .value = killed, .words = {}}}};
  };
  const Store store =
      store_of({attack("2011-09-01", 3), attack("2011-09-05", 40), attack("2011-09-09", 7)});
  const auto rows = ask(store, "deadliest attacks").rows;
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].cells[0] == "2011-09-05");
  CHECK(rows[2].cells[0] == "2011-09-01");
}

TEST_CASE("a misspelt name is answered for the one that it can only mean", "[query][typed]") {
  const Store store = test::crisis_store();
  struct Row {
    const char* question;
    const char* understood;
  };
  const auto row = GENERATE(values<Row>({
      {"who met Munterr", "who(Cameron Munter for \"Munterr\")"},
      {"events of Petreaus", "timeline(David Petraeus for \"Petreaus\")"},
      {"events of Hilary Clinten", "timeline(Hillary Clinton for \"Hilary Clinten\")"},
      {"did Petreaus meet Munterr",
       "did(David Petraeus for \"Petreaus\", Cameron Munter for \"Munterr\")"},
  }));
  CAPTURE(row.question);
  const Answer answer = ask(store, row.question);
  CHECK_THAT(answer.understood, Catch::Matchers::StartsWith(row.understood));
  REQUIRE_FALSE(answer.notes.empty());
  CHECK_THAT(answer.notes.front(), Catch::Matchers::StartsWith("no actor is called \""));
}

TEST_CASE("a name that may be several, or too unlike, is not guessed", "[query][typed]") {
  const Store store = test::crisis_store();
  const auto* question = GENERATE("events of Haqani", "events of Munterry", "events of Bonaparte");
  CAPTURE(question);
  CHECK_THROWS_WITH(ask(store, question), Catch::Matchers::Contains("no actor is called"));
}

TEST_CASE("of two who fit, one who is known far better is meant", "[query][typed]") {
  const auto store_of = [](int meetings) {
    Store store = Store::in_memory();
    std::vector<Facts> all;
    for (int i = 0; i < meetings; ++i)
      all.push_back(make_facts("George Bush met Ann, time " + std::to_string(i) + ".",
                               "a" + std::to_string(i)));
    all.push_back(make_facts("Laura Bush met Bo.", "b"));
    for (Facts& facts : all) {
      const bool laura = facts.article.text.starts_with("Laura");
      facts.actors[0].name = laura ? "Laura Bush" : "George Bush";
      const ActorId was = facts.actors[0].id;
      facts.actors[0].id = actor_id(facts.actors[0].kind, facts.actors[0].name);
      for (Participant& each : facts.mentions[0].participants)
        if (each.actor == was) each.actor = facts.actors[0].id;
      store.add(facts);
    }
    store.set_graph(make_graph(all), {});
    return store;
  };
  const Answer answer = ask(store_of(30), "timeline of Bush");
  CHECK(answer.understood.find("George Bush") != std::string::npos);
  REQUIRE_FALSE(answer.notes.empty());
  CHECK(answer.notes.back().find("Laura Bush") != std::string::npos);
  CHECK_THROWS_WITH(ask(store_of(5), "timeline of Bush"), Catch::Matchers::Contains("may be"));
}

}  // namespace
}  // namespace annals
