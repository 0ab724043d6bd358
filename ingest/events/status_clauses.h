#pragma once

#include <cstdint>
#include <string>

#include "ingest/rules/event_rules.h"
#include "ingest/trees/arguments.h"

namespace annals {

/// "accuse_of": a verb with the preposition or mark before what it governs, as status.rules names
/// it.
[[nodiscard]] std::string pair_of(const SentenceTree& tree, std::int32_t verb,
                                  std::int32_t governed);

/// What a verb does to the status of what it governs: with its particle, with the preposition
/// before that, with the one before whom it asks ("called for Chan to resign"), else alone.
[[nodiscard]] Effect verb_effect(const SentenceTree& tree, const EventRules& rules,
                                 std::int32_t verb, std::int32_t governed);

/// "the attack", "his visit"
[[nodiscard]] bool has_definite(const SentenceTree& tree, std::int32_t noun);

/// "instead of attacking", "rather than negotiate", "short of accusing", "far from helping": what
/// is not done.
[[nodiscard]] bool is_left_undone(const SentenceTree& tree, std::int32_t verb);

/// True when this word marks the clause: "as if Russia had attacked" has "as" and "if".
[[nodiscard]] bool has_mark(const SentenceTree& tree, std::int32_t verb, std::string_view mark);

/// "in case of an attack", "in the event of war"
[[nodiscard]] bool is_contingency(const SentenceTree& tree, std::int32_t noun);

/// "Neither side attacked", "nobody was killed", "had no talks": a subject or an object that is
/// none.
[[nodiscard]] bool names_nobody(const SentenceTree& tree, std::int32_t argument);

/// "Had they attacked, ...": a condition by the order of its words.
[[nodiscard]] bool is_inverted(const SentenceTree& tree, std::int32_t verb);

/// "failed to take effect", "failed to materialise": of what is planned that it never came.
[[nodiscard]] bool fails_to_happen(const SentenceTree& tree, const EventRules& rules,
                                   std::int32_t verb);

/// "forced", "was able", "has helped", and "forcing" without an auxiliary.
[[nodiscard]] bool is_past(const SentenceTree& tree, std::int32_t word);

[[nodiscard]] bool is_present(const SentenceTree& tree, std::int32_t verb);

/// Whether what stands behind this preposition is still to be reached: "towards lifting".
[[nodiscard]] bool is_goal(std::string_view mark);

/// Whether the predicate has a modal verb: "could open".
[[nodiscard]] bool has_modal(const SentenceTree& tree, std::int32_t verb);

/// "No intention", "no plans".
[[nodiscard]] bool has_no(const SentenceTree& tree, std::int32_t noun);

/// True for a verb that does not share the tense of the one it stands beside.
[[nodiscard]] bool has_own_tense(const SentenceTree& tree, std::int32_t verb);

/// "said it would": the future seen from the past.
[[nodiscard]] bool is_under_report(const SentenceTree& tree, const EventRules& rules,
                                   std::int32_t verb);

}  // namespace annals
