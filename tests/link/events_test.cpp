#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "link/decisions.h"
#include "link/link.h"
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
const Who sweden{.name = "Sweden", .kind = ActorKind::country, .country = "SWE"};
const Who egypt{.name = "Egypt", .kind = ActorKind::country, .country = "EGY"};
const Who officials{.name = "Egyptian officials", .kind = ActorKind::role_group, .country = "EGY"};
const Who gunmen{.name = "gunmen", .kind = ActorKind::role_group};
const Who front{.name = "Red Front", .kind = ActorKind::armed_group, .country = "EGY"};
const Who embassy{.name = "Swedish embassy", .kind = ActorKind::organization, .country = "SWE"};

Said met(const char* date, std::vector<Who> others = {anna, omar}) {
  return {.sentence = "They *met*.",
          .type = "CONSULT",
          .cameo = "040",
          .others = std::move(others),
          .date = date};
}

Said attack(const char* date, std::vector<Who> sources = {}) {
  return {.sentence = "There was an *attack* on the Swedish embassy.",
          .type = "ASSAULT",
          .cameo = "190",
          .sources = std::move(sources),
          .targets = {embassy},
          .date = date,
          .place = "Cairo",
          .place_country = "EGY"};
}

/// The graph of two articles of one sentence each.
Graph linked(const Said& first, const Said& second, const char* published = "2011-09-27",
             const std::vector<Decision>& decisions = {}) {
  const std::vector<Facts> facts = {
      facts_of({.name = "a", .source = "A", .published = "2011-09-27", .said = {first}}),
      facts_of({.name = "b", .source = "B", .published = published, .said = {second}})};
  return link_facts(facts, decisions, link_words());
}

TEST_CASE("pairs of tellings are one event or two", "[link][events]") {
  const Said planned = [] {
    Said said = met("2011-09-26");
    said.status = Status::planned;
    return said;
  }();
  const Said elsewhere = [] {
    Said said = attack("2011-09-13");
    said.place = "Oslo";
    said.place_country = "NOR";
    return said;
  }();
  const Said phoned = [] {
    Said said = met("2011-09-26");
    said.cameo = "041";
    return said;
  }();
  const Said visited = [] {
    Said said = met("2011-09-26");
    said.cameo = "042";
    return said;
  }();
  const Said back = {.sentence = "It *hit* back.",
                     .type = "ASSAULT",
                     .cameo = "190",
                     .sources = {embassy},
                     .targets = {front},
                     .date = "2011-09-13"};
  const Said deadly = [] {
    Said said = attack("2011-09-13");
    said.counts = {{.what = "killed", .value = 40, .words = "40"}};
    return said;
  }();
  const Said harmless = [] {
    Said said = attack("2011-09-13");
    said.counts = {{.what = "killed", .value = 2, .words = "two"}};
    return said;
  }();
  struct Row {
    const char* why;
    Said a, b;
    std::size_t events;
  };
  const std::vector<Row> rows = {
      {"same day, same people", met("2011-09-26"), met("2011-09-26"), 1},
      {"two days, same people", met("2011-09-26"), met("2011-09-28"), 2},
      {"a day and the month it lies in", met("2011-09-26"), met("2011-09"), 1},
      {"a day and another month", met("2011-09-26"), met("2011-08"), 2},
      {"an official for the country", met("2011-09-26", {anna, egypt}),
       met("2011-09-26", {anna, officials}), 1},
      {"one person in common, the others strangers", met("2011-09-26", {anna, omar}),
       met("2011-09-26", {anna, {.name = "John Doe", .country = "USA"}}), 2},
      {"one more guest", met("2011-09-26", {anna, omar}),
       met("2011-09-26", {anna, omar, officials}), 1},
      {"doer and target swapped", attack("2011-09-13", {front}), back, 2},
      {"doer known to one only", attack("2011-09-13"), attack("2011-09-13", {front}), 1},
      {"gunmen for a group", attack("2011-09-13", {gunmen}), attack("2011-09-13", {front}), 1},
      {"two cities", attack("2011-09-13"), elsewhere, 2},
      {"forty dead and two dead", deadly, harmless, 2},
      {"phoned and visited", phoned, visited, 2},
      {"visited and met", visited, met("2011-09-26"), 1},
      {"a day without a year", attack("2011-09-13"), attack("XXXX-09-13"), 1},
      {"another day without a year", attack("2011-09-13"), attack("XXXX-09-14"), 2},
      {"no date but the same target and place", attack("2011-09-13"), attack(""), 1},
      {"planned on the day of the first article, and done before it", planned, met("2011-09-26"),
       2},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CHECK(linked(row.a, row.b).events.size() == row.events);
    CHECK(linked(row.b, row.a).events.size() == row.events);
  }
}

