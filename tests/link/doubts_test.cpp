#include "link/doubts.h"

#include <catch2/catch.hpp>

#include "tests/support/link_words.h"

namespace annals {
namespace {

using test::link_words;

Actor actor(const char* name, const char* country = "", ActorKind kind = ActorKind::person) {
  return {.id = actor_id(kind, std::string(name) + country),
          .kind = kind,
          .name = name,
          .aliases = {},
          .code = {},
          .country = country,
          .roles = {}};
}

std::string reason(const Actor& a, const Actor& b) {
  const std::vector<Actor> both = {a, b};
  const auto doubts = find_doubts(both, {}, link_words());
  return doubts.empty() ? "" : doubts.front().why;
}

TEST_CASE("pairs that may be one are told with the reason", "[link][doubts]") {
  const auto organization = ActorKind::organization;
  CHECK(reason(actor("Zaheer ul-Islam", "PAK"), actor("Zahir ul-Islam")) ==
        "spelled alike, but no country is known of both");
  CHECK(reason(actor("Anna Berg", "SWE"), actor("Anna Berg", "DNK")) ==
        "one name, but their countries differ");
  CHECK(reason(actor("M. Dempsey"), actor("Martin Dempsey", "USA")) == "an initial fits");
  CHECK(reason(actor("Dempsey"), actor("Martin Dempsey", "USA")) ==
        "a family name that others have too");
  CHECK(reason(actor("NLC", "NGA", organization),
               actor("Nigeria Labour Congress", "NGA", organization)) ==
        "an abbreviation that fits");
  CHECK(reason(actor("Anna Berg"), actor("Karl Holm")).empty());
  CHECK(reason(actor("Berg", "SWE"), actor("Anna Berg", "DNK")).empty());
  CHECK(reason(actor("Anna Berg"), actor("Anna Berg", "", organization)).empty());
}

TEST_CASE("an office and the person who held it are a doubt", "[link][doubts]") {
  Actor person = actor("Anna Berg", "SWE");
  person.roles = {{.title = "Swedish foreign minister", .code = "SWEGOV", .seen = {}}};
  CHECK(reason(person, actor("Swedish foreign minister", "SWE")) == "an office and who held it");
  CHECK(reason(person, actor("Danish foreign minister", "DNK")).empty());
}

TEST_CASE("the likeliest doubts come first, whatever the order, and decided ones not at all",
          "[link][doubts]") {
  const std::vector<Actor> all = {actor("Dempsey"), actor("Martin Dempsey", "USA"),
                                  actor("Martin Dempsy", "USA")};
  const std::vector<Actor> turned(all.rbegin(), all.rend());
  const auto doubts = find_doubts(all, {}, link_words());
  REQUIRE(doubts.size() >= 2);
  CHECK(doubts.front().first.name == "Martin Dempsey");
  CHECK(doubts.front().second.name == "Martin Dempsy");
  const auto again = find_doubts(turned, {}, link_words());
  REQUIRE(again.size() == doubts.size());
  for (std::size_t i = 0; i < doubts.size(); ++i) {
    CHECK(again[i].first == doubts[i].first);
    CHECK(again[i].second == doubts[i].second);
  }
  Rulings rulings;
  rulings.different_actors.emplace_back(actor_id(ActorKind::person, "Martin Dempsey"),
                                        actor_id(ActorKind::person, "Martin Dempsy"));
  CHECK(find_doubts(all, rulings, link_words()).size() == doubts.size() - 1);
  CHECK(find_doubts({}, rulings, link_words()).empty());
}

}  // namespace
}  // namespace annals
