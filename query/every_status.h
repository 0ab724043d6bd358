#pragma once

#include <string>

#include "query/request.h"

namespace annals {

/// The same request of everything that is told, whether it happened or not.
[[nodiscard]] inline Request of_every_status(const Request& request) {
  Request result = request;
  result.statuses.clear();
  for (int i = 0; i < 6; ++i) result.statuses.push_back(static_cast<Status>(i));
  return result;
}

/// Beside steps of an answer to a question that named no status.
inline const std::string not_all_happened =
    "this one also uses what was only planned, alleged or denied: see the status of each step";

}  // namespace annals
