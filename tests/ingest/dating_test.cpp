#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "graph/error.h"
#include "ingest/dates/date_rules.h"
#include "ingest/dates/time_words.h"
#include "ingest/trees/analyzer.h"
#include "tests/ingest/dating_support.h"

using namespace annals;

namespace {

/// The expressions of a paragraph: "Monday = 2012-07-30; June = 2012-06".
std::string expressions(const std::string& text, const std::string& published) {
  Article article;
  article.text = text;
  article.published = parse_edtf(published);
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  article.blocks.push_back({all, BlockKind::body});
  const DateReader& reader = DateReader::english();
  const Analysis analysis =
      reader.analyzer.analyze(article.text, std::vector<Span>{all}, text_words());
  std::string shown;
  for (const TimexMention& mention : find_timexes(article, analysis, reader.rules)) {
    const Span span = mention.timex.span;
    shown += shown.empty() ? "" : "; ";
    shown += text.substr(span.begin, span.end - span.begin) + " = " + mention.timex.value;
  }
  return shown;
}

using Row = DatedRow;

}  // namespace

// 2012-07-30 was a Monday.
TEST_CASE("an expression dates what it hangs on, and nothing else", "[ingest][dating]") {
  const auto row = GENERATE(values<Row>({
      {"The two ministers [met] in Rome on Friday.", "2012-07-27 expression"},
      {"On Friday, the two ministers [met] in Rome.", "2012-07-27 expression"},
      {"The post was [attacked] shortly before midnight on Friday.", "2012-07-27 expression"},
      {"The death toll from an [attack] on a market rose to 40 on Friday.", "../2012-07-29 tense"},
      {"An [attack] on a market killed 40 on Friday.", "2012-07-27 expression"},
      {"The ministers [met] on Friday and signed a treaty.", "2012-07-27 expression"},
      {"The ministers met on Friday and [signed] a treaty.", "2012-07-27 expression"},
      {"The ministers held [talks] in Rome on Friday.", "2012-07-27 expression"},
      {"The minister [said] on Friday that the troops would leave in 2014.",
       "2012-07-27 expression"},
      {"The minister said on Friday that the troops would [leave] in 2014.", "2014 expression"},
      {"The army blamed the rebels for the July 13 [attack].", "2012-07-13 expression"},
      {"Last week's [talks] brought no result.", "2012-07-23/2012-07-29 expression"},
      {"In a Thursday speech, the minister [rejected] the plan.", "2012-07-26 expression"},
      {"Speaking on Saturday, the minister [rejected] the plan.", "2012-07-28 expression"},
      {"The ministers will [meet] in Rome on Friday.", "2012-08-03 expression"},
      {"Troops broke the accord [signed] in 1994.", "1994 expression"},
      {"The talks, planned for Thursday, were [cancelled] on Friday.", "2012-07-27 expression"},
      {"A summit that had been [planned] for Thursday was called off.", "2012-08-02 expression"},
      {"The rally followed the [killing] of a student on Friday.", "2012-07-27 expression"},
      {"Since the forum was founded in 2000, [trade] between the two states has grown.",
       "2000-01-01/2012-07-30 expression"},
      {"The president spoke during a [visit] to the camp following the killing of a student on "
       "Friday.",
       "2012-07-27/2012-07-30 expression"},
      {"The firm [raised] its price after the close of trade on Friday.", "2012-07-27 expression"},
      {"The union said it would investigate the [massacre] of the refugees four years ago.",
       "2008 expression"},
      {"The two ministers postponed their [talks] next week.", "2012-08-06/2012-08-12 expression"},
      {"The two ministers [postponed] their talks next week.", "../2012-07-30 tense"},
      {"Two men were [killed] and five others wounded on Friday in a raid.",
       "2012-07-27 expression"},
      {"It was the largest [meeting] of their leaders since the founding of the republic in 1949.",
       "1949-01-01/2012-07-30 expression"},
      {"On Friday the judge gave a man ten years for [killing] a guard.", "../2012-07-29 tense"},
      {"Police [arrested] a man accused of killing a judge in 2001.", "../2012-07-30 tense"},
      {"The ministers [met] on the sidelines of the July 12-13 summit.",
       "2012-07-12/2012-07-13 expression"},
      {"A court judged crimes [committed] during the 1973-1990 regime.",
       "1973-01-01/1990-12-31 expression"},
      {"The envoy will [call] for talks and press for aid during a visit to Rome this week.",
       "2012-07-30/2012-08-05 expression"},
      {"On Friday, police said missiles [hit] two houses.", "2012-07-27 expression"},
      {"The minister [condemned] the raid in a letter sent on Friday.", "2012-07-27 expression"},
      {"The minister [accused] the rebels of lies in an interview published Saturday.",
       "2012-07-28 expression"},
      {"Their presidents were to [meet] in Rome on August 12.", "2012-08-12 expression"},
      {"Last year, officials blamed the kingdom for [holding] exercises with the alliance.",
       "../2011-12-31 expression"},
      {"After rebels [attacked] the base on Friday, the army shelled the town.",
       "2012-07-27 expression"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("what no expression reaches is bounded by its tense", "[ingest][dating]") {
  const auto row = GENERATE(values<Row>({
      {"The ministers will [meet] in Rome.", "2012-07-31/.. tense"},
      {"The ministers plan to [meet] in Rome.", "2012-07-31/.. tense"},
      {"The minister called for new [talks].", "2012-07-31/.. tense"},
      {"Troops will stay until the rebels [leave].", "2012-07-31/.. tense"},
      {"The two agreed on Friday to [hold] an election.", "2012-07-31/.. tense"},
      {"The army on Friday rejected a demand to [halt] the raids.", "2012-07-31/.. tense"},
      {"The rebels [arrested] the governor.", "../2012-07-30 tense"},
      {"They live here. The rebels have [arrested] the governor.", "../2012-07-30 tense"},
      {"The minister said that the rebels had [arrested] the governor.", "../2012-07-29 tense"},
      {"The minister said that the rebels [arrested] the governor.", "../2012-07-29 tense"},
      {"The minister said that he [feared] the rebels.", "2012-07-30 saying"},
      {"They live here. The army has been [attacking] the town.", "../2012-07-30 tense"},
      {"The army resisted the rebels' [demands].", "../2012-07-29 tense"},
      {"They live here. The envoy will call for an end to the [attacks].", "../2012-07-30 tense"},
      {"The minister condemned the [attack].", "../2012-07-29 tense"},
      {"The army [is] in the town.", "2012-07-30 tense"},
      {"The rebels have not [signed] the accord.", "2012-07-30 tense"},
      {"The minister [accused] the army of lies.", "2012-07-30 saying"},
      {"He said the army must give the truce a chance and [pledged] that he would keep it.",
       "2012-07-30 saying"},
      {"He said that his aides held talks to explain their stand as the king [pushes] the army.",
       "2012-07-30 tense"},
      {"The minister [accuses] the army of lies.", "2012-07-30 saying"},
      {"The rebels left the town, [demanding] the release of prisoners.", "../2012-07-30 tense"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("connectives turn an expression into a bound", "[ingest][dating]") {
  const auto row = GENERATE(values<Row>({
      {"Troops have [fought] the rebels since 2009.", "2009-01-01/2012-07-30 expression"},
      {"The rebels [left] after July 13.", "2012-07-13/2012-07-30 expression"},
      {"Since Monday morning the town has been [shelled].", "2012-07-30 expression"},
      {"The rebels [left] the town before Friday.", "../2012-07-27 expression"},
      {"Rebels have [attacked] the army following the July 2 killing of their chief.",
       "2012-07-02/2012-07-30 expression"},
      {"The ministers met on Friday after rebels [attacked] the town.", "../2012-07-27 expression"},
      {"Troops will [leave] the town following the July 2 killing of their chief.",
       "2012-07-31/.. tense"},
      {"Troops will [leave] by the end of 2014.", "2012-07-30/2014-12-31 expression"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("events a said time apart date each other", "[ingest][dating]") {
  const auto row = GENERATE(values<Row>({
      {"The raid came on Friday, two days after rebels [killed] a priest.", "2012-07-25 linked"},
      {"Friday's raid came two days after rebels [killed] a priest.", "2012-07-25 linked"},
      {"The ministers met on Friday, a day before the [talks] in Rome.", "2012-07-28 linked"},
      {"Two days after the earthquake of July 13, the airport [opened] again.",
       "2012-07-15 linked"},
      {"The army freed the men on Friday, hours after crowds [stormed] the barracks.",
       "2012-07-27 linked"},
      {"A month after the talks of May 3, the ministers [met] again.", "2012-06 linked"},
      {"Police questioned the man for three days before he was [charged] on Friday.",
       "2012-07-27 expression"},
      {"The raid came on Friday, less than a week after rebels [killed] a priest.",
       "../2012-07-27 expression"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("a length counts from the publication day", "[ingest][dating]") {
  const auto row = GENERATE(values<Row>({
      {"In the past three days, rebels have [killed] ten men.", "2012-07-27/2012-07-30 expression"},
      {"The talks will [resume] in three days.", "2012-08-02 expression"},
      {"The talks will [resume] within a month.", "2012-07-31/2012-08-30 expression"},
      {"It was the first [visit] in ten years.", "../2012-07-30 tense"},
      {"The army [left] in the last three days of the war.", "../2012-07-30 tense"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("an event and what it does or undergoes are of one day", "[ingest][dating]") {
  const auto row = GENERATE(values<Row>({
      {"The July 13 attack [killed] nine people.", "2012-07-13 expression"},
      {"The rebels [won] Sunday's election.", "2012-07-29 expression"},
      {"The raid, which took place on Sunday, [left] four dead.", "2012-07-29 expression"},
      {"Last week's clashes, which left four dead, [came] as talks failed.",
       "2012-07-23/2012-07-29 expression"},
      {"The man was [killed] during fights that erupted on Sunday.", "2012-07-29 expression"},
      {"The minister spoke on Friday after [talks] with the king.", "2012-07-27 linked"},
      {"After [meeting] his aides, the minister left on Friday.", "2012-07-27 linked"},
      {"The minister spoke on Friday after the [attack] on the king.", "../2012-07-27 tense"},
      {"On Friday the minister denounced the raid, [warning] the rebels.", "2012-07-27 expression"},
      {"The minister sought peace on Friday by [freeing] ten men.", "2012-07-27 expression"},
      {"Since the truce began on July 13, ten men have been [killed].",
       "2012-07-13/2012-07-30 expression"},
      {"The minister [told] a news conference on Friday that the talks would go on.",
       "2012-07-27 expression"},
      {"The groups [condemned] the execution on Friday of two men.", "2012-07-30 saying"},
      {"The groups condemned the [execution] on Friday of two men.", "2012-07-27 expression"},
      {"During a visit to Rome on Friday, the minister [pledged] a loan.", "2012-07-27 expression"},
      {"The court charged the man on Friday with [killing] a priest.", "../2012-07-29 tense"},
      {"The United Nations will [examine] the attack of July 13.", "2012-07-31/.. tense"},
      {"The minister [criticized] Sunday's election.", "2012-07-30 saying"},
      {"The court adjourned the [trial] until Friday.", "2012-08-03 expression"},
      {"The union has called another [march] for Friday.", "2012-08-03 expression"},
      {"The court [adjourned] the trial until Friday.", "../2012-07-30 tense"},
      {"Founded in 1921, the party [won] a seat.", "../2012-07-30 tense"},
      {"The president, who has [ruled] for years, resigned on Friday.", "../2012-07-30 tense"},
      {"The group rejected on Friday an agreement [reached] between the parties.",
       "../2012-07-29 tense"},
      {"Four men were [killed] and two others wounded in clashes in Rome on Friday, police said.",
       "2012-07-27 expression"},
      {"The shop was hit at about 9 p.m. (1900 GMT) on Friday, and a guard [died].",
       "2012-07-27 expression"},
      {"The rebels [fled] a few years ago.", "../2012-07-30 expression"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("the day of words is not that of the deeds they tell", "[ingest][dating]") {
  const auto row = GENERATE(values<Row>({
      {"The minister said on Friday that troops had [crossed] the border.", "../2012-07-27 tense"},
      {"Four men were [hurt] when a bomb exploded late on Sunday, police said Monday.",
       "2012-07-29 expression"},
      {"The army broke its silence on Friday, admitting that troops had [crossed] the border.",
       "../2012-07-29 tense"},
      {"Four men were [hurt] at a market in Rome, police said Monday.\nThe men got burns when a "
       "bomb exploded in the Rome market late Sunday.",
       "2012-07-29 linked"},
      {"Four men were [hurt] at a market in Rome, police said Monday.\nThe president left late "
       "Sunday.",
       "2012-07-30 linked"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("the day of a story is carried on, and background does not take it", "[ingest][dating]") {
  const auto row = GENERATE(values<Row>({
      {"Rebels attacked the town on Friday.\nThey [killed] the governor.", "2012-07-27 linked"},
      {"Rebels attacked the town on Friday.\nThe army had [left] the town.", "../2012-07-29 tense"},
      {"Rebels attacked the town on Friday.\nThe governor will [return] to the town.",
       "2012-07-31/.. tense"},
      {"Rebels attacked the town on Friday.\nThe movement was founded in 1976. Its leaders [fled] "
       "to Iran.",
       "../2012-07-30 tense"},
      {"Rebels attacked the town on Friday.\nIn July last year rebels took the bridge. The army "
       "[fled].",
       "2011-07 linked"},
      {"Rebels attacked the town on Friday.\nPolice said four men were [killed].",
       "2012-07-27 linked"},
      {"Rebels attacked the town on Friday.\nPolice said four men were [killed] while fleeing.",
       "../2012-07-29 tense"},
      {"The minister said on Friday he was glad. He said that the army [killed] four men.",
       "../2012-07-29 tense"},
      {"The president will visit Rome on Friday.\nThe [visit] will be the first.",
       "2012-08-03 linked"},
      {"Iraq invaded Kuwait on Aug. 2, 1990.\nThe [invasion] is a crime.", "1990-08-02 linked"},
      {"Jones was killed on Aug. 2, 1990.\nThe minister condemned the [killing] of Smith.",
       "../2012-07-29 tense"},
      {"The bus crashed in Rome on Friday, the police said on Saturday.\nAll on board were "
       "[killed].",
       "2012-07-27 linked"},
      {"Police arrested a lawmaker on Saturday.\nHe was [accused] of fraud.", "2012-07-28 linked"},
      {"The minister left on Monday.\nPolice arrested a man on Saturday. He was [accused] of "
       "fraud.",
       "2012-07-30 saying"},
      {"On Friday, President Brown opened the conference.\nBrown [praised] the army.",
       "2012-07-27 linked"},
      {"On Friday, President Brown opened the conference.\nThe rebels [accused] the army.",
       "2012-07-30 saying"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("a headline in the present takes the day of the news", "[ingest][dating]") {
  CHECK(dated("Rebels [attack] town\nRebels attacked a town on Friday and left.", "2012-07-30",
              true) == "2012-07-27 linked");
}

TEST_CASE("without a publication day nothing is dated by tense", "[ingest][dating]") {
  const auto row = GENERATE(values<Row>({
      {"The ministers will [meet] in Rome.", " none"},
      {"The ministers [met] in Rome.", " none"},
      {"The minister [rejected] the plan.", " none"},
      {"The ministers [met] in Rome on June 3, 2011.", "2011-06-03 expression"},
      {"The ministers met in Rome on June 3, 2011.\nThey [signed] a treaty.", "2011-06-03 linked"},
      {"The ministers [met] in Rome in August.", "XXXX-08 expression"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "") == row.dated);
}

// 1998-02-13 was a Friday.
TEST_CASE("a day without a year lies where its words look", "[ingest][timex]") {
  struct Row {
    const char* text;
    const char* found;
  };
  const auto row = GENERATE(values<Row>({
      {"The bill bans gifts after the island returns to China in June.", "June = 1998-06"},
      {"The singer, who is to receive a prize in June, said he was glad.", "June = 1998-06"},
      {"The island returns to Chinese rule in June.", "June = 1998-06"},
      {"The hearing was adjourned to Monday.", "Monday = 1998-02-16"},
      {"The envoy was to arrive on Sunday.", "Sunday = 1998-02-15"},
      {"The envoy was to leave on Thursday.", "Thursday = 1998-02-12"},
      {"The rules unveiled Saturday are hated.", "Saturday = 1998-02-07"},
      {"Sales rose to 20 from 19 in April.", "April = 1997-04"},
      {"Sales rose more than expected in April.", "April = 1997-04"},
      {"The ministers decided to cut output in December.", "December = 1997-12"},
      {"The ministers decided to cut output in May.", "May = 1998-05"},
      {"The two will vote in the June elections.", "June = 1998-06"},
      {"The two condemned the attack of last January.", "last January = 1997-01"},
      {"They met in March last.", "March last = 1997-03"},
      {"They will meet on Monday and Tuesday.", "Monday = 1998-02-16; Tuesday = 1998-02-17"},
      {"They spoke on Friday and Thursday.", "Friday = 1998-02-13; Thursday = 1998-02-12"},
      {"They met in November and December.", "November = 1997-11; December = 1997-12"},
      {"Prices rose in the December-January period.", "December = 1997-12; January = 1998-01"},
      {"He calls on the men to use no force after a clash Wednesday in the town.",
       "Wednesday = 1998-02-11"},
      {"We hope for peace in the town following the death Thursday of the king.",
       "Thursday = 1998-02-12"},
      {"The gathering follows a protest at the youth center Thursday.", "Thursday = 1998-02-12"},
      {"The envoy will leave after a ceremony on Sunday.", "Sunday = 1998-02-15"},
      {"The minister gathers his men ahead of Sunday's election.", "Sunday = 1998-02-15"},
  }));
  CAPTURE(row.text);
  CHECK(expressions(row.text, "1998-02-13") == row.found);
}

TEST_CASE("a name is no month", "[ingest][timex]") {
  const auto text = GENERATE(as<std::string>{}, "The doubles went to Chan Yung Jan of Taiwan.",
                             "Protests went on in Mar del Plata.", "Zhao Jun, a director, left.");
  CAPTURE(text);
  CHECK(expressions(text, "1998-02-13") == "");
  CHECK(expressions("It fell in Jan and Mar.", "1998-02-13") == "Jan = 1998-01; Mar = 1998-03");
}

TEST_CASE("a span outside every sentence has no date", "[ingest][dating]") {
  CHECK(dated("They met in Rome. [   ]", "2012-07-30") == " none");
}

TEST_CASE("an unknown list of time.words is named with its line", "[ingest][dating]") {
  TimeWords words;
  CHECK_THROWS_WITH(words.add(parse_rules("says: say\nmonkeys: ape", "time.words")),
                    Catch::StartsWith("time.words:2: unknown list \"monkeys\"; there are: says "));
  CHECK_THROWS_WITH(words.add(parse_rules("says", "time.words")),
                    "time.words:1: write LIST: WORD WORD ...");
  words.add(parse_rules("says: say tell", "time.words"));
  CHECK(words.is(TimeWord::says, "tell"));
  CHECK_FALSE(words.is(TimeWord::ahead, "tell"));
}
