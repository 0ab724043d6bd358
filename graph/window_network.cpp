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

/// The search for a shortest path: two circles widen in turn, the smaller one first, until an arc
/// of one leads into the other.
class WindowNetwork::Search {
 public:
  explicit Search(const WindowNetwork& network) : network_(network) {
    if (reached_.size() < network.actors()) reached_.resize(network.actors());
    if (++round_ == 0) {  // the counter went round: old marks could be taken for new ones
      std::fill(reached_.begin(), reached_.end(), Reached{});
      ++round_;
    }
  }

  std::optional<std::vector<WindowStep>> run(Index from, Index to) {
    if (from == to) return std::vector<WindowStep>();
    reached_[from] = {round_, false, from, none};
    reached_[to] = {round_, true, to, none};
    std::vector<Index> ahead = {from}, back = {to};
    while (!ahead.empty() && !back.empty()) {
      const bool forward = ahead.size() <= back.size();
      if (const auto met = widen(forward ? ahead : back, !forward)) return path(*met, !forward);
    }
    return std::nullopt;
  }

 private:
  struct Reached {
    std::uint32_t round = 0;
    bool from_goal = false;
    Index before = none;  // the actor that it was reached from
    Index event = none;   // by which
  };
  struct Crossing {
    Index from, to, event;  // from the circle that was widened into the other one
  };

  std::optional<Crossing> widen(std::vector<Index>& rim, bool from_goal) {
    std::vector<Index> next;
    for (const Index actor : rim) {
      for (const Arc& arc : network_.arcs_of(actor)) {
        Reached& there = reached_[arc.to];
        if (there.round == round_) {
          if (there.from_goal != from_goal) return Crossing{actor, arc.to, arc.event};
          continue;
        }
        there = {round_, from_goal, actor, arc.event};
        next.push_back(arc.to);
      }
    }
    rim = std::move(next);
    return std::nullopt;
  }

  std::vector<WindowStep> path(Crossing met, bool from_goal) const {
    if (from_goal) std::swap(met.from, met.to);
    std::vector<WindowStep> steps;
    const auto add = [&](Index from, Index to, Index event) {
      steps.push_back({network_.actor_at(from), network_.actor_at(to), network_.id_[event]});
    };
    for (Index at = met.from; reached_[at].event != none; at = reached_[at].before)
      add(reached_[at].before, at, reached_[at].event);
    std::reverse(steps.begin(), steps.end());
    add(met.from, met.to, met.event);
    for (Index at = met.to; reached_[at].event != none; at = reached_[at].before)
      add(at, reached_[at].before, reached_[at].event);
    return steps;
  }

  const WindowNetwork& network_;
  // Kept between searches: clearing it would take longer than most searches.
  static thread_local std::vector<Reached> reached_;
  static thread_local std::uint32_t round_;
};

thread_local std::vector<WindowNetwork::Search::Reached> WindowNetwork::Search::reached_;
thread_local std::uint32_t WindowNetwork::Search::round_ = 0;

WindowNetwork::WindowNetwork(const Store& store, const Window& window, std::string_view type)
    : store_(store) {
  std::vector<std::uint32_t> kind;
  const auto index_of_number = [&](std::uint32_t number) {
    if (number >= index_.size()) index_.resize(std::max<std::size_t>(number + 1, 4096), none);
    if (index_[number] == none) {
      index_[number] = static_cast<Index>(number_.size());
      number_.push_back(number);
    }
    return index_[number];
  };
  const auto take = [&](const ListName& list, const EventRows& rows, std::size_t begin,
                        std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const Window days = days_of(rows, i, list.span);
      if (days.first > window.last || days.last < window.first) continue;
      if (rows.status[i] != Status::happened) continue;
      id_.push_back(list.origin == Origin::linked ? EventId{rows.id[i]} : imported_id(rows.id[i]));
      day_.push_back(days);
      kind.push_back(rows.kind[i]);
      if (days.first != days.last) days_only_ = false;
      const auto parties = rows.parties_of(i);
      for (std::size_t j = 0; j < parties.size(); ++j) {
        const Index one = index_of_number(parties[j].actor);
        for (std::size_t k = j + 1; k < parties.size(); ++k)
          join(one, index_of_number(parties[k].actor));
      }
    }
  };
  std::optional<std::uint32_t> owner;
  if (!type.empty()) {
    owner = store.impl_->kinds.type_number(type);
    if (!owner) return;
  }
  scan_lists(*store.impl_->kv, table::by_time, owner, window, false, Columns::all, take);
  sort_meetings(kind);
}