TEST_CASE("a sentence that is printed again the next day tells nothing new", "[link][events]") {
  const auto says = [](const char* sentence, const char* date, DateBasis basis) {
    return Said{.sentence = sentence,
                .type = "REJECT",
                .cameo = "120",
                .sources = {anna},
                .date = date,
                .basis = basis};
  };
  const auto* const words =
      "Anna Berg *ruled* out the possibility of another attempt on the Swedish governor.";
  const Said told = says(words, "2011-09-27", DateBasis::reporting_day);
  const auto events = [&](const Said& again, const char* published) {
    return linked(told, again, published).events.size();
  };
  CHECK(events(says(words, "2011-09-28", DateBasis::reporting_day), "2011-09-28") == 1);
  CHECK(events(says(words, "2011-10-02", DateBasis::reporting_day), "2011-10-02") == 2);
  CHECK(events(says(words, "2011-09-28", DateBasis::expression), "2011-09-28") == 2);
  const auto* const other =
      "On the next morning she *ruled* out talks with rebels about prisoners.";
  CHECK(events(says(other, "2011-09-28", DateBasis::reporting_day), "2011-09-28") == 2);
}

TEST_CASE("a plan for after the report may be one for its day", "[link][events]") {
  Said today = met("2011-09-27");
  today.status = Status::planned;
  Said later = met("2011-09-28/..");
  later.status = Status::planned;
  later.basis = DateBasis::dateline_relative;
  CHECK(linked(today, later).events.size() == 1);
  later.basis = DateBasis::expression;
  CHECK(linked(today, later).events.size() == 2);
}

TEST_CASE("a trial is no accusation", "[link][events]") {
  const auto act = [](const char* cameo) {
    return Said{
        .sentence = "Told by " + std::string(cameo) + ": *charges* against Omar Said in Cairo.",
        .type = "ACCUSE",
        .cameo = cameo,
        .targets = {omar},
        .date = "2011-09-13",
        .place = "Cairo",
        .place_country = "EGY"};
  };
  CHECK(linked(act("090"), act("112")).events.size() == 2);
  CHECK(linked(act("090"), act("092")).events.size() == 1);
  CHECK(linked(act("110"), act("112")).events.size() == 1);
}

TEST_CASE("an article comes back to an event by a definite noun", "[link][events]") {
  const auto told = [](const char* sentence, std::vector<Who> others, const char* date) {
    return Said{.sentence = sentence,
                .type = "CONSULT",
                .cameo = "046",
                .others = std::move(others),
                .date = date,
                .basis = *date == '\0' ? DateBasis::none : DateBasis::expression};
  };
  struct Row {
    const char* why;
    Said second;
    std::size_t events;
  };
  const std::vector<Row> rows = {
      {"nobody named", told("The *talks* went on.", {}, ""), 1},
      {"words between", told("The long peace *talks* went on.", {}, ""), 1},
      {"whose it was", told("Their *meeting* pleased Anna Berg.", {anna}, ""), 1},
      {"the same man", told("The *meeting* pleased Anna Berg.", {anna}, ""), 1},
      {"no determiner", told("New *talks* are needed.", {}, ""), 2},
      {"a determiner of another noun", told("The men for whom *talks* go on.", {}, ""), 2},
      {"the first of its kind", told("The first *meeting* was long ago.", {}, ""), 2},
      {"somebody else", told("The *meeting* pleased John Doe.", {{.name = "John Doe"}}, ""), 2},
      {"another day", told("The *talks* were held before.", {}, "2011-09-20"), 2},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const std::vector<Facts> facts = {facts_of({.name = "a",
                                                .source = "A",
                                                .published = "2011-09-27",
                                                .said = {met("2011-09-26"), row.second}})};
    CHECK(link_facts(facts, {}, link_words()).events.size() == row.events);
  }
}

