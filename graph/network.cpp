#include "graph/network.h"

#include <algorithm>
#include <limits>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/connected_components.hpp>

#include "graph/stop.h"

namespace annals {
namespace {

using Index = std::uint32_t;
using Csr =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, Index, Index>;

/// Both directions of every pair.
Csr both_ways(const std::vector<std::pair<Index, Index>>& pairs, std::size_t actors) {
  std::vector<std::pair<Index, Index>> edges = pairs;
  for (const auto& [a, b] : pairs) edges.emplace_back(b, a);
  std::sort(edges.begin(), edges.end());
  return Csr(boost::edges_are_sorted, edges.begin(), edges.end(), static_cast<Index>(actors));
}

}  // namespace

/// Method: Brandes, A faster algorithm for betweenness centrality (2001). Neighbours a step nearer
/// are found by their distance, which costs less than keeping them. Routes from an actor with one
/// contact are those from the contact, and one step more: they are counted with them.
std::vector<double> betweenness_of(const std::vector<std::pair<Index, Index>>& pairs,
                                   std::size_t actors) {
  constexpr Index far = std::numeric_limits<Index>::max();
  std::vector<Index> begin(actors + 1, 0), to(2 * pairs.size());
  for (const auto& [a, b] : pairs) ++begin[a + 1], ++begin[b + 1];
  for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
  std::vector<Index> next = begin;
  for (const auto& [a, b] : pairs) {
    to[next[a]++] = b;
    to[next[b]++] = a;
  }
  const auto has_one = [&](Index actor) { return begin[actor + 1] - begin[actor] == 1; };
  std::vector<double> value(actors, 0), routes(actors, 0), share(actors, 0);
  std::vector<Index> distance(actors, far), order(actors);
  for (Index source = 0; source < actors; ++source) {
    if (has_one(source)) continue;
    stop_if_wanted();
    std::size_t reached = 0;
    order[reached++] = source;
    distance[source] = 0;
    routes[source] = 1;
    for (std::size_t at = 0; at < reached; ++at) {
      const Index from = order[at];
      const Index step = distance[from] + 1;
      const double ways = routes[from];
      for (Index i = begin[from]; i < begin[from + 1]; ++i) {
        const Index other = to[i];
        if (distance[other] == far) {
          distance[other] = step;
          routes[other] = ways;
          order[reached++] = other;
        } else if (distance[other] == step) {
          routes[other] += ways;
        }
      }
    }
    const auto leaves =
        std::count_if(to.begin() + begin[source], to.begin() + begin[source + 1], has_one);
    const double sources = 1 + static_cast<double>(leaves);
    for (std::size_t at = reached; at-- > 1;) {
      const Index from = order[at];
      const Index nearer = distance[from] - 1;
      const double part = (1 + share[from]) / routes[from];
      for (Index i = begin[from]; nearer > 0 && i < begin[from + 1]; ++i) {
        if (distance[to[i]] == nearer) share[to[i]] += routes[to[i]] * part;
      }
      value[from] += sources * share[from];
      share[from] = 0;
    }
    if (leaves > 0) value[source] += static_cast<double>(leaves) * static_cast<double>(reached - 2);
    for (std::size_t at = 0; at < reached; ++at) distance[order[at]] = far;
  }
  // Every route is seen from both ends, and there are (n - 1)(n - 2) ordered pairs of others.
  const double n = static_cast<double>(actors);
  const double pairs_of_others = std::max(1.0, (n - 1) * (n - 2));
  for (double& each : value) each /= pairs_of_others;
  return value;
}

Network::Network(std::span<const Event> events) {
  for (const Event& event : events) {
    for (const Participant& each : event.participants) actors_.push_back(each.actor);
  }
  std::sort(actors_.begin(), actors_.end());
  actors_.erase(std::unique(actors_.begin(), actors_.end()), actors_.end());

  event_begin_.push_back(0);
  for (const Event& event : events) {
    const std::size_t begin = members_.size();
    for (const Participant& each : event.participants) members_.push_back(*index_of(each.actor));
    add_event(begin);
  }
  join_actors();
}

Network::Network(std::span<const std::uint32_t> ends, std::span<const std::uint32_t> numbers,
                 std::span<const ActorId> ids) {
  std::vector<std::pair<ActorId, Index>> used;
  std::vector<bool> seen(ids.size(), false);
  for (const std::uint32_t number : numbers) {
    if (seen.at(number)) continue;
    seen[number] = true;
    used.emplace_back(ids[number], number);
  }
  std::sort(used.begin(), used.end());
  std::vector<Index> index(ids.size(), 0);
  for (const auto& [id, number] : used) {
    index[number] = static_cast<Index>(actors_.size());
    actors_.push_back(id);
  }
  event_begin_.reserve(ends.size() + 1);
  members_.reserve(numbers.size());
  event_begin_.push_back(0);
  std::size_t from = 0;
  for (const std::uint32_t end : ends) {
    const std::size_t begin = members_.size();
    for (; from < end; ++from) members_.push_back(index[numbers[from]]);
    add_event(begin);
  }
  join_actors();
}

void Network::add_event(std::size_t begin) {
  const auto first = members_.begin() + static_cast<std::ptrdiff_t>(begin);
  std::sort(first, members_.end());
  members_.erase(std::unique(first, members_.end()), members_.end());
  event_begin_.push_back(static_cast<Index>(members_.size()));
}

void Network::join_actors() {
  std::vector<Index> count(actors_.size() + 1, 0);
  for (const Index actor : members_) ++count[actor + 1];
  for (std::size_t i = 1; i < count.size(); ++i) count[i] += count[i - 1];
  actor_begin_ = count;
  shared_.resize(members_.size());
  for (Index event = 0; event + 1 < event_begin_.size(); ++event) {
    for (const Index actor : actors_at(event)) shared_[count[actor]++] = event;
  }
}

std::optional<Network::Index> Network::index_of(ActorId actor) const {
  const auto at = std::lower_bound(actors_.begin(), actors_.end(), actor);
  if (at == actors_.end() || *at != actor) return std::nullopt;
  return static_cast<Index>(at - actors_.begin());
}

std::span<const Network::Index> Network::events_at(Index actor) const {
  return std::span(shared_).subspan(actor_begin_[actor],
                                    actor_begin_[actor + 1] - actor_begin_[actor]);
}

std::span<const Network::Index> Network::actors_at(Index event) const {
  return std::span(members_).subspan(event_begin_[event],
                                     event_begin_[event + 1] - event_begin_[event]);
}

std::span<const std::uint32_t> Network::events_of(ActorId actor) const {
  const auto index = index_of(actor);
  return index ? events_at(*index) : std::span<const Index>{};
}

std::vector<ActorId> Network::actors_of(std::size_t event) const {
  std::vector<ActorId> result;
  for (const Index actor : actors_at(static_cast<Index>(event))) result.push_back(actors_[actor]);
  return result;
}

std::vector<ActorId> Network::common_contacts(ActorId a, ActorId b) const {
  const auto contacts = [&](ActorId actor) {
    std::vector<ActorId> result;
    for (const Index event : events_of(actor)) {
      for (const Index other : actors_at(event)) {
        if (actors_[other] != a && actors_[other] != b) result.push_back(actors_[other]);
      }
    }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
  };
  const auto of_a = contacts(a);
  const auto of_b = contacts(b);
  std::vector<ActorId> common;
  std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
                        std::back_inserter(common));
  return common;
}

