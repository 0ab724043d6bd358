// Headlines in the words of articles. Each row: the sentence with the clause in {}, actors in []
// and the trigger in <>.

#include "export/clause_title.h"

#include <catch2/catch.hpp>

#include "export/words.h"
#include "tests/export/marked.h"

namespace annals {
namespace {

/// The answer with the one event that the marked sentence tells: the clause is in {}.
Answer told(std::string_view line, const std::vector<std::string>& names, Status status,
            std::string_view date_text) {
  const Marked sentence(line);
  auto answer = answer_telling(sentence, names, status, Unmarked::first);
  auto& mention = answer.mentions[0];
  mention.evidence = sentence.braces.front();
  mention.date_text = date_text;
  return answer;
}

struct Row {
  const char* marked;
  std::vector<std::string> names;
  Status status;
  const char* date_text;
  const char* title;  ///< "" when there is no headline in it
};

const std::vector<Row>& rows() {
  static const std::vector<Row> all = {
      {"{Ambassador [Munter] <met> with Foreign Secretary [Bashir]} on Monday to defuse tensions.",
       {"Cameron Munter", "Salman Bashir"},
       Status::happened,
       "Monday",
       "Cameron Munter met with Foreign Secretary Salman Bashir to defuse tensions"},
      {"Malik smiled as {[he] <welcomed> [Meng]}.",
       {"Rehman Malik", "Meng Jianzhu"},
       Status::happened,
       "",
       "Rehman Malik welcomed Meng Jianzhu"},
      {"{[Mullen], the outgoing chairman, <accused> [Kayani]} of lying, aides said.",
       {"Mike Mullen", "Ashfaq Kayani"},
       Status::happened,
       "",
       "Mike Mullen accused Ashfaq Kayani of lying"},
      // what is too long is cut and said to be
      {"{[Mullen] <urged> [Kayani]} to take visible steps against the mountain camps of the big "
       "networks together with the armies of the neighbours.",
       {"Mike Mullen", "Ashfaq Kayani"},
       Status::happened,
       "",
       "Mike Mullen urged Ashfaq Kayani to take visible steps against the mountain camps of the "
       "big "
       "networks together ..."},
      {"{[Mullen] is <proud> of [Kayani]}'s plan.",
       {"Mike Mullen", "Ashfaq Kayani"},
       Status::happened,
       "",
       "Mike Mullen is proud of Ashfaq Kayani's plan"},
      // a clause that ends with the subject of another
      {"{[Mullen] <warned> that [Kayani]}, who was there, would pay.",
       {"Mike Mullen", "Ashfaq Kayani"},
       Status::happened,
       "",
       ""},
      {"{[Obama] on the <visit> to [Castro]} smiled.",
       {"Barack Obama", "Raul Castro"},
       Status::happened,
       "",
       ""},
      {"{[Alba] <denied>} that her men were surrounded, and left.",
       {"Ann Alba"},
       Status::happened,
       "",
       "Ann Alba denied that her men were surrounded"},
      {"{[The minister], Ann Alba, <left>} in protest.",
       {"Ann Alba"},
       Status::happened,
       "",
       "Ann Alba left in protest"},
      {"{[Carter], who had <invited> [Sadat]}, signed.",
       {"Jimmy Carter", "Anwar Sadat"},
       Status::happened,
       "",
       "Jimmy Carter had invited Anwar Sadat"},
      {"{[soldiers] who <crossed> the border} were shown.",
       {"soldiers"},
       Status::happened,
       "",
       "Soldiers crossed the border"},
      {"{About 200 [soldiers] <left>} on Friday, the army said.",
       {"soldiers"},
       Status::happened,
       "Friday",
       "About 200 soldiers left"},
      {"Obama flew home and {<urged> [Castro]} to wait.",
       {"Barack Obama", "Raul Castro"},
       Status::happened,
       "",
       "Barack Obama urged Raul Castro to wait"},
      {"Trump wants to {<invite> [Kim]}.",
       {"Donald Trump", "Kim Jong-un"},
       Status::planned,
       "",
       "Donald Trump to invite Kim Jong-un"},
      {"{[Kayani]'s <trip> to London} was put off.",
       {"Ashfaq Kayani"},
       Status::cancelled,
       "",
       "Ashfaq Kayani's trip to London was put off"},
      {"{[Obama] did not <meet> [Rouhani]}.",
       {"Barack Obama", "Hassan Rouhani"},
       Status::denied,
       "",
       ""},
      {"They accused {[Putin] of <sending> tanks}.", {"Vladimir Putin"}, Status::alleged, "", ""},
      {"It was {<attack> on [Kerry]}.", {"Somebody", "John Kerry"}, Status::happened, "", ""},
      {"{Aides of [Merkel] <met> [Putin]}.",
       {"Angela Merkel", "Vladimir Putin"},
       Status::happened,
       "",
       ""},
      {"{[Merkel] <left>}.", {"Angela Merkel", "Vladimir Putin"}, Status::happened, "", ""},
      {"{[Alba], who was away on business, was <charged> with fraud}.",
       {"Ann Alba"},
       Status::happened,
       "",
       "Ann Alba was charged with fraud"},
      {"{[Alba] who also spoke there at some length <asked> for help}.",
       {"Ann Alba"},
       Status::happened,
       "",
       ""},
      {"{[Obama] <asked> [Castro]} to take \u201Cspecific\u201D action, aides said.",
       {"Barack Obama", "Raul Castro"},
       Status::happened,
       "",
       "Barack Obama asked Raul Castro to take \u201Cspecific\u201D action"},
      {"{[Obama] <pushed> [Castro]} to go after the rebels as others watched.",
       {"Barack Obama", "Raul Castro"},
       Status::happened,
       "",
       "Barack Obama pushed Raul Castro to go after the rebels"},
      {"{[Obama] <left> [Castro]} to talk after the dinner.",
       {"Barack Obama", "Raul Castro"},
       Status::happened,
       "",
       "Barack Obama left Raul Castro to talk after the dinner"},
      {"It must end strikes {which [it] <says> are a breach of the truce}.",
       {"Ann Alba"},
       Status::happened,
       "",
       ""},
      {"\u201CIt is a shame,\u201D {[Alba] <said>}.", {"Ann Alba"}, Status::happened, "", ""},
      {"{[soldiers] <left> over the past three days leaving tanks}.",
       {"soldiers"},
       Status::happened,
       "the past three days",
       "Soldiers left leaving tanks"},
      {"{[Alba] <left> in May alone}, an aide said.",
       {"Ann Alba"},
       Status::happened,
       "May",
       "Ann Alba left"},
      {"{[Alba] <ruled> from 1980 to 1988}.",
       {"Ann Alba"},
       Status::happened,
       "1980",
       "Ann Alba ruled from 1980 to 1988"},
      {"{the war in the north <broke> out} in 2003.",
       {},
       Status::happened,
       "2003",
       "The war in the north broke out"},
      {"Since the war in the north {<broke> out} in 2003, many left.",
       {},
       Status::happened,
       "2003",
       "The war in the north broke out"},
      {"Many were hurt when {heavy <fighting> resumed there}.",
       {},
       Status::happened,
       "",
       "Heavy fighting resumed there"},
      {"{<Fighting>} has erupted there.", {}, Status::happened, "", "Fighting has erupted there"},
      {"They left, adding {<hit>} the car.", {}, Status::happened, "", ""},
      {"He {saw a <murder> in the street}.", {}, Status::happened, "", "Murder in the street"},
      {"{[Merkel] <\u201Cmet> [Putin]}.",
       {"Angela Merkel", "Vladimir Putin"},
       Status::happened,
       "",
       "Angela Merkel met Vladimir Putin"},
  };
  return all;
}

TEST_CASE("a headline has the article's words and full names", "[export][title]") {
  for (const auto& row : rows()) {
    CAPTURE(row.marked);
    const auto answer = told(row.marked, row.names, row.status, row.date_text);
    CHECK(clause_title(answer.events[0], AnswerIndex(answer)).value_or("") == row.title);
  }
}

TEST_CASE("a title made of kind and actors says what the article's word says", "[export][title]") {
  struct Title {
    const char* marked;
    const char* type;
    const char* mode;
    std::vector<std::string> names;
    const char* title;
  };
  const std::vector<Title> titles = {
      {"the {<killing> of [Alba]}.",
       "ASSAULT",
       "",
       {"soldiers", "Ann Alba"},
       "Soldiers killed Ann Alba"},
      {"the {<trial> of [Alba]}.",
       "COERCE",
       "arrest",
       {"judges", "Ann Alba"},
       "Judges tried Ann Alba"},
      {"the {<arrest> of [Alba]}.",
       "COERCE",
       "arrest",
       {"police", "Ann Alba"},
       "Police arrested Ann Alba"},
      {"the {<shooting> at [Alba]}.",
       "ASSAULT",
       "firearms",
       {"soldiers", "Ann Alba"},
       "Soldiers fired on Ann Alba"},
      {"the {<conviction> of [Alba]}.",
       "COERCE",
       "guilty",
       {"judges", "Ann Alba"},
       "Judges convicted Ann Alba"},
      {"the {<wounding> of [them]}.", "ASSAULT", "", {"policemen"}, "Policemen wounded people"},
      {"it left {<wounded>}.", "ASSAULT", "", {}, "People were wounded"},
  };
  for (const auto& row : titles) {
    CAPTURE(row.marked);
    auto answer = told(row.marked, row.names, Status::happened, "");
    answer.events[0].type = answer.mentions[0].type = row.type;
    answer.events[0].mode = row.mode;
    CHECK(event_title(answer.events[0], AnswerIndex(answer)) == row.title);
  }
}

TEST_CASE("a count is as exact as its words", "[export]") {
  Event event;
  const auto shown = [&](std::vector<Count> counts) {
    event.counts = std::move(counts);
    return counts_of(event);
  };
  CHECK(shown({{"killed", 3, "three"}}) == "3 killed");
  CHECK(shown({{"killed", 24, "dozens"}}) == "dozens killed");
  CHECK(shown({{"hostages", 24, "dozens"}}) == "dozens of hostages");
  CHECK(shown({{"killed", 17, "at least 17"}}) == "at least 17 killed");
  CHECK(shown({{"killed", 23, "20 and three"}}) == "23 killed");
  CHECK(shown({{"killed", 7, "seven"}, {"killed", 9, "at least nine"}}) == "7 to 9 killed");
}

TEST_CASE("no headline is longer than its limit or reaches past its text", "[export][title]") {
  std::string far = "{[A] <met> [B] with ";
  for (int i = 0; i < 60; ++i) far += "many words ";
  const auto answer = told(far + "}.", {"Ann Alba", "Ben Boro"}, Status::happened, "");
  CHECK_FALSE(clause_title(answer.events[0], AnswerIndex(answer)));
  auto cut = told("{[A] <met> [B]}.", {"Ann Alba", "Ben Boro"}, Status::happened, "");
  cut.articles[0].text.resize(5);
  CHECK_FALSE(clause_title(cut.events[0], AnswerIndex(cut)));
}

}  // namespace
}  // namespace annals
