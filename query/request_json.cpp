#include "query/request_json.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "query/events.h"
#include "query/forms.h"

namespace annals {
namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void refuse(const std::string& message) {
  throw Error(ErrorKind::query, "request: " + message);
}

const Json* find(const Json& record, const char* name) {
  const auto at = record.find(name);
  return at == record.end() || at->is_null() ? nullptr : &*at;
}

std::string text_of(const Json& record, const char* name) {
  const Json* value = find(record, name);
  if (value == nullptr) return {};
  if (!value->is_string()) refuse(std::string("\"") + name + "\" must be a string");
  return value->get<std::string>();
}

std::vector<std::string> texts_of(const Json& record, const char* name) {
  const Json* value = find(record, name);
  if (value == nullptr) return {};
  if (value->is_string()) return {value->get<std::string>()};
  std::vector<std::string> result;
  if (!value->is_array()) refuse(std::string("\"") + name + "\" must be a list of strings");
  for (const Json& each : *value) {
    if (!each.is_string()) refuse(std::string("\"") + name + "\" must be a list of strings");
    result.push_back(each.get<std::string>());
  }
  return result;
}

std::optional<std::size_t> number_of(const Json& record, const char* name) {
  const Json* value = find(record, name);
  if (value == nullptr) return std::nullopt;
  if (!value->is_number_unsigned())
    refuse(std::string("\"") + name + "\" must be a whole number, 0 or more");
  return value->get<std::size_t>();
}

bool flag_of(const Json& record, const char* name) {
  const Json* value = find(record, name);
  if (value == nullptr) return false;
  if (!value->is_boolean()) refuse(std::string("\"") + name + "\" must be true or false");
  return value->get<bool>();
}

EventDate date_of(const std::string& text) {
  const auto date = parse_edtf(text);
  if (!date || date->precision == Precision::unknown) {
    refuse("\"" + text + "\" is no date; write 1985, 1985-11 or 1985-11-19");
  }
  return *date;
}

void check_fields(const Json& record) {
  const std::vector<std::string> known = {"verb",   "actors",     "types",   "events", "from",
                                          "to",     "strictly",   "loosely", "status", "place",
                                          "source", "not_source", "limit",   "sort",   "descending",
                                          "per",    "max",        "number",  "text"};
  for (const auto& [name, value] : record.items()) {
    if (std::find(known.begin(), known.end(), name) == known.end())
      refuse("there is no field \"" + name + "\"");
  }
}

void take_window(const Json& record, Request& request) {
  const std::string from = text_of(record, "from");
  const std::string to = text_of(record, "to");
  request.windowed = !from.empty() || !to.empty();
  if (!from.empty()) request.window.first = date_of(from).first;
  if (!to.empty()) request.window.last = date_of(to).last;
  if (request.window.first > request.window.last) refuse("the window ends before it begins");
}

void take_statuses(const Json& record, Request& request) {
  for (const std::string& word : texts_of(record, "status")) {
    for (int i = 0; i < 6 && word == "all"; ++i) request.statuses.push_back(static_cast<Status>(i));
    if (word == "all") continue;
    const auto status = parse_status(word);
    if (!status)
      refuse("\"" + word +
             "\" is no status; there are: happened, planned, cancelled, alleged, denied, "
             "hypothetical, all");
    request.statuses.push_back(*status);
  }
  std::sort(request.statuses.begin(), request.statuses.end());
  request.statuses.erase(std::unique(request.statuses.begin(), request.statuses.end()),
                         request.statuses.end());
}

/// The first usage line that takes as many of each; the verb's first when none does.
std::size_t line_for(const Request& request) {
  for (const Form& form : forms()) {
    if (form.verb->name != request.verb) continue;
    const auto count = [&](FormPiece::Kind kind) {
      return static_cast<std::size_t>(
          std::count_if(form.pieces.begin(), form.pieces.end(),
                        [&](const FormPiece& piece) { return piece.kind == kind; }));
    };
    if (count(FormPiece::Kind::actor) == request.actors.size() &&
        count(FormPiece::Kind::event) == request.events.size() &&
        count(FormPiece::Kind::type) >= request.types.size()) {
      return form.line;
    }
  }
  refuse("\"" + request.verb + "\" does not take " + std::to_string(request.actors.size()) +
         " actors and " + std::to_string(request.events.size()) + " events");
}

}  // namespace

Request parse_request_json(const Store& store, std::string_view json) {
  const Json record = Json::parse(json, nullptr, false);
  if (!record.is_object()) refuse("this is no JSON object");
  check_fields(record);
  Request request{.question = std::string(json), .verb = text_of(record, "verb")};
  for (const std::string& name : texts_of(record, "actors")) {
    NamedActor actor{.text = name};
    resolve(store, name, actor);
    request.actors.push_back(std::move(actor));
  }
  for (const std::string& type : texts_of(record, "types")) {
    const auto words = split_words(type);
    const auto found = find_type(words);
    if (!found || found->count != words.size()) refuse("no event is called \"" + type + "\"");
    if (!found->word->type.empty()) request.types.push_back(found->word);
  }
  for (const std::string& id : texts_of(record, "events")) {
    const auto words = split_words(id);
    if (words.size() != 1 || !is_event_word(words[0]))
      refuse("\"" + id + "\" is no event; write E3f9a2c");
    request.events.push_back(find_event(store, id, words[0]).id);
  }
  take_window(record, request);
  take_statuses(record, request);
  request.strictly = flag_of(record, "strictly");
  request.loosely = flag_of(record, "loosely");
  request.place = text_of(record, "place");
  request.source = text_of(record, "source");
  request.not_source = text_of(record, "not_source");
  request.limit = number_of(record, "limit");
  request.sort = text_of(record, "sort");
  request.descending = flag_of(record, "descending");
  request.unit = text_of(record, "per");
  request.hops = number_of(record, "max");
  request.number = number_of(record, "number").value_or(0);
  request.text = text_of(record, "text");
  request.form = line_for(request);
  return request;
}

std::string format_request_json(const Request& request) {
  Json record;
  record["verb"] = request.verb;
  for (const NamedActor& actor : request.actors) record["actors"].push_back(actor.name);
  for (const TypeWord* type : request.types) {
    record["types"].push_back(std::string(type->words.substr(0, type->words.find('|'))));
  }
  for (const EventId id : request.events) record["events"].push_back("E" + format_hex(id.value));
  if (request.windowed && request.window.first != first_day)
    record["from"] = format_day(request.window.first);
  if (request.windowed && request.window.last != last_day)
    record["to"] = format_day(request.window.last);
  if (request.strictly) record["strictly"] = true;
  if (request.loosely) record["loosely"] = true;
  for (const Status status : request.statuses)
    record["status"].push_back(std::string(format_status(status)));
  if (!request.place.empty()) record["place"] = request.place;
  if (!request.source.empty()) record["source"] = request.source;
  if (!request.not_source.empty()) record["not_source"] = request.not_source;
  if (request.limit) record["limit"] = *request.limit;
  if (!request.sort.empty()) record["sort"] = request.sort;
  if (request.descending) record["descending"] = true;
  if (!request.unit.empty()) record["per"] = request.unit;
  if (request.hops) record["max"] = *request.hops;
  if (request.number > 0) record["number"] = request.number;
  if (!request.text.empty()) record["text"] = request.text;
  return record.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace annals
