// The questions that people ask, each with what the five articles of crisis.cpp answer.

#include <algorithm>

#include <catch2/catch.hpp>

#include "query/verbs.h"
#include "tests/query/crisis.h"

namespace annals {
namespace {

using Lines = std::vector<std::string>;

std::string line_of(const AnswerRow& row) {
  std::string line = row.section.empty() ? "" : "[" + row.section + "] ";
  for (const std::string& cell : row.cells) line += cell + " | ";
  return line + (row.certain ? "" : "possible");
}

/// The id of the event that the question's first row tells of.
std::string id_of(const Store& store, const char* question) {
  const Answer answer = ask(store, question);
  return display_id(answer.rows.at(0).event.value());
}

/// Every line holds its text, in the order of rows, and there are as many of both.
void check_lines(const Answer& answer, const Lines& lines) {
  CAPTURE(answer.question, answer.understood);
  for (std::size_t i = 0; i < std::min(lines.size(), answer.rows.size()); ++i) {
    CAPTURE(line_of(answer.rows[i]), lines[i]);
    CHECK(line_of(answer.rows[i]).find(lines[i]) != std::string::npos);
  }
  CHECK(answer.rows.size() == lines.size());
}

bool has_note(const Answer& answer, const std::string& text) {
  return std::any_of(answer.notes.begin(), answer.notes.end(),
                     [&](const std::string& note) { return note.find(text) != std::string::npos; });
}

TEST_CASE("everyday questions are answered", "[query][questions]") {
  const Store store = test::crisis_store();
  struct Row {
    const char* question;
    Lines lines;
    const char* note = "";
  };
  const std::vector<Row> rows = {
      {"actors like haqqani",
       {"Haqqani network | armed_group | AFG | 2", "Ibrahim Haqqani | person",
        "Siraj Haqqani | person"}},
      {"actors like Petreus", {"David Petraeus"}},
      {"show Munter",
       {"name | Cameron Munter", "kind | person", "also called | Munter", "country | USA",
        "code | USAGOV", "events | 1", "first event | 2011-09-26 Cameron Munter met Salman Bashir",
        "last event | 2011-09-26", "CONSULT | 1", "called Munter | "}},
      {"what happened on 2011-09-26",
       {"2011-09-19/2011-09-26 | Pakistan rejected Mike Mullen",
        "2011-09-26 | Cameron Munter met Salman Bashir",
        "2011-09-26 | Rehman Malik hosted Meng Jianzhu",
        "[planned] 2011-09-26/2011-10-02 | Meng Jianzhu to meet"}},
      {"timeline of Haqqani network in 2011",
       {"[alleged] 2011-09-13 | Haqqani network attacked US embassy in Kabul (alleged by US "
        "officials)"}},
      {"who met whom in September 2011",
       {"2011-09-26 | Cameron Munter | met | Salman Bashir | happened",
        "Rehman Malik | hosted | Meng Jianzhu",
        "[planned] 2011-09-26/2011-10-02 | Meng Jianzhu | to meet | Pakistani officials | planned"},
       "1 cancelled event is left out; add `cancelled` to see it"},
      {"did Petraeus meet Zaheer ul-Islam",
       {"[planned] 2012-07-30/2012-08-05 | Zaheer ul-Islam | to visit | David Petraeus | planned"},
       "not confirmed: 1 planned event"},
      {"did Munter meet Bashir",
       {"2011-09-26 | Cameron Munter | met | Salman Bashir"},
       "yes: 1 event"},
      {"did Munter meet Petraeus", {}, "not confirmed: nothing is told of it"},
      {"who accused Pakistan",
       {"2011-09-19/2011-09-25 | Mike Mullen | accused | Pakistan",
        "[rejections] 2011-09-19/2011-09-26 | Pakistan | rejected | Mike Mullen"}},
      {"who accused whom of supporting Haqqani network", {"Mike Mullen | accused | Pakistan"}},
      {"who accused Pakistan of supporting the Haqqanis", {"Mike Mullen | accused | Pakistan"}},
      {"what did Pakistan deny", {"Pakistan rejected Mike Mullen"}},
      {"drone strikes between 2011-06-01 and 2011-06-30",
       {"2011-06-03 | United States attacked militants"}},
      {"planned meetings after 2012-07-01",
       {"2012-07-30/2012-08-05 | Zaheer ul-Islam to visit David Petraeus"}},
      {"cancelled events", {"2011-09-25 | Ashfaq Kayani to visit United Kingdom (cancelled)"}},
      {"when did US officials meet Ibrahim Haqqani",
       {"2011-08 | month | expression | US officials met Ibrahim Haqqani"}},
      {"who attacked US embassy Kabul",
       {"[alleged] 2011-09-13 | Haqqani network | attacked | US embassy in Kabul"}},
      {"who attacked U.S. embassy in Kabul", {"[alleged] 2011-09-13 | Haqqani network | attacked"}},
      {"events involving both Pakistan and Mullen",
       {"2011-09-19/2011-09-25 | Mike Mullen accused Pakistan", "Pakistan rejected Mike Mullen"}},
      {"where did Petraeus go",
       {"2011-10-20 | Islamabad (PAK)", "[planned] 2012-07-30/2012-08-05 | Washington (USA)"}},
      {"how many attacks per month in 2011", {"2011-06 | 1 | 0"}},
      {"how many meetings per month since 2011-08", {"2011-08 | 1", "2011-09 | 2", "2011-10 | 2"}},
      {"undated events",
       {" | United States asked Pakistan, Siraj Haqqani"},
       "1 alleged event is left out"},
      {"documents without a date", {"list.txt | Cipher Brief |  | none"}},
      {"events reported by VOA but not by Reuters",
       {"2011-06-03 | United States attacked militants"}},
      {"contested events", {}},
      {"path from Petraeus to Ibrahim Haqqani between 2011-01 and 2012-12 max 4",
       {"1 | 1 | David Petraeus | Ashfaq Kayani | 2011-10-20",
        "1 | 2 | Ashfaq Kayani | Ibrahim Haqqani | 2011-10-01"}},
      {"path from Petraeus to Haqqani network in 2012", {}, "has no events in this window"},
      {"path from Petraeus to Ibrahim Haqqani after 2011-10-15",
       {},
       "has no events in this window"},
      {"path from Clinton to US officials between 2011-09-01 and 2011-10-30",
       {},
       "US officials has no events"},
      {"path from Siraj Haqqani to Munter", {}, "no path joins them"},
      {"chain from Ibrahim Haqqani to Petraeus after 2011-08",
       {"1 | Ibrahim Haqqani | Ashfaq Kayani | 2011-10-01/2011-10-10 | certain",
        "2 | Ashfaq Kayani | David Petraeus | 2011-10-20 | certain"},
       "certain: 2 steps, at its end on 2011-10-20 at the earliest"},
      {"chain from Petraeus to Ibrahim Haqqani after 2011-08",
       {},
       "impossible: 2 events join them, but not in the order"},
      {"chain from US officials to Petraeus after 2011-08",
       {"US officials | Ibrahim Haqqani | 2011-08 | certain", "Ibrahim Haqqani | Ashfaq Kayani",
        "Ashfaq Kayani | David"}},
      {"common contacts of Kayani and Clinton within 90 days of 2011-10-20",
       {"David Petraeus | Ashfaq Kayani | 2011-10-20",
        "David Petraeus | Hillary Clinton | 2011-10-20"}},
      {"whom could Ibrahim Haqqani have told since 2011-08",
       {"US officials | 2011-08-01", "Ashfaq Kayani | 2011-10-01 | certain",
        "| 2011-10-20 | certain | Ashfaq Kayani", "| 2011-10-20 | certain | Ashfaq Kayani"}},
      {"gaps over 5 days for Kayani", {"2011-10-10 | 2011-10-20 | 10"}},
      {"first meeting of Kayani", {"2011-10-01/2011-10-10"}},
      {"last meeting of Kayani", {"2011-10-20"}},
      {"who met whom planned", {"Meng Jianzhu | to meet", "Zaheer ul-Islam | to visit"}},
      {"pairs limit 1", {"Mike Mullen | Pakistan | 2"}},
      {"who with whom limit 2", {"Pakistan |  | 2 | ", "United States | 2 |  | "}},
      {"what did Mullen say",
       {"Mike Mullen accused Pakistan", "Pakistan aided Haqqani network (alleged by Mike Mullen)"}},
      {"top 1 actors by degree", {"1 | Ashfaq Kayani | 3"}},
      {"groups limit 1",
       {"1 | 5 | Ashfaq Kayani, David Petraeus, Hillary Clinton, Ibrahim Haqqani, US officials"}},
      {"what became of meetings",
       {"Meng Jianzhu to meet Pakistani officials | not known",
        "Zaheer ul-Islam to visit David Petraeus | not known"}},
      {"meetings in Islamabad", {"2011-10-20 | Hillary Clinton visited"}},
      {"events in Pakistan in 2011 strictly", {"2011-06-03", "2011-10-20"}},
      {"meetings strictly in September 2011",
       {"2011-09-26 | Cameron Munter", "2011-09-26 | Rehman Malik"}},
      {"meetings by source \"The Nation\" newest first limit 1",
       {"2011-10-20"},
       "2 more rows are left out"},
      {"attacks by Haqqani network including alleged", {"2011-09-13 | Haqqani network attacked"}},
      {"events within 5 days of 2011-09-13 all", {"2011-09-13 | Haqqani network attacked"}},
      {"events around 13 Sep 2011 alleged", {"2011-09-13"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.question, row.note);
    const Answer answer = ask(store, row.question);
    check_lines(answer, row.lines);
    if (row.note[0] != '\0') CHECK(has_note(answer, row.note));
  }
}

TEST_CASE("questions may speak of events by their names", "[query][questions]") {
  const Store store = test::crisis_store();
  const std::string accusation = id_of(store, "who accused Pakistan");
  const std::string talks = id_of(store, "when did US officials meet Ibrahim Haqqani");
  check_lines(ask(store, "sources for " + accusation),
              {"row.txt | 2011-09-26 | happened | 2011-09-19/2011-09-25 | expression"});
  CHECK(has_note(ask(store, "where do sources disagree about " + accusation), "do not disagree"));
  const Answer until = ask(
      store, "what happened between " + accusation + " and the next meeting of Kayani and Clinton");
  CHECK(has_note(until, "the next one is"));
  CHECK(until.rows.size() == 7);
  check_lines(ask(store, "who could have told Petraeus about " + talks + " before 2011-10-31"),
              {"Ashfaq Kayani | 2011-10-01 | 2011-10-20 | certain"});
  check_lines(ask(store, "who could have told Petraeus about " + talks + " before 2011-10-10"), {});
  CHECK(ask(store, "show " + talks).rows.size() > 8);
  CHECK(ask(store, "what happened after " + talks).rows.size() > 3);
  CHECK(ask(store, "events within 30 days of " + talks).rows.at(0).cells.at(0) == "2011-08");
}

TEST_CASE("what somebody did not say in a time is not counted of everybody", "[query][said]") {
  const Store store = test::crisis_store();
  const Answer answer = ask(store, "what did Munter say in 1999");
  CHECK(answer.rows.empty());
  CHECK(answer.notes.empty());
  const Answer met = ask(store, "who met Munter in 1999");
  REQUIRE_FALSE(met.notes.empty());
  CHECK(met.notes.front().starts_with("outside this time there"));
}

}  // namespace
}  // namespace annals
