#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/actors/actors_phrases.h"
#include "ingest/events/events_actors.h"
#include "ingest/rules/event_rules.h"

namespace annals {

/// The class of words that rules have for a token; nothing for words that tell no events.
[[nodiscard]] std::optional<WordClass> class_of(const Token& token);

/// The frames of triggers as rules see them: phrases of time fill no slot, light verbs carry their
/// nouns, and what the tree hung in the wrong place is back in its own. A loan of what it is made
/// of.
class FrameReader {
 public:
  FrameReader(const SentenceTree& tree, const SentenceActors& actors, const EventRules& rules)
      : tree_(tree), actors_(actors), rules_(rules) {}

  [[nodiscard]] Frame frame_at(std::int32_t at, WordClass word_class) const;
  /// By the class of the token's own word.
  [[nodiscard]] Frame frame_of(std::int32_t token) const;
  /// The senses of the word at `at`; capitalised headline words included.
  [[nodiscard]] std::span<const Sense> senses_at(std::int32_t at, WordClass word_class) const;

 private:
  void name_speaker(Frame& frame) const;
  [[nodiscard]] std::int32_t speaker_above(std::int32_t pronoun) const;
  void tell_receiver(std::int32_t verb, Frame& frame) const;
  void add_bare_object(std::int32_t verb, Frame& frame) const;
  [[nodiscard]] bool is_particle_of(std::int32_t verb, std::string_view word) const;
  void lift_phrases(Frame& frame) const;
  void lift_agent(std::int32_t verb, Frame& frame) const;
  void lift_nested(std::int32_t noun, Frame& frame) const;
  [[nodiscard]] bool is_time_word(const Token& token) const;
  [[nodiscard]] bool is_time(const Argument& argument) const;

  const SentenceTree& tree_;
  const SentenceActors& actors_;
  const EventRules& rules_;
};

}  // namespace annals
