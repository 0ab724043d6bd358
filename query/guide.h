#pragma once

#include <string>
#include <string_view>

namespace annals {

/// The guide to questions, in Markdown, made from the table of verbs and of type words.
/// docs/queries.md holds it.
[[nodiscard]] std::string format_guide();

/// The forms, summary and example of one verb in plain text; of all verbs, a line each, when `name`
/// is empty. Empty when there is no such verb.
[[nodiscard]] std::string format_help(std::string_view name);

}  // namespace annals
