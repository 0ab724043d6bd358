#pragma once

#include <optional>
#include <span>
#include <vector>

#include "graph/network.h"
#include "query/request.h"

namespace annals {

/// An event as the index has it: enough to choose, sort, count and join events without reading
/// their records.
struct Chosen {
  EventId id;
  Window days;  ///< first and last day of its date
  std::uint32_t kind = 0;
  std::uint32_t party = 0;  ///< its first one in Selection::parties
  std::uint16_t parties = 0;
  Status status = Status::happened;
  bool undated = false;
  date::sys_days told;  ///< the day at which lists tell it
};

/// Which role an actor of the request must have in its events.
struct Part {
  ActorId actor;
  std::optional<Role> role;  ///< in events with a direction; nothing for any
};

/// Events that a request asks for, those of the statuses it asks for and the others apart.
struct Selection {
  std::vector<Chosen> events;   ///< in the order asked for
  std::vector<Chosen> others;   ///< agree in all but the status
  std::vector<Party> parties;   ///< of both
  std::vector<Part> sought;     ///< what select_events() was given
  std::size_t far_bounded = 0;  ///< left out: bounded on one side only, by a day outside the window

  [[nodiscard]] std::span<const Party> parties_of(const Chosen& event) const {
    return std::span(parties).subspan(event.party, event.parties);
  }
};

enum class Order : std::uint8_t {
  exact,  ///< as is_told_earlier() has it
  any,    ///< where there are many, as the index has them; equal stores still give equal orders
};

/// All parts, types, window, place and sources agree. The scan goes over the first part's events,
/// else the window's. An event in which somebody takes part who is left out stays only where
/// actors are asked for and somebody else beside them has the same part. Records are read only
/// where the index cannot tell (place, source, keyword). Throws Stopped when stop_wanted is set.
[[nodiscard]] Selection select_events(const Store& store, const Request& request,
                                      std::span<const Part> parts, Order order = Order::exact);

/// The records of chosen events, in the same order.
[[nodiscard]] std::vector<Event> records_of(const Store& store, std::span<const Chosen> events);
[[nodiscard]] Event record_of(const Store& store, const Chosen& event);

/// By the day at which it is told, last day and id; undated ones come last. An event is told at its
/// first day; where that is not known, or lies before the window that was asked for, at its last
/// one in the window.
[[nodiscard]] bool is_told_earlier(const Chosen& a, const Chosen& b);

/// By first day, last day and id.
[[nodiscard]] bool is_earlier(const Chosen& a, const Chosen& b);

/// True when every day of its date lies in the window; never of an undated one.
[[nodiscard]] bool inside(const Chosen& event, const Window& window);
/// The days as a date of no precision in particular; unknown for an undated event.
[[nodiscard]] EventDate days_of(const Chosen& event);

/// The network of the chosen events, in their order, and their dates.
[[nodiscard]] Network network_of(const Store& store, const Selection& selection);
[[nodiscard]] std::vector<EventDate> dates_of(std::span<const Chosen> events);

}  // namespace annals
