#include "graph/window_network.h"

#include <algorithm>
#include <limits>
#include <map>

#include "graph/event_list.h"
#include "graph/imports.h"
#include "graph/keys.h"
#include "graph/store_impl.h"

namespace annals {
namespace {

using Index = std::uint32_t;
constexpr Index none = std::numeric_limits<Index>::max();

}  // namespace

/// Takes events from the store's lists, segment by segment.
class WindowNetwork::Taker {
 public:
  Taker(WindowNetwork& network, const Window& window) : network_(network), window_(window) {}

  void take(const ListName& list, const EventRows& rows, std::size_t begin, std::size_t end) {
    if (list != list_) network_.runs_.push_back(network_.meetings_.size());
    if (list.origin != list_.origin || network_.origins_.empty())
      network_.origins_.emplace_back(static_cast<Index>(network_.day_.size()), list.origin);
    list_ = list;
    auto event = static_cast<Index>(network_.day_.size());
    make_room(event + (end - begin));
    for (std::size_t i = begin; i < end; ++i) {
      const Window days = days_of(rows, i, list.span);
      if (days.first > window_.last || days.last < window_.first) continue;
      if (rows.status[i] != Status::happened) continue;
      if (days.first != days.last) network_.days_only_ = false;
      network_.day_[event] = days;
      network_.id_[event] = rows.id[i];
      network_.kind_[event] = rows.kind[i];
      take_meetings(rows.parties_of(i), event++);
    }
    make_room(event);
  }

 private:
  /// For so many events.
  void make_room(std::size_t events) {
    network_.day_.resize(events);
    network_.id_.resize(events);
    network_.kind_.resize(events);
  }

  void take_meetings(std::span<const Party> parties, Index event) {
    if (parties.size() == 2) return add({index_of(parties[0]), index_of(parties[1]), event});
    for (std::size_t j = 0; j < parties.size(); ++j) {
      const Index one = index_of(parties[j]);
      for (std::size_t k = j + 1; k < parties.size(); ++k) add({one, index_of(parties[k]), event});
    }
  }

  void add(const Meeting& meeting) {
    if (meeting.a != meeting.b) network_.meetings_.push_back(meeting);
  }

  Index index_of(const Party& party) {
    constexpr std::size_t fewest = 4096;  // places made at first
    auto& index = network_.index_;
    if (party.actor >= index.size())
      index.resize(std::max({2 * index.size(), std::size_t{party.actor} + 1, fewest}), none);
    Index& found = index[party.actor];
    if (found == none) {
      found = static_cast<Index>(network_.number_.size());
      network_.number_.push_back(party.actor);
    }
    return found;
  }

