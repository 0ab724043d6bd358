// Ways through the network of a window: fewest hops and earliest arrivals.

#include <algorithm>
#include <limits>

#include "graph/event_list.h"
#include "graph/window_network.h"

namespace annals {
namespace {

using Index = std::uint32_t;
constexpr Index none = std::numeric_limits<Index>::max();

}  // namespace

/// The search for a shortest path: two circles widen in turn, the smaller one first, until an arc
/// of one leads into the other.
class WindowNetwork::Search {
 public:
  /// `sorted` tells whether the arcs of each actor are in the order of events.
  Search(const WindowNetwork& network, const std::vector<Arc>& arcs, bool sorted)
      : network_(network), arcs_(arcs), sorted_(sorted) {
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
    Index arc = none;     // by which
  };
  struct Crossing {
    Index from, to, event;  // from the circle that was widened into the other one
  };

  [[nodiscard]] const Arc& arc(Index index) const { return arcs_[index]; }
  [[nodiscard]] bool is_earlier(Index a, Index b) const {
    return arc(a).event != arc(b).event ? network_.is_earlier(arc(a).event, arc(b).event) : a < b;
  }

  /// As if the arcs of each actor were sorted: the earliest of them counts, and whom an earlier one
  /// reaches goes first. Sorting them all would take longer than most searches.
  std::optional<Crossing> widen(std::vector<Index>& rim, bool from_goal) {
    std::vector<Index> next;
    for (const Index actor : rim) {
      const auto begin = static_cast<std::ptrdiff_t>(next.size());
      Index crossing = none;
      for (Index i = network_.arc_begin_[actor]; i < network_.arc_begin_[actor + 1]; ++i) {
        Reached& there = reached_[arc(i).to];
        if (there.round != round_) {
          there = {round_, from_goal, actor, i};
          next.push_back(arc(i).to);
        } else if (there.from_goal != from_goal) {
          if (crossing == none || is_earlier(i, crossing)) crossing = i;
          if (sorted_) break;
        } else if (!sorted_ && there.before == actor && there.arc != none &&
                   is_earlier(i, there.arc)) {
          there.arc = i;
        }
      }
      if (crossing != none) return Crossing{actor, arc(crossing).to, arc(crossing).event};
      std::sort(next.begin() + begin, next.end(),
                [&](Index a, Index b) { return is_earlier(reached_[a].arc, reached_[b].arc); });
    }
    rim = std::move(next);
    return std::nullopt;
  }

  std::vector<WindowStep> path(Crossing met, bool from_goal) const {
    if (from_goal) std::swap(met.from, met.to);
    std::vector<WindowStep> steps;
    const auto add = [&](Index from, Index to, Index event) {
      steps.push_back({network_.actor_at(from), network_.actor_at(to), network_.event_at(event)});
    };
    for (Index at = met.from; reached_[at].arc != none; at = reached_[at].before)
      add(reached_[at].before, at, arc(reached_[at].arc).event);
    std::reverse(steps.begin(), steps.end());
    add(met.from, met.to, met.event);
    for (Index at = met.to; reached_[at].arc != none; at = reached_[at].before)
      add(at, reached_[at].before, arc(reached_[at].arc).event);
    return steps;
  }

  const WindowNetwork& network_;
  const std::vector<Arc>& arcs_;
  bool sorted_;
  // Kept between searches: clearing it would take longer than most searches.
  static thread_local std::vector<Reached> reached_;
  static thread_local std::uint32_t round_;
};

thread_local std::vector<WindowNetwork::Search::Reached> WindowNetwork::Search::reached_;
thread_local std::uint32_t WindowNetwork::Search::round_ = 0;

std::optional<std::vector<WindowStep>> WindowNetwork::fewest_hops(ActorId from, ActorId to) const {
  const auto a = index_of(from), b = index_of(to);
  if (!a || !b) return std::nullopt;
  constexpr int few = 8;
  rank_types();
  link_arcs();
  const bool often = searches_.fetch_add(1, std::memory_order_relaxed) >= few;
  if (often) sort_arcs();
  return Search(*this, often ? sorted_arcs_ : arcs_, often).run(*a, *b);
}

/// Who searches often has it done once.
void WindowNetwork::sort_arcs() const {
  std::call_once(arcs_sorted_, [this] {
    sorted_arcs_ = arcs_;
    for (Index actor = 0; actor < actors(); ++actor) {
      std::stable_sort(sorted_arcs_.begin() + arc_begin_[actor],
                       sorted_arcs_.begin() + arc_begin_[actor + 1],
                       [&](const Arc& x, const Arc& y) { return is_earlier(x.event, y.event); });
    }
  });
}

std::optional<date::sys_days> WindowNetwork::earliest_arrival(ActorId from, ActorId to) const {
  const auto start = index_of(from), goal = index_of(to);
  if (!start || !goal) return std::nullopt;
  if (start == goal) return first_day;
  return days_only_ ? arrival_by_days(*start, *goal) : arrival_in_spans(*start, *goal);
}

/// Day after day, who meets somebody who knows, knows. Within a day it may have gone from the last
/// meeting to the first, so a day is looked at until nothing changes. The meetings of each list are
/// in the order of days already, so the lists are walked through side by side.
std::optional<date::sys_days> WindowNetwork::arrival_by_days(Index start, Index goal) const {
  std::vector<std::uint8_t> knows(actors(), 0);
  knows[start] = 1;
  const auto day_at = [&](std::size_t meeting) { return day_[meetings_[meeting].event].first; };
  std::vector<std::size_t> at(runs_.begin(), runs_.end());  // behind the days that are done
  std::vector<Meeting> today;
  for (;;) {
    std::optional<date::sys_days> day;
    for (std::size_t run = 0; run + 1 < runs_.size(); ++run) {
      if (at[run] < runs_[run + 1] && (!day || day_at(at[run]) < *day)) day = day_at(at[run]);
    }
    if (!day) return std::nullopt;
    today.clear();
    for (std::size_t run = 0; run + 1 < runs_.size(); ++run) {
      for (; at[run] < runs_[run + 1] && day_at(at[run]) == *day; ++at[run])
        today.push_back(meetings_[at[run]]);
    }
    for (bool changed = true; changed;) {
      changed = false;
      for (const Meeting& each : today) {
        if (knows[each.a] == knows[each.b]) continue;
        knows[each.a] = knows[each.b] = 1;
        changed = true;
      }
    }
    if (knows[goal] != 0) return *day;
  }
}

/// The same where events cover several days: on any of them it can be passed on. All meetings are
/// looked at until nothing changes.
std::optional<date::sys_days> WindowNetwork::arrival_in_spans(Index start, Index goal) const {
  rank_types();
  constexpr auto never = date::sys_days::max();
  std::vector<date::sys_days> arrival(actors(), never);
  arrival[start] = first_day;
  std::vector<Meeting> sorted = meetings_;  // so that few rounds are needed
  std::sort(sorted.begin(), sorted.end(),
            [&](const Meeting& x, const Meeting& y) { return is_earlier(x.event, y.event); });
  for (bool changed = true; changed;) {
    changed = false;
    for (const Meeting& each : sorted) {
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

}  // namespace annals
