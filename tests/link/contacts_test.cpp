// Which visits, meetings and talks of one article are one.

#include <catch2/catch.hpp>

#include "tests/link/one_article.h"

namespace annals {
namespace {

using test::events_of;
using test::Said;
using test::Who;

const Who anna{.name = "Anna Berg", .country = "SWE"};
const Who omar{.name = "Omar Said", .country = "EGY"};
const Who sweden{.name = "Sweden", .kind = ActorKind::country, .country = "SWE"};
const Who egypt{.name = "Egypt", .kind = ActorKind::country, .country = "EGY"};
const Who league{.name = "Northern League", .kind = ActorKind::organization};
const Who generals{.name = "generals", .kind = ActorKind::role_group};

Said met(const char* sentence, std::vector<Who> who) {
  return {.sentence = sentence,
          .type = "CONSULT",
          .cameo = "040",
          .others = std::move(who),
          .date = "2011-09-27"};
}

Said came(const char* sentence, std::vector<Who> where = {}) {
  return {.sentence = sentence,
          .type = "CONSULT",
          .cameo = "042",
          .sources = {anna},
          .targets = std::move(where),
          .date = "2011-09-27",
          .mode = "visit"};
}

TEST_CASE("who comes and whom he sees there are told apart", "[link][contacts]") {
  const Said arrived = came("Anna Berg *arrived* on Tuesday.");
  CHECK(events_of({arrived, met("Anna Berg *met* Omar Said.", {anna, omar})}) == 2);
  CHECK(events_of({arrived, met("Anna Berg *conferred*.", {anna})}) == 2);
  CHECK(events_of({arrived, came("It is a *trip* of four days.")}) == 1);
  // whoever is seen may be the country that is visited
  CHECK(events_of({came("Anna Berg *arrived* in Egypt.", {egypt}),
                   met("Anna Berg *met* Omar Said.", {anna, omar})}) == 1);
}

TEST_CASE("a visit is not returned by itself", "[link][contacts]") {
  const auto paid = [](const char* sentence, const Who& guest, const Who& host) {
    Said said = came(sentence, {host});
    said.sources = {guest};
    return said;
  };
  const Said visit = paid("Omar Said paid a *visit* to Sweden.", omar, sweden);
  CHECK(events_of({visit, paid("Omar Said was on a *visit* to Sweden.", omar, sweden)}) == 1);
  CHECK(events_of({visit, paid("Anna Berg was on a *visit* to Egypt.", anna, egypt)}) == 2);
}

TEST_CASE("who meets again meets another time", "[link][contacts]") {
  const Said first = met("Anna Berg first *met* Omar Said there.", {anna, omar});
  CHECK(events_of({first, met("Anna Berg *met* Omar Said in the harbour.", {anna, omar})}) == 1);
  CHECK(events_of({first, met("Anna Berg *met* again with Omar Said.", {anna, omar})}) == 2);
}

TEST_CASE("talks with somebody and talks with others are two", "[link][contacts]") {
  const Said first = met("Anna Berg *met* Omar Said on Tuesday.", {anna, omar});
  CHECK(events_of({first, met("It was said that Anna Berg *conferred* with generals.",
                              {anna, generals})}) == 2);
  CHECK(events_of({first, met("Anna Berg *conferred* with Omar Said.", {anna, omar})}) == 1);
}

TEST_CASE("talks that are half told are those of the sentence beside them", "[link][contacts]") {
  const Said first = met("Anna Berg *discussed* the war on Tuesday.", {anna});
  const Said second = met("Anna Berg *met* the generals in the north.", {anna, generals});
  const Said between = {.sentence = "Nobody spoke of anything else in the city."};
  CHECK(events_of({first, second}) == 1);
  CHECK(events_of({first, between, second}) == 2);
}

TEST_CASE("talks that name their sides are no talks told before", "[link][contacts]") {
  const Said visit = came("Anna Berg *left* for Egypt.", {egypt});
  CHECK(events_of({visit, met("She spoke of the *talks*.", {anna})}) == 1);
  CHECK(events_of({visit, met("She spoke of the Northern League *talks*.", {anna, league})}) == 2);
}

TEST_CASE("the meeting is that of the lead, one near by or one called so", "[link][contacts]") {
  const Said lead = {.sentence = "Nobody spoke of peace in the city of Cairo."};
  const Said between = {.sentence = "Nobody spoke of anything else in the city."};
  const Said earlier = met("Anna Berg and Omar Said *conferred*.", {anna, omar});
  const auto after = [&](std::vector<Said> said, const char* sentence) {
    said.push_back(met(sentence, {}));
    return events_of(std::move(said));
  };
  CHECK(after({earlier, between, between, between}, "The *summit* ended.") == 1);
  CHECK(after({lead, lead, earlier}, "The *summit* ended.") == 1);
  CHECK(after({lead, lead, earlier, between}, "The *summit* ended.") == 2);
  const Said summit = met("Anna Berg and Omar Said held a *summit*.", {anna, omar});
  CHECK(after({lead, lead, summit, between}, "The *summit* ended.") == 1);
}

}  // namespace
}  // namespace annals
