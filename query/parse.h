#pragma once

#include "query/verbs.h"

namespace annals {

/// Reads one line against the usage lines of verbs(). Throws Error(query) with a caret and the
/// nearest form.
[[nodiscard]] Request parse_request(const Store& store, std::string_view line,
                                    const AskOptions& options);

}  // namespace annals
