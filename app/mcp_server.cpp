#include "app/mcp_server.h"

#include <algorithm>
#include <array>
#include <sstream>

#include <nlohmann/json.hpp>

#include "app/json_schema.h"
#include "app/mcp_tools.h"
#include "export/formats.h"
#include "graph/error.h"

namespace annals {
namespace {

using Json = nlohmann::ordered_json;

// JSON-RPC 2.0, section 5.1
constexpr int parse_error = -32700;
constexpr int invalid_request = -32600;
constexpr int method_not_found = -32601;
constexpr int invalid_params = -32602;
constexpr int internal_error = -32603;

/// Revisions that are spoken, newest first.
constexpr std::array<std::string_view, 4> revisions = {"2025-11-25", "2025-06-18", "2025-03-26",
                                                       "2024-11-05"};

constexpr std::string_view instructions =
    "Events between actors, read from news articles, each with its sentence and article. Find "
    "actors with search-actors, then ask. Quote the sentence and the article of what you tell, and "
    "say when a row is planned, alleged or denied, or only possible.";

struct Refusal {
  int code;
  std::string message;
};

Json failure(const Json& id, const Refusal& refusal) {
  return {{"jsonrpc", "2.0"},
          {"id", id},
          {"error", {{"code", refusal.code}, {"message", refusal.message}}}};
}

Json success(const Json& id, Json result) {
  return {{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}};
}

std::string line_of(const Json& message) {
  return message.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json initialize(const Json& params) {
  const auto wanted = params.find("protocolVersion");
  if (wanted == params.end() || !wanted->is_string())
    throw Refusal{invalid_params, "initialize needs \"protocolVersion\", a string"};
  const bool spoken =
      std::find(revisions.begin(), revisions.end(), wanted->get<std::string>()) != revisions.end();
  return {{"protocolVersion", spoken ? *wanted : Json(revisions.front())},
          {"capabilities", {{"tools", {{"listChanged", false}}}}},
          {"serverInfo",
           {{"name", "annals"},
            {"title", "Annals"},
            {"version", ANNALS_VERSION},
            {"description", "Dated, sourced events between actors, from news articles"}}},
          {"instructions", instructions}};
}

Json list_tools(const Json& params) {
  if (params.contains("cursor"))
    throw Refusal{invalid_params, "there is no such cursor: all tools stand on one page"};
  Json tools = Json::array();
  for (const McpTool& tool : mcp_tools()) {
    tools.push_back({{"name", tool.name},
                     {"title", tool.title},
                     {"description", tool.description},
                     {"inputSchema", Json::parse(tool.input_schema)},
                     {"outputSchema", Json::parse(mcp_output_schema())},
                     {"annotations", {{"readOnlyHint", true}, {"openWorldHint", false}}}});
  }
  return {{"tools", std::move(tools)}};
}

std::string written(const Answer& answer, const char* format) {
  std::ostringstream out;
  find_format(format)->write(out, answer, FormatOptions{.width = 120});
  return out.str();
}

Json text_content(const std::string& text) {
  return Json::array({{{"type", "text"}, {"text", text}}});
}

Json tool_error(const std::string& message) {
  return {{"content", text_content(message)}, {"isError", true}};
}

Json call_tool(LiveStore& store, const AskOptions& options, const Json& params) {
  const auto name = params.find("name");
  if (name == params.end() || !name->is_string())
    throw Refusal{invalid_params, "tools/call needs \"name\", a string"};
  const auto tools = mcp_tools();
  const auto tool = std::find_if(tools.begin(), tools.end(), [&](const McpTool& each) {
    return each.name == name->get_ref<const std::string&>();
  });
  if (tool == tools.end())
    throw Refusal{invalid_params, "there is no tool " + line_of(*name) + "; tools/list has them"};
  const Json arguments = params.value("arguments", Json::object());
  const std::string given = line_of(arguments);
  // what a model can mend is an answer, not an error of the protocol (2025-11-25, server/tools)
  if (const auto wrong = misfit(given, tool->input_schema))
    return tool_error(std::string(tool->name) + ": " + *wrong);
  try {
    const Answer answer = tool->answer(store.now(), given, options);
    return {{"content", text_content(written(answer, "text"))},
            {"structuredContent", Json::parse(written(answer, "json"))},
            {"isError", false}};
  } catch (const Error& error) {
    return tool_error(error.what());
  }
}

Json answer_method(LiveStore& store, const AskOptions& options, const std::string& method,
                   const Json& params) {
  if (method == "initialize") return initialize(params);
  if (method == "ping") return Json::object();
  if (method == "tools/list") return list_tools(params);
  if (method == "tools/call") return call_tool(store, options, params);
  throw Refusal{method_not_found, "there is no method " + line_of(method)};
}

std::optional<Json> answer_one(LiveStore& store, const AskOptions& options, const Json& message) {
  Json id;
  try {
    if (!message.is_object()) throw Refusal{invalid_request, "a message is a JSON object"};
    const bool asks = message.contains("method");
    if (!asks && (message.contains("result") || message.contains("error"))) return std::nullopt;
    const bool has_id = message.contains("id");
    if (has_id && (message["id"].is_string() || message["id"].is_number())) id = message["id"];
    if (message.value("jsonrpc", Json()) != "2.0")
      throw Refusal{invalid_request, "\"jsonrpc\" must be \"2.0\""};
    if (!asks || !message["method"].is_string())
      throw Refusal{invalid_request, "\"method\" must be a string"};
    if (has_id && id.is_null())
      throw Refusal{invalid_request, "\"id\" must be a string or a number"};
    if (!has_id) return std::nullopt;  // a notification: nothing that a server of answers needs
    const Json params = message.value("params", Json::object());
    if (!params.is_object()) throw Refusal{invalid_params, "\"params\" must be an object"};
    return success(id, answer_method(store, options, message["method"].get<std::string>(), params));
  } catch (const Refusal& refusal) {
    return failure(id, refusal);
  } catch (const std::exception& error) {
    return failure(id, {internal_error, error.what()});
  }
}

/// The next line, at most one byte longer than the longest message; the rest of it is passed over.
bool next_line(std::istream& in, std::string& line) {
  line.clear();
  auto& buffer = *in.rdbuf();
  for (int c = buffer.sbumpc(); c != std::char_traits<char>::eof(); c = buffer.sbumpc()) {
    if (c == '\n') return true;
    if (line.size() <= longest_message) line += static_cast<char>(c);
  }
  return !line.empty();
}

}  // namespace

std::optional<std::string> McpServer::answer(std::string_view message) {
  if (message.size() > longest_message) {
    return line_of(
        failure({}, {invalid_request, "the message is too long; at most " +
                                          std::to_string(longest_message) + " bytes are read"}));
  }
  const Json json = Json::parse(message, nullptr, false);
  if (json.is_discarded()) return line_of(failure({}, {parse_error, "this is no JSON"}));
  if (!json.is_array()) {
    const auto response = answer_one(store_, options_, json);
    return response ? std::optional(line_of(*response)) : std::nullopt;
  }
  if (json.empty()) return line_of(failure({}, {invalid_request, "a batch holds messages"}));
  Json responses = Json::array();
  for (const Json& each : json) {
    if (auto response = answer_one(store_, options_, each)) responses.push_back(*response);
  }
  return responses.empty() ? std::nullopt : std::optional(line_of(responses));
}

void McpServer::serve(std::istream& in, std::ostream& out) {
  for (std::string line; next_line(in, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    if (const auto response = answer(line)) out << *response << '\n' << std::flush;
  }
}

}  // namespace annals
