#include "graph/chains.h"

#include <algorithm>
#include <array>
#include <limits>
#include <queue>

#include "graph/stop.h"

namespace annals {
namespace {

using date::days;
using date::sys_days;

constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

sys_days earliest_arrival(std::span<const EventDate> dates, const Route& steps, sys_days begin) {
  for (const RouteStep& step : steps) begin = std::max(begin, dates[step.event].first);
  return begin;
}

}  // namespace

/// Labels of everybody who can be reached, one pass. Certain: an event counts when it begins after
/// what came before it has surely ended. Possible: when some day of it is left.
class ChainSearch {
 public:
  using Index = Network::Index;

  struct Label {
    sys_days day;
    std::size_t hops = 0;
    Index from = nowhere;  // nowhere at the start
    Index event = 0;
    bool known = false;
  };

  ChainSearch(const Network& network, std::span<const EventDate> dates, const ChainStart& start,
              bool certain)
      : network_(network),
        dates_(dates),
        window_(start.window),
        certain_(certain),
        labels_(network.actors_.size()) {
    sys_days begin = start.window.first;
    if (start.learnt)
      begin = std::max(begin, certain ? start.learnt->last + days{1} : start.learnt->first);
    for (const ActorId actor : start.from) {
      const auto index = network.index_of(actor);
      if (!index) continue;
      labels_[*index] = {.day = begin, .known = true};
      changed_.push_back(*index);
    }
  }

  /// Grows labels by the earliest day, as far as they go, or until that of `goal` is final.
  void grow(Index goal = nowhere) {
    std::vector<bool> settled(labels_.size(), false);
    std::vector<bool> used(dates_.size(), false);
    for (const Index actor : changed_) queue_.emplace(labels_[actor].day, 0, actor);
    while (!queue_.empty()) {
      stop_if_wanted();
      const auto [day, hops, actor] = queue_.top();
      queue_.pop();
      if (actor == goal) return;
      if (settled[actor]) continue;
      settled[actor] = true;
      for (const Index event : network_.events_at(actor)) {
        if (used[event] || !can_follow(event, day)) continue;
        used[event] = true;  // whoever comes later learns no sooner
        pass_on(actor, event, labels_[actor], labels_,
                [&](Index to) { queue_.emplace(labels_[to].day, labels_[to].hops, to); });
      }
    }
  }

  /// One step more for everybody whose label changed last. False when nothing changed. The label
  /// that an actor had at each step is kept, for the way back.
  bool step() {
    rounds_.push_back(labels_);
    std::vector<Index> improved;
    std::vector<bool> seen(labels_.size(), false);
    std::vector<Label> next = labels_;
    for (const Index actor : changed_) {
      stop_if_wanted();
      for (const Index event : network_.events_at(actor)) {
        if (!can_follow(event, labels_[actor].day)) continue;
        pass_on(actor, event, labels_[actor], next, [&](Index to) {
          if (!seen[to]) improved.push_back(to);
          seen[to] = true;
        });
      }
    }
    labels_ = std::move(next);
    changed_ = std::move(improved);
    return !changed_.empty();
  }

  [[nodiscard]] const Label& label(Index actor) const { return labels_[actor]; }

  [[nodiscard]] RouteStep last_step(Index actor) const { return step_of(labels_, actor); }

  [[nodiscard]] Route way_to(Index to) const {
    Route route;
    const std::vector<Label>* labels = &labels_;
    for (Index at = to; (*labels)[at].from != nowhere;) {
      route.push_back(step_of(*labels, at));
      const Label& label = (*labels)[at];
      at = label.from;
      if (!rounds_.empty()) labels = &rounds_[label.hops - 1];
    }
    std::reverse(route.begin(), route.end());
    return route;
  }

 private:
  using Entry = std::tuple<sys_days, std::size_t, Index>;

  [[nodiscard]] RouteStep step_of(const std::vector<Label>& labels, Index actor) const {
    const Label& label = labels[actor];
    return {network_.actors_[label.from], network_.actors_[actor], label.event};
  }

  [[nodiscard]] bool can_follow(Index event, sys_days day) const {
    const EventDate& date = dates_[event];
    if (date.precision == Precision::unknown || !overlaps(date, window_)) return false;
    return certain_ ? date.first >= day && inside(date, window_) : date.last >= day;
  }

