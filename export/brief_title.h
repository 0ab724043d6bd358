#pragma once

#include <optional>
#include <string>

#include "export/answer_index.h"
#include "graph/event.h"

namespace annals {

/// A headline made of the brief of a telling (Mention::brief), with the names of its people in full
/// and pronouns resolved: "Cameron Munter met Foreign Secretary Salman Bashir".
///
/// Of the first telling with the event's type and status whose brief names everybody who acts or is
/// acted on, else somebody of each side. Nothing when none does, or when it says no to what is told
/// as denied. One line, at most `longest_headline` bytes; what is longer is cut between words and
/// ends with "...".
[[nodiscard]] std::optional<std::string> brief_title(const Event& event, const AnswerIndex& index);

}  // namespace annals