TEST_CASE("who was found in another telling does not make both one", "[link][events]") {
  const auto attack = [](const char* sentence, const char* by) {
    return Said{.sentence = sentence,
                .type = "ASSAULT",
                .cameo = "190",
                .sources = {{.name = by, .kind = ActorKind::armed_group}},
                .targets = {{.name = "NATO", .kind = ActorKind::organization}}};
  };
  const auto events = [&](bool supplied) {
    std::vector<Facts> facts = {
        facts_of({.name = "a",
                  .source = "A",
                  .said = {attack("Red Front *attacked* NATO.", "Red Front"),
                           attack("Blue Front *fights*.", "militants")}})};
    for (auto& mention : facts[0].mentions) {
      for (auto& who : mention.participants) who.span = mention.sentence;
    }
    if (supplied) facts[0].mentions[1].participants[1].span = {};
    return link_facts(facts, {}, link_words()).events.size();
  };
  CHECK(events(false) == 1);
  CHECK(events(true) == 2);
}

TEST_CASE("a title and the sentences behind it tell one thing", "[link][events]") {
  Said title = met("", {anna, sweden});  // "the Stockholm talks"
  title.title = true;
  title.basis = DateBasis::none;
  const auto events = [&](const Said& lead, std::size_t between) {
    Told told{.name = "a", .source = "A", .published = "2011-09-27", .said = {title}};
    for (std::size_t i = 0; i < between; ++i) told.said.push_back({.sentence = "Nothing else."});
    told.said.push_back(lead);
    const std::vector<Facts> facts = {facts_of(told)};
    return link_facts(facts, {}, link_words()).events.size();
  };
  CHECK(events(met("2011-09-26"), 0) == 1);
  CHECK(events(met("2011-09-26"), 5) == 2);
  CHECK(events(met("2011-09-26", {omar, officials}), 0) == 2);
}

TEST_CASE("rare acts of a month are told of a group and of guerrillas", "[link][events]") {
  const auto ceasefire = [](Who who, const char* date) {
    return Said{.sentence = "They declared a *ceasefire*.",
                .type = "RETREAT",
                .cameo = "0871",
                .sources = {std::move(who)},
                .date = date};
  };
  Who red = front;
  red.code = "EGYREB";
  const Who guerrillas{.name = "guerrillas", .kind = ActorKind::role_group, .code = "REB"};
  const Who soldiers{.name = "soldiers", .kind = ActorKind::role_group, .code = "MIL"};
  CHECK(linked(ceasefire(red, "2011-09"), ceasefire(guerrillas, "2011-09-17")).events.size() == 1);
  CHECK(linked(ceasefire(red, "2011-09"), ceasefire(guerrillas, "2011-10-17")).events.size() == 2);
  CHECK(linked(ceasefire(red, "2011-09"), ceasefire(soldiers, "2011-09-17")).events.size() == 2);
}

TEST_CASE("talks are held a day late, or after they were called off", "[link][events]") {
  Said plan = met("2011-09-29");
  plan.status = Status::planned;
  CHECK(linked(plan, met("2011-09-30"), "2011-10-01").events.size() == 1);
  CHECK(linked(plan, met("2011-10-02"), "2011-10-03").events.size() == 2);
  plan.others = {anna, officials};
  CHECK(linked(plan, met("2011-09-30", {anna, embassy}), "2011-10-01").events.size() == 2);
  // one article plans and calls off, the other tells that it took place after all
  Said off = met("2011-09-27");
  off.status = Status::cancelled;
  plan.others = {anna, omar};
  const std::vector<Facts> facts = {
      facts_of({.name = "a", .source = "A", .published = "2011-09-27", .said = {plan, off}}),
      facts_of(
          {.name = "b", .source = "B", .published = "2011-09-30", .said = {met("2011-09-29")}})};
  const Graph graph = link_facts(facts, {}, link_words());
  REQUIRE(graph.events.size() == 1);
  CHECK(graph.events[0].status == Status::happened);
  // the day told with the cancellation is not that of the talks
  CHECK(format_edtf(graph.events[0].date) == "2011-09-29");
}

