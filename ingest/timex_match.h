#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "ingest/date_rules_parts.h"
#include "ingest/timex_atoms.h"

namespace annals {

/// Words that a rule took.
struct DateMatch {
  std::uint32_t begin = 0;  ///< atoms [begin, end) of the expression
  std::uint32_t end = 0;
  std::int32_t rule = 0;
  std::uint8_t size = 0;  ///< of `captured`
  /// The captured atoms: name (index in Parts::captures) and index of the atom.
  std::array<std::pair<std::uint8_t, std::uint32_t>, longest_pattern> captured{};
};

/// The matches of a sentence: at most one for each start and each number of words before the
/// expression, the longest; sorted by begin, then longest first, then by the order of the rules.
/// Linear in the number of atoms: a pattern takes at most longest_pattern of them, and each state
/// of the automaton is entered once a step.
[[nodiscard]] std::vector<DateMatch> date_matches(std::span<const DateAtom> atoms,
                                                  const DateRules::Parts& rules);

}  // namespace annals