  template <class Improved>
  void pass_on(Index actor, Index event, const Label& label, std::vector<Label>& labels,
               const Improved& improved) {
    const EventDate& date = dates_[event];
    const Label next{.day = certain_ ? date.last + days{1} : std::max(label.day, date.first),
                     .hops = label.hops + 1,
                     .from = actor,
                     .event = event,
                     .known = true};
    for (const Index to : network_.actors_at(event)) {
      Label& old = labels[to];
      const bool better =
          !old.known || std::pair(next.day, next.hops) < std::pair(old.day, old.hops);
      if (to == actor || !better) continue;
      old = next;
      improved(to);
    }
  }

  const Network& network_;
  std::span<const EventDate> dates_;
  Window window_;
  bool certain_;
  std::vector<Label> labels_;
  std::vector<Index> changed_;
  std::vector<std::vector<Label>> rounds_;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
};

namespace {

/// Days counted backwards, so that the last day becomes the first.
sys_days turned(sys_days day) { return sys_days{-day.time_since_epoch()}; }

Window turned(const Window& window) { return {turned(window.last), turned(window.first)}; }

std::vector<EventDate> turned(std::span<const EventDate> dates) {
  std::vector<EventDate> result(dates.begin(), dates.end());
  for (EventDate& date : result) {
    std::swap(date.first, date.last);
    date.first = turned(date.first);
    date.last = turned(date.last);
  }
  return result;
}

void grow_towards(ChainSearch& search, std::uint32_t goal, const ChainStart& start, bool fewest) {
  if (!start.hops && !fewest) return search.grow(goal);
  for (std::size_t hops = 0; !start.hops || hops < *start.hops; ++hops) {
    if (!search.step() || (fewest && search.label(goal).known)) return;
  }
}

}  // namespace

std::string_view format_verdict(Verdict verdict) {
  constexpr std::array<std::string_view, 3> words = {"certain", "possible", "impossible"};
  return words.at(static_cast<std::size_t>(verdict));
}

Verdict follows(const EventDate& first, const EventDate& second) {
  if (first.precision == Precision::unknown || second.precision == Precision::unknown)
    return Verdict::possible;
  if (first.last < second.first) return Verdict::certain;
  return first.first <= second.last ? Verdict::possible : Verdict::impossible;
}

std::optional<Chain> find_chain(const Network& network, std::span<const EventDate> dates,
                                const ChainStart& start, ActorId to, Aim aim) {
  const auto& actors = network.actors();
  if (aim == Aim::latest) {
    if (start.from.size() != 1) return std::nullopt;
    const ActorId goal = start.from.front();
    const auto back = find_chain(network, turned(dates),
                                 {.from = std::span(&to, 1),
                                  .window = turned(start.window),
                                  .learnt = std::nullopt,
                                  .hops = start.hops},
                                 goal);
    if (!back) return std::nullopt;
    Chain chain{.steps = back->steps, .verdict = back->verdict};
    std::reverse(chain.steps.begin(), chain.steps.end());
    for (RouteStep& step : chain.steps) std::swap(step.from, step.to);
    chain.arrival = earliest_arrival(dates, chain.steps, start.window.first);
    return chain;
  }
  const auto at = std::lower_bound(actors.begin(), actors.end(), to);
  if (at == actors.end() || *at != to) return std::nullopt;
  const auto goal = static_cast<std::uint32_t>(at - actors.begin());
  for (const bool certain : {true, false}) {
    ChainSearch search(network, dates, start, certain);
    grow_towards(search, goal, start, aim == Aim::shortest);
    if (!search.label(goal).known) continue;
    Chain chain{.steps = search.way_to(goal),
                .verdict = certain ? Verdict::certain : Verdict::possible};
    chain.arrival = earliest_arrival(dates, chain.steps, start.window.first);
    return chain;
  }
  return std::nullopt;
}

std::vector<Reached> reachable(const Network& network, std::span<const EventDate> dates,
                               const ChainStart& start) {
  ChainSearch possible(network, dates, start, false);
  ChainSearch certain(network, dates, start, true);
  for (ChainSearch* search : {&possible, &certain}) {
    if (!start.hops) search->grow();
    for (std::size_t hops = 0; start.hops && hops < *start.hops && search->step(); ++hops) {
    }
  }
  std::vector<Reached> result;
  for (std::uint32_t i = 0; i < network.actors().size(); ++i) {
    const auto& label = possible.label(i);
    if (!label.known || label.from == nowhere) continue;
    result.push_back(
        {.actor = network.actors()[i], .arrival = label.day, .last = possible.last_step(i)});
    if (certain.label(i).known) result.back().surely = certain.label(i).day;
  }
  std::sort(result.begin(), result.end(), [](const Reached& a, const Reached& b) {
    return std::pair(a.arrival, a.actor) < std::pair(b.arrival, b.actor);
  });
  return result;
}

}  // namespace annals
