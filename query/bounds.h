#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/event.h"
#include "query/words.h"

namespace annals {

/// A number that is asked for: "more than ten killed" is at least eleven of what events keep as
/// "killed". Of "events" it bounds how many of them a row of a ranking or a period counts.
struct Bound {
  std::string what;  ///< killed, wounded, detained, hostages, released, people ..., or "events"
  std::size_t least = 0;
  std::optional<std::size_t> most;

  bool operator==(const Bound&) const = default;

  [[nodiscard]] bool holds(std::size_t number) const {
    return number >= least && (!most || number <= *most);
  }
};

/// `killed>=11`, `killed<=4`, `killed=3`.
[[nodiscard]] std::string format_bound(const Bound& bound);

/// The bound of "events" among these; null when there is none.
[[nodiscard]] const Bound* bound_of_events(const std::vector<Bound>& bounds);

/// Whether the event counts as many as all bounds but those of "events" ask for; one that gives no
/// number of a kind agrees with no bound of it.
[[nodiscard]] bool holds_bounds(const Event& event, const std::vector<Bound>& bounds);

/// What the event counts of this: "killed"; null when it counts none.
[[nodiscard]] const Count* count_of(const Event& event, std::string_view what);

/// What a word counts, as events keep it: "killed" for "deaths"; empty for other words. Folded.
[[nodiscard]] std::string_view counted_by(std::string_view word);

/// Takes the numbers that a question asks for out of its words, with the words that carry them, and
/// puts what is left into the grammar: "attacks that killed more than 10 people in May" is "attacks
/// in May", "who met Kayani at least twice" is "who met Kayani most often".
[[nodiscard]] std::vector<Bound> take_bounds(std::vector<Word>& words);

}  // namespace annals
