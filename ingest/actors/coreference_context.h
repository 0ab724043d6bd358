#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ingest/gazetteer/gazetteer.h"
#include "ingest/trees/sentence.h"

namespace annals {

struct Spoken;

/// What stands around a pronoun and tells whom or what it can stand for. A loan of the article's
/// trees and of the words of the gazetteer.
class PronounContext {
 public:
  PronounContext(const Analysis& analysis, std::uint32_t sentence, std::int32_t token,
                 const Gazetteer& gazetteer);

  [[nodiscard]] std::uint32_t sentence_index() const { return index_; }
  [[nodiscard]] bool is_subject() const { return subject_; }
  [[nodiscard]] bool is_possessive() const { return possessive_; }
  /// The subject of a verb of saying.
  [[nodiscard]] bool speaks() const { return speaks_; }
  /// "it" of "it is clear that", "making it hard", which stands for nothing.
  [[nodiscard]] bool is_pleonastic() const;
  /// True for a place in the same sentence that cannot be meant: another argument of the same verb
  /// ("Mullen met him"), or the understood subject of an infinitive ("phoned Olmert to inform
  /// him").
  [[nodiscard]] bool excludes(std::int32_t other) const;
  /// How many clauses lie between the pronoun and the one that holds `other`: 0 in the same clause.
  [[nodiscard]] int clauses_up_to(std::int32_t other) const;
  /// What each clause in between takes off a score; an owner is sought near by.
  [[nodiscard]] double clause_cost() const;
  /// True for a place that the construction points to: "thanked [France] for its efforts", "pressed
  /// [Islamabad] to cut its ties", "strike [Iraq] unless it".
  [[nodiscard]] bool is_called_for(std::int32_t other) const;
  /// True for who does harm to what the pronoun owns, which is hardly their own: "accused [Hamas]
  /// of attacking its soldiers", "said [Israel] bombed its villages", "blamed [Iran] for attacks on
  /// its ships".
  [[nodiscard]] bool does_harm(std::int32_t other) const;
  /// The score of the thing that suits the pronoun best ("the talks", "a treaty"), on the scale of
  /// the figures' scores; very low when nothing does. `spoken` are the places that are no things.
  [[nodiscard]] double best_thing(bool plural, std::span<const Spoken> spoken) const;

 private:
  /// What the words around the pronoun say it is.
  enum class Wants : std::uint8_t { somebody, either, something };
  [[nodiscard]] Wants wants() const;
  [[nodiscard]] const Token& at(std::int32_t t) const { return sentence_.at(t); }
  [[nodiscard]] bool acts_in(std::int32_t other, std::int32_t verb) const;

  const Analysis& analysis_;
  const Gazetteer& gazetteer_;
  std::uint32_t index_;
  const Sentence& sentence_;
  std::int32_t token_;
  bool subject_ = false;
  bool speaks_ = false;
  bool possessive_ = false;
  /// The verb or noun of harm that is done to what the pronoun owns; -1 when there is none.
  [[nodiscard]] std::int32_t harm() const;

  std::vector<std::int32_t> clauses_;  ///< heads of the clauses around the pronoun, inmost first
};

}  // namespace annals
