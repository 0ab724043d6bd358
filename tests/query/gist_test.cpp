// Questions that fit no form: taken apart, and put into one.

#include <catch2/catch.hpp>

#include "query/follow_up.h"
#include "query/parse.h"
#include "query/verbs.h"
#include "tests/query/crisis.h"

namespace annals {
namespace {

using Catch::Contains;

std::string understood(const Store& store, const char* question) {
  const AskOptions options{.today = date::sys_days{date::year{2020} / 5 / 1}};
  return ask(store, question, options).understood;
}

TEST_CASE("the gist of a question is put into the grammar", "[query][gist]") {
  const Store store = test::crisis_store();
  struct Row {
    const char* question;
    const char* understood;
  };
  const auto row = GENERATE(values<Row>({
      // who, in the passive, from elsewhere in the line
      {"by whom was Pakistan accused?", "who(Pakistan) type=ACCUSE status=happened"},
      {"Pakistan accused by whom", "who(Pakistan) type=ACCUSE status=happened"},
      {"From whom did Pakistan receive aid?", "who(Pakistan) type=AID status=happened"},
      {"Does anyone know who accused Pakistan, and when?", "who(Pakistan) type=ACCUSE"},
      {"attacks on Pakistan condemned by whom",
       "who() type=ACCUSE code=111 status=happened about=\"attacks Pakistan\""},
      {"anyone who met Munter", "who(Cameron Munter) type=CONSULT"},
      {"which country was accused most often by Mullen",
       "top(Mike Mullen) type=ACCUSE status=happened by=country"},
      {"Who had contact with both Kayani and Clinton?", "contacts(Ashfaq Kayani, Hillary Clinton)"},
      {"who besides Mullen accused Pakistan", "who(Pakistan) type=ACCUSE status=happened except="},
      // whether, when, how often
      {"Didn't Kayani cancel a trip to London?",
       "did(Ashfaq Kayani) type=CONSULT code=042.. status=cancelled about=\"London\""},
      {"how often was Pakistan accused", "count(Pakistan) type=ACCUSE"},
      {"Munter met Bashir - how often and when?", "count(Cameron Munter, Salman Bashir)"},
      {"when exactly did Munter sit down with Bashir", "when(Cameron Munter, Salman Bashir)"},
      // lists
      {"Find me every meeting Munter had in 2011.",
       "timeline(Cameron Munter) type=CONSULT code=04.. window=2011-01-01/2011-12-31"},
      {"what's the last thing Meng Jianzhu did",
       "what(Meng Jianzhu) status=happened sort=date-desc limit=1"},
      {"What are Mullen's last three statements?",
       "said(Mike Mullen) status=all sort=date-desc limit=3"},
      {"has Mullen said anything about Pakistan",
       "said(Mike Mullen) status=all about=\"Pakistan\""},
      {"attacks blamed on Haqqani network",
       "deeds(Haqqani network) type=ASSAULT status=happened,alleged"},
      {"How did Munter get connected to Petraeus?", "path(Cameron Munter, David Petraeus)"},
      {"was the attack condemned by Pakistan",
       "did(Pakistan) type=ACCUSE code=111 status=happened about=\"attack\""},
      {"has Pakistan been accused by anyone of a double game", "did(Pakistan) type=ACCUSE"},
      {"Did anybody accuse Pakistan?", "who(Pakistan) type=ACCUSE"},
      {"When and where was Pakistan accused?", "when(Pakistan) type=ACCUSE"},
      {"Give me a chronology of Munter", "timeline(Cameron Munter) status=happened"},
      {"Accusations made against Pakistan by Mullen", "deeds(Pakistan, Mike Mullen) type=ACCUSE"},
      {"Can you connect Munter to Petraeus in three steps?",
       "path(Cameron Munter, David Petraeus)"},
      {"whose backing did Mullen accuse",
       "whom(Mike Mullen) type=ACCUSE status=happened about=\"backing\""},
      {"Has anything been reported about Munter since 2011?",
       "timeline(Cameron Munter) window=2011-01-01/.. "},
      {"the ten most recent meetings of Munter",
       "timeline(Cameron Munter) type=CONSULT code=04.. status=happened sort=date-desc limit=10"},
      {"how many militants did Pakistan kill in 2011", "toll("},
      {"what was Munter doing in 2011", "what(Cameron Munter) window=2011-01-01/2011-12-31"},
      {"The five actors most often accused by Mullen",
       "top(Mike Mullen) type=ACCUSE status=happened limit=5"},
      // a country's people and bodies; a slip of the pen; things beside names
      {"Pakistani attacks on Haqqani network in 2011",
       "deeds(Pakistan, Haqqani network) with=people type=ASSAULT window="},
      {"how many American meetings", "count(United States) with=people type=CONSULT"},
      {"who tried to assasinate Munter", "who(Cameron Munter) type=ASSAULT"},
      {"metings of Munter", "timeline(Cameron Munter) type=CONSULT"},
      {"did Pakistan ever promise money to Haqqani network",
       "did(Pakistan, Haqqani network) type=AGREE code=030 status=happened about=\"money\""},
      {"how often did Munter meet on Pakistan",
       "count(Cameron Munter) type=CONSULT code=04.. status=happened about=\"Pakistan\""},
      {"who called on Pakistan to act", "who(Pakistan) type=REQUEST"},
      {"who accused whom of what", "who() type=ACCUSE status=happened"},
      {"meetings in september and october 2011",
       "timeline() type=CONSULT code=04.. window=2011-09-01/2011-10-31"},
      {"when did Munter die", "when(Cameron Munter) type=ASSAULT word=die"},
      {"who died in 2011", "who() type=ASSAULT word=die"},
      {"most active armed groups", "top() status=happened by=groups"},
      {"top 5 countries criticising Pakistan", "top(Pakistan) type=ACCUSE code=111"},
      // times beside others
      {"attacks in 2010 and 2011", "timeline() type=ASSAULT window=2010-01-01/2011-12-31"},
      {"attacks, aug-sept 2011", "timeline() type=ASSAULT window=2011-08-01/2011-09-30"},
      {"what happened the week before 2011-09-26", "timeline() window=2011-09-19/2011-09-25"},
      {"who met whom three months after september 2011",
       "who() type=CONSULT code=04.. window=2011-10-01/2011-12-29"},
      {"attacks at the beginning of September 2011",
       "timeline() type=ASSAULT window=2011-09-01/2011-09-10"},
  }));
  CAPTURE(row.question);
  CHECK_THAT(understood(store, row.question), Catch::Matchers::StartsWith(row.understood));
}

TEST_CASE("a question in free words is told as it was read", "[query][gist]") {
  const Store store = test::crisis_store();
  const Answer answer = ask(store, "by whom was Pakistan accused of a double game?");
  REQUIRE_FALSE(answer.notes.empty());
  CHECK(answer.notes.front() == "this is read as: who accused \"Pakistan\"");
  CHECK(answer.notes[1] == "\"double game\" is looked for in the sentences");
  // no sentence speaks of it: what there is without it stands apart
  REQUIRE_FALSE(answer.rows.empty());
  CHECK(answer.rows[0].section == "without \"double game\"");
}

TEST_CASE("what no question can ask for is refused with what can be asked", "[query][gist]") {
  const Store store = test::crisis_store();
  struct Row {
    const char* question;
    const char* message;
  };
  const auto row = GENERATE(values<Row>({
      {"How long did the talks of Munter last?", "how long something lasted is not told"},
      {"why did Mullen accuse Pakistan", "reasons are no part of an event"},
      {"events where neither Munter nor Bashir took part", "what did not happen cannot be asked"},
      {"meetings that lasted more than 10 hours", "numbers can be asked for of those killed"},
      {"did Munter or Bashir meet Petraeus", "one or the other cannot be asked for at once"},
      {"did Munter and Bashir meet Petraeus", "no more than two names fit in one question"},
      {"was Bonaparte accused", "no actor is called \"Bonaparte\""},
      {"who could have attacked Pakistan", "what could have been is asked so"},
      {"who wasn't invited to the talks", "what did not happen cannot be asked"},
      {"how much aid did Pakistan get", "amounts of money and goods are not added up"},
      {"who met whom between the test and the row", "what lies between two events is asked for"},
      {"number of American attacks vs Pakistani attacks", "cannot be compared in one question"},
      {"When was Munter attacked and when was Munter accused?", "these are two questions"},
  }));
  CAPTURE(row.question);
  CHECK_THROWS_WITH(ask(store, row.question), Contains(row.message));
}

TEST_CASE("a question may lean on the one before", "[query][gist]") {
  const Store store = test::crisis_store();
  const AskOptions options{.today = date::sys_days{date::year{2020} / 5 / 1}};
  const auto after = [&](const char* first, const char* second) {
    const Request before = parse_request(store, first, options);
    return format_understood(parse_follow_up(store, second, options, before).request);
  };
  CHECK_THAT(after("who met Munter", "when did he meet Bashir"),
             Catch::Matchers::StartsWith("when(Cameron Munter, Salman Bashir)"));
  CHECK_THAT(after("did Munter meet Bashir", "how often did they meet"),
             Catch::Matchers::StartsWith("count(Cameron Munter, Salman Bashir)"));
  CHECK_THAT(after("who met Munter in 2010", "and in 2011?"),
             Catch::Matchers::StartsWith("who(Cameron Munter) type=CONSULT code=04.. "
                                         "window=2011-01-01/2011-12-31"));
  CHECK_THAT(after("who met Munter in 2011", "what about Bashir?"),
             Catch::Matchers::StartsWith("who(Salman Bashir) type=CONSULT code=04.. "
                                         "window=2011-01-01/2011-12-31"));
  CHECK_THAT(after("who met Munter in 2011-09", "and june?"),
             Catch::Matchers::StartsWith("who(Cameron Munter) type=CONSULT code=04.. "
                                         "window=2011-06-01/2011-06-30"));
  CHECK_THAT(after("did Munter meet Bashir", "who else?"),
             Catch::Matchers::StartsWith("whom(Cameron Munter) type=CONSULT code=04.. "
                                         "status=happened except=\"Salman Bashir\""));
  CHECK_THAT(after("who met Munter", "except Bashir?"), Contains("except=\"Salman Bashir\""));
  CHECK_THROWS_WITH(after("who met Munter", "who else?"), Contains("holds all"));
  CHECK_THAT(after("who met Munter", "who accused Pakistan"),
             Catch::Matchers::StartsWith("who(Pakistan)"));
  CHECK_THROWS_WITH(after("did Munter meet Bashir", "what did he say"),
                    Contains("\"he\" may be Cameron Munter or Salman Bashir"));
  CHECK_THROWS_WITH(ask(store, "when did they meet"), Contains("whom is meant by \"they\""));
}

}  // namespace
}  // namespace annals
