#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "link/linked_telling.h"

namespace annals {

/// The time of which an article without a date speaks, and how that is known.
struct Anchor {
  date::sys_days day{};
  std::string reason;

  bool operator==(const Anchor&) const = default;
};

/// Of each article without a date the day of the latest event that it tells as done and a dated
/// article dates, in words rather than by its own day: it cannot have appeared before. `groups` are
/// the tellings of each event, indices into `tellings`; all tellings of such an article, and of the
/// events that it tells, must be among them.
[[nodiscard]] std::map<ArticleId, Anchor> find_anchors(
    const std::vector<const LinkedTelling*>& tellings,
    const std::vector<std::vector<std::size_t>>& groups);

/// The date of a month without a year ("August this year") with the year that the anchor of its
/// article gives it: "this year" is that of the anchor; a bare month is the last one up to it, when
/// that is less than half a year before. Nothing when the anchor gives none.
[[nodiscard]] std::optional<EventDate> with_year(const LinkedTelling& telling,
                                                 const Anchor& anchor);

}  // namespace annals
