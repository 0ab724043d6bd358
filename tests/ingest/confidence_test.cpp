#include "ingest/events/confidence.h"

#include <catch2/catch.hpp>

namespace annals {
namespace {

std::vector<Actor> cast() {
  Actor iran;
  iran.id = actor_id(ActorKind::country, "Iran");
  iran.kind = ActorKind::country;
  Actor troops;
  troops.id = actor_id(ActorKind::role_group, "troops");
  troops.kind = ActorKind::role_group;
  Actor israel;
  israel.id = actor_id(ActorKind::country, "Israel");
  israel.kind = ActorKind::country;
  return {iran, troops, israel};
}

Mention accused(std::vector<Participant> participants, Status status = Status::happened) {
  Mention mention;
  mention.type = "ACCUSE";
  mention.participants = std::move(participants);
  mention.status = status;
  mention.date_basis = DateBasis::expression;
  return mention;
}

TEST_CASE("confidence follows who is named, the status and the date", "[ingest][confidence]") {
  const auto actors = cast();
  const Participant iran{actors[0].id, Role::source, {}};
  const Participant israel{actors[2].id, Role::target, {}};
  const Participant troops{actors[1].id, Role::target, {}};
  const double both = confidence_of(accused({iran, israel}), actors, {});
  CHECK(both > confidence_of(accused({iran, troops}), actors, {}));
  CHECK(confidence_of(accused({iran, troops}), actors, {}) >
        confidence_of(accused({iran}), actors, {}));
  CHECK(confidence_of(accused({iran}), actors, {}) < 0.5);
  CHECK(both > confidence_of(accused({iran, israel}, Status::alleged), actors, {}));
  CHECK(confidence_of(accused({iran, israel}, Status::alleged), actors, {}) >
        confidence_of(accused({iran, israel}, Status::denied), actors, {}));
  Mention undated = accused({iran, israel});
  undated.date_basis = DateBasis::dateline_relative;
  CHECK(both > confidence_of(undated, actors, {}));
  CHECK(both > confidence_of(accused({iran, israel}), actors, {.trust = 0.5}));
  CHECK(both > confidence_of(accused({iran, israel}), actors, {.parse = 0.1}));
  CHECK(confidence_of(accused({iran, israel}), actors, {.trust = 5}) == Approx(0.98));
  CHECK(confidence_of(accused({}, Status::denied), actors, {.trust = 0}) == Approx(0.02));
  CHECK(both > confidence_of(accused({iran, israel}), actors, {.near = true}));
}

TEST_CASE("events of articles that hardly tell any are trusted less", "[ingest][confidence]") {
  const auto after = [](std::size_t bytes) {
    std::vector<Mention> mentions(1);
    mentions[0].confidence = 0.8;
    lower_in_thin(bytes, mentions);
    return mentions[0].confidence;
  };
  CHECK(after(300) == Approx(0.8));
  CHECK(after(3000) < after(800));
  CHECK(after(800) < 0.8);
  CHECK(after(1000000) >= 0.02);
}

}  // namespace
}  // namespace annals
