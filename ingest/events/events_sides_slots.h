#pragma once

#include <string_view>
#include <vector>

#include "ingest/events/events_sides.h"
#include "ingest/events/events_sides_doers.h"

namespace annals {

[[nodiscard]] bool is_among(const FoundActor& actor, const std::vector<FoundActor>& side);

/// True when somebody is on both sides.
[[nodiscard]] bool share_actor(const std::vector<FoundActor>& a, const std::vector<FoundActor>& b);

/// Adds to `side` those who are not in it yet.
void add_actors(const std::vector<FoundActor>& found, std::vector<FoundActor>& side);

/// Reads who stands in the slots of a match ("obj", "comp.subj", "obj_any": docs/rules.md). A loan
/// of all that it is made from.
class SlotReader {
 public:
  SlotReader(const SentenceTree& tree, const SentenceActors& actors, const EventRules& rules,
             const SideAsks& asks)
      : tree_(tree),
        actors_(actors),
        rules_(rules),
        asks_(asks),
        judge_(tree, actors, rules, asks) {}

  /// Adds to `side`, which is one of the match's own, those whom the slot names.
  void collect(std::string_view slot, const Match& match, std::vector<FoundActor>& side) const;
  /// The nearest actor anywhere in what a slot holds: "support for businesses in Nigeria".
  [[nodiscard]] std::vector<FoundActor> anywhere_in(std::string_view slot,
                                                    const Match& match) const;
  /// Less those to whom a deed was done that is told below the word `top`: "denied any role in the
  /// killing of a priest", "the probe into the murder of a priest", "weapons for the murder of a
  /// priest" reject, investigate and help no priest.
  [[nodiscard]] std::vector<FoundActor> but_victims(std::vector<FoundActor> found,
                                                    std::int32_t top) const;
  [[nodiscard]] const DoerJudge& judge() const { return judge_; }

 private:
  bool is_what_was_said(const Argument& argument, const Match& match) const;
  [[nodiscard]] std::vector<FoundActor> examples_of(std::int32_t token) const;
  std::vector<FoundActor> neighbours(std::int32_t token) const;
  /// "obj_any": as collect(), from the nearest actors in the arguments of `slot`.
  void collect_near(std::string_view slot, const Match& match, std::vector<FoundActor>& side) const;
  /// As collect(), from one argument alone.
  void collect_argument(const Argument& argument, const Match& match,
                        std::vector<FoundActor>& side) const;
  /// The nearest actor below a word, as far away as the rule allows, victims spared.
  std::vector<FoundActor> nearest(std::int32_t token, const Match& match,
                                  std::span<const FoundActor> but = {}) const;
  /// Whether those to whom a deed was done are none of the rule's targets.
  bool spares_victims(const Match& match, std::int32_t top) const;
  std::vector<FoundActor> judged(std::int32_t token, const Match& match,
                                 const std::vector<FoundActor>& side) const;
  bool is_land(const FoundActor& found) const;
  bool may_stand_for(std::int32_t pronoun, const FoundActor& found) const;
  std::vector<FoundActor> doers_above(std::int32_t token) const;

  const SentenceTree& tree_;
  const SentenceActors& actors_;
  const EventRules& rules_;
  const SideAsks& asks_;
  DoerJudge judge_;
};

}  // namespace annals
