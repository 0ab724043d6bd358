#include <catch2/catch.hpp>

#include "query/request_json.h"
#include "query/verbs.h"
#include "tests/query/crisis.h"

namespace annals {
namespace {

using Catch::Contains;

TEST_CASE("what is not understood is answered with the word and a way out", "[query][errors]") {
  const Store store = test::crisis_store();
  struct Row {
    std::string question;
    const char* message;
  };
  const auto row = GENERATE(values<Row>({
      {"", "the question is empty; try: who met whom"},
      {"   ", "the question is empty"},
      {"\x01\x02", "the question is empty"},
      {"who met Munterry",
       "no actor is called \"Munterry\"; did you mean \"Cameron Munter\"?\n  who met Munterry\n    "
       "  "
       "    ^"},
      {"timeline of Haqqani",
       "\"Haqqani\" may be \"Haqqani network\" (armed_group, 2 events), \"Ibrahim Haqqani\""},
      {"timelin of Munter", "no question begins with \"timelin\"; did you mean \"timeline\"?"},
      {"xyzzy", "questions begin with: who"},
      {"timeline of",
       "the question stops early; write: timeline|chronology|history of [both] ACTOR"},
      {"how long was Munter held", "try: timeline of \"Munter\""},
      {"Munter vs Bashir, more threats or more meetings",
       "try: threats of \"Munter\" and \"Bashir\""},
      {"attacks not by Pakistan", "Pakistan is none; what others did cannot be asked for"},
      {"Munter met Bashir and Meng", "no more than two names fit in one question"},
      {"compare meetings and attacks", "two things cannot be compared in one question"},
      {"and then?", "no question begins with \"and\""},
      {"how many", "the question stops early; write: how many|count TYPE"},
      {"how many unicorns", "no event is called \"unicorns\""},
      {"who mett whom", "no event is called \"mett\"; did you mean \"met\"?"},
      {"who met whom in sepember 2011", "\"sepember 2011\" is no date"},
      {"who met \"\"", "these quotes hold no name"},
      {"who met whom in 1985-13", "\"1985-13\" is no date; write 1985, 1985-11 or 1985-11-19"},
      {"who met whom between 2011-09-30 and 2011-09-01", "the window ends before it begins"},
      {"who met whom before 2011-01-01 after 2012-01-01", "no day is left by this window"},
      {"who met \"Munter", "this quote is not closed"},
      {"who met whom limit lots", "\"lots\" is no number; write limit 10"},
      {"who met whom limit 0", "\"0\" is no number"},
      {"who met whom sort by colour", "sort by one of: date, sources, confidence, killed, wounded"},
      {"sources for E0000", "no event is called E0000"},
      {"what happened before E00000", "no event is called E00000"},
      {"who met whom in May", "\"May\" of which year?"},
      {"what happened since the attack",
       "this is no time, and no event is told so; write since a day"},
      {"what happened on 31 September 2011", "\"31\" is no date"},
      {"meetings within 30 days", "within 30 days of what?"},
      {std::string(1 << 20, 'x'), "at most 10000 are read"},
      {std::string(9000, 'x'), "no question begins with"},
  }));
  CAPTURE(row.question.substr(0, 80));
  CHECK_THROWS_WITH(ask(store, row.question), Contains(row.message));
  try {
    static_cast<void>(ask(store, row.question));
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::query);
  }
}

TEST_CASE("a thousand words are no trouble", "[query][errors]") {
  const Store store = test::crisis_store();
  std::string line = "path from";
  for (int i = 0; i < 600; ++i) line += " to and of in";
  CHECK_THROWS_AS(ask(store, line), Error);
}

TEST_CASE("relative words need a day to count from", "[query][errors]") {
  const Store store = test::crisis_store();
  CHECK_THROWS_WITH(ask(store, "what happened yesterday"),
                    Contains("does not fit") || Contains("needs a day"));
  CHECK_THROWS_WITH(ask(store, "what happened in last month"),
                    Contains("needs a day to count from"));
  const AskOptions today{.today = date::sys_days{date::year{2011} / 10 / 3}};
  CHECK(ask(store, "who met whom in last month", today).rows.size() == 3);
}

TEST_CASE("a request in JSON asks the same", "[query][json]") {
  const Store store = test::crisis_store();
  const Request request = parse_request_json(
      store, R"({"verb":"who","types":["met"],"from":"2011-09","to":"2011-09"})");
  const Answer answer = answer_request(store, request);
  CHECK(answer.rows == ask(store, "who met whom in September 2011").rows);
  CHECK(format_request_json(parse_request_json(store, format_request_json(request))) ==
        format_request_json(request));
}

TEST_CASE("a request in JSON that cannot be meant is refused", "[query][json]") {
  const Store store = test::crisis_store();
  const auto refused = [&](const char* json, const char* message) {
    CAPTURE(json);
    CHECK_THROWS_WITH(answer_request(store, parse_request_json(store, json)), Contains(message));
  };
  refused("", "no JSON object");
  refused("[1]", "no JSON object");
  refused(R"({"verb":"who","colour":1})", "there is no field \"colour\"");
  refused(R"({"verb":"dance"})", "no question is called \"dance\"; there are: who");
  refused(R"({"verb":"who","types":["zzz"]})", "no event is called \"zzz\"");
  refused(R"({"verb":"who","limit":-1})", "must be a whole number");
  refused(R"({"verb":"who","from":"2011-13"})", "is no date");
  refused(R"({"verb":"who","status":["maybe"]})", "is no status");
  refused(R"({"verb":"timeline","actors":["Nobody At All"]})", "no actor is called");
  refused(R"({"verb":"path","actors":["Munter"]})", "does not take 1 actors");
}

}  // namespace
}  // namespace annals
