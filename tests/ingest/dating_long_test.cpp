#include <catch2/catch.hpp>

#include "tests/ingest/dating_support.h"

using namespace annals;

// 2012-07-30 was a Monday.
TEST_CASE("in long sentences a time stays with the word that it is of", "[ingest][dating]") {
  const auto row = GENERATE(values<DatedRow>({
      {"The ministry [said] Sunday the former envoy recently visited the camp.",
       "2012-07-29 expression"},
      {"The ministry said Sunday the former envoy recently [visited] the camp.",
       "../2012-07-29 tense"},
      {"The minister [thanked] them for the visit of the king next month.", "../2012-07-30 tense"},
      {"They will publish it after [consulting] the council on August 5.", "2012-08-05 expression"},
      {"The president has [ordered] the agency to publish the files by the end of the year.",
       "2012-07-30 tense"},
      {"The two states already [cooperate] on trade and signed a treaty in 1995.",
       "2012-07-30 tense"},
      {"Police have [arrested] a soldier accused of abusing boys during a mission in 1993.",
       "2012-07-30 tense"},
      {"The council on Friday slammed the [attack] on the camp.", "../2012-07-27 tense"},
      {"Officials said on Friday, in response to reports saying troops had [fled], that all was "
       "calm.",
       "../2012-07-27 tense"},
      {"Four deputies were [sentenced] in 1995 to 15 years in prison.", "1995 expression"},
      {"A man went on trial on Friday, accused of [killing] nine women.", "../2012-07-29 tense"},
      {"Two guards were killed on Saturday after a bomb [exploded] at the gate.",
       "2012-07-28 expression"},
      {"The guards were arrested on Saturday after they [robbed] a bank.",
       "../2012-07-28 expression"},
      {"The council condemned the killings on Monday. The call came five days after a court "
       "[convicted] two men of a murder in 1992.",
       "2012-07-25 linked"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("what lies ahead is not of the day of the words that tell it", "[ingest][dating]") {
  const auto row = GENERATE(values<DatedRow>({
      {"The ministry said Monday it would [pay] the farmers.", "2012-07-31/.. tense"},
      {"The ministry said on Monday that two envoys will [meet] to discuss the plan.",
       "2012-07-31/.. tense"},
      {"The president was expected later on Monday to [inspect] the camp.",
       "2012-07-30 expression"},
      {"The president will [inspect] the camp on Monday.", "2012-07-30 expression"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("a story stays at its day though older words are told", "[ingest][dating]") {
  const auto row = GENERATE(values<DatedRow>({
      {"Clashes broke out on Sunday in the capital. The envoy said on Friday that peace was near. "
       "Troops [closed] all bridges.",
       "2012-07-29 linked"},
      {"Clashes broke out on Sunday in the capital. The king arrived on Friday. Troops [closed] "
       "all "
       "bridges.",
       "2012-07-27 linked"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("of what is counted over a time the one told of is of its day", "[ingest][dating]") {
  const auto row = GENERATE(values<DatedRow>({
      {"Gunmen attacked a convoy on Sunday. The [attack] was the second on that road this month.",
       "2012-07-29 linked"},
      {"The [attack] was the second on that road this month.", "2012-07 expression"},
      {"The ministers met on Friday. This is the second [meeting] between the two this year.",
       "2012-07-27 linked"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("what was formerly takes no day of the story", "[ingest][dating]") {
  const auto row = GENERATE(values<DatedRow>({
      {"The minister spoke on Monday. He told reporters of his recent [visit] to Cairo.",
       "../2012-07-30 tense"},
      {"Troops attacked the town on Sunday. About 100 rebels were [killed] in an earlier raid.",
       "../2012-07-30 tense"},
      {"The rebels freed a hostage on Sunday. They [attacked] two villages in the past.",
       "../2012-07-30 tense"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("an occasion dates what was done at it", "[ingest][dating]") {
  const auto row = GENERATE(values<DatedRow>({
      {"The army honoured two men who [died] in the raid. Both fell on Friday in the raid on the "
       "mansion.",
       "2012-07-27 linked"},
      {"The raid took place on Friday. The king arrived on Sunday. Two men [died] in the raid.",
       "2012-07-27 linked"},
      {"The raid took place on Friday. The king arrived on Sunday. Two men [died] in a raid.",
       "2012-07-29 linked"},
      {"Last week the police said they had [arrested] two men.",
       "2012-07-23/2012-07-29 expression"},
      {"The envoy [met] the king on Sunday after holding talks with his aides.",
       "2012-07-29 expression"},
      {"The envoy met the king on Sunday after holding [talks] with his aides.",
       "2012-07-29 linked"},
      {"The army killed four \"rebels\" and [arrested] ten, a spokesman said on Sunday.",
       "2012-07-29 linked"},
      {"The minister will [meet] the king before a dinner later Monday.", "2012-07-30 expression"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("a clause of relation is of the time of what it tells more of", "[ingest][dating]") {
  const auto row = GENERATE(values<DatedRow>({
      {"The island has been divided since 1974, when troops [landed] on it.", "1974 expression"},
      {"The island has been [divided] since 1974, when troops landed on it.",
       "1974-01-01/2012-07-30 expression"},
      {"On Friday rebels staged an attack in which two soldiers were [killed].",
       "2012-07-27 expression"},
      {"Rallies were [announced] for Friday in the capital.", "2012-07-30 saying"},
      {"[Rallies] were announced for Friday in the capital.", "2012-08-03 expression"},
      {"They called a [strike] for Friday.", "2012-08-03 expression"},
      {"He postponed a [visit] that had been scheduled for Friday.", "2012-08-03 expression"},
      {"The council on Friday passed a resolution [imposing] sanctions.", "2012-07-27 expression"},
      {"In Rome on Friday, Prime Minister Tony Brown [warned] that the talks would fail.",
       "2012-07-27 expression"},
      {"The group [praised] a move by the council, which called on Friday for peace.",
       "2012-07-30 saying"},
      {"They live here. A general has [accused] the allies of a deadly air strike on the town last "
       "year.",
       "../2012-07-30 tense"},
      {"They live here. Officials have long [voiced] fears and pressed the rebels to talk.",
       "../2012-07-30 tense"},
      {"They live here. Officials have long voiced fears and [pressed] the rebels to talk.",
       "../2012-07-30 tense"},
      {"He spoke on Friday, three days after the council imposed a [ban] on arms.",
       "2012-07-24 linked"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("a time that the tense forbids is of something else", "[ingest][dating]") {
  const auto row = GENERATE(values<DatedRow>({
      {"Two soldiers are to face charges in connection with the [killing] of ten villagers in the "
       "town last year.",
       "2011 expression"},
      {"Two soldiers are to face [charges] in connection with the killing of ten villagers in the "
       "town last year.",
       "2012-07-31/.. tense"},
      {"The ministers will renew their [commitment] to the goals made in 1994.",
       "2012-07-31/.. tense"},
      {"The court will hear the case against Smith and four of his aides for the [massacre] of ten "
       "people from the village of Roda in 1982.",
       "1982 expression"},
      {"The league called for an emergency [meeting] of its ministers next Sunday.",
       "2012-08-05 expression"},
      {"The league [called] for an emergency meeting of its ministers next Sunday.",
       "2012-07-30 saying"},
      {"He is an architect of a November 1995 accord under which the region is being [returned].",
       "2012-07-30 tense"},
      {"The party was founded in 1972 and now [leads] the opposition.", "2012-07-30 tense"},
      {"Last month a man is killed when a bomb [explodes] in the town.", "2012-06 expression"},
      {"The [trial] of the two generals resumes on Friday.", "2012-08-03 expression"},
      {"The [visit], planned in secret, came as the rebels fled on Sunday.", "2012-07-29 linked"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("clauses of when and since, and what follows", "[ingest][dating]") {
  const auto row = GENERATE(values<DatedRow>({
      {"When the king visited Rome a year ago, the two [agreed] to a treaty while crowds cheered.",
       "2011 expression"},
      {"When the king visited Rome a year ago, the two agreed to a treaty while crowds [cheered].",
       "2011 expression"},
      {"The [march] followed a rally on Saturday by a thousand people in the port.",
       "2012-07-28/2012-07-30 expression"},
      {"Gunmen attacked a minister on Friday.\nA day before that, rebels [kidnapped] a judge.",
       "2012-07-26 expression"},
      {"Smith is the first minister to [visit] the island.", "../2012-07-30 tense"},
      {"Smith will be the first minister to [visit] the island.", "2012-07-31/.. tense"},
      {"The king will also [attend] the summit to be held in Rome from August 17 to 19.",
       "2012-08-17/2012-08-19 expression"},
      {"Rebels bombed a mosque on Friday.\nThe king condemned such a [bombing].",
       "2012-07-27 linked"},
      {"It shows a rise in violence since the [bombing] of a mosque in the town in February.",
       "2012-02 expression"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("an act of saying in a clause of when, and occasions that are set", "[ingest][dating]") {
  const auto row = GENERATE(values<DatedRow>({
      {"The row turned bitter in October 2004 when the king [promised] to exempt the herds.",
       "2004-10 expression"},
      {"In parliament earlier this month, the minister categorically [denied] the report.",
       "2012-07-01/2012-07-30 expression"},
      {"Leaders have been invited to [participate] in the Rome Summit scheduled for August 14-15.",
       "2012-08-14/2012-08-15 expression"},
      {"The king said they have agreed to build a bridge during his October [visit] to China.",
       "2011-10 expression"},
      {"Rebels attacked the town on Sunday.\nThe king said he discussed the raid when he [held] a "
       "meeting with his aides.",
       "2012-07-29 linked"},
      {"Rebels attacked the town on Sunday.\nThe party announced on Saturday that its leader would "
       "stay.\nFour men [died] in fights in the north.",
       "2012-07-29 linked"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}
