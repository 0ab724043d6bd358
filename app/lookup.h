#pragma once

#include <ostream>
#include <string>

#include "export/formats.h"
#include "graph/store.h"

namespace annals {

/// The event that "E3f9a2c", or more of its digits, means. Throws Error(query) when there is none
/// or more than one.
[[nodiscard]] Event find_shown_event(const Store& store, const std::string& what);

/// The actor of this name or alias. Throws Error(query) that names the nearest, or the candidates.
[[nodiscard]] Actor find_shown_actor(const Store& store, const std::string& what);

/// The article that an id, the beginning of an id, a given name, a file name or a path means.
/// Throws Error(query).
[[nodiscard]] Article find_shown_article(const Store& store, const std::string& what);

/// All that is known of an event, an actor or an article. Throws Error(query).
void write_shown(std::ostream& out, const Store& store, const std::string& what,
                 const FormatOptions& options);

}  // namespace annals
