#pragma once

#include <span>
#include <string>
#include <string_view>

#include "query/verbs.h"

namespace annals {

/// One thing that an assistant can ask for. tools/list and the checks of arguments are made from
/// these rows.
struct McpTool {
  std::string_view name;
  std::string_view title;
  std::string_view description;
  std::string_view input_schema;  ///< JSON Schema of the arguments, an object
  /// Answers arguments, as JSON, that fit the schema. Throws Error for what cannot be understood or
  /// answered.
  Answer (*answer)(const Store& store, std::string_view arguments, const AskOptions& options);
};

[[nodiscard]] std::span<const McpTool> mcp_tools();
/// JSON Schema of what every tool gives: the envelope annals.result/1.
[[nodiscard]] std::string_view mcp_output_schema();

}  // namespace annals
