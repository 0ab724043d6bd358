#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "graph/event.h"

namespace annals {

/// One step of a route: `event` (an index into the events that made the network) is shared by both.
struct RouteStep {
  ActorId from;
  ActorId to;
  std::size_t event = 0;

  auto operator<=>(const RouteStep&) const = default;
};

using Route = std::vector<RouteStep>;

/// How far a route may go.
struct RouteLimits {
  std::size_t hops = 6;    ///< longest route
  std::size_t routes = 1;  ///< how many at most, shortest first
};

/// An actor and a measure of its standing in a network.
struct Standing {
  ActorId actor;
  double value = 0;

  auto operator<=>(const Standing&) const = default;
};

/// For each of `actors` the share of the shortest routes between others that lead through it, 0..1.
/// `pairs` are the actors (below `actors`) that are joined, each pair once. Source: Brandes, A
/// faster algorithm for betweenness centrality, 2001 (Boost.Graph).
[[nodiscard]] std::vector<double> betweenness_of(
    const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs, std::size_t actors);

/// Who took part in what: the picture of some events as actors joined by the events that they
/// share.
///
/// An immutable value; built in time linear in the participants. Everything it gives is ordered by
/// value and actor id, so that equal events give equal answers.
class Network {
 public:
  /// Keeps no reference to `events`.
  explicit Network(std::span<const Event> events);
  /// The same from events as the index has them: the actors of event e are those of the numbers
  /// from ends[e - 1] to ends[e], and `ids` says which id a number stands for (Store).
  Network(std::span<const std::uint32_t> ends, std::span<const std::uint32_t> numbers,
          std::span<const ActorId> ids);

  /// Sorted.
  [[nodiscard]] const std::vector<ActorId>& actors() const { return actors_; }
  /// Indices of the events of an actor, ascending; empty for an actor that is not there.
  [[nodiscard]] std::span<const std::uint32_t> events_of(ActorId actor) const;
  /// The actors of an event, sorted. Requires a valid index.
  [[nodiscard]] std::vector<ActorId> actors_of(std::size_t event) const;

  /// The shortest routes and, when more are asked for, the next longer ones; no actor twice in one
  /// route. A step takes the first event that its two actors share. Search from both ends; empty
  /// when there is none.
  [[nodiscard]] std::vector<Route> routes(ActorId from, ActorId to,
                                          const RouteLimits& limits) const;

  /// Actors that share an event with both, sorted.
  [[nodiscard]] std::vector<ActorId> common_contacts(ActorId a, ActorId b) const;

  /// Groups of actors that events join, largest first, each sorted.
  [[nodiscard]] std::vector<std::vector<ActorId>> components() const;

  /// Number of different actors met; best first.
  [[nodiscard]] std::vector<Standing> by_degree() const;
  /// betweenness_of() the joined pairs; best first.
  [[nodiscard]] std::vector<Standing> by_betweenness() const;
  /// PageRank with damping 0.85 on the joined pairs, 40 rounds; the values sum to 1; best first.
  [[nodiscard]] std::vector<Standing> by_pagerank() const;

 private:
  friend class RouteSearch;
  friend class ChainSearch;
  using Index = std::uint32_t;

  /// Takes the members of the events, as indices of actors_ in order, from members_ and
  /// event_begin_.
  void join_actors();
  void add_event(std::size_t begin);
  [[nodiscard]] std::optional<Index> index_of(ActorId actor) const;
  [[nodiscard]] std::span<const Index> events_at(Index actor) const;
  [[nodiscard]] std::span<const Index> actors_at(Index event) const;
  /// Each joined pair once, smaller index first, sorted.
  [[nodiscard]] std::vector<std::pair<Index, Index>> pairs() const;
  [[nodiscard]] std::vector<Standing> ranked(const std::vector<double>& values) const;

  std::vector<ActorId> actors_;
  std::vector<Index>
      event_begin_;  // actors of event e: members_[event_begin_[e] .. event_begin_[e + 1])
  std::vector<Index> members_;
  std::vector<Index>
      actor_begin_;  // events of actor a: shared_[actor_begin_[a] .. actor_begin_[a + 1])
  std::vector<Index> shared_;
};

}  // namespace annals
