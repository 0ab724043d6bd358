#pragma once

#include <map>
#include <vector>

#include "query/request.h"

namespace annals {

/// Events that a request asks for, those of the statuses it asks for and the others apart.
struct Selection {
  std::vector<Event> events;    ///< in the order of time
  std::vector<Event> others;    ///< agree in all but the status
  std::size_t far_bounded = 0;  ///< left out: bounded on one side only, by a day outside the window
};

/// Which role an actor of the request must have in its events.
struct Part {
  ActorId actor;
  std::optional<Role> role;  ///< in events with a direction; nothing for any
};

/// All parts, types, window, place and sources agree. The scan goes over the first part's events,
/// else the window's.
[[nodiscard]] Selection select_events(const Store& store, const Request& request,
                                      std::span<const Part> parts);

/// Type word of the request agrees with the event, keyword included.
[[nodiscard]] bool is_asked_type(const Store& store, const Request& request, const Event& event);

}  // namespace annals
