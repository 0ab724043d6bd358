#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "graph/facts.h"

/// The records of an archive, field by field; archive.cpp writes them. All throw Error(input) for a
/// word or an id that means nothing, and the exceptions of nlohmann's library, which name the
/// field, for one that is missing or of another type.
namespace annals::archive {

using Json = nlohmann::json;

/// Throws Error(input).
[[noreturn]] void fail(const std::string& what);

/// The date under `key`, or the one under `key` + "_exact" where EDTF cannot say it all.
[[nodiscard]] EventDate read_date(const Json& record, const std::string& key);
[[nodiscard]] Actor read_actor(const Json& json);

/// What an article contributes. Its spans lie in its text and its mentions' actors are among its
/// actors: other code trusts them.
[[nodiscard]] Facts read_facts(const Json& json);

}  // namespace annals::archive
