#pragma once

#include <cstdint>

#include "graph/event.h"
#include "ingest/rules/event_rules.h"
#include "ingest/trees/arguments.h"

namespace annals {

/// How an event stands to what happened, as its sentence tells, and who says so.
struct Standing {
  Status status = Status::happened;
  std::int32_t speaker =
      -1;  ///< head token of who says, claims or denies it; -1 when the article itself tells
  bool decided =
      false;  ///< planned by a decision that was taken: "decided to lift", "ordered to leave"

  bool operator==(const Standing&) const = default;
};

/// What kind of act an event is, as far as its standing asks.
enum class Act : std::uint8_t {
  other,
  saying,   ///< to reject a demand is not to deny that it was made
  violence  ///< "tried to storm the camp": an attempt is an attack
};

/// The standing of the event that `trigger` tells of: from tense, modality, negation, modifiers
/// ("planned visit"), and the words that govern it ("agreed to", "denied", "accused of"), from the
/// inside out. `light` is the light verb that carries a noun, or -1.
[[nodiscard]] Standing standing_of(const SentenceTree& tree, const EventRules& rules,
                                   std::int32_t trigger, std::int32_t light, Act act = Act::other);

/// True for "will not", "would never" and the like on the trigger or its light verb.
[[nodiscard]] bool says_will_not(const SentenceTree& tree, std::int32_t trigger,
                                 std::int32_t light);

/// True for a verb in the imperative: "Release them now". Bare forms at the head of a title are
/// not.
[[nodiscard]] bool is_imperative(const SentenceTree& tree, std::int32_t verb);

}  // namespace annals
