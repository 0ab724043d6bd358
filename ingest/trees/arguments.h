#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "ingest/trees/sentence_tree.h"

namespace annals {

/// A phrase that belongs to a trigger, by its head.
struct Argument {
  std::string_view
      slot;  ///< "subj", "obj", "iobj", "xcomp", "ccomp", "poss", "adj", "comp", or a preposition
  std::int32_t token = 0;
  bool understood = false;    ///< from control, coordination or a light verb: it stands elsewhere
  std::int32_t pronoun = -1;  ///< the relative pronoun that stands for it here; -1 when none

  bool operator==(const Argument&) const = default;
};

/// Who and what belongs to a trigger, in terms of what it means: voice is undone, so that `subj` is
/// who does it and `obj` whom it is done to; relative pronouns are replaced by what they stand for.
struct Frame {
  std::vector<Argument> arguments;
  bool passive = false;
  std::int32_t light =
      -1;  ///< the light verb that carries a noun ("held" in "held talks"); -1 when none

  [[nodiscard]] std::int32_t find(
      std::string_view slot) const;  ///< token of the first; -1 when none
};

/// Tells words that carry others from the rest: light verbs ("hold talks") and nouns of number ("a
/// series of attacks").
using IsLight = std::function<bool(const Token& token)>;

/// The frame of a verb, with subjects found through coordination, control, participles and relative
/// clauses.
[[nodiscard]] Frame verb_frame(const SentenceTree& tree, std::int32_t verb);

/// The frame of a noun or an adjective: possessors, modifiers, prepositional phrases and, under a
/// light verb or a copula, the arguments of that.
[[nodiscard]] Frame noun_frame(const SentenceTree& tree, std::int32_t noun,
                               const IsLight& is_light);

/// What a word like "anti-Syrian" is against: "Syrian"; empty for other words.
[[nodiscard]] std::string_view opposed_part(const Token& token);

/// True for "anti-Syrian": what it modifies is not of whom it names, but against them.
[[nodiscard]] bool is_opposed(const Token& token);

/// True for a verb form in the passive: "was arrested", "arrested" after a noun.
[[nodiscard]] bool is_passive(const SentenceTree& tree, std::int32_t verb);

/// "charges that soldiers hurt villagers", read as a relative clause: nothing is missing in it that
/// the noun could stand for.
[[nodiscard]] bool is_content(const SentenceTree& tree, std::int32_t verb);

}  // namespace annals
