// Questions as people type them: without years, with wants and owners, about things that nobody is
// called.

#include <catch2/catch.hpp>

#include "link/link.h"
#include "query/parse.h"
#include "query/request.h"
#include "query/verbs.h"
#include "tests/query/crisis.h"
#include "tests/support/facts_maker.h"
#include "tests/support/link_words.h"
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
  link_store(store, test::link_words());
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
      {"which meetings were planned for July 2012",
       "timeline() type=CONSULT code=04.. window=2012-07-01/2012-07-31 status=planned"},
      {"which trips were postponed", "timeline() type=CONSULT code=042.. status=cancelled"},
      {"what attacks took place in 2011", "timeline() type=ASSAULT window=2011"},
      {"the number of attacks by Pakistan", "count(Pakistan) type=ASSAULT"},
      {"attacks per month in 2011", "count() type=ASSAULT window=2011-01-01/2011-12-31"},
      {"who were the most active actors in 2011", "top() window=2011"},
      {"who are the common contacts of Munter and Petraeus", "contacts(Cameron Munter, David"},
      {"when was the first attack on Pakistan", "first(Pakistan) type=ASSAULT"},
      {"the last time Munter met Bashir", "last(Cameron Munter, Salman Bashir) type=CONSULT"},
      {"what links Munter to Petraeus", "path(Cameron Munter, David Petraeus)"},
      {"what has Pakistan denied", "what(Pakistan) type=REJECT status=happened"},
      {"according to Reuters, who met Munter", "who(Cameron Munter) type=CONSULT"},
      {"events reported by Reuters about Munter",
       "timeline(Cameron Munter) status=happened source="},
      {"where was Petraeus in 2012", "where(David Petraeus) window=2012"},
      {"which cities did Petraeus visit", "where(David Petraeus) type=CONSULT code=042"},
      {"was Munter attacked", "did(Cameron Munter) type=ASSAULT"},
      {"what did Munter announce", "said(Cameron Munter)"},
      {"what did Admiral Mullen say", "said(Mike Mullen)"},
      {"which countries accused Pakistan",
       "who(Pakistan) type=ACCUSE status=happened by=countries"},
      {"how many were killed in the embassy attack",
       "toll() type=ASSAULT status=happened about=\"embassy attack\""},
      {"when did Meng arrive in Islamabad", "when(Meng Jianzhu) type=CONSULT code=042"},
      {"attacks carried out by Haqqani network", "deeds(Haqqani network) type=ASSAULT"},
      {"which ministers resigned", "who() type=CONCEDE code=083 status=happened by=ministers"},
      {"most active people in 2011",
       "top() window=2011-01-01/2011-12-31 status=happened by=people"},
      {"who are Munter's contacts", "pairs(Cameron Munter)"},
      {"what was said about drones by Rehman Malik", "said(Rehman Malik) status=all about="},
      {"who was expelled from Pakistan", "whom(Pakistan) type=SANCTION"},
      {"what did Mike Mullen demand from Pakistan", "what(Mike Mullen, Pakistan) type=REQUEST"},
      {"who opposed Pakistan", "who(Pakistan) type=REJECT"},
      {"who condemned the attack in Kabul",
       "who() type=ACCUSE code=111 status=happened about=\"attack\" place=\"Kabul\""},
      {"who opposed sanctions against Pakistan",
       "who() type=REJECT status=happened about=\"sanctions against Pakistan\""},
      {"has Munter spoken to Bashir", "did(Cameron Munter, Salman Bashir) type=CONSULT"},
      {"is there any link between Munter and Petraeus", "path(Cameron Munter, David Petraeus)"},
      {"who was accused of supporting Haqqani network", "accused(Haqqani network) type=ACCUSE"},
      {"top 3 countries by events", "top() status=happened by=countries per=events"},
      {"last attack by Haqqani network", "last(Haqqani network) type=ASSAULT"},
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

