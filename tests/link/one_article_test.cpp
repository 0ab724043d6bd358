// What an article tells again of an event, and what it tells of another one of the same kind.

#include <catch2/catch.hpp>

#include "tests/link/one_article.h"

namespace annals {
namespace {

using test::events_of;
using test::Said;
using test::Who;

const Who anna{.name = "Anna Berg", .country = "SWE"};
const Who egypt{.name = "Egypt", .kind = ActorKind::country, .country = "EGY"};
const Who people{.name = "people", .kind = ActorKind::role_group, .code = "CVL"};
const Who rebels{.name = "rebels", .kind = ActorKind::role_group, .code = "REB"};

Said asked(const char* sentence, std::vector<Who> whom = {}) {
  return {.sentence = sentence,
          .type = "REQUEST",
          .cameo = "020",
          .sources = {anna},
          .targets = std::move(whom),
          .date = "2011-09-27",
          .basis = DateBasis::reporting_day};
}

Said hurt(const char* sentence, const char* what, double number, const char* cameo = "190") {
  return {.sentence = sentence,
          .type = "ASSAULT",
          .cameo = cameo,
          .targets = {people},
          .date = "2011-09-27",
          .basis = DateBasis::reporting_day,
          .place = "Cairo",
          .place_country = "EGY",
          .counts = {{.what = what, .value = number, .words = {}}}};
}

TEST_CASE("what one says of several things are several events", "[link][article]") {
  const Said schools = asked("Anna Berg *urged* villages to rebuild their burnt schools quickly.");
  CHECK(events_of({schools, asked("She *said* salaries of nurses should be raised everywhere.")}) ==
        2);
  CHECK(events_of({schools, asked("Burnt schools must be rebuilt by villages, she *said*.")}) == 1);
  // between the same two it need not be told in like words
  const Said once = asked("Anna Berg *urged* Egypt to open the northern crossing again.", {egypt});
  CHECK(events_of({once, asked("Anna Berg *called* on Egypt.", {egypt})}) == 1);
}

TEST_CASE("what is thought of a thing is quoted beside it", "[link][article]") {
  const auto two = [](const char* type, Said between = {}) {
    Said told = asked("Anna Berg *condemned* the murder of her friend in Cairo.", {egypt});
    Said quoted = asked("It is a horrible crime without any excuse, she *said*.");
    told.type = quoted.type = type;
    told.cameo = quoted.cameo = "111";
    std::vector<Said> said = {told, quoted};
    if (!between.sentence.empty()) said.insert(said.begin() + 1, between);
    return events_of(said);
  };
  CHECK(two("ACCUSE") == 1);
  CHECK(two("ACCUSE", {.sentence = "Nobody was seen in the streets."}) == 2);
  CHECK(two("REQUEST") == 2);
}

TEST_CASE("what was agreed is told part by part", "[link][article]") {
  const auto agreed = [](const char* sentence, std::vector<Who> others) {
    Said said = asked(sentence);
    said.type = "AGREE";
    said.cameo = "030";
    said.sources.clear();
    said.others = std::move(others);
    return said;
  };
  const Said outline = agreed("Egypt and others *agreed* on an outline of peace.", {egypt, rebels});
  CHECK(events_of({outline, agreed("Egypt *agreed* to withdraw from northern hills.", {egypt})}) ==
        1);
  CHECK(events_of({outline, agreed("Egypt *promised* cheaper bread for everybody.", {egypt})}) ==
        2);
}

TEST_CASE("one more of its kind is another event", "[link][article]") {
  const char* first = "Anna Berg *urged* Egypt to rebuild burnt schools.";
  CHECK(events_of({asked(first, {egypt}),
                   asked("She *urged* Egypt to rebuild burnt schools at once.", {egypt})}) == 1);
  CHECK(events_of({asked(first, {egypt}),
                   asked("She also *urged* Egypt to rebuild burnt schools.", {egypt})}) == 2);
  CHECK(events_of({asked(first, {egypt}),
                   asked("Separately she *urged* Egypt to rebuild schools.", {egypt})}) == 2);
  // several things are discussed at one meeting
  const auto discussed = [](const char* sentence) {
    return Said{.sentence = sentence,
                .type = "CONSULT",
                .cameo = "040",
                .others = {anna, egypt},
                .date = "2011-09-27"};
  };
  CHECK(events_of({discussed("They *discussed* the border."),
                   discussed("They also *discussed* the price of gas.")}) == 1);
}

TEST_CASE("more dead are those of another attack, more wounded of the same", "[link][article]") {
  const Said dead = hurt("Seven people were *killed* in Cairo.", "killed", 7);
  CHECK(events_of({dead, hurt("Of them five people were *killed* at once.", "killed", 5)}) == 1);
  CHECK(events_of({dead, hurt("Another ten people were *killed* near it.", "killed", 10)}) == 2);
  CHECK(events_of({dead, hurt("Another ten people were *wounded* there.", "wounded", 10)}) == 1);
  CHECK(events_of({dead, hurt("More than six people were *killed* there.", "killed", 6)}) == 1);
}

TEST_CASE("only what came of an attack is told of the attack before", "[link][article]") {
  const auto after = [](const char* sentence, const char* cameo) {
    Said said = hurt(sentence, "wounded", 10, cameo);
    said.targets = {rebels};
    said.place.clear();
    said.date = "2011-09-26";
    return events_of({hurt("Bombs *killed* people.", "killed", 7, "183"), said});
  };
  CHECK(after("Ten were *wounded*.", "180") == 1);
  CHECK(after("Ten were shot *dead*.", "180") == 1);
  CHECK(after("Mortars *shelled* them and ten were hurt.", "190") == 2);
}

TEST_CASE("what is told as of elsewhere or of another incident is another event",
          "[link][article]") {
  const Said dead = hurt("Seven people were *killed* in Cairo.", "killed", 7);
  const auto with = [&](const char* sentence) {
    return events_of({dead, hurt(sentence, "wounded", 9)});
  };
  CHECK(with("Nine people were *wounded* by the bomb.") == 1);
  CHECK(with("Meanwhile, nine people were *wounded* there.") == 2);
  CHECK(with("Nine people were *wounded* in another explosion there.") == 2);
  CHECK(with("Nine people were *wounded* in a separate incident.") == 2);
  CHECK(with("Nine people were *wounded* on another day of the siege.") == 1);
}

TEST_CASE("what is seized, whom the law keeps from office and who is arrested are three acts",
          "[link][article]") {
  const auto with = [](const char* one, const char* other) {
    const auto act = [](const char* sentence, const char* cameo) {
      return Said{.sentence = sentence,
                  .type = "COERCE",
                  .cameo = cameo,
                  .sources = {egypt},
                  .targets = {anna},
                  .date = "2011-09-27"};
    };
    return events_of({act("Egypt *moved* against Anna Berg.", one),
                      act("It had *moved* against Anna Berg on Tuesday.", other)});
  };
  CHECK(with("173", "1731") == 1);
  CHECK(with("170", "171") == 1);
  CHECK(with("171", "173") == 2);
  CHECK(with("172", "174") == 2);
}

TEST_CASE("what is done again and again is no event of a day", "[link][article]") {
  const auto with = [](const char* sentence) {
    return events_of(
        {hurt("A bomb *hit* people in Cairo.", "killed", 7), hurt(sentence, "wounded", 9)});
  };
  CHECK(with("Rebels *hit* people in Cairo.") == 1);
  CHECK(with("Rebels frequently *hit* people in Cairo.") == 2);
}

TEST_CASE("what has a time of its own is nothing of the day's news", "[link][article]") {
  const auto with = [](const char* sentence, DateBasis basis, std::vector<Who> who) {
    Said later = hurt(sentence, "wounded", 9);
    later.date = "2011-05-02";
    later.basis = basis;
    later.counts.clear();
    later.targets = std::move(who);
    Said news = hurt("A bomb *hit* Anna Berg and people in Cairo.", "killed", 7);
    news.targets = {people, anna};
    news.place.clear();
    later.place.clear();
    return events_of({news, later});
  };
  CHECK(with("It was told after the *attack*.", DateBasis::linked, {people}) == 1);
  CHECK(with("It was told after the *attack* in May.", DateBasis::expression, {people}) == 2);
  CHECK(with("Rebels *hit* Anna Berg and people.", DateBasis::linked, {people, anna}) == 1);
  CHECK(with("Rebels *hit* Anna Berg in May.", DateBasis::expression, {people}) == 2);
}

TEST_CASE("other weapons are another attack", "[link][article]") {
  const auto with = [](const char* one, const char* other) {
    return events_of({hurt("Bombs *hit* people in Cairo.", "killed", 7, one),
                      hurt("They *hit* people in Cairo.", "wounded", 9, other)});
  };
  CHECK(with("183", "190") == 1);
  CHECK(with("1831", "183") == 1);
  CHECK(with("183", "194") == 2);
  CHECK(with("193", "194") == 2);
  CHECK(with("181", "193") == 2);
  CHECK(with("192", "183") == 2);
}

TEST_CASE("people without a name are hurt in many attacks", "[link][article]") {
  const auto earlier = [](std::vector<Who> whom) {
    Said said = hurt("For years many were *kidnapped*.", "hostages", 2, "190");
    said.targets = std::move(whom);
    said.date = "../2011-09-27";
    said.counts.clear();
    said.place.clear();
    return said;
  };
  Said bombs = hurt("Bombs *hit* them.", "killed", 7);
  bombs.place.clear();
  CHECK(events_of({bombs, earlier({people})}) == 2);
  bombs.targets = {anna};
  CHECK(events_of({bombs, earlier({anna})}) == 1);
}

TEST_CASE("of two ministers of one country neither is meant by its name", "[link][article]") {
  const Who omar{.name = "Omar Said", .country = "EGY"};
  const Who ministry{.name = "Egyptian ministry",
                     .kind = ActorKind::organization,
                     .country = "EGY",
                     .code = "EGYGOV"};
  const auto met = [](Who one, Who other) {
    return Said{.sentence = "They *met* in the capital.",
                .type = "CONSULT",
                .cameo = "040",
                .others = {std::move(one), std::move(other)},
                .date = "2011-09-26",
                .basis = DateBasis::reporting_day};
  };
  // whoever of them comes first in the order of ids
  for (const char* name : {"Hana Saleh", "Mona Adel", "Sara Nour", "Laila Zaki"}) {
    CAPTURE(name);
    CHECK(events_of({met(omar, ministry), met({.name = name, .country = "EGY"}, egypt)}) == 2);
  }
  CHECK(events_of({met(omar, anna), met(egypt, anna)}) == 1);
}

TEST_CASE("what is reported is no more known than what is told", "[link][article]") {
  const auto after = [](const char* sentence) {
    Said said = hurt(sentence, "wounded", 2);
    said.targets = {rebels};
    said.counts.clear();
    said.place.clear();
    said.date = "2011-09-26";
    Said fire = hurt("Soldiers *fired* at rebels.", "wounded", 2);
    fire.targets = {rebels};
    return events_of({fire, said});
  };
  CHECK(after("Witnesses saw that *shooting*.") == 1);
  CHECK(after("Witnesses saw the long *shooting*.") == 1);
  CHECK(after("Witnesses said that armed *clashes* went on.") == 2);
}

}  // namespace
}  // namespace annals
