#include "query/request.h"

#include <algorithm>

namespace annals {
namespace {

std::string argument_text(const Request& request) {
  std::string result;
  const auto add = [&](const std::string& part) { result += (result.empty() ? "" : ", ") + part; };
  for (const NamedActor& actor : request.actors) {
    const std::string& name = actor.name.empty() ? actor.text : actor.name;
    add(actor.misspelt ? name + " for \"" + actor.text + "\"" : name);
  }
  for (const EventId id : request.events) add(display_id(id));
  if (!request.text.empty()) add("\"" + request.text + "\"");
  return result;
}

std::string type_text(const TypeWord& word) {
  if (word.type.empty()) return "any";
  std::string result(word.type);
  if (!word.cameo.empty())
    result += " code=" + std::string(word.cameo.substr(0, word.cameo.find(' '))) +
              (word.cameo.find(' ') == std::string_view::npos ? "" : "..");
  if (!word.keyword.empty()) result += " word=" + std::string(word.keyword);
  return result;
}

}  // namespace

std::string exception_text(const Exception& exception) {
  const std::string& name = exception.actor.name;
  if (!exception.role) return name;
  return (*exception.role == Role::source ? "by " : "against ") + name;
}

bool is_left_out(const Request& request, ActorId actor) {
  return std::any_of(request.except.begin(), request.except.end(), [&](const Exception& each) {
    const auto& ids = each.actor.ids;
    return std::find(ids.begin(), ids.end(), actor) != ids.end();
  });
}

std::string format_window(const Window& window) {
  const std::string first = window.first == first_day ? ".." : format_day(window.first);
  const std::string last = window.last == last_day ? ".." : format_day(window.last);
  return first == last && first != ".." ? first : first + "/" + last;
}

std::string format_understood(const Request& request) {
  std::string result = request.verb + "(" + argument_text(request) + ")";
  if (request.of_their_people) result += " with=people";
  for (const TypeWord* type : request.types) result += " type=" + type_text(*type);
  if (request.windowed) result += " window=" + format_window(request.window);
  if (request.strictly) result += " strictly";
  if (request.loosely) result += " loosely";
  if (request.within_days) result += " within=" + std::to_string(*request.within_days) + "d";
  result += " status=";
  if (request.statuses.empty()) result += "happened";
  if (request.statuses.size() == 6) {
    result += "all";
  } else {
    for (std::size_t i = 0; i < request.statuses.size(); ++i) {
      result += (i == 0 ? "" : ",") + std::string(format_status(request.statuses[i]));
    }
  }
  for (const Exception& each : request.except) result += " except=\"" + exception_text(each) + "\"";
  for (const TypeWord* type : request.except_types) result += " except-type=" + type_text(*type);
  for (const Bound& each : request.bounds) result += " " + format_bound(each);
  if (!request.doers.empty()) result += " by=" + request.doers;
  if (!request.about.empty()) result += " about=\"" + request.about + "\"";
  if (!request.place.empty()) result += " place=\"" + request.place + "\"";
  if (!request.source.empty()) result += " source=\"" + request.source + "\"";
  if (!request.not_source.empty()) result += " not-source=\"" + request.not_source + "\"";
  if (!request.unit.empty()) result += " per=" + request.unit;
  if (request.hops) result += " max=" + std::to_string(*request.hops);
  if (!request.sort.empty())
    result += " sort=" + request.sort + (request.descending ? "-desc" : "");
  if (request.limit) result += " limit=" + std::to_string(*request.limit);
  return result;
}

}  // namespace annals
