#include <algorithm>
#include <limits>

#include "graph/network.h"

namespace annals {
namespace {

constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();

}  // namespace

/// The search for routes in one network: distances from the goal, then a walk that never leaves the
/// shortest ways further than asked.
class RouteSearch {
 public:
  using Index = Network::Index;

  RouteSearch(const Network& network, Index from, Index to, const RouteLimits& limits)
      : network_(network), from_(from), to_(to), limits_(limits) {}

  std::vector<Route> run() {
    const auto shortest = shortest_length();
    if (!shortest) return {};
    measure_from_goal(limits_.routes == 1 ? *shortest : limits_.hops);
    on_route_.assign(network_.actors_.size(), false);
    for (std::size_t length = *shortest; length <= limits_.hops && found_.size() < limits_.routes;
         ++length) {
      walk(from_, length);
    }
    return std::move(found_);
  }

 private:
  /// One side of the search from both ends.
  struct Side {
    std::vector<std::uint32_t> distance;
    std::vector<Index> edge;
    std::uint32_t depth = 0;
  };

  /// Number of steps of the shortest route, by widening the smaller of two circles in turn.
  std::optional<std::size_t> shortest_length() {
    const std::size_t size = network_.actors_.size();
    Side a{.distance = std::vector<std::uint32_t>(size, unreached), .edge = {from_}};
    Side b{.distance = std::vector<std::uint32_t>(size, unreached), .edge = {to_}};
    a.distance[from_] = 0;
    b.distance[to_] = 0;
    std::vector<bool> seen_event(network_.event_begin_.size(), false);
    std::vector<bool> seen_event_back(network_.event_begin_.size(), false);
    while (!a.edge.empty() && !b.edge.empty() && a.depth + b.depth < limits_.hops) {
      const bool forward = a.edge.size() <= b.edge.size();
      const auto met = forward ? widen(a, b, seen_event) : widen(b, a, seen_event_back);
      if (met) return met;
    }
    return std::nullopt;
  }

  std::optional<std::size_t> widen(Side& side, const Side& other, std::vector<bool>& seen_event) {
    std::vector<Index> next;
    ++side.depth;
    bool met = false;
    for (const Index actor : side.edge) {
      for (const Index event : network_.events_at(actor)) {
        if (seen_event[event]) continue;
        seen_event[event] = true;
        for (const Index to : network_.actors_at(event)) {
          if (side.distance[to] != unreached) continue;
          side.distance[to] = side.depth;
          next.push_back(to);
          met = met || other.distance[to] != unreached;
        }
      }
    }
    side.edge = std::move(next);
    // the other circle is whole up to its depth, so the first touch is at its rim
    return met ? std::optional<std::size_t>(side.depth + other.depth) : std::nullopt;
  }

  void measure_from_goal(std::size_t depth) {
    Side side{.distance = std::vector<std::uint32_t>(network_.actors_.size(), unreached),
              .edge = {to_}};
    side.distance[to_] = 0;
    const Side nowhere{.distance = std::vector<std::uint32_t>(network_.actors_.size(), unreached)};
    std::vector<bool> seen(network_.event_begin_.size(), false);
    while (!side.edge.empty() && side.depth < depth) static_cast<void>(widen(side, nowhere, seen));
    to_goal_ = std::move(side.distance);
  }

  /// Adds the routes of exactly `left` more steps.
  void walk(Index actor, std::size_t left) {
    if (found_.size() >= limits_.routes) return;
    if (left == 0) {
      if (actor == to_) found_.push_back(route_);
      return;
    }
    if (actor == to_) return;
    on_route_[actor] = true;
    std::vector<Index> done;
    for (const Index event : network_.events_at(actor)) {
      for (const Index next : network_.actors_at(event)) {
        if (on_route_[next] || to_goal_[next] > left - 1) continue;
        const auto at = std::lower_bound(done.begin(), done.end(), next);
        if (at != done.end() && *at == next) continue;  // by an earlier event already
        done.insert(at, next);
        route_.push_back({network_.actors_[actor], network_.actors_[next], event});
        walk(next, left - 1);
        route_.pop_back();
      }
    }
    on_route_[actor] = false;
  }

  const Network& network_;
  Index from_;
  Index to_;
  RouteLimits limits_;
  std::vector<std::uint32_t> to_goal_;
  std::vector<bool> on_route_;
  Route route_;
  std::vector<Route> found_;
};

std::vector<Route> Network::routes(ActorId from, ActorId to, const RouteLimits& limits) const {
  const auto a = index_of(from);
  const auto b = index_of(to);
  if (!a || !b || *a == *b || limits.routes == 0) return {};
  return RouteSearch(*this, *a, *b, limits).run();
}

}  // namespace annals
