// Briefs: the clause of an event in its own words, the subject first.

#include <string>

#include <catch2/catch.hpp>

#include "tests/ingest/events_support.h"

namespace annals {
namespace {

/// The briefs of the events of that type, each with its spans joined by a blank, in one line each.
std::string briefs(const std::string& text, std::string_view type) {
  const Facts facts = read(text);
  std::string out;
  for (const Mention& mention : facts.mentions) {
    if (mention.type != type) continue;
    std::string line;
    for (const Span span : mention.brief)
      line += (line.empty() ? "" : " ") + std::string(slice(facts.article.text, span));
    out += (out.empty() ? "" : "\n") + line;
  }
  return out;
}

TEST_CASE("a brief leaves out what is said in passing", "[ingest][events]") {
  CHECK(briefs("Netanyahu denounced the move, which Iran had announced on Sunday.", "ACCUSE") ==
        "Netanyahu denounced the move");
  // who is acted on is named only there
  CHECK(briefs("Netanyahu denounced the agreement that Iran reached with six powers on Sunday.",
               "ACCUSE") == "Netanyahu denounced the agreement that Iran reached with six powers");
  CHECK(
      briefs("On Monday, the rebels, who hold the north, released ten soldiers in Goma, officials "
             "said.",
             "RETREAT") == "the rebels released ten soldiers in Goma");
  CHECK(briefs("Kerry met Lavrov in Geneva and then flew to Paris.", "CONSULT")
            .starts_with("Kerry met Lavrov in Geneva"));
}

TEST_CASE("what is too long loses what is loose, not what the verb needs", "[ingest][events]") {
  const std::string brief = briefs(
      "Tony Blair, standing beside Mahmoud Abbas in a crowded hall in the centre of the city, "
      "called "
      "for an initiative to support the elected president on the day before the donors' conference "
      "in the capital of Norway.",
      "REQUEST");
  CHECK(brief.find("called for an initiative to support the elected president") !=
        std::string::npos);
  CHECK(brief.find("Norway") == std::string::npos);
}

TEST_CASE("a time that singles something out stays", "[ingest][events]") {
  CHECK(briefs("On Monday Mike Mullen accused Pakistan of support for the September 13 attack.",
               "ACCUSE") == "Mike Mullen accused Pakistan of support for the September 13 attack");
  CHECK(briefs("Rebels attacked the army on September 13.", "ASSAULT") ==
        "Rebels attacked the army");
}

TEST_CASE("a brief turns a relative clause round", "[ingest][events]") {
  CHECK(
      briefs("He called it a violation of the ceasefire that the guerrillas declared in December.",
             "RETREAT") == "the guerrillas declared the ceasefire");
  CHECK(briefs("Police questioned the soldiers who had killed a villager.", "ASSAULT") ==
        "the soldiers had killed a villager");
}

TEST_CASE("a brief has the subject and the small words that verbs share", "[ingest][events]") {
  CHECK(briefs("The minister was arrested on Friday and accused of treason.", "ACCUSE") ==
        "The minister was accused of treason");
  CHECK(briefs("Kim Jong-un smiled as he welcomed Moon Jae-in.", "CONSULT") ==
        "Kim Jong-un welcomed Moon Jae-in");
}

TEST_CASE("a brief closes what it opens and tells of speakers as others do", "[ingest][events]") {
  CHECK(briefs("Prime Minister Tony Blair, standing beside Mahmoud Abbas, called for talks.",
               "REQUEST")
            .starts_with("Prime Minister Tony Blair"));
  CHECK(briefs("Al-Qaeda, led by Abu Musab al-Zarqawi, attacked the army.", "ASSAULT") ==
        "Al-Qaeda, led by Abu Musab al-Zarqawi, attacked the army");
  CHECK(briefs("\"I have ordered the army to withdraw,\" President Juan Santos told the nation.",
               "REQUEST")
            .find(" have ") == std::string::npos);
}

TEST_CASE("what lies ahead is brief with its infinitive", "[ingest][events]") {
  CHECK(briefs("Barack Obama is due to meet Benjamin Netanyahu on Monday.", "CONSULT") ==
        "Barack Obama is due to meet Benjamin Netanyahu");
  CHECK(briefs("Poroshenko ordered Ukrainian forces to withdraw from the town.", "RETREAT") ==
        "Ukrainian forces to withdraw from the town");
}

TEST_CASE("a noun is brief with the verb that says what it did", "[ingest][events]") {
  CHECK(briefs("Talks between Iran and the six powers began in Vienna on Monday.", "CONSULT") ==
        "Talks between Iran and the six powers began in Vienna");
  CHECK(briefs("Analysts spoke of the rebel attack on the army.", "ASSAULT").empty());
}

}  // namespace
}  // namespace annals
