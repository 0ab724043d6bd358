#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/event.h"

namespace annals {

/// What a bound on the events that a row of a ranking or a period counts is a bound of.
inline constexpr std::string_view of_events = "events";

/// A number that is asked for: "more than ten killed" is at least eleven of what events keep as
/// "killed". Of `of_events` it bounds how many of them a row counts.
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

/// The bound of this among these; null when there is none.
[[nodiscard]] const Bound* bound_of(const std::vector<Bound>& bounds, std::string_view what);

/// Whether one of them asks for what only the records of events tell, and so not for `of_events`.
[[nodiscard]] bool bounds_records(const std::vector<Bound>& bounds);

/// Whether the event counts as many as all bounds but those of `of_events` ask for; one that gives
/// no number of a kind agrees with no bound of it.
[[nodiscard]] bool holds_bounds(const Event& event, const std::vector<Bound>& bounds);

/// What the event counts of this: "killed"; null when it counts none.
[[nodiscard]] const Count* count_of(const Event& event, std::string_view what);

/// What a word counts, as events keep it: "killed" for "deaths"; empty for other words. Folded.
[[nodiscard]] std::string_view counted_by(std::string_view word);

/// What people were of whom events keep such a number: "arrested" for "detained"; empty where none
/// are said to be anything.
[[nodiscard]] std::string_view participle_of(std::string_view what);

}  // namespace annals
