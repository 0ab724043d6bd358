#pragma once

#include <cstdint>
#include <string_view>

#include "ingest/events/status.h"

namespace annals {

/// Walks from a trigger up through what governs it, and gathers how the event stands. For one
/// trigger; a loan of tree and rules.
class StandingReader {
 public:
  StandingReader(const SentenceTree& tree, const EventRules& rules, Act act)
      : tree_(tree), rules_(rules), act_(act) {}
  [[nodiscard]] Standing read(std::int32_t trigger, std::int32_t light);

 private:
  /// The innermost word that speaks against plain happening wins; a denial or an allegation from
  /// outside still turns what would be a fact.
  void set(Status status);
  void spoken_by(std::int32_t verb);

  /// False when nothing further up matters.
  bool apply(Effect effect, std::int32_t governor);
  void read_modifiers(std::int32_t noun);

  /// A noun: its modifiers, then what it is a part of.
  void read_noun(std::int32_t noun);
  std::int32_t noun_between(std::int32_t noun, std::int32_t verb) const;
  void read_under_verb(std::int32_t noun, std::int32_t verb);

  /// "pledged to deepen ties during his visit": one pledges, asks and accuses during it.
  [[nodiscard]] bool beside_speech(std::int32_t noun, std::int32_t verb) const;

  /// The predicate of the clause that a noun stands in; -1 when there is none.
  [[nodiscard]] std::int32_t clause_above(std::int32_t noun) const;

  /// A predicate and what governs it. `own` says whether its tense and negation are the event's.
  void read_clause(std::int32_t verb, bool own);

  /// "has to sign", "had yet to sign", "will have to sign", but not "had to sign": nothing tells
  /// that it was done.
  [[nodiscard]] bool is_open_duty(std::int32_t verb, std::int32_t have) const;

  /// What the step from `verb` to its governor `above` says; false when the walk ends there.
  bool climb(std::int32_t verb, std::int32_t above, bool& own);

  /// The step from a clause to the noun that it stands behind.
  bool climb_noun(std::int32_t verb, std::int32_t above, std::string_view mark, bool& own);

  /// "ruled out the possibility that", "withdrew the threat to": what is done with the noun that
  /// holds the event.
  void read_content(std::int32_t noun, Effect effect, bool& own);
  void read_holder(std::int32_t noun);
  bool climb_adverbial(std::int32_t verb, std::int32_t above, std::string_view mark, bool& own);

  /// What the word over `governed` does to the status of it.
  [[nodiscard]] Effect effect_above(std::int32_t above, std::int32_t governed) const;

  /// "Pressure mounted to deploy troops", "calls grew to": where the verb says nothing of how what
  /// it governs stands, its subject may.
  [[nodiscard]] Effect by_subject(Effect effect, std::int32_t verb) const;

  /// "no longer"
  [[nodiscard]] bool has_no_before(std::int32_t word) const;
  void read_tense(std::int32_t verb);

  /// "..., he said", "according to police": who says what the root tells.
  void read_attribution(std::int32_t root);

  const SentenceTree& tree_;
  const EventRules& rules_;
  Act act_;
  bool spoken_of_ = false;  ///< the subject of what is told: "whether the arrest was linked"
  bool settled_ = false;    ///< only who says so is still looked for
  Standing found_;
};

}  // namespace annals
