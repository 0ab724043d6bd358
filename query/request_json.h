#pragma once

#include <string>
#include <string_view>

#include "query/verbs.h"

namespace annals {

/// A request as one JSON object, for programs. Fields, all but `verb` optional:
/// `{"verb":"who","actors":["Pakistan"],"types":["accused"],"events":["E3f9a2c"],"from":"2011-09-01","to":"2011-09-30",
/// "strictly":false,"status":["planned"],"place":"","source":"","not_source":"","limit":10,"sort":"date",
/// "descending":false,"per":"month","max":4,"number":60,"text":""}`.
/// `status` may be "all"; `from` and `to` are EDTF dates of any precision. The usage line is the
/// first of the verb that takes as many actors, types and events. Throws Error(query) for what is
/// no JSON, an unknown field, a wrong type, or a name that is not known.
[[nodiscard]] Request parse_request_json(const Store& store, std::string_view json);

/// The same request as parse_request_json() reads it back.
[[nodiscard]] std::string format_request_json(const Request& request);

}  // namespace annals
