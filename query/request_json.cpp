#include "query/request_json.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "graph/names.h"
#include "query/events.h"
#include "query/exceptions.h"
#include "query/forms.h"
#include "query/json_fields.h"

namespace annals {
namespace {

EventDate date_of(const std::string& text) {
  const auto date = parse_edtf(text);
  if (!date || date->precision == Precision::unknown) {
    refuse("\"" + text + "\" is no date; write 1985, 1985-11 or 1985-11-19");
  }
  return *date;
}

void check_fields(const Json& record) {
  const std::vector<std::string> known = {
      "verb",       "actors", "types",  "events",       "from",       "to",     "strictly",
      "loosely",    "status", "place",  "source",       "not_source", "limit",  "sort",
      "descending", "per",    "max",    "number",       "text",       "within", "form",
      "about",      "doers",  "except", "except_types", "least",      "most",   "with_people"};
  for (const auto& [name, value] : record.items()) {
    if (std::find(known.begin(), known.end(), name) == known.end())
      refuse("there is no field \"" + name + "\"");
  }
}

void take_window(const Json& record, Request& request) {
  const std::string from = text_of(record, "from");
  const std::string to = text_of(record, "to");
  request.windowed = request.windowed || !from.empty() || !to.empty();
  if (!from.empty()) request.window.first = date_of(from).first;
  if (!to.empty()) request.window.last = date_of(to).last;
  if (request.window.first > request.window.last) refuse("the window ends before it begins");
}

void take_statuses(const Json& record, Request& request) {
  if (find_field(record, "status") != nullptr) request.statuses.clear();
  for (const std::string& word : texts_of(record, "status")) {
    for (int i = 0; i < 6 && word == "all"; ++i) request.statuses.push_back(static_cast<Status>(i));
    if (word == "all") continue;
    const auto status = word == "occurred" ? Status::happened : parse_status(word);
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

const TypeWord* type_named(const std::string& type) {
  const auto words = split_words(type);
  const auto found = find_type(words);
  if (!found || found->count != words.size()) refuse("no event is called \"" + type + "\"");
  return found->word;
}

void add_type(Request& request, const std::string& type) {
  const TypeWord* word = type_named(type);
  if (!word->type.empty()) request.types.push_back(word);
}

/// A kind of question; or a word for events, which asks who did that, or what somebody did of it.
void take_verb(const Json& record, Request& request) {
  request.verb = text_of(record, "verb");
  std::vector<std::string> names;
  for (const Verb& verb : verbs()) names.emplace_back(verb.name);
  if (std::find(names.begin(), names.end(), request.verb) != names.end()) return;
  const auto words = split_words(request.verb);
  const auto type = find_type(words);
  if (type && type->count == words.size()) {
    add_type(request, request.verb);
    request.verb = find_field(record, "actors") == nullptr ? "who" : "timeline";
    return;
  }
  const auto near = nearest_name(request.verb, names);
  std::string message = request.verb.empty() ? "\"verb\" is missing"
                                             : "no question is called \"" + request.verb + "\"";
  if (near < names.size()) refuse(message + "; did you mean \"" + names[near] + "\"?");
  message += "; there are:";
  for (const auto& name : names) message += " " + name;
  refuse(message);
}

/// Whether the form has room for just as many actors and events.
bool takes_names(const Form& form, const Request& request) {
  return count_slots(form, FormPiece::Kind::actor) == request.actors.size() &&
         count_slots(form, FormPiece::Kind::event) == request.events.size();
}

/// The first usage line that takes as many of each and has the most room for types.
std::size_t line_for(const Request& request) {
  const Form* fitting = nullptr;
  for (const Form& form : forms()) {
    if (form.verb->name != request.verb) continue;
    if (!takes_names(form, request)) continue;
    if (count_slots(form, FormPiece::Kind::type) >= std::min<std::size_t>(request.types.size(), 1))
      return form.line;
    if (fitting == nullptr) fitting = &form;
  }
  if (fitting != nullptr) return fitting->line;
  refuse("\"" + request.verb + "\" does not take " + std::to_string(request.actors.size()) +
         " actors and " + std::to_string(request.events.size()) + " events");
}

/// A usage line of the verb that takes as many actors and events.
std::size_t checked_form(const Request& request, std::size_t wanted) {
  for (const Form& form : forms()) {
    if (form.verb->name == request.verb && form.line == wanted && takes_names(form, request))
      return wanted;
  }
  refuse("\"form\": usage line " + std::to_string(wanted) + " of \"" + request.verb +
         "\" does not take these actors and events");
}

/// {"killed": 11, "events": 2}: each a number that is asked for.
void take_bounds_field(const Json& record, const char* name, Request& request) {
  const Json* value = find_field(record, name);
  if (value == nullptr) return;
  const std::string field = std::string("\"") + name + "\"";
  if (!value->is_object()) refuse(field + " must be an object, such as {\"killed\": 10}");
  for (const auto& [word, number] : value->items()) {
    const std::string_view what = word == "people" || word == of_events ? word : counted_by(word);
    if (what.empty())
      refuse(field + ": no event counts \"" + word +
             "\"; there are: killed, wounded, arrested, kidnapped, freed, people, events");
    if (!number.is_number_unsigned()) refuse(field + " takes whole numbers, 0 or more");
    auto& bounds = request.bounds;
    auto bound = std::find_if(bounds.begin(), bounds.end(),
                              [&](const Bound& each) { return each.what == what; });
    if (bound == bounds.end()) bound = bounds.insert(bounds.end(), {.what = std::string(what)});
    if (std::string_view(name) == "least") bound->least = number.get<std::size_t>();
    if (std::string_view(name) == "most") bound->most = number.get<std::size_t>();
  }
}

/// Names, with "by" or "against" before one that is left out in this part only.
void take_exceptions(const Store& store, const Json& record, Request& request) {
  for (const std::string& text : texts_of(record, "except")) {
    Exception left_out{.actor = {.text = text}};
    if (text.starts_with("by ")) left_out.role = Role::source;
    if (text.starts_with("against ")) left_out.role = Role::target;
    if (left_out.role) left_out.actor.text = text.substr(text.find(' ') + 1);
    resolve(store, left_out.actor.text, left_out.actor);
    request.except.push_back(std::move(left_out));
  }
  for (const std::string& type : texts_of(record, "except_types")) {
    const TypeWord* word = type_named(type);
    if (word->type.empty()) refuse("\"except_types\": \"" + type + "\" is every event");
    request.except_types.push_back(word);
  }
  check_exceptions(request.question, request);
}

void take_modifier_fields(const Store& store, const Json& record, Request& request) {
  take_exceptions(store, record, request);
  take_bounds_field(record, "least", request);
  take_bounds_field(record, "most", request);
  take_window(record, request);
  take_statuses(record, request);
  const auto take_text = [&](const char* name, std::string& to) {
    if (std::string value = text_of(record, name); !value.empty()) to = std::move(value);
  };
  request.of_their_people = request.of_their_people || flag_of(record, "with_people");
  request.strictly = request.strictly || flag_of(record, "strictly");
  request.loosely = request.loosely || flag_of(record, "loosely");
  take_text("about", request.about);
  take_text("doers", request.doers);
  take_text("place", request.place);
  take_text("source", request.source);
  take_text("not_source", request.not_source);
  take_text("text", request.text);
  if (const auto rows = number_of(record, "limit"))
    request.limit = *rows > 0 ? rows : std::nullopt;  // 0: all
  const auto sort = choice_of(record, "sort", sort_keys);
  if (!sort.empty()) request.sort = sort;
  request.descending = request.descending || flag_of(record, "descending");
  constexpr std::string_view units[] = {"day",    "week",        "month",    "quarter",
                                        "year",   "type",        "actor",    "status",
                                        "degree", "betweenness", "pagerank", "events"};
  const auto unit = choice_of(record, "per", units);
  if (!unit.empty()) request.unit = unit;
  if (const auto hops = number_of(record, "max")) request.hops = hops;
  if (const auto number = number_of(record, "number")) request.number = *number;
  if (const auto days = number_of(record, "within")) request.within_days = static_cast<long>(*days);
}

Json object_of(std::string_view json) {
  Json record = Json::parse(json, nullptr, false);
  if (!record.is_object()) refuse("this is no JSON object");
  check_fields(record);
  return record;
}

}  // namespace

void apply_request_json(const Store& store, std::string_view json, Request& request) {
  const Json record = object_of(json);
  for (const char* name : {"verb", "actors", "types", "events"}) {
    if (record.contains(name))
      refuse("\"" + std::string(name) + "\" is told by the question itself");
  }
  take_modifier_fields(store, record, request);
}

Request parse_request_json(const Store& store, std::string_view json) {
  const Json record = object_of(json);
  Request request{.question = std::string(json)};
  take_verb(record, request);
  for (const std::string& name : texts_of(record, "actors")) {
    NamedActor actor{.text = name};
    resolve(store, name, actor);
    request.actors.push_back(std::move(actor));
  }
  for (const std::string& type : texts_of(record, "types")) add_type(request, type);
  for (const std::string& id : texts_of(record, "events")) {
    const auto words = split_words(id);
    if (words.size() != 1 || !is_event_word(words[0]))
      refuse("\"" + id + "\" is no event; write E3f9a2c");
    request.events.push_back(find_event(store, id, words[0]).id);
  }
  take_modifier_fields(store, record, request);
  request.form = line_for(request);
  if (const auto form = number_of(record, "form")) request.form = checked_form(request, *form);
  return request;
}

std::string format_request_json(const Request& request) {
  Json record;
  record["verb"] = request.verb;
  if (request.form > 0) record["form"] = request.form;
  for (const NamedActor& actor : request.actors) record["actors"].push_back(actor.name);
  for (const TypeWord* type : request.types) {
    record["types"].push_back(std::string(name_of(*type)));
  }
  for (const EventId id : request.events) record["events"].push_back("E" + format_hex(id.value));
  if (request.windowed && request.window.first != first_day)
    record["from"] = format_day(request.window.first);
  if (request.windowed && request.window.last != last_day)
    record["to"] = format_day(request.window.last);
  if (request.of_their_people) record["with_people"] = true;
  if (request.strictly) record["strictly"] = true;
  if (request.loosely) record["loosely"] = true;
  for (const Status status : request.statuses)
    record["status"].push_back(std::string(format_status(status)));
  for (const Exception& each : request.except) record["except"].push_back(exception_text(each));
  for (const TypeWord* type : request.except_types)
    record["except_types"].push_back(std::string(name_of(*type)));
  for (const Bound& bound : request.bounds) {
    if (bound.least > 0) record["least"][bound.what] = bound.least;
    if (bound.most) record["most"][bound.what] = *bound.most;
  }
  if (!request.about.empty()) record["about"] = request.about;
  if (!request.doers.empty()) record["doers"] = request.doers;
  if (!request.place.empty()) record["place"] = request.place;
  if (!request.source.empty()) record["source"] = request.source;
  if (!request.not_source.empty()) record["not_source"] = request.not_source;
  if (request.limit) record["limit"] = *request.limit;
  if (!request.sort.empty()) record["sort"] = request.sort;
  if (request.descending) record["descending"] = true;
  if (!request.unit.empty()) record["per"] = request.unit;
  if (request.hops) record["max"] = *request.hops;
  if (request.number > 0) record["number"] = request.number;
  if (request.within_days) record["within"] = *request.within_days;
  if (!request.text.empty()) record["text"] = request.text;
  return record.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace annals
