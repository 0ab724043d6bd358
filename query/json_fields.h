#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace annals {

// The fields of a request that is a JSON object. A field that is not there, and one that is null,
// gives what is empty, false or nothing. One of another type throws Error(query).

using Json = nlohmann::ordered_json;

/// Throws Error(query) with "request: " before the message.
[[noreturn]] void refuse(const std::string& message);

/// Null when it is not there.
[[nodiscard]] const Json* find_field(const Json& record, const char* name);

[[nodiscard]] std::string text_of(const Json& record, const char* name);
/// A list of strings, or one string for a list of one.
[[nodiscard]] std::vector<std::string> texts_of(const Json& record, const char* name);
/// A whole number, 0 or more.
[[nodiscard]] std::optional<std::size_t> number_of(const Json& record, const char* name);
[[nodiscard]] bool flag_of(const Json& record, const char* name);
/// One of `known`; empty where there is no such field. Throws Error(query) for another.
[[nodiscard]] std::string choice_of(const Json& record, const char* name,
                                    std::span<const std::string_view> known);

}  // namespace annals
