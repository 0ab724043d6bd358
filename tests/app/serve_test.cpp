// The Model Context Protocol: recorded exchanges, and what must not end the server.

#include <cstdlib>
#include <sstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "app/json_schema.h"
#include "app/mcp_server.h"
#include "app/mcp_tools.h"
#include "tests/app/crisis_folder.h"
#include "tests/support/program.h"

namespace annals {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

struct Served {
  Served() {
    test::write_crisis(folder / "annals.db");
    store.emplace(folder / "annals.db");
    server.emplace(*store, AskOptions{});
  }
  Json ask(const std::string& message) {
    const auto response = server->answer(message);
    return response ? Json::parse(*response) : Json();
  }
  Json call(const char* tool, const Json& arguments) {
    return ask(Json({{"jsonrpc", "2.0"},
                     {"id", 1},
                     {"method", "tools/call"},
                     {"params", {{"name", tool}, {"arguments", arguments}}}})
                   .dump());
  }

  TempFolder folder;
  std::optional<LiveStore> store;
  std::optional<McpServer> server;
};

TEST_CASE("exchanges with assistants go as they were recorded", "[app][serve]") {
  Served served;
  std::vector<fs::path> files;
  for (const auto& entry :
       fs::directory_iterator(fs::path(ANNALS_SOURCE_DIR) / "tests/app/exchanges"))
    files.push_back(entry.path());
  REQUIRE_FALSE(files.empty());
  for (const auto& file : files) {
    // "> " a message, "< " its response; without one for a notification
    std::istringstream lines(read_file(file));
    std::string got;
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("#")) got += line + "\n";
      if (!line.starts_with("> ")) continue;
      got += line + "\n";
      if (const auto response = served.server->answer(line.substr(2)))
        got += "< " + *response + "\n";
    }
    if (std::getenv("ANNALS_UPDATE") != nullptr) {
      std::ofstream(file, std::ios::binary) << got;
      continue;
    }
    INFO(file.filename().string());
    CHECK(got == read_file(file));
  }
}

TEST_CASE("what is wrong with a message is an error of JSON-RPC", "[app][serve]") {
  Served served;
  struct Row {
    const char* message;
    int code;
  };
  const auto row = GENERATE(values<Row>({
      {"", -32700},
      {"{", -32700},
      {"\xff\xfe", -32700},
      {"[]", -32600},
      {"7", -32600},
      {"{}", -32600},
      {R"({"id":1,"method":"ping"})", -32600},
      {R"({"jsonrpc":"1.0","id":1,"method":"ping"})", -32600},
      {R"({"jsonrpc":"2.0","id":null,"method":"ping"})", -32600},
      {R"({"jsonrpc":"2.0","id":{},"method":"ping"})", -32600},
      {R"({"jsonrpc":"2.0","id":1,"method":7})", -32600},
      {R"({"jsonrpc":"2.0","id":1,"method":"resources/list"})", -32601},
      {R"({"jsonrpc":"2.0","id":1,"method":"ping","params":[1]})", -32602},
      {R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{}})", -32602},
      {R"({"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"cursor":"x"}})", -32602},
      {R"({"jsonrpc":"2.0","id":1,"method":"tools/call"})", -32602},
      {R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"delete"}})", -32602},
  }));
  CAPTURE(row.message);
  const Json response = served.ask(row.message);
  REQUIRE(response.contains("error"));
  CHECK(response["jsonrpc"] == "2.0");
  CHECK(response.contains("id"));
  CHECK(response["error"]["code"] == row.code);
  CHECK_FALSE(response["error"]["message"].get<std::string>().empty());
  // and it goes on
  CHECK(served.ask(R"({"jsonrpc":"2.0","id":2,"method":"ping"})")["result"] == Json::object());
}

TEST_CASE("arguments that do not fit a tool are told to the model, which can mend them",
          "[app][serve]") {
  Served served;
  const auto arguments = GENERATE(values<const char*>(
      {"{}", "[]", R"({"question":7})", R"({"question":"who met whom","limit":0})",
       R"({"question":"who met whom","limit":1000000})",
       R"({"question":"who met whom","colour":1})"}));
  CAPTURE(arguments);
  const Json result = served.call("ask", Json::parse(arguments))["result"];
  CHECK(result["isError"] == true);
  CHECK_THAT(result["content"][0]["text"].get<std::string>(), Catch::StartsWith("ask: "));
}

TEST_CASE("notifications and responses are not answered, and batches are", "[app][serve]") {
  Served served;
  CHECK_FALSE(served.server->answer(R"({"jsonrpc":"2.0","method":"notifications/initialized"})"));
  CHECK_FALSE(served.server->answer(R"({"jsonrpc":"2.0","method":"nonsense"})"));
  CHECK_FALSE(served.server->answer(R"({"jsonrpc":"2.0","id":1,"result":{}})"));
  CHECK_FALSE(served.server->answer(R"([{"jsonrpc":"2.0","method":"notifications/cancelled"}])"));
  const Json batch = served.ask(R"([{"jsonrpc":"2.0","id":"a","method":"ping"},5])");
  REQUIRE(batch.size() == 2);
  CHECK(batch[0]["id"] == "a");
  CHECK(batch[1]["error"]["code"] == -32600);
}

