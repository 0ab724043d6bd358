#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ingest/rules/event_rules.h"
#include "ingest/text/rules.h"

namespace annals {

/// The words that a word of a rule stands for: those of "@list", else itself.
using ExpandWord = std::function<std::vector<std::string>(const std::string& word)>;

/// Reads one test of a rule: `with`, `!with`, `obj=talk,@weapon`, `obj!~actor`. Throws Error(rule)
/// with the place of `line` for what is no test. See docs/rules.md.
[[nodiscard]] Condition read_condition(const RuleLine& line, const std::string& word,
                                       const ExpandWord& expand);

}  // namespace annals
