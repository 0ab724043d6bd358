#pragma once

#include <string_view>
#include <vector>

#include "query/actor_names.h"
#include "query/forms.h"
#include "query/request.h"

namespace annals {

/// Puts what fills a slot of a form into the request: an actor by its name, office or misspelt
/// name, with a place or a topic behind it; a word for events; an event by its id. Throws
/// Error(query) for names that nobody has or several have. `line` is the question.
void take_slot(const NameBook& names, std::string_view line, const std::vector<Word>& words,
               FormPiece::Kind kind, Request& request);

}  // namespace annals
