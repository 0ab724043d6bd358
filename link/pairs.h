#pragma once

#include <set>
#include <utility>

#include "link/acts.h"
#include "link/compare.h"
#include "link/decisions.h"

namespace annals {

/// What may bring two tellings into one event, and what speaks against it, people's decisions
/// included. `a` must be told before `b`.
class Pairs {
 public:
  Pairs(const ActorTable& actors, const Rulings& rulings)
      : actors_(actors), apart_(rulings.different_events.begin(), rulings.different_events.end()) {}

  /// agreement(), and 0 when people said that they are two.
  [[nodiscard]] double score(const LinkedTelling& a, const LinkedTelling& b) const;
  /// `same_dead` when others of their groups are known to tell of the same dead.
  [[nodiscard]] bool speak_against(const LinkedTelling& a, const LinkedTelling& b,
                                   bool same_dead = false) const;
  [[nodiscard]] bool tell_of_the_same_dead(const LinkedTelling& a, const LinkedTelling& b) const {
    return a.article != b.article && is_told_of_the_same_dead(a, b, actors_);
  }
  [[nodiscard]] bool tells_of_known_dead(const LinkedTelling& telling) const {
    return is_told_with_known_dead(telling, actors_);
  }
  /// Of two with days that touch: score() when it is enough to join them, else 0.
  [[nodiscard]] double joining_score(const LinkedTelling& a, const LinkedTelling& b) const;
  /// The same of two tellings of one article whose days were not both told, so that they need not
  /// touch, and share no block of a day.
  [[nodiscard]] double joining_score_in_article(const LinkedTelling& a,
                                                const LinkedTelling& b) const;
  /// The same of a vague telling and another, told before or after it.
  [[nodiscard]] double fitting_score(const LinkedTelling& vague, const LinkedTelling& other) const;
  /// Of two of one article: refers_to().
  [[nodiscard]] bool refers(const LinkedTelling& later, const LinkedTelling& earlier) const;
  [[nodiscard]] bool is_ruled_apart(const LinkedTelling& a, const LinkedTelling& b) const;

 private:
  const ActorTable& actors_;
  std::set<std::pair<MentionId, MentionId>> apart_;
};

}  // namespace annals
