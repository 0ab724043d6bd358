#pragma once

#include <span>
#include <vector>

#include "link/input.h"

namespace annals {

/// One telling among those of all articles, with its participants linked.
struct LinkedTelling {
  const Telling* telling = nullptr;
  const LinkArticle* article = nullptr;
  std::vector<Participant> participants;  ///< linked actors, no spans, sorted by role, then actor
  std::optional<ActorId> said_by;         ///< linked
};

/// Earlier publication first (undated articles last), then article, then place in the text.
[[nodiscard]] bool told_before(const LinkedTelling& a, const LinkedTelling& b);

/// The event that `tellings` jointly tell of. Requires at least one; the order does not matter.
[[nodiscard]] Event merge_tellings(std::vector<const LinkedTelling*> tellings);

}  // namespace annals