TEST_CASE("a question that is not understood is told to the assistant, not an error",
          "[app][serve]") {
  Served served;
  const Json result = served.call("ask", {{"question", "who met Munterry"}})["result"];
  CHECK(result["isError"] == true);
  CHECK_THAT(result["content"][0]["text"].get<std::string>(), Catch::Contains("did you mean"));
}

TEST_CASE("every tool answers, in the shape that it promises", "[app][serve]") {
  Served served;
  const std::vector<std::pair<const char*, Json>> calls = {
      {"ask", {{"question", "who met whom in September 2011"}}},
      {"show", {{"what", "Munter"}}},
      {"timeline", {{"actors", {"Pakistan"}}, {"types", {"accused"}}, {"from", "2011"}}},
      {"path", {{"start", "Petraeus"}, {"goal", "Ibrahim Haqqani"}}},
      {"path", {{"start", "Ibrahim Haqqani"}, {"goal", "Petraeus"}, {"in_time", true}}},
      {"search-actors", {{"text", "haqqani"}, {"limit", 2}}},
  };
  for (const auto& [tool, arguments] : calls) {
    CAPTURE(tool, arguments.dump());
    const Json result = served.call(tool, arguments)["result"];
    REQUIRE(result["isError"] == false);
    CHECK(misfit(result["structuredContent"].dump(), mcp_output_schema()) == std::nullopt);
    CHECK(result["structuredContent"]["rows"].size() > 0);
    CHECK_FALSE(result["content"][0]["text"].get<std::string>().empty());
  }
  // the limit holds for all sections together
  const Json one = served.call("timeline", {{"limit", 1}})["result"]["structuredContent"];
  CHECK(one["rows"].size() == 1);
  CHECK(one["warnings"].dump().find("left out by the limit") != std::string::npos);
  for (const McpTool& tool : mcp_tools()) {
    const bool called = std::any_of(calls.begin(), calls.end(),
                                    [&](const auto& call) { return call.first == tool.name; });
    CHECK(called);
  }
}

TEST_CASE("a huge message and a store that goes away do not end the server", "[app][serve]") {
  Served served;
  std::istringstream in(std::string(3 << 20, 'x') + "\n" + std::string(900000, '[') + "\n\n" +
                        R"({"jsonrpc":"2.0","id":1,"method":"ping"})" + "\n");
  std::ostringstream out;
  served.server->serve(in, out);
  CHECK_THAT(out.str(), Catch::Contains("too long") && Catch::Contains("-32700") &&
                            Catch::EndsWith(R"({"jsonrpc":"2.0","id":1,"result":{}})"
                                            "\n"));
  fs::remove_all(served.folder / "annals.db");
  const Json result = served.call("ask", {{"question", "who met whom"}})["result"];
  CHECK(result["isError"] == true);
  CHECK_THAT(result["content"][0]["text"].get<std::string>(), Catch::Contains("no longer there"));
}

TEST_CASE("the program serves over its standard input and ends with it", "[app][serve]") {
  const TempFolder folder;
  test::write_crisis(folder / "annals.db");
  folder.write("in", R"({"jsonrpc":"2.0","id":1,"method":"ping"})");
  const Ran ran = run_in(folder.path(), "annals serve --stdio < in");
  CHECK(ran.code == 0);
  CHECK(ran.out == "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n");
  CHECK(run_in(folder.path(), "annals --db nowhere serve --stdio < in").code == 4);
}

TEST_CASE("values that do not fit their schema are named with their place", "[app][serve]") {
  const std::string_view schema = R"({"type":"object","required":["a"],"additionalProperties":false,
    "properties":{"a":{"type":"array","maxItems":2,"items":{"type":"string","minLength":1}},
                  "b":{"type":"integer","minimum":1,"maximum":3},"c":{"enum":["x","y"]}}})";
  const auto wrong = [&](const char* json) { return misfit(json, schema).value_or(""); };
  CHECK(wrong(R"({"a":[]})").empty());
  CHECK(wrong(R"({"a":["x","y"],"b":2,"c":"y"})").empty());
  CHECK(wrong("[]") == "must be of type object");
  CHECK(wrong("{}") == "\"a\" is missing");
  CHECK(wrong(R"({"a":[],"d":1})") == "there is no \"d\"; there are a, b, c");
  CHECK(wrong(R"({"d":1})") == "there is no \"d\"; there are a, b, c");
  CHECK(wrong(R"({"a":["x",7]})") == "a[1]: must be of type string");
  CHECK(wrong(R"({"a":[""]})") == "a[0]: must not be empty");
  CHECK(wrong(R"({"a":["x","y","z"]})") == "a: at most 2 are taken");
  CHECK(wrong(R"({"a":[],"b":0})") == "b: must be at least 1");
  CHECK(wrong(R"({"a":[],"b":4})") == "b: must be at most 3");
  CHECK(wrong(R"({"a":[],"b":1.5})") == "b: must be of type integer");
  CHECK(wrong(R"({"a":[],"c":"z"})") == "c: must be one of [\"x\",\"y\"]");
}

}  // namespace
}  // namespace annals
