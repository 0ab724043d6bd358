#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph/store.h"
#include "link/decisions.h"
#include "link/words.h"

namespace annals {

/// A decision that somebody may want to make.
struct Suggestion {
  double score = 0;       ///< 0..1, the likelier the higher; a measure for sorting, no probability
  DecisionText decision;  ///< same-actor or same-event, with the reason as its `why`
  std::string first;      ///< how people call the two: a name, "E3f9a2c"
  std::string second;

  bool operator==(const Suggestion&) const = default;
};

/// Pairs of actors (find_doubts()) and of events that linking left apart and that may be one:
/// events of one type with somebody in common and days that touch or nearly do. Best first, then by
/// their words; at most `most`. What is decided already, one way or the other, is not suggested.
/// Imported events are left out.
[[nodiscard]] std::vector<Suggestion> suggest_decisions(const Store& store, const LinkWords& words,
                                                        std::size_t most);

}  // namespace annals