  WindowNetwork& network_;
  const Window& window_;
  ListName list_;
};

WindowNetwork::WindowNetwork(const Store& store, const Window& window, std::string_view type)
    : store_(store) {
  std::optional<std::uint32_t> owner;
  if (!type.empty()) {
    owner = store.impl_->kinds.type_number(type);
    if (!owner) return;
  }
  Taker taker(*this, window);
  scan_lists(*store.impl_->kv, table::by_time, owner, window, false, Columns::all,
             [&](const auto&... segment) { taker.take(segment...); });
  runs_.push_back(meetings_.size());
}

EventId WindowNetwork::event_at(Index event) const {
  Origin origin = Origin::linked;
  for (const auto& [begin, from] : origins_) {
    if (begin <= event) origin = from;
  }
  return event_id(origin, id_[event]);
}

/// An earliest arrival does not ask for the order of types.
void WindowNetwork::rank_types() const {
  std::call_once(types_ranked_, [this] {
    std::vector<bool> seen;
    for (const auto each : kind_) {
      if (each >= seen.size()) seen.resize(each + 1, false);
      seen[each] = true;
    }
    std::map<std::string_view, std::uint32_t> rank;
    for (std::uint32_t each = 0; each < seen.size(); ++each) {
      if (seen[each]) rank.emplace(store_.kind(each).type, 0);
    }
    std::uint32_t types = 0;
    for (auto& [name, place] : rank) place = types++;
    rank_of_kind_.resize(seen.size());
    for (std::uint32_t each = 0; each < seen.size(); ++each) {
      if (seen[each]) rank_of_kind_[each] = rank.at(store_.kind(each).type);
    }
  });
}

void WindowNetwork::link_arcs() const {
  std::call_once(arcs_made_, [this] {
    std::vector<Index> next(number_.size() + 1, 0);
    for (const Meeting& each : meetings_) {
      ++next[each.a + 1];
      ++next[each.b + 1];
    }
    for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
    arc_begin_ = next;
    arcs_.resize(2 * meetings_.size());
    for (const Meeting& each : meetings_) {
      arcs_[next[each.a]++] = {each.b, each.event};
      arcs_[next[each.b]++] = {each.a, each.event};
    }
  });
}

/// Who asks often is spared the store.
void WindowNetwork::know_actors() const {
  std::call_once(actors_known_, [this] {
    actor_ids_ = store_.actors_numbered(number_);
    known_.reserve(actor_ids_.size());
    for (Index i = 0; i < actor_ids_.size(); ++i) known_.emplace(actor_ids_[i].value, i);
    all_known_.store(true, std::memory_order_release);
  });
}

std::optional<WindowNetwork::Index> WindowNetwork::index_of(ActorId actor) const {
  constexpr int few = 4;
  if (asked_.fetch_add(1, std::memory_order_relaxed) >= few) {
    know_actors();
    const auto found = known_.find(actor.value);
    return found == known_.end() ? std::nullopt : std::optional(found->second);
  }
  const auto number = store_.number_of(actor);
  if (!number || *number >= index_.size() || index_[*number] == none) return std::nullopt;
  return index_[*number];
}

ActorId WindowNetwork::actor_at(Index index) const {
  if (all_known_.load(std::memory_order_acquire)) return actor_ids_[index];
  return store_.actor_numbered(number_[index]);
}

std::vector<Standing> WindowNetwork::best(const std::vector<double>& values,
                                          std::size_t count) const {
  std::vector<Index> order(values.size());
  for (Index i = 0; i < order.size(); ++i) order[i] = i;
  count = std::min(count, order.size());
  if (count == 0) return {};
  const auto at = order.begin() + static_cast<std::ptrdiff_t>(count) - 1;
  std::nth_element(order.begin(), at, order.end(),
                   [&](Index a, Index b) { return values[a] > values[b]; });
  const double least = values[*at];  // all that have it, so that the ids decide between them
  std::vector<std::uint32_t> numbers;
  std::vector<Standing> result;
  for (Index i = 0; i < values.size(); ++i) {
    if (values[i] < least) continue;
    numbers.push_back(number_[i]);
    result.push_back({{}, values[i]});
  }
  const auto ids = store_.actors_numbered(numbers);
  for (std::size_t i = 0; i < ids.size(); ++i) result[i].actor = ids[i];
  std::sort(result.begin(), result.end(), [](const Standing& a, const Standing& b) {
    return a.value != b.value ? a.value > b.value : a.actor < b.actor;
  });
  result.resize(count);
  return result;
}

std::vector<Standing> WindowNetwork::top_by_degree(std::size_t count) const {
  link_arcs();
  std::vector<double> degree(actors(), 0);
  std::vector<Index> seen(actors(), none);
  for (Index actor = 0; actor < degree.size(); ++actor) {
    std::uint32_t met = 0;
    for (const Arc& arc : arcs_of(actor)) {
      if (seen[arc.to] == actor) continue;
      seen[arc.to] = actor;
      ++met;
    }
    degree[actor] = met;
  }
  return best(degree, count);
}

std::vector<Standing> WindowNetwork::top_by_betweenness(std::size_t count) const {
  // The sums of Brandes' method depend on the order of their terms, so it works on the order of
  // ids.
  std::vector<std::pair<ActorId, Index>> by_id;
  const auto ids = store_.actors_numbered(number_);
  for (Index i = 0; i < number_.size(); ++i) by_id.emplace_back(ids[i], i);
  std::sort(by_id.begin(), by_id.end());
  std::vector<Index> rank(number_.size());
  for (Index i = 0; i < by_id.size(); ++i) rank[by_id[i].second] = i;
  std::vector<std::pair<Index, Index>> pairs;
  pairs.reserve(meetings_.size());
  for (const Meeting& each : meetings_) pairs.push_back(std::minmax(rank[each.a], rank[each.b]));
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  const auto value = betweenness_of(pairs, number_.size());
  std::vector<double> values(value.size());
  for (Index i = 0; i < values.size(); ++i) values[i] = value[rank[i]];
  return best(values, count);
}

}  // namespace annals
