#pragma once

#include <optional>
#include <string>

#include "export/answer_index.h"
#include "graph/event.h"

namespace annals {

/// A headline in the words of the article: the clause that tells the event, with the names of its
/// people in full, pronouns resolved, and without the words that only date it:
/// "Cameron Munter met with Pakistani Foreign Secretary Salman Bashir to defuse tensions".
///
/// Taken from the first telling with the event's type and status whose clause names everybody who
/// acts or is acted on. Nothing when no clause does, or when its text would mislead without its
/// surroundings; at most `longest_headline` bytes, one line.
[[nodiscard]] std::optional<std::string> clause_title(const Event& event, const AnswerIndex& index);

inline constexpr std::size_t longest_headline = 140;

}  // namespace annals
