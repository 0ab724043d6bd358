#include <string>

#include <catch2/catch.hpp>

#include "ingest/events/events.h"
#include "tests/ingest/events_support.h"

namespace annals {
namespace {

TEST_CASE("deeds in the simple present are habits, but not in titles and with a day of their own",
          "[ingest][events]") {
  const std::string opening = "Prices rose in the capital. ";
  CHECK(told(read(opening + "Rebels often attack army convoys in the north.")).empty());
  CHECK(told(read(opening + "Kenya shelters refugees from Somalia.")).empty());
  CHECK_FALSE(told(read(opening + "Rebels attacked army convoys in the north.")).empty());
  CHECK_FALSE(told(read("Israel attacks Gaza")).empty());
  CHECK_FALSE(told(read(opening + "Rebels are attacking army convoys in the north.")).empty());
  CHECK_FALSE(told(read(opening + "Iran accuses Israel of spying.")).empty());
}

TEST_CASE("what is told beside a plan is not planned", "[ingest][events]") {
  CHECK(tells(read("At their meeting on Monday, Angela Merkel and Barack Obama agreed to help "
                   "Ukraine."),
              "CONSULT Angela Merkel, Barack Obama happened 2015-06-08"));
  CHECK(tells(read("Barack Obama pledged to deepen ties during his visit to India."),
              "CONSULT Barack Obama > India happened"));
  CHECK(tells(read("Barack Obama was to have travelled to India for a meeting with Narendra Modi."),
              "CONSULT Barack Obama, Narendra Modi planned"));
  CHECK(tells(read("Barack Obama plans to hold talks during a visit to India."),
              "CONSULT Barack Obama > India planned"));
}

TEST_CASE("what is told in a clause of its own is not what one plans or asks", "[ingest][events]") {
  CHECK(tells(read("Ministers held talks on how to explain it as Norway presses Peru to leave."),
              "REQUEST Norway > Peru happened"));
  CHECK(tells(read("Norway called on Peru to resign from the council after Chile arrested two "
                   "diplomats."),
              "COERCE Chile > diplomats happened"));
}

TEST_CASE("who stands beside a noun is not whose act it is", "[ingest][events]") {
  // An envoy for talks does not hold them for who sends him.
  const auto envoy = told(read("Ban Ki-moon appointed Lena Berg as envoy for the Cyprus talks."));
  CHECK(having(envoy, "CONSULT") == 0);
  // A town held by rebels is not the rebels.
  const auto town = told(read("Barack Obama visited the rebel-held town of Goma on Monday."));
  CHECK(having(town, "rebel") == 0);
  // A bombing that is named after a place is not done by it.
  const auto bombing = told(read("Police spoke of the Bali bombing that killed 20."));
  CHECK(having(bombing, "ASSAULT Bali") == 0);
}

TEST_CASE("who is asked for something is who is to do it", "[ingest][events]") {
  const Facts facts = read("Ban Ki-moon called on Monday for Bashar al-Assad to resign.");
  CAPTURE(told(facts));
  CHECK_FALSE(tells(facts, "RETREAT Ban Ki-moon"));
  CHECK(tells(read("Ban Ki-moon advised Kenya to arrest the bombers."),
              "REQUEST Ban Ki-moon > Kenya happened"));
  CHECK_FALSE(
      tells(read("Ban Ki-moon advised Kenya to arrest the bombers."), "COERCE Ban Ki-moon"));
}

TEST_CASE("a phrase that hangs on the doer is the act's", "[ingest][events]") {
  CHECK(tells(read("The crackdown by Serbia on Albanian rebels drew a protest."),
              "COERCE Serbia > Albanian rebels happened"));
}

TEST_CASE("an arrest that nobody is told to have made is the force's that tells it",
          "[ingest][events][who]") {
  CHECK(tells(read("Seven men were arrested in Ankara on Monday, police said."),
              "COERCE police > Turkish men"));
  CHECK(tells(read("Turkish police detained 24 students in Ankara on Monday. Three teachers "
                   "were arrested at a school, a doctor said."),
              "COERCE Turkish police > teachers"));
  CHECK(tells(read("Kenyan troops razed the house of a rebel in Chad on Monday. Two teachers were "
                   "arrested in the town last week, a doctor said."),
              "COERCE Kenyan troops > teachers"));
  // Others may have taken the army's own, and who merely reports it takes nobody.
  for (const char* text : {"Two Kenyan soldiers were captured on Monday, the Kenyan army said.",
                           "Seven men were arrested in Ankara on Monday, a doctor said."}) {
    const auto lines = told(read(text));
    CAPTURE(lines);
    CHECK(having(lines, "COERCE  > ") == 1);
  }
}

TEST_CASE("an arrest told again is by those who arrested", "[ingest][events]") {
  const std::string police = "Turkish police arrested 24 students in Ankara on Monday. ";
  const auto twice = told(read(police + "Eight other students were detained after the rally."));
  CAPTURE(twice);
  CHECK(having(twice, "COERCE Turkish police > ") == 2);
  // A court is not who arrested them, and people are not all the same people.
  const auto court = told(read("A Turkish court jailed a student. The student was arrested."));
  CAPTURE(court);
  CHECK(having(court, "court") == 1);
  for (const std::string& line :
       told(read(police + "Ninety people were detained in Kenya on Tuesday."))) {
    CAPTURE(line);
    CHECK_FALSE(
        (line.find("police") != std::string::npos && line.find("people") != std::string::npos));
  }
}

TEST_CASE("who fights hurts those whom it fights", "[ingest][events]") {
  const std::string clash = "Kenyan troops killed two rebels near Garissa on Monday. ";
  CHECK(tells(read(clash + "Three soldiers were wounded."), "ASSAULT rebels > soldiers happened"));
  CHECK(tells(read(clash + "A bomb wounded a teacher."), "ASSAULT  > teachers happened"));
  // Whom the soldiers fight is not told where they fight two.
  CHECK(tells(read(clash + "Ugandan soldiers shelled Kenyan troops. Three Kenyan soldiers were "
                           "wounded."),
              "ASSAULT  > Kenyan soldiers happened"));
}

TEST_CASE("neither an act nor a thing speaks", "[ingest][events]") {
  const auto nobody = [](const std::string& text, const std::string& who) {
    const auto lines = told(read(text));
    CAPTURE(lines);
    CHECK(having(lines, who + " >") == 0);
  };
  nobody("Karadzic's arrest raised the pressure on Serbia on Monday.", "REQUEST Karadzic");
  nobody("Italian helicopters held talks with town leaders on Monday.",
         "CONSULT Italian helicopters");
  nobody("Officials described the charges over two murders by soldiers against Pinochet.",
         "ACCUSE soldiers");
}

TEST_CASE("what is charged, feared or possible has not happened", "[ingest][events]") {
  CHECK_FALSE(tells(read("The report found no proof of charges that Kenyan troops killed farmers."),
                    "ASSAULT Kenyan troops > farmers happened"));
  CHECK_FALSE(tells(read("Soldiers fired blanks to repulse an imaginary invasion by Norway."),
                    "ASSAULT Norway >  happened"));
}

std::string counts(const std::string& text) {
  std::string all;
  for (const Mention& mention : read(text).mentions) {
    for (const Count& count : mention.counts)
      all += (all.empty() ? "" : "; ") + count.what + "=" + count.words;
  }
  return all;
}

TEST_CASE("numbers are counted as what they are", "[ingest][events][counts]") {
  struct Row {
    const char* text;
    const char* counts;
  };
  const auto row = GENERATE(values<Row>({
      {"Rebels killed at least four soldiers and wounded 12 in Kabul on Monday.",
       "killed=at least four; wounded=12"},
      {"Police arrested 20 students on Monday.", "detained=20"},
      {"Customs officers seized 40 kilograms of cocaine on Monday.", "seized=40"},
      {"Iran released 37 prisoners on Monday.", "released=37"},
      {"France sent 300 soldiers to Mali on Monday.", "troops=300"},
      {"Japan gave $5 million to Nepal on Monday.", "money=$5 million"},
      {"Japan gave 5 million U.S. dollars to Nepal on Monday.", "money=5 million U.S. dollars"},
      {"Gunmen kidnapped three engineers in Yemen on Monday.", "hostages=three"},
      {"The arrest of 20 students by police angered teachers.", "detained=20"},
      {"Rebels killed 20 soldiers and three guards in Kabul on Monday.", "killed=20 and three"},
      {"Rebels killed hundreds of thousands of people on Monday.", "killed=hundreds of thousands"},
      {"Rebels killed half a million Tutsis on Monday.", "killed=half a million"},
      {"The massacre of dozens of farmers by rebels angered teachers.", "killed=dozens"},
      {"Rebels killed the 16 soldiers on Monday.", "killed=16"},
      {"The minister resigned on Monday.", ""},
  }));
  CAPTURE(row.text);
  CHECK(counts(row.text) == row.counts);
}

TEST_CASE("numbers in words are worth what they say", "[ingest][events][counts]") {
  struct Row {
    const char* text;
    double value;
  };
  const auto row = GENERATE(values<Row>({
      {"Rebels killed half a dozen farmers on Monday.", 6},
      {"Rebels killed half a million Tutsis on Monday.", 500000},
      {"Rebels killed two and a half million people on Monday.", 2500000},
      {"Rebels killed hundreds of thousands of people on Monday.", 200000},
      {"Rebels killed tens of thousands of people on Monday.", 20000},
      {"Rebels killed 20 soldiers and a guard on Monday.", 21},
      {"Rebels killed 20 soldiers and some guards on Monday.", 20},
      {"Rebels captured 20 soldiers as well as 40 rifles on Monday.", 20},
      {"Rebels killed one million Tutsis on Monday.", 1000000},
  }));
  CAPTURE(row.text);
  const auto mentions = read(row.text).mentions;
  REQUIRE(mentions.size() == 1);
  REQUIRE(mentions[0].counts.size() == 1);
  CHECK(mentions[0].counts[0].value == row.value);
}

std::string place(const std::string& text, const std::string& dateline = {}) {
  const Facts facts = read(text, dateline);
  if (facts.mentions.empty()) return "no event";
  const auto& found = facts.mentions.front().place;
  return found ? found->name : std::string();
}

TEST_CASE("a town is the namesake in a country that the article speaks of",
          "[ingest][events][place]") {
  const auto country = [](const std::string& text) {
    const Facts facts = read(text);
    REQUIRE_FALSE(facts.mentions.empty());
    const auto& found = facts.mentions.front().place;
    REQUIRE(found);
    CHECK(found->latitude.has_value() == !found->country.empty());
    return found->name + " " + found->country;
  };
  CHECK(country("Police arrested two men in Hyderabad on Monday. Pakistan thanked the police.") ==
        "Hyder\u0101b\u0101d PAK");
  CHECK(country("Police arrested two men in Hyderabad on Monday. India thanked the police.") ==
        "Hyderabad IND");
  // no such town in Kenya, and none that is known abroad
  CHECK(country("Rebels attacked soldiers in La Esperanza on Monday. Kenya sent troops.") ==
        "La Esperanza ");
  CHECK(country("Police arrested two men in Paris on Monday. Kenya thanked the police.") ==
        "Paris FRA");
}

TEST_CASE("an event is where its sentence says, or here", "[ingest][events][place]") {
  CHECK(place("Rebels freed two miners in Papua New Guinea on Monday.") == "Papua New Guinea");
  CHECK(place("Rebels attacked the U.S. embassy and the army headquarters in Kabul.") == "Kabul");
  CHECK(place("Modi hit out at U.S. suggestions on Monday.").empty());
  CHECK(place("Kenya rejected the South Korean demands over North Korean fish on Monday.").empty());
  CHECK(place("Modi met Angela Merkel here on Monday.", "OSLO, Norway (AP) -- ") == "Oslo");
  CHECK(place("Norwegian police arrested two men on Monday.", "OSLO, Norway (AP) -- ") == "Oslo");
  CHECK(place("Iraqi police arrested two men on Monday.", "OSLO, Norway (AP) -- ").empty());
  CHECK(place("Norwegian police arrested two men in Bergen on Monday.", "OSLO, Norway (AP) -- ") ==
        "Bergen");
}

}  // namespace
}  // namespace annals
