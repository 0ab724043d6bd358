#pragma once

#include <string>
#include <vector>

#include "ingest/rules/event_rules.h"

namespace annals {

/// The regular forms of an English verb ("blames", "blamed", "blaming") or noun ("bodies") beside
/// its lemma; none for words of less than three letters and for adjectives none but a plural.
[[nodiscard]] std::vector<std::string> inflections(const std::string& lemma, WordClass word_class);

}  // namespace annals
