#pragma once

#include <vector>

#include "query/actor_names.h"
#include "query/request.h"
#include "query/words.h"

namespace annals {

/// Puts the id of an event in the place of the words that tell of it, where a question takes an
/// event: "after the assassination of Pierre Gemayel", "before the Gemayel assassination", "who
/// could have told X about the attack on Y", "sources for the attack in Karachi". What was put is
/// told in the remarks of the request.
///
/// Words stay that name no kind of event, nobody known and no place, or nothing that is told and
/// dated. Throws Error(query) with the events in question when several fit and none is told of far
/// oftener.
void name_told_events(const NameBook& names, std::string_view line, std::vector<Word>& words,
                      Request& request);

}  // namespace annals
