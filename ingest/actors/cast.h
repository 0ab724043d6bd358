#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "graph/actor.h"
#include "graph/span.h"

namespace annals {

/// How a text refers to an actor.
enum class Reference : std::uint8_t { name, nominal, pronoun };

/// A phrase of the article that refers to an actor: "Pakistan's spy chief", "ul-Islam", "he".
struct ActorMention {
  std::uint32_t sentence = 0;    ///< index in Analysis::sentences
  std::int32_t first_token = 0;  ///< tokens [first_token, last_token) of that sentence
  std::int32_t last_token = 0;
  std::int32_t head_token = 0;  ///< the token that the tree attaches the phrase by
  Span span;
  std::uint32_t actor = 0;  ///< index in Cast::actors
  Reference reference = Reference::name;
  float confidence = 1;
  /// True when the words name a territory that may be a mere place ("in Kabul", "Pakistan's
  /// northwest"); the coder decides by the tree whether it acts.
  bool territory = false;
};

/// The actors of one article and where they are spoken of.
struct Cast {
  std::vector<Actor> actors;
  std::vector<ActorMention> mentions;  ///< sorted by (sentence, first_token, -last_token); may nest
};

/// The actor of this id; null when there is none.
[[nodiscard]] inline const Actor* find_actor(std::span<const Actor> actors, ActorId id) {
  const auto found =
      std::find_if(actors.begin(), actors.end(), [&](const Actor& one) { return one.id == id; });
  return found == actors.end() ? nullptr : &*found;
}

/// ISO 3166-1 alpha-3; empty when it is not known.
[[nodiscard]] inline std::string_view country_of(std::span<const Actor> actors, ActorId id) {
  const Actor* actor = find_actor(actors, id);
  return actor == nullptr ? std::string_view() : std::string_view(actor->country);
}

}  // namespace annals
