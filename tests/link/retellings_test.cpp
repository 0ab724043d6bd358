#include <catch2/catch.hpp>

#include "link/link.h"
#include "link/wording.h"
#include "tests/support/link_words.h"
#include "tests/support/told.h"

namespace annals {
namespace {

using test::facts_of;
using test::link_words;
using test::Said;
using test::Told;
using test::Who;

const Who anna{.name = "Anna Berg", .country = "SWE"};
const Who omar{.name = "Omar Said", .country = "EGY"};
const Who army{.name = "Egyptian army", .kind = ActorKind::organization, .country = "EGY"};
const Who egypt{.name = "Egypt", .kind = ActorKind::country, .country = "EGY"};
const Who rebels{.name = "rebels", .kind = ActorKind::role_group};
const Who villagers{.name = "villagers", .kind = ActorKind::role_group};

std::size_t events_of(const std::vector<Told>& told) {
  std::vector<Facts> facts;
  for (const Told& each : told) facts.push_back(facts_of(each));
  return link_facts(facts, {}, link_words()).events.size();
}

Told article(const char* name, const char* published, std::vector<Said> said) {
  return {.name = name, .source = name, .published = published, .said = std::move(said)};
}

Said killed(const char* sentence, std::vector<Who> targets, const char* date) {
  return {.sentence = sentence,
          .type = "ASSAULT",
          .cameo = "1823",
          .targets = std::move(targets),
          .date = date};
}

Said blamed(const char* sentence) {
  return {.sentence = sentence,
          .type = "ACCUSE",
          .cameo = "112",
          .sources = {anna},
          .date = "2011-09-26",
          .basis = DateBasis::reporting_day};
}

/// One sentence that tells of a raid, and its second telling, of what the raid did.
Facts raid(const std::string& sentence, const std::string& noun, const std::string& verb) {
  Facts facts = facts_of(article("a", "2011-05-27",
                                 {{.sentence = sentence,
                                   .type = "ASSAULT",
                                   .cameo = "190",
                                   .sources = {army},
                                   .targets = {egypt},
                                   .date = "2011-05-02"}}));
  const auto span_of = [&](const std::string& word) {
    const auto at = static_cast<std::uint32_t>(facts.article.text.find(word));
    return Span{at, at + static_cast<std::uint32_t>(word.size())};
  };
  const Facts other =
      facts_of(article("a", "2011-05-27", {killed("He was *killed*.", {omar}, "2011-05-02")}));
  facts.actors.insert(facts.actors.end(), other.actors.begin(), other.actors.end());
  Mention result = other.mentions.front();
  result.sentence = result.evidence = facts.mentions.front().sentence;
  facts.mentions.front().trigger = span_of(noun);
  result.trigger = span_of(verb);
  facts.mentions.push_back(result);
  return facts;
}

std::size_t raids(const std::string& sentence, const std::string& noun, const std::string& verb) {
  const std::vector<Facts> facts = {raid(sentence, noun, verb)};
  return link_facts(facts, {}, link_words()).events.size();
}

TEST_CASE("what an attack did is told of that attack", "[link][retellings]") {
  CHECK(raids("The *raid* in the old harbour town that killed him was long planned.", "raid",
              "killed") == 1);
  CHECK(raids("Troops *stormed* the house before dawn, killing him and a guard.", "stormed",
              "killing") == 1);
  CHECK(raids("The *raid* on the house angered men who killed him a day later.", "raid",
              "killed") == 2);
  CHECK(raids("The *raid* failed, but an illness, doctors said, killed him.", "raid", "killed") ==
        2);
}

TEST_CASE("another attack has results of its own", "[link][retellings]") {
  const auto with = [](const char* clause) {
    const std::string sentence =
        "He recalled the attacks, one a *raid* that left 16 people dead and " + std::string(clause);
    Facts facts = raid(sentence, "raid", "killed");
    for (Mention& each : facts.mentions)
      each.counts = {{.what = "killed", .value = 8, .words = {}}};
    return link_facts(std::vector<Facts>{facts}, {}, link_words()).events.size();
  };
  CHECK(with("the hotel that killed eight.") == 1);
  CHECK(with("another in the west that killed eight.") == 2);
}

TEST_CASE("those who attack have dead as well", "[link][retellings]") {
  const Said attack{.sentence = "The rebels *attacked* the soldiers before midnight on Tuesday.",
                    .type = "ASSAULT",
                    .cameo = "190",
                    .sources = {rebels},
                    .targets = {army},
                    .date = "2015-04-14"};
  Said toll = killed("One of the rebels was *killed*.", {rebels}, "2015-04-15");
  toll.basis = DateBasis::linked;
  toll.counts = {{.what = "killed", .value = 1, .words = "one"}};
  Said again = attack;
  again.sentence = "Rebels *attacked* a unit late on Tuesday in the village, the army said.";
  CHECK(events_of({article("a", "2015-04-15", {attack, toll}),
                   article("b", "2015-04-15", {again})}) == 1);
}

TEST_CASE("a wish to meet some day is not the meeting that was planned", "[link][retellings]") {
  Said planned{.sentence = "The two men were to *meet* in Cairo on June 12.",
               .type = "CONSULT",
               .cameo = "036",
               .others = {anna, omar},
               .date = "2018-06-12",
               .status = Status::planned};
  Said wish = planned;
  wish.sentence = "Anna Berg said that she hoped to *meet* him some day.";
  wish.date = "2018-05-25/..";
  wish.basis = DateBasis::dateline_relative;
  wish.status = Status::hypothetical;
  Said met = planned;
  met.sentence = "They *met* on Tuesday for the first time.";
  met.cameo = "040";
  met.status = Status::happened;
  CHECK(events_of(
            {article("a", "2018-05-24", {planned, wish}), article("b", "2018-06-12", {met})}) == 2);
}

TEST_CASE("what one says about two things is two events", "[link][retellings]") {
  const Said harbour =
      blamed("She *blamed* careless planners for the flooded harbour quarter of Malmo.");
  const Said again = blamed(
      "On Monday she *blamed* careless planners in Malmo, whose harbour quarter lies flooded.");
  const Said school =
      blamed("She *blamed* striking teachers because pupils missed their summer examinations.");
  CHECK(events_of({article("a", "2011-09-26", {harbour}), article("b", "2011-09-26", {again})}) ==
        1);
  CHECK(events_of({article("a", "2011-09-26", {harbour}), article("b", "2011-09-26", {school})}) ==
        2);
}

TEST_CASE("a later version of a story tells the same events", "[link][retellings]") {
  const char* early =
      "Seven villagers snatched during Sunday's brazen market raid were *killed* yesterday "
      "evening, "
      "hospital doctors confirmed.";
  const char* late =
      "Nine villagers snatched during Sunday's brazen market raid were *killed* yesterday evening, "
      "hospital doctors have confirmed.";
  const auto day = [](const char* sentence) { return killed(sentence, {villagers}, "2011-09-25"); };
  CHECK(events_of({article("a", "2011-09-26", {day(early)}),
                   article("b", "2011-09-27", {day(late)})}) == 1);
  CHECK(events_of({article("a", "2011-09-26", {day(early)}),
                   article("b", "2011-10-27", {day(late)})}) == 2);
}

TEST_CASE("a man is killed once, whenever it is told", "[link][retellings]") {
  const Said news =
      killed("Omar Said was *killed* by a bomb beneath his car.", {omar}, "2005-02-14");
  const Said year_later =
      killed("Ministers want a court for the murder that *killed* Omar Said.", {omar}, "2005");
  CHECK(events_of({article("a", "2005-02-15", {news}), article("b", "2006-11-21", {year_later})}) ==
        1);
}

TEST_CASE("a relative clause tells what killed a man", "[link][retellings]") {
  const auto with = [](const char* sentence) {
    Said blast = killed(sentence, {omar}, "2005-02-20");
    blast.cameo = "183";
    blast.basis = DateBasis::linked;
    return events_of(
        {article("a", "2005-02-15", {killed("A bomb *killed* Omar Said.", {omar}, "2005-02-14")}),
         article("b", "2005-02-21", {blast})});
  };
  CHECK(with("She was asked about the *blast* that killed Omar Said.") == 1);
  CHECK(with("She was asked about the *blast* near Omar Said.") == 2);
}

TEST_CASE("a toll makes an attack known again whatever day is derived", "[link][retellings]") {
  const auto with = [](double dead, const char* sentence, DateBasis basis) {
    const auto attack = [](const char* words, double number, const char* date) {
      Said said = killed(words, {villagers}, date);
      said.cameo = "183";
      said.counts = {{.what = "killed", .value = number, .words = {}}};
      return said;
    };
    Said later = attack(sentence, dead, "2005-11-18");
    later.basis = basis;
    return events_of(
        {article("a", "2005-11-10",
                 {attack("Bombs in three hotels of the capital *killed* many.", 57, "2005-11-09")}),
         article("b", "2005-11-18", {later})});
  };
  const char* again = "The three bombs in hotels had *killed* guests of a wedding in the capital.";
  CHECK(with(57, again, DateBasis::linked) == 1);
  CHECK(with(57, again, DateBasis::expression) == 2);
  CHECK(with(56, again, DateBasis::linked) == 2);
  CHECK(with(57, "Floods and heavy rains *killed* farmers far inland.", DateBasis::linked) == 2);
}

TEST_CASE("a man who is said to have died on two days died once", "[link][retellings]") {
  const auto told = [](const char* name, const char* published, const char* date) {
    return article(name, published,
                   {killed("Nobody was tried for the *murder* of Omar Said.", {omar}, date)});
  };
  Said wrong = killed("They met late over the *killing* of Omar Said.", {omar}, "2005-11-11");
  Said bare = killed("He had foreseen the *murder* of Omar Said.", {omar}, "2005-02-14");
  bare.basis = DateBasis::linked;
  std::vector<Facts> facts;
  for (const Told& each :
       {told("a", "2005-05-12", "2005-02"), told("b", "2005-06-12", "2005-02"),
        article("c", "2005-11-12", {wrong, bare}), told("d", "2005-12-01", "2005")})
    facts.push_back(facts_of(each));
  const Graph graph = link_facts(facts, {}, link_words());
  REQUIRE(graph.events.size() == 1);
  CHECK(format_edtf(graph.events[0].date) == "2005-02");  // more texts than the narrower day
  REQUIRE(graph.events[0].contested.size() == 1);
  CHECK(graph.events[0].contested[0].values == std::vector<std::string>{"2005-02", "2005-11-11"});
}

TEST_CASE("a man is to be executed once", "[link][retellings]") {
  const auto planned = [](const char* sentence, const char* date, DateBasis basis, Who whom) {
    Said said = killed(sentence, {std::move(whom)}, date);
    said.cameo = "138";
    said.status = Status::planned;
    said.basis = basis;
    return said;
  };
  const auto with = [&](const Who& whom) {
    return events_of({article("a", "2006-12-26",
                              {planned("A court said he would be *hanged* within a month.",
                                       "2006-12-27/2007-01-25", DateBasis::expression, omar)}),
                      article("b", "2006-12-28",
                              {planned("Bombs went off in the city after news of the *execution*.",
                                       "2006-12-29/..", DateBasis::dateline_relative, whom)})});
  };
  CHECK(with(omar) == 1);
  CHECK(with(anna) == 2);
}

TEST_CASE("who tried to kill a man did not kill him", "[link][retellings]") {
  Said attempt = killed("There was a plot to *assassinate* Omar Said.", {omar}, "2005-02-14");
  attempt.cameo = "185";
  CHECK(events_of({article("a", "2005-02-15", {attempt}),
                   article("b", "2005-02-15",
                           {killed("A bomb *killed* Omar Said.", {omar}, "2005-02-14")})}) == 2);
}

TEST_CASE("a relative clause has the determiner of its noun", "[link][retellings]") {
  const auto with = [](const char* sentence) {
    Said later = killed(sentence, {villagers}, "2011-09-20");
    later.basis = DateBasis::linked;
    return events_of({article(
        "a", "2011-09-27",
        {killed("Rebels *attacked* the villagers on Monday.", {villagers}, "2011-09-26"), later})});
  };
  CHECK(with("She spoke of the bombings that *killed* villagers.") == 1);
  CHECK(with("She spoke of his long rule that *killed* villagers.") == 2);
}

TEST_CASE("who killed a man may be disputed", "[link][retellings]") {
  const Who front{.name = "Red Front", .kind = ActorKind::armed_group, .country = "EGY"};
  Said one = killed("Police said the army *killed* Omar Said.", {omar}, "2005-02-14");
  one.sources = {army};
  Said other = killed("A rival blames a group that *killed* Omar Said.", {omar}, "2005-02-14");
  other.sources = {front};
  CHECK(events_of({article("a", "2005-02-15", {one}), article("b", "2005-02-16", {other})}) == 1);
}

TEST_CASE("what is long past is known by its year, but for talks", "[link][retellings]") {
  const auto told = [](const char* sentence, const char* type, const char* cameo) {
    return Said{.sentence = sentence,
                .type = type,
                .cameo = cameo,
                .sources = {army},
                .targets = {omar},
                .date = "1973"};
  };
  const auto linked = [&](const char* type, const char* cameo) {
    return events_of(
        {article("a", "2006-05-01",
                 {told("The country mourned him whom the army *toppled* long ago.", type, cameo)}),
         article("b", "2006-12-11",
                 {told("Few remember how he was *toppled* when prices rose.", type, cameo)})});
  };
  CHECK(linked("COERCE", "172") == 1);
  CHECK(linked("CONSULT", "040") == 2);
}

TEST_CASE("two pairs of tellings of long ago come together", "[link][retellings]") {
  const auto told = [](const char* sentence) {
    return Said{.sentence = sentence,
                .type = "COERCE",
                .cameo = "172",
                .sources = {army},
                .targets = {omar},
                .date = "1973"};
  };
  const Said mourned = told("The country mourned quietly him whom the army *toppled* then.");
  const Said prices = told("Prices rose sharply when generals *toppled* their president.");
  CHECK(events_of({article("a", "2006-05-01", {mourned}), article("b", "2006-05-20", {mourned}),
                   article("c", "2006-12-11", {prices}), article("d", "2006-12-29", {prices})}) ==
        1);
}

TEST_CASE("an act is told by a verb and by its forms", "[link][retellings]") {
  const auto alike = [](const char* one, const char* other) {
    return is_one_word({.trigger = one}, {.trigger = other});
  };
  CHECK(alike("called", "calling"));
  CHECK(alike("execute", "execution"));
  CHECK(alike("opened fire", "opened fire"));
  CHECK_FALSE(alike("arrived", "arrested"));
  CHECK_FALSE(alike("talks", "talkativeness"));
  CHECK_FALSE(alike("opened fire", "opened talks"));
}

TEST_CASE("the number of the dead tells a massacre that names nobody", "[link][retellings]") {
  const auto massacre = [](const char* sentence, double dead) {
    Said said = killed(sentence, {villagers}, "1982");
    said.cameo = "202";
    said.counts = {{.what = "killed", .value = dead, .words = "many"}};
    return said;
  };
  const Said trial = massacre("Judges heard about the *massacre* in the village.", 148);
  CHECK(events_of({article("a", "2005-12-04", {trial}),
                   article("b", "2005-12-16",
                           {massacre("The old ruler stands accused of a *massacre*.", 148)})}) ==
        1);
  CHECK(events_of({article("a", "2005-12-04", {trial}),
                   article("b", "2005-12-16",
                           {massacre("The old ruler stands accused of a *massacre*.", 96)})}) == 2);
}

TEST_CASE("nameless people do not make an everyday act one event", "[link][retellings]") {
  const auto met = [](const char* sentence, Who who) {
    return Said{.sentence = sentence,
                .type = "CONSULT",
                .cameo = "036",
                .others = {std::move(who)},
                .date = "2006-11-07",
                .status = Status::planned};
  };
  const Who leaders{.name = "leaders", .kind = ActorKind::role_group};
  const Who envoys{.name = "Egyptian envoys", .kind = ActorKind::role_group, .country = "EGY"};
  CHECK(events_of({article("a", "2006-11-06", {met("The leaders will *meet* again.", leaders)}),
                   article("b", "2006-11-01", {met("Envoys will *meet* there.", envoys)})}) == 2);
}

TEST_CASE("as many dead are the dead of one attack", "[link][retellings]") {
  const Who mission{.name = "Egyptian mission", .kind = ActorKind::organization, .country = "EGY"};
  const Who hotel{.name = "Grand Hotel", .kind = ActorKind::organization, .country = "JOR"};
  const char* words = "at least 57";
  const auto hit = [&](Who whom, double dead, const char* date, DateBasis basis) {
    Said said = killed("The blasts *hit* them.", {std::move(whom)}, date);
    said.basis = basis;
    said.counts = {{.what = "killed", .value = dead, .words = words}};
    return said;
  };
  const auto both = [&](double dead, const char* date, DateBasis basis) {
    return events_of(
        {article("a", "2011-09-27", {hit(mission, 57, "2011-09-26", DateBasis::expression)}),
         article("b", "2011-09-28", {hit(hotel, dead, date, basis)})});
  };
  CHECK(both(57, "2011-09-26", DateBasis::expression) == 1);
  CHECK(both(57, "2011-09-28", DateBasis::reporting_day) == 1);
  CHECK(both(57, "2011-09-28", DateBasis::expression) == 2);
  CHECK(both(56, "2011-09-26", DateBasis::expression) == 2);
  words = "dozens";
  CHECK(both(57, "2011-09-26", DateBasis::expression) == 2);
}

TEST_CASE("nameless people are the same where the day is told in like words",
          "[link][retellings]") {
  const auto took = [](const char* sentence, const char* date) {
    return Said{
        .sentence = sentence, .type = "ASSAULT", .cameo = "192", .sources = {rebels}, .date = date};
  };
  const Told first = article(
      "a", "2011-09-27",
      {took("Backed by soldiers, rebels *seized* the airport, harbour and palace.", "2011-09-26")});
  const auto with = [&](const char* sentence, const char* date) {
    return events_of({first, article("b", "2011-09-27", {took(sentence, date)})});
  };
  const char* alike = "The rebels *seized* a palace, an airport and its harbour with soldiers.";
  CHECK(with(alike, "2011-09-26") == 1);
  CHECK(with(alike, "2011-09-25") == 2);
  CHECK(with("The rebels *seized* a village of fishermen without a single shot.", "2011-09-26") ==
        2);
}

}  // namespace
}  // namespace annals
