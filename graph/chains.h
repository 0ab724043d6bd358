#pragma once

#include <optional>
#include <span>

#include "graph/network.h"

namespace annals {

/// Whether one thing can have come before another, as far as their dates tell.
enum class Verdict : std::uint8_t {
  certain,     ///< in every reading of the dates
  possible,    ///< in some
  impossible,  ///< in none
};

[[nodiscard]] std::string_view format_verdict(Verdict verdict);

/// Whether something learnt in the first event can be passed on in the second. Events of one day
/// leave that open.
[[nodiscard]] Verdict follows(const EventDate& first, const EventDate& second);

/// A route along which each event can follow the one before it.
struct Chain {
  Route steps;
  Verdict verdict = Verdict::impossible;  ///< the weakest of its steps
  date::sys_days arrival{};               ///< the earliest day on which it can be at its end
};

/// Where, and how early, something known to `from` on the first day of the window can have come by
/// then.
struct Reached {
  ActorId actor;
  date::sys_days arrival{};  ///< the earliest day
  std::optional<date::sys_days>
      surely;      ///< the day from which it is there in every reading of the dates
  RouteStep last;  ///< the step by which it came

  bool operator==(const Reached&) const = default;
};

/// Which of the chains is wanted.
enum class Aim : std::uint8_t {
  earliest,  ///< the one that arrives first
  shortest,  ///< the one of fewest steps, and of those the one that arrives first
  latest,    ///< the one that begins last
};

/// What chains start from.
struct ChainStart {
  std::span<const ActorId> from;
  Window window;
  std::optional<EventDate>
      learnt;  ///< when they learnt it; at the beginning of the window if not given
  std::optional<std::size_t> hops;  ///< most steps
};

/// The best chain by its aim: a certain one when there is one, else a possible one, else nothing.
/// `dates` are those of the events that made the network; events of unknown date are not used.
/// Method: earliest arrival by growing labels (Wu et al., Path problems in temporal graphs, 2014),
/// once over the latest days that the dates allow (certain) and once over the earliest (possible);
/// with a bound on steps, or for the fewest, one round of labels a step. The latest departure is
/// the earliest arrival with time turned round. Throws Stopped when stop_wanted is set.
[[nodiscard]] std::optional<Chain> find_chain(const Network& network,
                                              std::span<const EventDate> dates,
                                              const ChainStart& start, ActorId to,
                                              Aim aim = Aim::earliest);

/// Everybody whom something known at the start can have come to, earliest first. Throws Stopped.
[[nodiscard]] std::vector<Reached> reachable(const Network& network,
                                             std::span<const EventDate> dates,
                                             const ChainStart& start);

}  // namespace annals
