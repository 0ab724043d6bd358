#pragma once

#include <string>
#include <string_view>

#include "query/verbs.h"

namespace annals {

/// A request as one JSON object, for programs. Fields, all but `verb` optional:
/// `{"verb":"who","actors":["Pakistan"],"types":["accused"],"events":["E3f9a2c"],"from":"2011-09-01","to":"2011-09-30",
/// "strictly":false,"status":["planned"],"place":"","source":"","not_source":"","limit":10,"sort":"date",
/// "descending":false,"per":"month","max":4,"number":60,"within":90,"text":"","about":"","form":0,
/// "doers":"countries","except":["Mike Mullen","by Pakistan"],"except_types":["meetings"],
/// "least":{"killed":10,"events":2},"most":{"wounded":5},"with_people":false}`.
/// `verb` is a row of verbs() or a word for events ("meet"): then who did that is asked for, or,
/// with actors, when they did. `status` may be "all"; `from` and `to` are EDTF dates of any
/// precision; `within` counts days. `except` leaves actors out, with "by " or "against " before
/// them in this part only. `least` and `most` bound, both included, what events count and, as
/// "events", what rows of rankings count. With `with_people`, a country that is named stands for
/// its people and bodies too. `form` is the usage line of the verb, counted from 0; when not given,
/// the first that takes as many actors and events, and types where there are any. Throws
/// Error(query) for what is no JSON, an unknown field, a wrong type, or a name that is not known.
[[nodiscard]] Request parse_request_json(const Store& store, std::string_view json);

/// Puts the fields of such an object that say which events are asked for, and how they are listed,
/// into a request made of words, in place of what the words said. Throws Error(query) also for
/// verb, actors, types and events.
void apply_request_json(const Store& store, std::string_view json, Request& request);

/// The same request as parse_request_json() reads it back.
[[nodiscard]] std::string format_request_json(const Request& request);

}  // namespace annals