TEST_CASE("the country of an attack was not attacked beside whom it was made on",
          "[link][events]") {
  Said raid = attack("2011-09-13", {front});
  Said killing = raid;
  raid.targets = {egypt, anna};
  killing.targets = {anna};
  const std::vector<Facts> facts = {
      facts_of({.name = "a", .source = "A", .published = "2011-09-27", .said = {raid}}),
      facts_of({.name = "b", .source = "B", .published = "2011-09-27", .said = {killing}})};
  const Graph graph = link_facts(facts, {}, link_words());
  REQUIRE(graph.events.size() == 1);
  REQUIRE(graph.events[0].participants.size() == 2);
  const auto is_egypt = [&](const Participant& each) {
    return std::any_of(graph.actors.begin(), graph.actors.end(), [&](const Actor& actor) {
      return actor.id == each.actor && actor.name == "Egypt";
    });
  };
  CHECK(std::none_of(graph.events[0].participants.begin(), graph.events[0].participants.end(),
                     is_egypt));
}

TEST_CASE("a plan that came true is one event that happened", "[link][events]") {
  Said plan = met("2011-09-30");
  plan.status = Status::planned;
  const Graph graph = linked(plan, met("2011-09-30"), "2011-10-01");
  REQUIRE(graph.events.size() == 1);
  CHECK(graph.events[0].status == Status::happened);
  CHECK(graph.events[0].contested.empty());
}

TEST_CASE("a plan of two countries comes true by those who act for them", "[link][events]") {
  Said plan = met("2011-09-30", {sweden, egypt});
  plan.status = Status::planned;
  const auto held_by = [&](const Who& who) {
    return linked(plan, met("2011-09-30", {anna, who}), "2011-10-01").events.size();
  };
  CHECK(held_by(officials) == 1);
  CHECK(held_by(front) == 2);
}

TEST_CASE("a plan that was called off is one cancelled event", "[link][events]") {
  Said plan = met("2011-09-30");
  plan.status = Status::planned;
  Said off = met("2011-09-30");
  off.status = Status::cancelled;
  const Graph graph = linked(plan, off, "2011-09-29");
  REQUIRE(graph.events.size() == 1);
  CHECK(graph.events[0].status == Status::cancelled);
}

TEST_CASE("what one alleges and another denies is one contested event", "[link][events]") {
  Said alleged = attack("2011-09-13", {front});
  alleged.status = Status::alleged;
  Said denied = attack("2011-09-13", {front});
  denied.status = Status::denied;
  const Graph graph = linked(alleged, denied);
  REQUIRE(graph.events.size() == 1);
  CHECK(graph.events[0].status == Status::alleged);
  REQUIRE(graph.events[0].contested.size() == 1);
  CHECK(graph.events[0].contested[0].values == std::vector<std::string>{"alleged", "denied"});
}

TEST_CASE("numbers that differ between sources are kept side by side", "[link][events]") {
  Said four = attack("2011-09-13");
  four.counts = {{.what = "killed", .value = 4, .words = "four"}};
  Said six = attack("2011-09-13");
  six.counts = {{.what = "killed", .value = 6, .words = "six"}};
  const Graph graph = linked(four, six);
  REQUIRE(graph.events.size() == 1);
  REQUIRE(graph.events[0].contested.size() == 1);
  CHECK(graph.events[0].contested[0].what == "killed");
  CHECK(graph.events[0].contested[0].values == std::vector<std::string>{"4", "6"});
}

