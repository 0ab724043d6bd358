#pragma once

#include <optional>

#include "graph/store.h"

namespace annals {

/// What the events that an article tells of say about its day of publication.
struct ArticleBounds {
  std::optional<date::sys_days> not_before;  ///< the latest first day of what it tells as happened
  EventId told;                              ///< the event that says so
};

/// For an article without a date; nothing is bounded when none of its events has a date.
[[nodiscard]] ArticleBounds bounds_of(const Store& store, ArticleId article);

/// A telling of the event names the actor in its sentence, whatever its role.
[[nodiscard]] bool speaks_of(const Store& store, const Event& event, const Actor& actor);

}  // namespace annals
