#include "app/mcp_tools.h"

#include <algorithm>
#include <array>
#include <optional>

#include <nlohmann/json.hpp>

#include "query/events.h"
#include "query/parse.h"
#include "query/request_json.h"

namespace annals {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t rows_at_most = 50;  // what an assistant gets when it names no limit

/// Takes over the fields of this name, as they are.
void take(const Json& arguments, Json& request, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (arguments.contains(name)) request[name] = arguments[name];
  }
}

Answer answer_json(const Store& store, const Json& request) {
  return answer_request(store, parse_request_json(store, request.dump()));
}

/// The answer with no more rows than were asked for: a limit holds for each of its sections.
Answer at_most(std::size_t rows, Answer answer) {
  if (answer.rows.size() <= rows) return answer;
  const std::size_t more = answer.rows.size() - rows;
  answer.notes.push_back(std::to_string(more) + (more == 1 ? " row" : " rows") +
                         " of other sections, such as what was planned, are left out by the limit; "
                         "ask for that status");
  answer.rows.resize(rows);
  return answer;
}

Answer answer_question(const Store& store, std::string_view json, const AskOptions& options) {
  const Json arguments = Json::parse(json);
  Request request =
      parse_request(store, arguments["question"].get_ref<const std::string&>(), options);
  if (!request.limit || arguments.contains("limit"))
    request.limit = arguments.value("limit", rows_at_most);
  return at_most(std::max(*request.limit, rows_at_most), answer_request(store, request));
}

Answer answer_show(const Store& store, std::string_view json, const AskOptions&) {
  const Json arguments = Json::parse(json);
  const auto& what = arguments["what"].get_ref<const std::string&>();
  const auto words = split_words(what);
  const bool event = words.size() == 1 && is_event_word(words.front()) &&
                     !store.events_by_prefix(words.front().folded.substr(1)).empty();
  return answer_json(store,
                     {{"verb", arguments.value("sources", false) && event ? "sources" : "show"},
                      {event ? "events" : "actors", Json::array({what})}});
}

Answer answer_timeline(const Store& store, std::string_view json, const AskOptions&) {
  const Json arguments = Json::parse(json);
  Json request = {{"verb", "timeline"}, {"limit", rows_at_most}};
  take(arguments, request, {"actors", "types", "from", "to", "status", "place", "source", "limit"});
  return at_most(request["limit"].get<std::size_t>(), answer_json(store, request));
}

Answer answer_path(const Store& store, std::string_view json, const AskOptions&) {
  const Json arguments = Json::parse(json);
  const bool in_time = arguments.value("in_time", false);
  Json request = {{"verb", in_time ? "chain" : "path"},
                  {"actors", Json::array({arguments["start"], arguments["goal"]})}};
  take(arguments, request, {"types", "from", "to", "status", "max", "limit"});
  return answer_json(store, request);
}

Answer answer_actors(const Store& store, std::string_view json, const AskOptions&) {
  const Json arguments = Json::parse(json);
  Json request = {{"verb", "actors"}, {"limit", rows_at_most}};
  take(arguments, request, {"text", "limit"});
  return answer_json(store, request);
}

constexpr std::array table = {
    McpTool{
        .name = "ask",
        .title = "Ask a question",
        .description =
            "Answers a question in controlled English about dated, sourced events from news "
            "articles, such as `who met whom in September 2011`, `did A meet B`, `timeline of A`, "
            "`who accused A`, `attacks by A all`, `how many meetings per month in 2011`. Every "
            "row carries the sentence and the article that say so. The answer says how the "
            "question was understood; what did not happen (planned, denied, alleged) is kept "
            "apart.",
        .input_schema = R"({"type":"object","properties":{
"question":{"type":"string","minLength":1,"description":"one question"},
"limit":{"type":"integer","minimum":1,"maximum":1000,"description":"rows at most; 50 when not given"}},
"required":["question"],"additionalProperties":false})",
        .answer = answer_question},
    McpTool{.name = "show",
            .title = "Show an event or an actor",
            .description = "All that is known of an event (by its id, E3f9a2c) or of an actor (by "
                           "name or alias). With `sources`, every telling of an event: sentence, "
                           "bytes, rule, and where its date is from.",
            .input_schema = R"({"type":"object","properties":{
"what":{"type":"string","minLength":1,"description":"E3f9a2c, or a name"},
"sources":{"type":"boolean","description":"of an event: its tellings instead"}},
"required":["what"],"additionalProperties":false})",
            .answer = answer_show},
    McpTool{.name = "timeline",
            .title = "Events in the order of time",
            .description = "Events of nobody in particular, of one actor, or shared by two, in a "
                           "window. An event of a vague date is found when some day of it lies in "
                           "the window; `certain` says whether every day does.",
            .input_schema = R"({"type":"object","properties":{
"actors":{"type":"array","items":{"type":"string","minLength":1},"maxItems":2},
"types":{"type":"array","items":{"type":"string","minLength":1},"description":"everyday words: met, attacked, accused"},
"from":{"type":"string","description":"2011, 2011-09 or 2011-09-26"},
"to":{"type":"string","description":"the same; included"},
"status":{"type":"array","items":{"enum":["happened","planned","cancelled","alleged","denied","hypothetical","all"]}},
"place":{"type":"string"},"source":{"type":"string","description":"only what this outlet tells"},
"limit":{"type":"integer","minimum":1,"maximum":1000,"description":"rows at most; 50 when not given"}},
"additionalProperties":false})",
            .answer = answer_timeline},
    McpTool{.name = "path",
            .title = "How two actors are joined",
            .description =
                "The fewest events that join two actors, each step one event shared by two. With "
                "`in_time`, the earliest way along which something can have been passed on, with "
                "the verdict certain, possible or impossible. An empty answer says why.",
            .input_schema = R"({"type":"object","properties":{
"start":{"type":"string","minLength":1},"goal":{"type":"string","minLength":1},
"in_time":{"type":"boolean"},
"types":{"type":"array","items":{"type":"string","minLength":1}},
"from":{"type":"string"},"to":{"type":"string"},
"status":{"type":"array","items":{"enum":["happened","planned","cancelled","alleged","denied","hypothetical","all"]}},
"max":{"type":"integer","minimum":1,"maximum":20,"description":"steps at most"},
"limit":{"type":"integer","minimum":1,"maximum":20,"description":"paths at most"}},
"required":["start","goal"],"additionalProperties":false})",
            .answer = answer_path},
    McpTool{.name = "search-actors",
            .title = "Find actors by name",
            .description = "Actors whose name or an alias holds the text, or, when none does, "
                           "looks like it; most events first. Without a text, everybody.",
            .input_schema = R"({"type":"object","properties":{
"text":{"type":"string"},
"limit":{"type":"integer","minimum":1,"maximum":1000,"description":"rows at most; 50 when not given"}},
"additionalProperties":false})",
            .answer = answer_actors},
};

constexpr std::string_view output_schema = R"({"type":"object","properties":{
"schema":{"enum":["annals.result/1"]},"query":{"type":"string"},
"interpretation":{"type":"string"},"verb":{"type":"string"},
"columns":{"type":"array","items":{"type":"string"}},
"rows":{"type":"array","items":{"type":"object"}},
"warnings":{"type":"array","items":{"type":"string"}}},
"required":["schema","query","interpretation","columns","rows","warnings"]})";

}  // namespace

std::span<const McpTool> mcp_tools() { return table; }

std::string_view mcp_output_schema() { return output_schema; }

}  // namespace annals