TEST_CASE("an event's date is what its tellings jointly allow", "[link][events]") {
  const Graph graph = linked(met("2011-09-19/2011-09-25"), met("2011-09-24/2011-09-30"));
  REQUIRE(graph.events.size() == 1);
  CHECK(format_edtf(graph.events[0].date) == "2011-09-24/2011-09-25");
  CHECK(graph.events[0].date_basis == DateBasis::linked);
  CHECK(graph.events[0].date_reason ==
        "what a (2011-09-19/2011-09-25) and b (2011-09-24/2011-09-30) both allow");
}

TEST_CASE("a year in words counts before a derived day that it rules out", "[link][dates]") {
  Said derived = attack("2011-09-26");
  derived.sentence = "She spoke of the *attack* on the Swedish embassy.";
  derived.basis = DateBasis::linked;
  const auto date_with = [&](const char* said) {
    const std::vector<Facts> facts = {facts_of(
        {.name = "a", .source = "A", .published = "2011-09-27", .said = {attack(said), derived}})};
    const Graph graph = link_facts(facts, {}, link_words());
    REQUIRE(graph.events.size() == 1);
    return format_edtf(graph.events[0].date);
  };
  CHECK(date_with("2004") == "2004");
  CHECK(date_with("2011") == "2011-09-26");
}

TEST_CASE("a vague telling that fits two events stays by itself", "[link][events]") {
  const std::vector<Facts> facts = {
      facts_of({.name = "a",
                .source = "A",
                .published = "2011-09-29",
                .said = {met("2011-09-26"), met("2011-09-28")}}),
      facts_of(
          {.name = "b", .source = "B", .published = "2011-09-30", .said = {met("../2011-09-30")}})};
  CHECK(link_facts(facts, {}, link_words()).events.size() == 3);
}

TEST_CASE("copies of one text count as one source", "[link][copies]") {
  std::vector<Said> said = {met("2011-09-26")};
  for (const char* line : {"The talks were held in the old town hall by the river.",
                           "Nobody would say what the two had agreed upon in the end.",
                           "Both sides are to speak to reporters once again on Friday."}) {
    said.push_back({.sentence = line});
  }
  std::vector<Said> own = {met("2011-09-26")};
  own.push_back({.sentence = "Our own reporter stood before the door and saw both arrive."});
  const std::vector<Facts> facts = {
      facts_of({.name = "a", .source = "A", .published = "2011-09-27", .said = said}),
      facts_of({.name = "b", .source = "B", .published = "2011-09-27", .said = said}),
      facts_of({.name = "c", .source = "C", .published = "2011-09-27", .said = own})};
  const Graph graph = link_facts(facts, {}, link_words());
  REQUIRE(graph.events.size() == 1);
  CHECK(graph.events[0].sources == 3);
  CHECK(graph.events[0].independent_sources == 2);
}

TEST_CASE("a day told in words is a better anchor than a later day of a report", "[link][dates]") {
  Said talks = met("XXXX-08", {anna, officials});
  talks.date_text = "August this year";
  Said reported = met("2011-09-26");
  reported.basis = DateBasis::reporting_day;
  const std::vector<Facts> facts = {facts_of({.name = "dated.txt",
                                              .source = "A",
                                              .published = "2011-09-26",
                                              .said = {attack("2011-09-13"), reported}}),
                                    facts_of({.name = "undated.txt",
                                              .source = "B",
                                              .published = "",
                                              .said = {talks, attack(""), met("")}})};
  const Graph graph = link_facts(facts, {}, link_words());
  REQUIRE(graph.events.size() == 3);
  const bool has_reason = std::any_of(
      graph.events.begin(), graph.events.end(),
      [](const Event& event) { return event.date_reason == "year from 2011-09-13 (dated.txt)"; });
  CHECK(has_reason);
}