TEST_CASE("what is typed as in a telegram is written out", "[query][typed]") {
  const Store store = test::crisis_store();
  struct Row {
    const char* question;
    const char* understood;
  };
  const auto row = GENERATE(values<Row>({
      // the whole chronology
      {"timeline", "timeline() status=happened"},
      {"timeline all", "timeline() status=all"},
      {"chronology 2011", "timeline() window=2011-01-01/2011-12-31"},
      // names alone, beside each other, misspelt, with what is told of them
      {"Munter Bashir", "timeline(Cameron Munter, Salman Bashir) status=happened"},
      {"Munter & Bashir", "timeline(Cameron Munter, Salman Bashir) status=happened"},
      {"Petreus Bashir meetings", "timeline(Salman Bashir, David Petraeus for \"Petreus\")"},
      {"Munter in 2011", "timeline(Cameron Munter) window=2011-01-01/2011-12-31"},
      {"Munter", "show(Cameron Munter)"},
      {"Munter row", "timeline(Cameron Munter) status=happened about=\"row\""},
      // who did it to whom without a word for asking
      {"US accusations against Pakistan", "deeds(United States, Pakistan) type=ACCUSE"},
      {"militants killed by Pakistan", "deeds(militants, Pakistan) type=ASSAULT"},
      {"which militants were killed by Pakistan", "deeds(militants, Pakistan) type=ASSAULT"},
      {"Mullen accused whom", "what(Mike Mullen) type=ACCUSE"},
      {"what was agreed in 2011", "timeline() type=AGREE window=2011-01-01/2011-12-31"},
      {"Mullen's last statement", "said(Mike Mullen) status=all sort=date-desc limit=1"},
      {"Munter's last meeting", "last(Cameron Munter) type=CONSULT"},
      {"Mullen statements on Pakistan", "said(Mike Mullen) status=all about=\"Pakistan\""},
      // times
      {"Munter meetings 2010-2012",
       "timeline(Cameron Munter) type=CONSULT code=04.. window=2010-01-01/2012-12-31"},
      {"who met Bashir in september '11",
       "who(Salman Bashir) type=CONSULT code=04.. "
       "window=2011-09-01/2011-09-30"},
      {"attacks in Kabul the week of 2011-09-13",
       "timeline() type=ASSAULT window=2011-09-12/2011-09-18 status=happened place=\"Kabul\""},
      // status
      {"meetings called off", "timeline() type=CONSULT code=04.. status=cancelled"},
      {"trips of Kayani that were cancelled or postponed",
       "timeline(Ashfaq Kayani) type=CONSULT code=042.. status=cancelled"},
      // who else
      {"countries that accused Pakistan", "who(Pakistan) type=ACCUSE status=happened by=countries"},
      {"who first met Bashir", "who(Salman Bashir) type=CONSULT code=04.. status=happened limit=1"},
      {"who denied supporting the Haqqani network",
       "accused(Haqqani network) type=REJECT type=SUPPORT"},
      {"who called for new elections",
       "who() type=REQUEST status=happened about=\"new elections\""},
      // who it was is said first, with a pronoun behind it; two names in one word
      {"Mullen, who did he accuse", "whom(Mike Mullen) type=ACCUSE"},
      {"Munter-Bashir meetings", "timeline(Salman Bashir, Cameron Munter) type=CONSULT"},
      {"Munter meetings, september 1 to september 27 2011",
       "timeline(Cameron Munter) type=CONSULT code=04.. window=2011-09-01/2011-09-27"},
      {"what happened on 3-5 June 2011", "timeline() window=2011-06-03/2011-06-05"},
      {"who met Bashir most recently",
       "who(Salman Bashir) type=CONSULT code=04.. status=happened sort=date-desc limit=1"},
      {"Munter Bashir last meeting", "last(Salman Bashir, Cameron Munter) type=CONSULT"},
      {"Kayani's plans for september 2011",
       "timeline(Ashfaq Kayani) window=2011-09-01/2011-09-30 status=planned"},
      {"meetings declared by Munter", "deeds(Cameron Munter) type=CONSULT"},
      {"attacks reported by VOA only, not by Reuters",
       "timeline() type=ASSAULT status=happened source=\"VOA\" not-source=\"Reuters\""},
      // numbers
      {"how many soldiers died", "toll() type=ASSAULT status=happened about=\"soldiers\""},
      {"how many died in drone strikes", "toll() type=ASSAULT status=happened about=\"drone\""},
      {"how many attacks and meetings in 2011", "count() type=ASSAULT type=CONSULT"},
      {"busiest month of 2011", "count() window=2011-01-01/2011-12-31 status=happened per=month"},
      {"which week had the most attacks", "count() type=ASSAULT status=happened per=week"},
      {"top 3 actors by number of meetings", "top() type=CONSULT"},
  }));
  CAPTURE(row.question);
  CHECK_THAT(understood(store, row.question), Catch::Matchers::StartsWith(row.understood));
}