void WindowNetwork::join(Index a, Index b) {
  if (a == b) return;
  meetings_.push_back({std::min(a, b), std::max(a, b), static_cast<Index>(day_.size() - 1),
                       day_number(day_.back().first)});
}

/// The store shows types in the order in which it met them, which says nothing; here they follow
/// each other by name. Within a day and a type the order is the store's, by id.
void WindowNetwork::sort_meetings(const std::vector<std::uint32_t>& kind) {
  if (meetings_.empty()) return;
  std::map<std::string_view, std::size_t> rank;
  std::vector<std::size_t> rank_of_kind;
  std::vector<bool> seen;
  for (const auto each : kind) {
    if (each >= seen.size()) seen.resize(each + 1, false);
    if (!seen[each]) rank.emplace(store_.kind(each).type, 0);
    seen[each] = true;
  }
  std::size_t types = 0;
  for (auto& [name, place] : rank) place = types++;
  rank_of_kind.resize(seen.size());
  for (std::uint32_t each = 0; each < seen.size(); ++each) {
    if (seen[each]) rank_of_kind[each] = rank.at(store_.kind(each).type);
  }
  const auto [low, high] = std::minmax_element(meetings_.begin(), meetings_.end(),
                                               [](auto& x, auto& y) { return x.day < y.day; });
  const std::uint32_t first = low->day;
  const auto places = (std::size_t{high->day} - first + 1) * types;
  const auto place_of = [&](const Meeting& each) {
    return std::size_t{each.day - first} * types + rank_of_kind[kind[each.event]];
  };
  if (places > 2 * meetings_.size() + 4096) {  // few events in many years
    std::stable_sort(meetings_.begin(), meetings_.end(),
                     [&](auto& x, auto& y) { return place_of(x) < place_of(y); });
    return;
  }
  std::vector<std::size_t> begin(places + 1, 0);
  for (const Meeting& each : meetings_) ++begin[place_of(each) + 1];
  for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
  std::vector<Meeting> sorted(meetings_.size());
  for (const Meeting& each : meetings_) sorted[begin[place_of(each)]++] = each;
  meetings_ = std::move(sorted);
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

std::optional<std::vector<WindowStep>> WindowNetwork::fewest_hops(ActorId from, ActorId to) const {
  const auto a = index_of(from), b = index_of(to);
  if (!a || !b) return std::nullopt;
  link_arcs();
  return Search(*this).run(*a, *b);
}

std::optional<date::sys_days> WindowNetwork::earliest_arrival(ActorId from, ActorId to) const {
  const auto start = index_of(from), goal = index_of(to);
  if (!start || !goal) return std::nullopt;
  if (start == goal) return first_day;
  return days_only_ ? arrival_by_days(*start, *goal) : arrival_in_spans(*start, *goal);
}

/// Day after day, who meets somebody who knows, knows. Within a day it may have gone from the last
/// meeting to the first, so a day is looked at until nothing changes.
std::optional<date::sys_days> WindowNetwork::arrival_by_days(Index start, Index goal) const {
  std::vector<std::uint8_t> knows(actors(), 0);
  knows[start] = 1;
  for (auto begin = meetings_.begin(); begin != meetings_.end();) {
    auto end = begin;
    for (bool changed = true; changed;) {
      changed = false;
      for (end = begin; end != meetings_.end() && end->day == begin->day; ++end) {
        if (knows[end->a] == knows[end->b]) continue;
        knows[end->a] = knows[end->b] = 1;
        changed = true;
      }
    }
    if (knows[goal] != 0) return day_numbered(begin->day);
    begin = end;
  }
  return std::nullopt;
}

/// The same where events cover several days: on any of them it can be passed on. All meetings are
/// looked at until nothing changes.
std::optional<date::sys_days> WindowNetwork::arrival_in_spans(Index start, Index goal) const {
  constexpr auto never = date::sys_days::max();
  std::vector<date::sys_days> arrival(actors(), never);
  arrival[start] = first_day;
  for (bool changed = true; changed;) {
    changed = false;
    for (const Meeting& each : meetings_) {
      const Window& days = day_[each.event];
      const auto one = arrival[each.a], other = arrival[each.b];
      const auto when = std::max(std::min(one, other), days.first);
      if (when > days.last || when >= std::max(one, other)) continue;
      arrival[one < other ? each.b : each.a] = when;
      changed = true;
    }
  }
  return arrival[goal] == never ? std::nullopt : std::optional(arrival[goal]);
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
