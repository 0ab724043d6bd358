#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace annals {

/// What is wrong with a value by a schema, both as JSON, in words that name the place ("limit: must
/// be at least 1"); nothing when it fits.
///
/// Knows the part of JSON Schema (draft 2020-12) that the tools' schemas use: type, properties,
/// required, additionalProperties (false), items, maxItems, enum, minimum, maximum, minLength.
/// Requires that both are JSON.
[[nodiscard]] std::optional<std::string> misfit(std::string_view value, std::string_view schema);

}  // namespace annals
