#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "link/input.h"

namespace annals {

/// One telling among those of all articles, with its participants linked and its date as far as it
/// is known by now.
struct LinkedTelling {
  const Telling* telling = nullptr;
  const LinkArticle* article = nullptr;
  std::uint64_t text = 0;                 ///< articles of one number are copies of one text
  std::vector<Participant> participants;  ///< linked actors, no spans, sorted by role, then actor
  /// Those of them whom no words of the sentence name but who were found in other tellings of the
  /// article, sorted; empty when the words of none are known.
  std::vector<ActorId> supplied;
  std::optional<ActorId> said_by;  ///< linked
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

  bool operator==(const ActorFacts&) const = default;
};

[[nodiscard]] ActorFacts actor_facts(const Actor& actor);

/// What is known of linked actors, read as it is asked for. Not for several threads.
class ActorTable {
 public:
  using Load = std::function<std::optional<Actor>(ActorId)>;
  explicit ActorTable(Load load) : load_(std::move(load)) {}

  void set(ActorId id, ActorFacts facts) { known_[id.value] = std::move(facts); }
  /// Null for an actor that there is not. The pointer stands.
  [[nodiscard]] const ActorFacts* find(ActorId id) const;

 private:
  Load load_;
  mutable std::unordered_map<std::uint64_t, std::optional<ActorFacts>> known_;
};

/// Earlier publication first (undated articles last), then article, then place in the text.
[[nodiscard]] bool told_before(const LinkedTelling& a, const LinkedTelling& b);

}  // namespace annals
