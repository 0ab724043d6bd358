#include <catch2/catch.hpp>

#include "tests/ingest/dating_support.h"

using namespace annals;

// 2012-07-30 was a Monday.
TEST_CASE("what is done on a visit to come is of the days of the visit", "[ingest][dating]") {
  const auto row = GENERATE(values<DatedRow>({
      {"President Brown will visit Rome from August 3 to 4.\nHe will also [meet] the pope.",
       "2012-08-03/2012-08-04 linked"},
      {"Brown, who will pay an official visit to Rome on Friday, left on Monday.\nHe will also "
       "hold "
       "[talks] with the pope.",
       "2012-08-03 linked"},
      {"Brown will visit Rome on Friday.\nBrown will [meet] the pope and address the senate.",
       "2012-08-03 linked"},
      {"Brown will visit Rome on Friday.\nBrown will meet the pope and [address] the senate.",
       "2012-08-03 linked"},
      {"Brown will meet Smith in Rome on Friday.\nThe two leaders will [sign] a treaty.",
       "2012-08-03 linked"},
      {"Brown will visit Rome for three days from Friday.\nHe will [meet] the pope.",
       "2012-08-03/2012-08-05 linked"},
      {"Brown will [visit] Rome for three days from Friday.", "2012-08-03/2012-08-05 expression"},
      {"Brown will visit Rome from Friday.\nHe will [meet] the pope.", "2012-08-03/.. linked"},
      {"Brown would start from Friday a five-day tour of Europe.\nIn Rome Brown would hold [talks] "
       "with the pope.",
       "2012-08-03/2012-08-07 linked"},
      {"Brown will [start] a tour of Europe from Friday.", "2012-08-03 expression"},
      {"Brown will begin a two-week tour of Europe on Friday.\nDuring the visit to Italy, Brown "
       "will [meet] the pope.",
       "2012-08-03/2012-08-16 linked"},
      {"Brown will visit Rome on Friday.\nThe pope will [receive] an envoy during his stay.",
       "2012-08-03 linked"},
      {"Brown will visit Rome on Friday.\nHe may [meet] the pope.", "2012-07-31/.. tense"},
      {"Brown will visit Rome on Friday.\nThe army will [meet] the rebels.", "2012-07-31/.. tense"},
      {"Brown will visit Rome on Friday.\nHe will [cut] taxes.", "2012-07-31/.. tense"},
      {"Brown will visit Rome next year.\nHe will [meet] the pope.", "2012-07-31/.. tense"},
      {"The summit is to be held on Friday.\nThe envoy will [speak] at the summit.",
       "2012-08-03 linked"},
      {"They left for the summit scheduled for Friday.\nThe envoy will [speak] at the summit.",
       "2012-08-03 linked"},
      {"The summit is to be held on Friday.\nThe envoy will [speak] at a summit.",
       "2012-07-31/.. tense"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

// 2012-07-30 was a Monday.
TEST_CASE("the lead is of the day that is told of the attack next", "[ingest][dating]") {
  const auto row = GENERATE(values<DatedRow>({
      {"Rebels [killed] ten men in Kivu, officials said Monday.\nThe attack took place on Friday.",
       "2012-07-27 linked"},
      {"Rebels [seized] ten men in Kivu, officials said Monday.\nThe victims were led away on "
       "Friday.",
       "2012-07-27 linked"},
      {"One soldier has been [killed] in Kivu, the army said on Monday.\nThe attack took place on "
       "Saturday.",
       "2012-07-28 linked"},
      {"Rebels [killed] ten men in Kivu, officials said Monday.\nThe parliament was opened on "
       "Friday.",
       "2012-07-30 linked"},
      {"\"A man was [killed] when a bomb went off while he was working in Kivu Saturday,\" the "
       "army "
       "said on Monday.",
       "2012-07-28 expression"},
      {"Rebels attacked.\nA van was [seen] near the camp, on Saturday, officials said.",
       "2012-07-28 expression"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("a time long gone stays with the deed that it is told of", "[ingest][dating]") {
  const auto row = GENERATE(values<DatedRow>({
      {"Police have [arrested] a man accused of cruelty during a mission in the country in 1993, "
       "officials said.",
       "../2012-07-30 tense"},
      {"Police have arrested a man accused of cruelty during a [mission] in the country in 1993.",
       "1993 expression"},
      {"The [talks] covered many issues and work to update 1978 defense guidelines.",
       "../2012-07-30 tense"},
      {"They met on Friday over the [killing] of Smith.", "../2012-07-29 tense"},
      {"The [war] in Kivu ended in a truce on Friday.", "../2012-07-27 expression"},
      {"The [talks] in Kivu ended on Friday.", "2012-07-27 expression"},
      {"Smith murdered ten in 1888.\nPolice investigate the [murders] of five women.",
       "../2012-07-29 tense"},
      {"The Friday coup [ousted] the president.", "2012-07-27 expression"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("what is reported of the story is not of the like of weeks ago", "[ingest][dating]") {
  const auto row = GENERATE(values<DatedRow>({
      {"A bomb went off on Sunday.\nLocals said ten men were [killed] in it.\nThree were killed in "
       "Kivu on June 10.",
       "2012-07-29 linked"},
      {"Locals said ten men were [killed] in a raid.\nTen were killed in Kivu on June 10.",
       "2012-06-10 linked"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("what is told beside a dated event is bounded or dated by it", "[ingest][dating]") {
  const auto row = GENERATE(values<DatedRow>({
      {"Ten soldiers have been [killed] in Kivu since the offensive against rebels in the region "
       "in "
       "April 1996.",
       "1996-04-01/2012-07-30 expression"},
      {"After carrying out a test on July 9, Chad [agreed] to return to the talks.",
       "2012-07-09/2012-07-30 expression"},
      {"Smith said on Friday after a [visit] to Rome that he was satisfied.",
       "../2012-07-27 tense"},
      {"Smith was shot.\nThey spoke of his [killing] in a February raid.", "2012-02 expression"},
      {"A synod, which met in May in Rome, [called] for an end to the war.", "2012-05 expression"},
      {"Smith flew to Rome on Friday, where he [met] the pope.", "2012-07-27 expression"},
      {"Smith flew to Rome on Friday.\nOn Saturday he travelled to Oslo where he [met] the king.",
       "2012-07-28 expression"},
      {"Larijani referred to the Board of Governors [meeting] due on Thursday, during which the "
       "governors will discuss it.",
       "2012-08-02 expression"},
      {"An offensive began on July 20. The pope spoke on Friday.\nThe offensive [killed] ten "
       "people.",
       "2012-07-20 linked"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("background goes on while it tells of the same people", "[ingest][dating]") {
  const auto row = GENERATE(values<DatedRow>({
      {"The mayor spoke on Friday.\nIn 1916 rebels took the building.\nThey [fled] to a house.",
       "1916 linked"},
      {"The mayor spoke on Friday.\nIn June rebels took the building.\nThey [fled] to a house.\n"
       "They burned it.",
       "2012-06 linked"},
      {"The mayor spoke on Friday.\nIn June rebels took the building.\nThey fled to a house.\n"
       "They [burned] it.",
       "2012-06 linked"},
      {"The mayor spoke on Friday.\nIn 1916 rebels took the building.\nThey later [fled].",
       "../2012-07-30 tense"},
      {"The mayor spoke on Friday.\nIn 1916 rebels took the building.\nTroops [shelled] the "
       "building.",
       "../2012-07-30 tense"},
      {"The mayor spoke on Friday.\nIn 1916 rebels took the building.\nThe council [left] the "
       "hall.",
       "2012-07-27 linked"},
      {"The mayor spoke on Friday.\nIn 1916 rebels took the building.\nTroops shelled the "
       "building.\n"
       "Troops [left] the hall.",
       "2012-07-27 linked"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("a time that stands alone heads what happened then", "[ingest][dating]") {
  const auto row = GENERATE(values<DatedRow>({
      {"Navies met on Friday.\n-- April 1989\nA ship [visited] a port.\n-- May 1990\nTroops left.",
       "1989-04 linked"},
      {"Navies met on Friday.\n-- April 1989\nA ship visited a port.\n-- May 1990\nTroops [left].",
       "1990-05 linked"},
      {"July 30, 2012\nNavies met on Friday.\nA ship [visited] a port.", "2012-07-27 linked"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("a day of saying is that of its speaker, or of the news", "[ingest][dating]") {
  const auto row = GENERATE(values<DatedRow>({
      {"Rebels fled.\nThe town was calm.\nBrown said on Friday that peace was near.\nSmith "
       "[warned] "
       "of war.",
       "2012-07-30 saying"},
      {"Rebels fled.\nThe town was calm.\nBrown said on Friday that peace was near.\nBrown "
       "[warned] "
       "of war.",
       "2012-07-27 saying"},
      {"Rebels fled.\nThe town was calm.\nBrown said on Friday that peace was near.\nThe army "
       "[warned] of war.",
       "2012-07-27 saying"},
      {"Brown said on Friday that peace was near.\nThe town was calm.\nSmith [warned] of war.",
       "2012-07-27 saying"},
      {"Iraq on Sunday condemned three attacks in Amman on Friday.\nThe ministry [urged] calm.",
       "2012-07-29 saying"},
      {"The town was calm.\nThe minister [said] this week that he would go.",
       "2012-07-30 expression"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("what opens a story is of the day that its telling further on has", "[ingest][dating]") {
  const auto row = GENERATE(values<DatedRow>({
      {"A man has been [jailed], officials said Monday.\nSmith was jailed on Friday for fraud.",
       "2012-07-27 linked"},
      {"Smith was arrested on Friday.\nThe king condemned a dozen [arrests].",
       "../2012-07-29 tense"},
      {"Smith was arrested on Friday.\nThe king condemned the [arrest].", "2012-07-27 linked"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("nobody dies twice", "[ingest][dating]") {
  const auto row = GENERATE(values<DatedRow>({
      {"The army killed Carlos Smith on Friday.\nThe king condemned the [assassination] of Smith.",
       "2012-07-27 linked"},
      {"Brown was killed last year.\nThe king denied any role in Brown's [murder].", "2011 linked"},
      // another one, of the same surname too
      {"The army killed Carlos Smith on Friday.\nThe king condemned the [murder] of Jane Smith.",
       "../2012-07-29 tense"},
      {"The army killed Carlos Smith on Friday.\nThe king condemned the [killing] of Brown.",
       "../2012-07-29 tense"},
      // by the day that the story is at
      {"Rebels attacked the town on Sunday.\nSmith was killed by a shot in the head.\nThe king "
       "condemned the [assassination] of Smith.",
       "2012-07-29 linked"},
      {"The army did not kill Smith on Friday.\nThe king condemned the [murder] of Smith.",
       "../2012-07-29 tense"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}
