#pragma once

#include <string_view>
#include <vector>

#include "graph/event.h"
#include "ingest/arguments.h"
#include "ingest/event_rules.h"

namespace annals {

/// The numbers that the clause of a trigger gives: killed, wounded, detained, released, troops,
/// people, money; with their words ("at least four", "up to $50,000"). `frame` is the trigger's. In
/// the order of the text, each kind once.
[[nodiscard]] std::vector<Count> find_counts(const SentenceTree& tree, const EventRules& rules,
                                             std::int32_t trigger, const Frame& frame,
                                             std::string_view type, std::string_view text);

/// Reads a number in words or figures: "four", "5,000", "dozens" (24), "1.5 million", "two dozen";
/// the words are those of tokens [first, last]. Returns a negative number when there is none.
[[nodiscard]] double read_number(const SentenceTree& tree, std::int32_t first, std::int32_t last);

}  // namespace annals
