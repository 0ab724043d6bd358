#pragma once

#include <string_view>

#include "query/request.h"
#include "query/verbs.h"

namespace annals {

/// A question behind another one.
struct FollowUp {
  Request request;
  bool continues =
      false;  ///< it is the one before with something changed, and keeps the rest of it
};

/// Reads a line that may lean on the question `before`: "when did they meet" and "what did he say"
/// mean whom that one named; "and in 2006?", "what about planned ones" ask it again for another
/// time, place, source or status; "and Iran?" asks it of somebody else. Any other line is read as
/// it is. Throws Error(query), also for a pronoun that may be either of two.
[[nodiscard]] FollowUp parse_follow_up(const Store& store, std::string_view line,
                                       const AskOptions& options, const Request& before);

}  // namespace annals
