#pragma once

#include <string>
#include <string_view>

namespace annals {

/// What the prompt says of `name`, in plain text: of a verb its forms, summary and example; of a
/// rule of the grammar or a word in one ("window", "except") the rule and what it means; of a word
/// that forms begin with, those forms; of a word for events what it stands for; of "dates" all
/// rules, of "events" all words for events. All verbs, a line each, when `name` is empty. Empty
/// when nothing is called so. Folded, as it is typed.
[[nodiscard]] std::string format_help(std::string_view name);

}  // namespace annals
