#include "ingest/events/events_told.h"

#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

#include "ingest/events/events_acts.h"
#include "tests/ingest/events_support.h"

namespace annals {
namespace {

TEST_CASE("what is done by saying something is read from what is said", "[ingest][events][told]") {
  const auto row = GENERATE(values<TextAndEvent>({
      {"Kenya said the raid by Uganda was illegal.", "ACCUSE Kenya > Uganda happened 2015-06-10"},
      {"\"I think it is a mistake for Peru to leave,\" Chile's president said.", "ACCUSE"},
      {"Kenya said it was saddened by the raid and that Uganda's conduct was unacceptable.",
       "ACCUSE Kenya > Uganda happened 2015-06-10"},
      {"\"The raid was unacceptable,\" the Kenyan minister was quoted as saying.",
       "ACCUSE Kenyan ministers >  happened 2015-06-10"},
      {"Kenya said it would not lift the sanctions on Uganda.",
       "REJECT Kenya > Uganda happened 2015-06-10"},
      {"Kenya said it was not involved in the raid.", "REJECT Kenya >  happened 2015-06-10"},
      {"Kenya said it would not be intimidated.", "REJECT Kenya >  happened 2015-06-10"},
      {"The group said residents in the north, which fell to rebels after a coup in May, were shot "
       "by soldiers.",
       "ASSAULT soldiers > residents"},
      {"Iran said it would no longer take part in the talks.",
       "REJECT Iran >  happened 2015-06-10"},
      {"Iran said it could accept no conditions.", "REJECT Iran >  happened 2015-06-10"},
      {"Peru said it would continue to promote ties with Chile.",
       "AGREE Peru > Chile happened 2015-06-10"},
      {"Oslo waits if Peru does not recognise Chile.", "REJECT Peru > Chile hypothetical"},
      {"Peru does not want to negotiate with Chile.", "REJECT Peru > Chile happened 2015-06-10"},
      {"Observers said the vote in Chad was neither free nor fair.",
       "ACCUSE observers >  happened 2015-06-10"},
  }));
  CAPTURE(row.text);
  check_told(row.text, row.event);
}

TEST_CASE("a deed of the last year is known by its day though nobody is named",
          "[ingest][events][told]") {
  const auto row = GENERATE(values<TextAndEvent>({
      {"The law is in force since the May 19 coup.", "COERCE  >  happened 2015-05-19"},
      {"People mourn the victims of Tuesday's bombing.", "ASSAULT  >  happened 2015-06-09"},
      {"The mood was better after Tuesday's talks.", "CONSULT  >  happened"},
  }));
  CAPTURE(row.text);
  check_told(row.text, row.event);
}

TEST_CASE("a deed long gone or of no day of its own is told by nobody", "[ingest][events][told]") {
  const auto text =
      GENERATE(as<std::string>(), "The law is in force since the 1975 coup.",
               "It was the bloodiest battle since the party took office in May.",
               "The mood was better during the May talks.", "The mood was better after the coup.");
  CAPTURE(text);
  CHECK(told(read(text)).empty());
}

TEST_CASE("what is said of others, or denied, or of no weight, does nothing",
          "[ingest][events][told]") {
  const auto text =
      GENERATE(as<std::string>(), "Kenya said the raid by Uganda was not illegal.",
               "Kenya said that the flight was fair and so not a violation.",
               "Kenya said nobody was involved.",
               "Kenya said the talks would be held in Oslo and that it should be fine.",
               "This is the reason behind the visit to Peru, Kenya said.",
               "Iran said the rain would not stop the game.");
  CAPTURE(text);
  for (const Mention& mention : read(text).mentions) CHECK_FALSE(is_saying(mention.type));
}

TEST_CASE("what one says of one's own country is not done to it", "[ingest][events][told]") {
  const Facts facts =
      read("Peru's foreign minister said the Peruvian government would promote the ties of Peru.");
  REQUIRE(facts.mentions.size() == 1);
  CHECK(facts.mentions.front().type == "AGREE");
  CHECK(facts.mentions.front().participants.size() == 1);
}

TEST_CASE("what is refused, or both thought and said, is told once", "[ingest][events][told]") {
  const auto text =
      GENERATE(as<std::string>(), "Kenya said it would not lift the sanctions on Uganda.",
               "\"I think the vote in Peru was a mistake,\" Anna Lund of Kenya said.",
               "Kenya does not want to meet the Ugandan premier.");
  CAPTURE(text);
  const Facts facts = read(text);
  CHECK(std::count_if(facts.mentions.begin(), facts.mentions.end(),
                      [](const Mention& mention) { return is_saying(mention.type); }) == 1);
}

TEST_CASE("a quoted sentence is said by who is told to speak before, after or around it",
          "[ingest][events][told]") {
  const auto row = GENERATE(values<TextAndEvent>({
      {"\"The raid was long,\" Kenya's president said. \"Uganda must leave the town.\"",
       "REQUEST Uhuru Kenyatta > Uganda happened 2015-06-10"},
      {"\"The siege is illegal. The raid was long,\" Anna Lund of Kenya said on Monday.",
       "ACCUSE Anna Lund >  happened 2015-06-08"},
      {"\"The raid was long. The siege is illegal. It is raining,\" Anna Lund of Kenya said.",
       "ACCUSE Anna Lund"},
      {"Anna Lund of Kenya told reporters: \"The raid was long. The siege is illegal.\"",
       "ACCUSE Anna Lund"},
      {"\"The raid was long,\" Kenya's president said. \"We will promote peace with Uganda.\"",
       "AGREE Uhuru Kenyatta"},
      {"\"The raid was long,\" Anna Lund of Kenya said on Monday. \"It was loud there. The siege "
       "is "
       "illegal.\"",
       "ACCUSE Anna Lund >  happened 2015-06-08"},
  }));
  CAPTURE(row.text);
  check_told(row.text, row.event);
}

TEST_CASE("quoted words that are no sentence, of nobody known, or asked of nobody do nothing",
          "[ingest][events][told]") {
  const auto text = GENERATE(
      as<std::string>(), "Anna Lund of Kenya spoke. The rain fell. \"The siege is illegal.\"",
      "\"The siege is illegal. The raid was long.\"",
      "Anna Lund of Kenya said it rained. The siege is illegal.",
      "Anna Lund of Kenya said it rained. The siege was \"illegal\" and long.",
      "Kenya spoke of the siege. \"The rain was heavy,\" it said. \"The siege is illegal.\"",
      "Anna Lund of Kenya said it rained. \"An illegal siege.\"",
      "\"It rained,\" Anna Lund of Kenya said. \"It must not be forgotten that rain fell.\"",
      "\"It rained,\" Anna Lund of Kenya said. \"Our game must be seen.\"",
      "\"It rained,\" an analyst in Kenya said. \"The siege is illegal.\"",
      "\"It rained,\" Anna Lund of Kenya said. \"They are innocent of it.\"");
  CAPTURE(text);
  for (const Mention& mention : read(text).mentions) CHECK_FALSE(is_saying(mention.type));
}

TEST_CASE("what onlookers say that others will not do is no refusal of theirs",
          "[ingest][events][told]") {
  const auto refuses = [](const std::string& text) {
    const auto lines = told(read(text));
    return having(lines, "REJECT") > 0;
  };
  CHECK(refuses("Iran said it would not release the sailors."));
  CHECK(refuses("Iran's foreign minister said Iran would not release the sailors."));
  CHECK_FALSE(refuses("Analysts said Iran would not release the sailors."));
  CHECK_FALSE(refuses("France's foreign minister said Iran would not release the sailors."));
}

}  // namespace
}  // namespace annals
