#pragma once

#include "ingest/events/events_frames.h"

namespace annals {

/// Says whether the tests of a rule hold at a trigger. A loan of what it is made of.
class ConditionReader {
 public:
  ConditionReader(const SentenceTree& tree, const SentenceActors& actors, const EventRules& rules,
                  const FrameReader& frames)
      : tree_(tree), actors_(actors), rules_(rules), frames_(frames) {}

  /// True when the trigger at `at` has what `sense` and its rule ask for.
  [[nodiscard]] bool holds(const Sense& sense, const Frame& frame, std::int32_t at) const;

 private:
  [[nodiscard]] bool has_particle(const Frame& frame, std::string_view particle,
                                  std::int32_t at) const;
  [[nodiscard]] bool any_holds(const Condition& test, const Frame& frame, std::int32_t at) const;
  [[nodiscard]] static bool is_one_of(const Condition& test, const Token& token);
  [[nodiscard]] bool fits(const Condition& test, std::int32_t token) const;
  [[nodiscard]] bool phrase_is_one_of(const Condition& test, std::int32_t token) const;
  [[nodiscard]] bool is_person(std::int32_t token) const;
  [[nodiscard]] bool one_of_them(std::int32_t token) const;
  [[nodiscard]] bool is_private(std::int32_t token) const;
  [[nodiscard]] bool sounds_human(const Token& token) const;
  [[nodiscard]] bool is_own(const Condition& test, const Frame& frame) const;
  [[nodiscard]] bool is_negated(std::int32_t at) const;
  [[nodiscard]] bool is_quality(std::int32_t at) const;
  [[nodiscard]] bool phrase_in_list(std::string_view list, std::int32_t token) const;

  const SentenceTree& tree_;
  const SentenceActors& actors_;
  const EventRules& rules_;
  const FrameReader& frames_;
};

/// Whether the phrase of `token` is of the side of who speaks in that of `speaker`: the same actor,
/// "we", the country of a minister and, where `bodies` count, its army; not a side that fights or
/// opposes the speaker's.
[[nodiscard]] bool speaks_for(const SentenceTree& tree, const SentenceActors& actors,
                              std::int32_t speaker, std::int32_t token, bool bodies);

}  // namespace annals
