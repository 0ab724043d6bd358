#pragma once

#include <optional>

#include "ingest/actors/actors_figures.h"
#include "ingest/actors/actors_phrases.h"

namespace annals {

/// A role in a phrase, and where its words begin.
struct ReadRole {
  RolePhrase role;
  std::size_t first_piece =
      0;  ///< index of the first piece of its words; what stands before is the origin
};

/// The role that a phrase ends with: "top Pakistani army commander" is an "army commander" of MIL.
/// The words before the noun give the sector where the noun leaves it open: rebel commander,
/// opposition leader, intelligence official. Nothing when the phrase does not end with a role noun.
[[nodiscard]] std::optional<ReadRole> read_role(const Gazetteer& gazetteer,
                                                const Sentence& sentence, const NounPhrase& phrase);

/// The role before the name that a phrase ends with: "Army chief General" Ashfaq Kayani is an "army
/// chief". A rank or "Mr" counts only when there is no other.
[[nodiscard]] std::optional<ReadRole> read_title(const Gazetteer& gazetteer,
                                                 const Sentence& sentence,
                                                 const NounPhrase& phrase);

}  // namespace annals