TEST_CASE("whoever acts for a side stands for it, and nobody else", "[link][events]") {
  const auto signed_by = [](Who one, Who other) {
    return Said{.sentence = "They *signed* a pact.",
                .type = "AGREE",
                .cameo = "057",
                .others = {std::move(one), std::move(other)},
                .date = "2011-09-26"};
  };
  Who rebels = front, leader{.name = "Ali Rad", .country = "EGY", .code = "EGYREB"};
  rebels.code = "EGYREB";
  CHECK(linked(signed_by(omar, rebels), signed_by(omar, leader)).events.size() == 1);
  leader.country = "SDN";
  CHECK(linked(signed_by(omar, rebels), signed_by(omar, leader)).events.size() == 2);
  Who minister{.name = "Samir Taha", .country = "EGY", .code = "EGYGOV"};
  const Who dissidents{.name = "Egyptian dissidents",
                       .kind = ActorKind::role_group,
                       .country = "EGY",
                       .code = "EGYOPP"};
  const auto in_one_article = [&](const Said& first, const Said& second) {
    const std::vector<Facts> facts = {
        facts_of({.name = "a", .source = "A", .published = "2011-09-27", .said = {first, second}})};
    return link_facts(facts, {}, link_words()).events.size();
  };
  CHECK(in_one_article(met("2011-09-26", {anna, minister}),
                       met("2011-09-26", {anna, dissidents})) == 2);
  CHECK(in_one_article(met("2011-09-26", {anna, minister}), met("2011-09-26", {anna, officials})) ==
        1);
}

TEST_CASE("people without a name are not the same in two articles", "[link][events]") {
  const auto killed = [](Who whom, const char* place) {
    return Said{.sentence = "The blast *killed* them.",
                .type = "ASSAULT",
                .cameo = "1823",
                .targets = {std::move(whom)},
                .date = "2011-09-13",
                .place = place};
  };
  const Who people{.name = "people", .kind = ActorKind::role_group, .code = "CVL"};
  CHECK(linked(killed(people, ""), killed(people, "")).events.size() == 2);
  CHECK(linked(killed(anna, ""), killed(anna, "")).events.size() == 1);
  const std::vector<Facts> facts = {facts_of({.name = "a",
                                              .source = "A",
                                              .published = "2011-09-27",
                                              .said = {killed(people, ""), killed(people, "")}})};
  CHECK(link_facts(facts, {}, link_words()).events.size() == 1);
}

TEST_CASE("those whom one telling leaves out took part all the same", "[link][events]") {
  const Graph graph = linked(met("2011-09-13", {anna, officials}), met("2011-09-13", {anna}));
  REQUIRE(graph.events.size() == 1);
  CHECK(graph.events[0].participants.size() == 2);
}

TEST_CASE("how many were hurt is told of the attack before it", "[link][events]") {
  const Who soldiers{.name = "soldiers", .kind = ActorKind::role_group, .code = "MIL"};
  Said raid = attack("2011-09-13", {gunmen});
  raid.targets = {};
  Said toll{.sentence = "Seventeen soldiers were *wounded*.",
            .type = "ASSAULT",
            .cameo = "180",
            .targets = {soldiers},
            .date = "2011-09-14",
            .basis = DateBasis::linked,
            .counts = {{.what = "wounded", .value = 17, .words = "seventeen"}}};
  const auto events = [&](const Said& second) {
    const std::vector<Facts> facts = {
        facts_of({.name = "a", .source = "A", .published = "2011-09-27", .said = {raid, second}})};
    return link_facts(facts, {}, link_words()).events.size();
  };
  CHECK(events(toll) == 1);
  toll.targets = {anna};
  CHECK(events(toll) == 2);
}

TEST_CASE("an undated article gets its year from an event that a dated one tells",
          "[link][dates]") {
  Said talks = met("XXXX-08", {anna, officials});
  talks.date_text = "August this year";
  const std::vector<Facts> facts = {
      facts_of({.name = "dated.txt",
                .source = "A",
                .published = "2011-09-26",
                .said = {attack("2011-09-13")}}),
      facts_of(
          {.name = "undated.txt", .source = "B", .published = "", .said = {talks, attack("")}})};
  const Graph graph = link_facts(facts, {}, link_words());
  REQUIRE(graph.events.size() == 2);
  const auto at = std::find_if(graph.events.begin(), graph.events.end(),
                               [](const Event& event) { return event.type == "CONSULT"; });
  CHECK(format_edtf(at->date) == "2011-08");
  CHECK(at->date_basis == DateBasis::linked);
  CHECK(at->date_reason == "year from 2011-09-13 (dated.txt)");
}

