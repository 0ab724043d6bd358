#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "link/input.h"

namespace annals {

/// One telling among those of all articles, with its participants linked and its date as far as it
/// is known by now.
struct LinkedTelling {
  const Telling* telling = nullptr;
  const LinkArticle* article = nullptr;
  std::size_t text = 0;                   ///< articles of one number are copies of one text
  std::vector<Participant> participants;  ///< linked actors, no spans, sorted by role, then actor
  std::optional<ActorId> said_by;         ///< linked
  EventDate date;
  DateBasis basis = DateBasis::none;
  std::string date_reason;  ///< when the date is not the mention's own
  bool decided = false;     ///< a person gave the date

  [[nodiscard]] const Mention& mention() const { return telling->mention; }
};

/// What comparing tellings needs to know of a linked actor.
struct ActorFacts {
  ActorKind kind = ActorKind::person;
  std::string country;
  bool stands_for_country = false;  ///< a country, its officials, its government
  bool nameless = false;            ///< "gunmen", "rebel leader": may be anybody of that sort
  std::string sector;               ///< of its code: "MIL", "REB"; empty when unknown
};
using ActorTable = std::map<ActorId, ActorFacts>;

[[nodiscard]] ActorFacts actor_facts(const Actor& actor);

/// Earlier publication first (undated articles last), then article, then place in the text.
[[nodiscard]] bool told_before(const LinkedTelling& a, const LinkedTelling& b);

}  // namespace annals
