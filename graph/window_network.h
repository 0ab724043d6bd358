#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/network.h"
#include "graph/store.h"

namespace annals {

enum class Origin : std::uint8_t;

/// One step of a path through a window.
struct WindowStep {
  ActorId from;
  ActorId to;
  EventId event;

  bool operator==(const WindowStep&) const = default;
};

/// The happenings of a window as a graph of actors, made of the store's lists alone.
///
/// For windows of tens of thousands of events, whose records nobody wants to read: made in some
/// fifty nanoseconds an event, asked in microseconds. What it gives does not depend on the order in
/// which articles came. Holds what had happened only; the store must outlive it, and it is the
/// window as it was. Several threads may ask.
class WindowNetwork {
 public:
  /// Events of one type, or of all when `type` is empty. Undated ones are left out.
  WindowNetwork(const Store& store, const Window& window, std::string_view type = {});

  [[nodiscard]] std::size_t events() const { return day_.size(); }
  [[nodiscard]] std::size_t actors() const { return number_.size(); }

  /// A path of the fewest steps, empty when both are one; nothing when there is none or one of them
  /// has no events here. Each step takes the earliest event of its two actors. Search from both
  /// ends.
  [[nodiscard]] std::optional<std::vector<WindowStep>> fewest_hops(ActorId from, ActorId to) const;

  /// The earliest day on which something that `from` knows at the beginning of the window can have
  /// come to `to`, as far as dates allow; events of one day may follow each other. Nothing when it
  /// cannot. Method: one pass in the order of days (Wu et al., Path problems in temporal graphs,
  /// 2014).
  [[nodiscard]] std::optional<date::sys_days> earliest_arrival(ActorId from, ActorId to) const;

  /// The `count` actors that met most others; best first, then by id.
  [[nodiscard]] std::vector<Standing> top_by_degree(std::size_t count) const;
  /// The same by the share of shortest routes that lead through them (see Network::by_betweenness).
  [[nodiscard]] std::vector<Standing> top_by_betweenness(std::size_t count) const;

 private:
  using Index = std::uint32_t;
  struct Arc {
    Index to;
    Index event;
  };
  struct Meeting {  ///< two parties of an event
    Index a, b, event;
  };
  class Search;
  class Taker;

  [[nodiscard]] std::optional<Index> index_of(ActorId actor) const;
  /// As the store shows them. Requires link_arcs().
  [[nodiscard]] std::span<const Arc> arcs_of(Index actor) const {
    return {arcs_.data() + arc_begin_[actor], arc_begin_[actor + 1] - arc_begin_[actor]};
  }
  [[nodiscard]] ActorId actor_at(Index index) const;
  [[nodiscard]] EventId event_at(Index event) const;
  /// The order of events: by day, then by the name of the type, then as the store shows them, by
  /// id. Types are shown in the order in which the store met them, which says nothing. Requires
  /// rank_types().
  [[nodiscard]] bool is_earlier(Index a, Index b) const {
    if (day_[a].first != day_[b].first) return day_[a].first < day_[b].first;
    const auto one = rank_of_kind_[kind_[a]], other = rank_of_kind_[kind_[b]];
    return one != other ? one < other : a < b;
  }
  [[nodiscard]] std::optional<date::sys_days> arrival_by_days(Index start, Index goal) const;
  [[nodiscard]] std::optional<date::sys_days> arrival_in_spans(Index start, Index goal) const;
  void rank_types() const;
  void link_arcs() const;
  void sort_arcs() const;
  void know_actors() const;
  [[nodiscard]] std::vector<Standing> best(const std::vector<double>& values,
                                           std::size_t count) const;

  const Store& store_;
  std::vector<std::uint32_t> number_;  ///< of an actor here: its number in the store
  std::vector<Index> index_;           ///< of a number of the store: the actor here, or none
  std::vector<std::uint64_t> id_;      ///< of an event, as its list has it
  std::vector<Window> day_;
  std::vector<std::uint32_t> kind_;
  std::vector<Meeting> meetings_;
  std::vector<std::size_t> runs_;  ///< where meetings begin that are in the order of their days
  std::vector<std::pair<Index, Origin>> origins_;  ///< from which event on events are of one
  bool days_only_ = true;

  // Made when they are asked for: an earliest arrival needs no arcs, and two actors need no table.
  mutable std::once_flag arcs_made_, arcs_sorted_, actors_known_, types_ranked_;
  /// The place of a kind's type among their names.
  mutable std::vector<std::uint32_t> rank_of_kind_;
  mutable std::vector<Index> arc_begin_;
  mutable std::vector<Arc> arcs_;
  mutable std::vector<Arc> sorted_arcs_;  ///< those of each actor in the order of events
  mutable std::atomic<int> searches_ = 0;
  mutable std::atomic<int> asked_ = 0;
  mutable std::atomic<bool> all_known_ = false;
  mutable std::vector<ActorId> actor_ids_;
  mutable std::unordered_map<std::uint64_t, Index> known_;
};

}  // namespace annals