TEST_CASE("no year is made up where nothing dates the article", "[link][dates]") {
  Said talks = met("XXXX-08");
  talks.date_text = "August this year";
  const std::vector<Facts> facts = {
      facts_of({.name = "b", .source = "B", .published = "", .said = {talks}})};
  const Graph graph = link_facts(facts, {}, link_words());
  REQUIRE(graph.events.size() == 1);
  CHECK(format_edtf(graph.events[0].date) == "XXXX-08");
}

TEST_CASE("what people decided about events comes first", "[link][decisions]") {
  const std::vector<Facts> facts = {
      facts_of(
          {.name = "a", .source = "A", .published = "2011-09-27", .said = {met("2011-09-26")}}),
      facts_of(
          {.name = "b", .source = "B", .published = "2011-09-29", .said = {met("2011-09-28")}})};
  const std::string first = format_hex(facts[0].mentions[0].id.value);
  const std::string second = format_hex(facts[1].mentions[0].id.value);
  const auto decide = [](const char* what, const std::string& a, const std::string& b) {
    return std::vector<Decision>{
        make_decision({.what = what, .first = a, .second = b, .who = "", .why = ""})};
  };
  CHECK(link_facts(facts, decide("same-event", first, second), link_words()).events.size() == 1);
  CHECK(link_facts(facts, decide("wrong-event", first, ""), link_words()).events.size() == 1);
  const Graph dated = link_facts(facts, decide("right-date", second, "2011-09-26"), link_words());
  REQUIRE(dated.events.size() == 1);
  CHECK(dated.events[0].date_reason.empty());
  const std::vector<Facts> twins = {
      facts_of(
          {.name = "a", .source = "A", .published = "2011-09-27", .said = {met("2011-09-26")}}),
      facts_of(
          {.name = "b", .source = "B", .published = "2011-09-29", .said = {met("2011-09-26")}})};
  const std::string twin = format_hex(twins[1].mentions[0].id.value);
  CHECK(link_facts(twins,
                   decide("different-events", format_hex(twins[0].mentions[0].id.value), twin),
                   link_words())
            .events.size() == 2);
}

TEST_CASE("neither the order of articles nor of decisions leaves a trace", "[link]") {
  std::vector<Facts> facts;
  std::mt19937 random(11);
  const std::vector<Who> people = {anna, omar, officials, egypt, sweden, front, embassy};
  for (int i = 0; i < 40; ++i) {
    Told told{.name = "article " + std::to_string(i),
              .source = "S" + std::to_string(i % 4),
              .published = i % 7 == 0 ? "" : "2011-09-2" + std::to_string(i % 10)};
    for (int j = 0; j < 4; ++j) {
      const auto a = random() % people.size();
      const auto b = (a + 1 + random() % (people.size() - 1)) % people.size();
      const std::string date =
          random() % 4 == 0 ? "2011-09" : "2011-09-1" + std::to_string(random() % 10);
      told.said.push_back(met(date.c_str(), {people[a], people[b]}));
      told.said.back().sentence = "Line " + std::to_string(i * 4 + j) + " *met*.";
      if (random() % 3 == 0) told.said.back().status = Status::planned;
    }
    facts.push_back(facts_of(told));
  }
  std::vector<Decision> decisions = {make_decision({.what = "same-actor",
                                                    .first = "person:Anna Berg",
                                                    .second = "person:Omar Said",
                                                    .who = "",
                                                    .why = ""}),
                                     make_decision({.what = "rename-actor",
                                                    .first = "country:Egypt",
                                                    .second = "Misr",
                                                    .who = "",
                                                    .why = ""})};
  const Graph graph = link_facts(facts, decisions, link_words());
  CHECK(graph.events.size() > 20);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(facts.begin(), facts.end(), random);
    std::shuffle(decisions.begin(), decisions.end(), random);
    CHECK(link_facts(facts, decisions, link_words()) == graph);
  }
}

}  // namespace
}  // namespace annals
