#include "graph/chains.h"

#include <algorithm>
#include <array>
#include <map>
#include <queue>
#include <set>

namespace annals {
namespace {

using date::days;
using date::sys_days;

struct Label {
  sys_days day;
  std::size_t hops = 0;
  std::optional<RouteStep> step;  // nothing at the start
};

/// One pass of growing labels. Certain: an event counts when it begins after what came before it
/// has surely ended. Possible: when some day of it is left.
class Spread {
 public:
  Spread(const Network& network, std::span<const Event> events, const ChainStart& start,
         bool certain)
      : network_(network), events_(events), window_(start.window), certain_(certain) {
    sys_days begin = start.window.first;
    if (start.learnt)
      begin = std::max(begin, certain ? start.learnt->last + days{1} : start.learnt->first);
    for (const ActorId actor : start.from) improve(actor, {.day = begin});
    while (!queue_.empty()) {
      const auto [day, hops, actor] = queue_.top();
      queue_.pop();
      if (!settled_.insert(actor).second) continue;
      if (!start.hops || hops < *start.hops) pass_on(actor, day, hops);
    }
  }

  [[nodiscard]] const std::map<ActorId, Label>& labels() const { return labels_; }

 private:
  using Entry = std::tuple<sys_days, std::size_t, ActorId>;

  void improve(ActorId actor, const Label& label) {
    const auto [at, fresh] = labels_.try_emplace(actor, label);
    if (!fresh) {
      if (std::pair(at->second.day, at->second.hops) <= std::pair(label.day, label.hops)) return;
      at->second = label;
    }
    queue_.emplace(label.day, label.hops, actor);
  }

  void pass_on(ActorId actor, sys_days day, std::size_t hops) {
    for (const std::uint32_t index : network_.events_of(actor)) {
      const EventDate& date = events_[index].date;
      if (date.precision == Precision::unknown || !overlaps(date, window_)) continue;
      if (certain_ && (date.first < day || !inside(date, window_))) continue;
      if (!certain_ && date.last < day) continue;
      if (!used_.insert(index).second) continue;
      const sys_days arrival = certain_ ? date.last + days{1} : std::max(day, date.first);
      for (const ActorId to : network_.actors_of(index)) {
        if (to != actor)
          improve(to, {.day = arrival, .hops = hops + 1, .step = RouteStep{actor, to, index}});
      }
    }
  }

  const Network& network_;
  std::span<const Event> events_;
  Window window_;
  bool certain_;
  std::map<ActorId, Label> labels_;
  std::set<ActorId> settled_;
  std::set<std::uint32_t> used_;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
};

Route walk_back(const std::map<ActorId, Label>& labels, ActorId to) {
  Route route;
  for (const Label* label = &labels.at(to); label->step; label = &labels.at(label->step->from)) {
    route.push_back(*label->step);
  }
  std::reverse(route.begin(), route.end());
  return route;
}

sys_days earliest_arrival(std::span<const Event> events, const Route& steps, sys_days begin) {
  for (const RouteStep& step : steps) begin = std::max(begin, events[step.event].date.first);
  return begin;
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

std::optional<Chain> earliest_chain(const Network& network, std::span<const Event> events,
                                    const ChainStart& start, ActorId to) {
  for (const bool certain : {true, false}) {
    const Spread spread(network, events, start, certain);
    if (!spread.labels().contains(to)) continue;
    Chain chain{.steps = walk_back(spread.labels(), to),
                .verdict = certain ? Verdict::certain : Verdict::possible};
    chain.arrival = earliest_arrival(events, chain.steps, start.window.first);
    return chain;
  }
  return std::nullopt;
}

std::vector<Reached> reachable(const Network& network, std::span<const Event> events,
                               const ChainStart& start) {
  const Spread possible(network, events, start, false);
  const Spread certain(network, events, start, true);
  std::vector<Reached> result;
  for (const auto& [actor, label] : possible.labels()) {
    if (!label.step) continue;
    const auto sure = certain.labels().find(actor);
    result.push_back({.actor = actor, .arrival = label.day, .last = *label.step});
    if (sure != certain.labels().end()) result.back().surely = sure->second.day;
  }
  std::sort(result.begin(), result.end(), [](const Reached& a, const Reached& b) {
    return std::pair(a.arrival, a.actor) < std::pair(b.arrival, b.actor);
  });
  return result;
}

}  // namespace annals
