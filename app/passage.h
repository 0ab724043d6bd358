#pragma once

#include <ostream>

#include "export/formats.h"
#include "graph/store.h"

namespace annals {

/// Every telling of an event as a reader wants to check it: the article, the sentence between the
/// one before and the one after it, and in it the words that tell the event.
void write_passages(std::ostream& out, const Store& store, const Event& event,
                    const FormatOptions& options);

/// All that is known of an actor.
void write_actor(std::ostream& out, const Store& store, ActorId id, const FormatOptions& options);

}  // namespace annals