TEST_CASE("one of many is no misspelling of a body's name", "[query][typed]") {
  using test::Said;
  const Store store =
      store_of({Said{.sentence = "The General Council *met* Anna Berg.",
                     .type = "CONSULT",
                     .cameo = "040",
                     .others = {{.name = "General Council", .kind = ActorKind::organization},
                                {.name = "Anna Berg"}},
                     .date = "2011-09-14"}});
  CHECK_THROWS_WITH(ask(store, "who met generals"),
                    Catch::Matchers::Contains("no actor is called"));
  CHECK(ask(store, "who met the Genral Council").rows.size() == 1);
}

TEST_CASE("who did most of a kind, and whom most befell", "[query][typed]") {
  using test::Said;
  const auto attack = [](const char* by, const char* on, const char* day) {
    return Said{.sentence = std::string(by) + " *attacked* " + on + ".",
                .type = "ASSAULT",
                .cameo = "190",
                .sources = {{.name = by, .kind = ActorKind::country}},
                .targets = {{.name = on, .kind = ActorKind::country}},
                .date = day,
                .place = std::string_view(on) == "Norway" ? "Oslo" : "Malmo"};
  };
  const Store store =
      store_of({attack("Sweden", "Norway", "2011-09-01"), attack("Sweden", "Norway", "2011-09-08"),
                attack("Denmark", "Sweden", "2011-09-09")});
  const auto first = [&](const char* question) {
    const Answer answer = ask(store, question);
    return answer.rows.at(0).cells[1] + " " + answer.rows.at(0).cells[2];
  };
  CHECK(first("who attacked most") == "Sweden 2");
  CHECK(first("who was attacked most often") == "Norway 2");
  CHECK(first("top 2 countries by number of attacks") == "Sweden 3");
  const Answer weeks = ask(store, "most violent week of 2011");
  REQUIRE(weeks.rows.size() == 2);
  CHECK(weeks.rows[0].cells[0] == "2011-09-05/2011-09-11");
  CHECK(weeks.rows[0].cells[1] == "2");
  // several places, several words
  CHECK(ask(store, "attacks in Oslo or Malmo").rows.size() == 3);
  CHECK(ask(store, "attacks about Denmark or Norway").rows.size() == 3);
  CHECK(ask(store, "attacks in Oslo").rows.size() == 2);
  CHECK(ask(store, "attacks or raids").understood == "timeline() type=ASSAULT status=happened");
  // what was done to whom, the passive turned round
  CHECK(ask(store, "Sweden attacked Norway").rows.size() == 2);
  CHECK(ask(store, "Sweden attacked by Denmark").rows.size() == 1);
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
  const auto store_of = [](int meetings, const std::string& other = "Laura Bush") {
    Store store = Store::in_memory();
    std::vector<Facts> all;
    for (int i = 0; i < meetings; ++i)
      all.push_back(make_facts("George Bush met Ann, time " + std::to_string(i) + ".",
                               "a" + std::to_string(i)));
    all.push_back(make_facts("Laura Bush met Bo.", "b"));
    for (Facts& facts : all) {
      const bool laura = facts.article.text.starts_with("Laura");
      facts.actors[0].name = laura ? other : "George Bush";
      if (!laura && other == "Bush") facts.actors[0].aliases = {"Bush"};
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
  // a bare "Bush" of whom no more is known is no other
  CHECK_THAT(ask(store_of(30, "Bush"), "timeline of Bush").understood,
             Catch::Matchers::Contains("George Bush"));
}

/// Two presidents of one country, one after the other, and what each did.
Store two_presidents() {
  using test::Said;
  using test::Who;
  const auto president = [](const char* name, int from, int to) {
    return Who{.name = name,
               .kind = ActorKind::person,
               .country = "CHN",
               .roles = {{.title = "Chinese president",
                          .code = "CHNGOV",
                          .seen = {.first = date::sys_days{date::year{from} / 3 / 1},
                                   .last = date::sys_days{date::year{to} / 3 / 1},
                                   .precision = Precision::interval}}}};
  };
  const Who host{.name = "Anna Berg", .country = "SWE"};
  const auto met = [&](const Who& who, const char* day) {
    return Said{.sentence = who.name + " *met* Anna Berg.",
                .type = "CONSULT",
                .cameo = "040",
                .others = {who, host},
                .date = day};
  };
  return store_of({met(president("Jiang Zemin", 1993, 2003), "1997-04-02"),
                   met(president("Hu Jintao", 2003, 2013), "2006-04-03")});
}

TEST_CASE("an office is who held it in the time that is asked for", "[query][typed]") {
  const Store store = two_presidents();
  const auto who = [&](const std::string& question) {
    return ask(store, question).understood.substr(0, 40);
  };
  CHECK(who("who met the Chinese president in 2006").starts_with("who(Hu Jintao)"));
  CHECK(who("whom did the Chinese president meet in 1997").starts_with("whom(Jiang Zemin)"));
  CHECK_THROWS_WITH(ask(store, "who met the Chinese president"),
                    Catch::Matchers::Contains("Jiang Zemin (1993-03-01/2003-03-01)") &&
                        Catch::Matchers::Contains("or say when"));
  const Answer answer = ask(store, "who met the Chinese president in 2006");
  REQUIRE_FALSE(answer.notes.empty());
  CHECK(answer.notes.front() ==
        "\"the Chinese president\" is Hu Jintao here: Chinese president (2003-03-01/2013-03-01)");
}

TEST_CASE("nobody in particular joins nobody", "[query][typed]") {
  using test::Said;
  using test::Who;
  const Who anna{.name = "Anna Berg", .country = "SWE"};
  const Who omar{.name = "Omar Said", .country = "EGY"};
  const auto met = [](const Who& a, const Who& b, const char* day) {
    return Said{.sentence = a.name + " *met* " + b.name + ".",
                .type = "CONSULT",
                .cameo = "040",
                .others = {a, b},
                .date = day};
  };
  const auto rows = [&](const Who& between, const char* question) {
    const Store store =
        store_of({met(anna, between, "2011-09-13"), met(between, omar, "2011-09-14")});
    return ask(store, question).rows.size();
  };
  const Who police{.name = "police", .kind = ActorKind::role_group};
  const Who swedes{.name = "Swedish police", .kind = ActorKind::role_group, .country = "SWE"};
  const auto* const path = "path from Anna Berg to Omar Said";
  const auto* const chain = "chain from Anna Berg to Omar Said";
  CHECK(rows(police, path) == 0);
  CHECK(rows(swedes, path) == 2);
  CHECK(rows({.name = "Unspecified Actor", .country = "SWE"}, path) == 0);
  CHECK(rows(police, chain) == 0);
  CHECK(rows(swedes, chain) == 2);
  CHECK(rows(police, "common contacts of Anna Berg and Omar Said") == 0);
  CHECK(rows(police, "path from Anna Berg to police") == 1);
  const Store alone = store_of({met(anna, police, "2011-09-13")});
  const Answer reached = ask(alone, "whom could Anna Berg have told");
  CHECK(reached.rows.empty());
  REQUIRE_FALSE(reached.notes.empty());
  CHECK(reached.notes.front().find("Anna Berg shared no dated event") != std::string::npos);
}

TEST_CASE("a country stands for its people when nothing is told of itself", "[query][typed]") {
  using test::Said;
  const Store store =
      store_of({Said{.sentence = "Anna Berg *met* Omar Said in Malmo.",
                     .type = "CONSULT",
                     .cameo = "040",
                     .others = {{.name = "Anna Berg", .country = "SWE"},
                                {.name = "Omar Said", .country = "EGY"}},
                     .date = "2011-09-13"},
                Said{.sentence = "Sweden *accused* Egypt.",
                     .type = "ACCUSE",
                     .cameo = "112",
                     .sources = {{.name = "Sweden", .kind = ActorKind::country, .country = "SWE"}},
                     .targets = {{.name = "Egypt", .kind = ActorKind::country, .country = "EGY"}},
                     .date = "2011-09-13"}});
  const Answer met = ask(store, "when did Sweden and Egypt meet");
  REQUIRE(met.rows.size() == 1);
  CHECK(met.rows[0].section == "by or to people and bodies of Sweden and Egypt");
  const Answer there = ask(store, "meetings in Malmo");
  REQUIRE(there.rows.size() == 1);
  CHECK(there.rows[0].section == "the sentence also names Malmo");
  CHECK(ask(store, "who accused Egypt").rows[0].section.empty());
}

TEST_CASE("which actors of a kind did it", "[query][typed]") {
  using test::Said;
  const auto accused = [](const char* name, ActorKind kind, const char* day) {
    return Said{.sentence = std::string(name) + " *accused* Egypt.",
                .type = "ACCUSE",
                .cameo = "112",
                .sources = {{.name = name, .kind = kind, .country = "SWE"}},
                .targets = {{.name = "Egypt", .kind = ActorKind::country, .country = "EGY"}},
                .date = day};
  };
  const Store store = store_of({accused("Sweden", ActorKind::country, "2011-09-13"),
                                accused("Red Front", ActorKind::armed_group, "2011-09-14")});
  CHECK(ask(store, "who accused Egypt").rows.size() == 2);
  const Answer countries = ask(store, "which countries accused Egypt");
  REQUIRE(countries.rows.size() == 1);
  CHECK(countries.rows[0].cells[1] == "Sweden");
  CHECK(ask(store, "which groups accused Egypt").rows.at(0).cells[1] == "Red Front");
  CHECK(ask(store, "which ministers accused Egypt").rows.empty());
}

TEST_CASE("an event may be told in words", "[query][typed]") {
  using test::Said;
  const auto killed = [](const char* name, const char* date) {
    return Said{.sentence = "Gunmen *killed* " + std::string(name) + ".",
                .type = "ASSAULT",
                .cameo = "1823",
                .targets = {{.name = name, .country = "EGY"}},
                .date = date,
                .place = "Cairo",
                .place_country = "EGY"};
  };
  const Said later{.sentence = "Anna Berg *met* Bo Day.",
                   .type = "CONSULT",
                   .cameo = "040",
                   .others = {{.name = "Anna Berg", .country = "SWE"}, {.name = "Bo Day"}},
                   .date = "2011-09-14"};
  const Store store = store_of({killed("Omar Said", "2011-09-13"), later});
  for (const auto* question :
       {"what happened after the killing of Omar Said", "what happened after the Omar Said killing",
        "what happened after the killing in Cairo"}) {
    CAPTURE(question);
    const Answer answer = ask(store, question);
    CHECK(answer.understood.starts_with("timeline() window=2011-09-13/.."));
    REQUIRE_FALSE(answer.notes.empty());
    CHECK(answer.notes.front().find("2011-09-13 somebody killed Omar Said") != std::string::npos);
  }
  CHECK(ask(store, "sources for the killing of Omar Said").verb == "sources");
  CHECK_THROWS_WITH(ask(store, "what happened after the killing of Anna Berg"),
                    Catch::Matchers::Contains("this is no time"));
  const Store two = store_of({killed("Omar Said", "2011-09-01"), killed("Ali Nur", "2011-09-13")});
  CHECK_THROWS_WITH(ask(two, "what happened after the killing in Cairo"),
                    Catch::Matchers::Contains("may be one of 2 events") &&
                        Catch::Matchers::Contains("somebody killed Ali Nur"));
}

TEST_CASE("an outlet may be an actor too", "[query][typed]") {
  using test::Said;
  const Store store =
      store_of({Said{.sentence = "Wire *met* Anna Berg.",
                     .type = "CONSULT",
                     .cameo = "040",
                     .others = {{.name = "Wire", .kind = ActorKind::organization, .code = "SWEBUS"},
                                {.name = "Anna Berg"}},
                     .date = "2011-09-14"}});
  CHECK_THAT(understood(store, "meetings not by Wire"),
             Catch::Matchers::EndsWith("not-source=\"Wire\""));
}

TEST_CASE("what is left out is told in one line", "[query][typed]") {
  const auto notes = ask(test::crisis_store(), "timeline").notes;
  REQUIRE(notes.size() == 1);
  CHECK_THAT(notes.front(), Catch::Matchers::Contains("1 cancelled, ") &&
                                Catch::Matchers::Contains(" events are left out; add `all`"));
}

TEST_CASE("what is told of a country's people is no contradiction", "[query][typed]") {
  using test::Said;
  const Store store = store_of(
      {Said{.sentence = "U.S. troops *killed* Omar Said.",
            .type = "ASSAULT",
            .cameo = "1823",
            .sources = {{.name = "U.S. troops", .kind = ActorKind::role_group, .country = "USA"}},
            .targets = {{.name = "Omar Said", .country = "EGY"}},
            .date = "2011-09-01"},
       Said{.sentence = "The United States *met* Omar Said.",
            .type = "CONSULT",
            .cameo = "040",
            .others = {{.name = "United States", .kind = ActorKind::country, .country = "USA"},
                       {.name = "Omar Said", .country = "EGY"}},
            .date = "2011-08-01"}});
  const Answer answer = ask(store, "was Omar Said killed by the United States");
  REQUIRE(answer.rows.size() == 1);
  CHECK(answer.rows[0].section == "by or to people and bodies of United States");
  CHECK(answer.notes.front().find("but of people and bodies of theirs") != std::string::npos);
}

}  // namespace
}  // namespace annals
