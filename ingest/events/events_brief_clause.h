#pragma once

#include <cstdint>

#include "ingest/events/events_match.h"

namespace annals {

/// A verb or a quality and what stands around it, by tokens; -1 for what there is not.
struct BriefClause {
  std::int32_t predicate = -1;
  std::int32_t subject = -1;
  std::int32_t object = -1;  ///< where it hangs on another word than the predicate
  bool infinitive = false;   ///< "to meet", told without the verb above
};

/// Finds the clause that a match is told in brief by. A loan of what it is made of.
class BriefClauses {
 public:
  BriefClauses(const SentenceTree& tree, const EventRules& rules, const Match& match, Status status)
      : tree_(tree), rules_(rules), match_(match), status_(status) {}

  /// The clause that tells the event, or that says of it what it did: "talks began". Without a
  /// subject when none has one and a tense.
  [[nodiscard]] BriefClause find() const;

  [[nodiscard]] std::int32_t own_subject(std::int32_t verb) const;
  /// True when the verb has a tense of its own or from what carries it: "met", "has met".
  [[nodiscard]] bool has_tense(std::int32_t verb) const;
  [[nodiscard]] bool is_infinitive(std::int32_t verb) const;
  /// True for a relative pronoun.
  [[nodiscard]] bool stands_for_noun(std::int32_t token) const;
  /// True for a clause with "because", "when" and the like.
  [[nodiscard]] bool opens_circumstance(std::int32_t verb) const;

 private:
  [[nodiscard]] const Token& at(std::int32_t token) const { return tree_.token(token); }
  [[nodiscard]] bool names_somebody(std::int32_t top) const;
  [[nodiscard]] BriefClause carrying(std::int32_t verb) const;
  [[nodiscard]] BriefClause with_subject(std::int32_t verb) const;
  [[nodiscard]] BriefClause as_infinitive(std::int32_t verb, std::int32_t first) const;
  [[nodiscard]] std::int32_t object_elsewhere(std::int32_t verb) const;

  const SentenceTree& tree_;
  const EventRules& rules_;
  const Match& match_;
  Status status_;
};

}  // namespace annals