std::vector<std::pair<Network::Index, Network::Index>> Network::pairs() const {
  std::vector<std::pair<Index, Index>> result;
  for (Index event = 0; event + 1 < event_begin_.size(); ++event) {
    const auto members = actors_at(event);
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t j = i + 1; j < members.size(); ++j)
        result.emplace_back(members[i], members[j]);
    }
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::vector<std::vector<ActorId>> Network::components() const {
  // A star joins the members of an event as well as all its pairs do.
  std::vector<std::pair<Index, Index>> stars;
  for (Index event = 0; event + 1 < event_begin_.size(); ++event) {
    const auto members = actors_at(event);
    for (std::size_t i = 1; i < members.size(); ++i) stars.emplace_back(members[0], members[i]);
  }
  const Csr graph = both_ways(stars, actors_.size());
  std::vector<Index> component(actors_.size());
  if (actors_.empty()) return {};
  const Index count = boost::connected_components(
      graph, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph)));
  std::vector<std::vector<ActorId>> result(count);
  for (std::size_t i = 0; i < actors_.size(); ++i) result[component[i]].push_back(actors_[i]);
  std::sort(result.begin(), result.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  return result;
}

std::vector<Standing> Network::ranked(const std::vector<double>& values) const {
  std::vector<Standing> result;
  for (std::size_t i = 0; i < actors_.size(); ++i) result.push_back({actors_[i], values[i]});
  std::sort(result.begin(), result.end(), [](const Standing& a, const Standing& b) {
    return a.value != b.value ? a.value > b.value : a.actor < b.actor;
  });
  return result;
}

std::vector<Standing> Network::by_degree() const {
  std::vector<double> degree(actors_.size(), 0);
  for (const auto& [a, b] : pairs()) {
    degree[a] += 1;
    degree[b] += 1;
  }
  return ranked(degree);
}

std::vector<Standing> Network::by_betweenness() const {
  return ranked(betweenness_of(pairs(), actors_.size()));
}

std::vector<Standing> Network::by_pagerank() const {
  if (actors_.empty()) return {};
  constexpr double damping = 0.85;
  constexpr int rounds = 40;
  std::vector<std::vector<Index>> neighbours(actors_.size());
  for (const auto& [a, b] : pairs()) {
    neighbours[a].push_back(b);
    neighbours[b].push_back(a);
  }
  const double n = static_cast<double>(actors_.size());
  std::vector<double> rank(actors_.size(), 1 / n);
  for (int round = 0; round < rounds; ++round) {
    double idle = 0;  // actors of events of their own give their rank to everybody
    for (std::size_t i = 0; i < rank.size(); ++i) idle += neighbours[i].empty() ? rank[i] : 0;
    std::vector<double> next(rank.size(), (1 - damping + damping * idle) / n);
    for (std::size_t i = 0; i < rank.size(); ++i) {
      for (const Index to : neighbours[i]) {
        next[to] += damping * rank[i] / static_cast<double>(neighbours[i].size());
      }
    }
    rank = std::move(next);
  }
  return ranked(rank);
}

}  // namespace annals
