#include "link/decisions.h"

#include <algorithm>
#include <array>
#include <optional>

#include <nlohmann/json.hpp>

#include "graph/error.h"

namespace annals {
namespace {

enum class Field { actor, mention, article, name, date, none };

struct Shape {
  std::string_view what;
  Field first;
  Field second;
};

constexpr std::array<Shape, 8> shapes = {{{"same-actor", Field::actor, Field::actor},
                                          {"different-actors", Field::actor, Field::actor},
                                          {"rename-actor", Field::actor, Field::name},
                                          {"same-event", Field::mention, Field::mention},
                                          {"different-events", Field::mention, Field::mention},
                                          {"wrong-event", Field::mention, Field::none},
                                          {"right-date", Field::mention, Field::date},
                                          {"article-date", Field::article, Field::date}}};

const Shape& shape_of(std::string_view what) {
  const auto* const at = std::find_if(shapes.begin(), shapes.end(),
                                      [&](const Shape& shape) { return shape.what == what; });
  if (at != shapes.end()) return *at;
  std::string known;
  for (const Shape& shape : shapes) known += (known.empty() ? "" : ", ") + std::string(shape.what);
  throw Error(ErrorKind::input,
              "\"" + std::string(what) + "\" is no decision; there are: " + known);
}

std::optional<ActorId> actor_of(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon + 1 == text.size()) return std::nullopt;
  const auto kind = parse_actor_kind(text.substr(0, colon));
  return kind ? std::optional(actor_id(*kind, text.substr(colon + 1))) : std::nullopt;
}

void check(const DecisionText& text, Field field, const std::string& value) {
  const auto refuse = [&](const std::string& wanted) {
    throw Error(ErrorKind::input, text.what + ": \"" + value + "\" is not " + wanted);
  };
  switch (field) {
    case Field::actor:
      if (!actor_of(value)) refuse("an actor such as person:Rehman Malik");
      return;
    case Field::mention:
    case Field::article:
      if (!parse_hex(value)) refuse("an id of hex digits");
      return;
    case Field::date:
      if (!parse_edtf(value) || value.empty()) refuse("a date such as 2011-09-26, 2011-09 or 2011");
      return;
    case Field::name:
      if (value.empty()) refuse("a name");
      return;
    case Field::none:
      if (!value.empty()) refuse("wanted here");
      return;
  }
}

std::string string_field(const nlohmann::json& record, const char* name) {
  const auto at = record.find(name);
  return at != record.end() && at->is_string() ? at->get<std::string>() : std::string();
}

template <class T>
std::pair<T, T> ordered(T a, T b) {
  return a < b ? std::pair(a, b) : std::pair(b, a);
}

}  // namespace

std::string decision_name(ActorKind kind, std::string_view name) {
  return std::string(format_kind(kind)) + ":" + std::string(name);
}

Decision make_decision(const DecisionText& text) {
  const Shape& shape = shape_of(text.what);
  check(text, shape.first, text.first);
  check(text, shape.second, text.second);
  nlohmann::ordered_json record;
  record["decision"] = text.what;
  record["first"] = text.first;
  if (!text.second.empty()) record["second"] = text.second;
  if (!text.who.empty()) record["who"] = text.who;
  if (!text.why.empty()) record["why"] = text.why;
  return {.id = hash_of({"decision", text.what, text.first, text.second}),
          .json = record.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)};
}

DecisionText parse_decision(std::string_view json) {
  const auto record = nlohmann::json::parse(json, nullptr, false);
  if (!record.is_object()) {
    throw Error(ErrorKind::input,
                "a decision is one JSON object: " + std::string(json.substr(0, 80)));
  }
  DecisionText text{.what = string_field(record, "decision"),
                    .first = string_field(record, "first"),
                    .second = string_field(record, "second"),
                    .who = string_field(record, "who"),
                    .why = string_field(record, "why")};
  const Shape& shape = shape_of(text.what);
  check(text, shape.first, text.first);
  check(text, shape.second, text.second);
  return text;
}

Rulings read_rulings(std::span<const Decision> decisions) {
  std::vector<const Decision*> sorted;
  for (const Decision& each : decisions) sorted.push_back(&each);
  std::sort(sorted.begin(), sorted.end(),
            [](const Decision* a, const Decision* b) { return a->id < b->id; });
  Rulings rulings;
  for (const Decision* each : sorted) {
    const DecisionText text = parse_decision(each->json);
    const auto mention = [](const std::string& hex) { return MentionId{*parse_hex(hex)}; };
    if (text.what == "same-actor") {
      rulings.same_actors.push_back(ordered(*actor_of(text.first), *actor_of(text.second)));
    } else if (text.what == "different-actors") {
      rulings.different_actors.push_back(ordered(*actor_of(text.first), *actor_of(text.second)));
    } else if (text.what == "rename-actor") {
      rulings.names[*actor_of(text.first)] = text.second;
    } else if (text.what == "same-event") {
      rulings.same_events.push_back(ordered(mention(text.first), mention(text.second)));
    } else if (text.what == "different-events") {
      rulings.different_events.push_back(ordered(mention(text.first), mention(text.second)));
    } else if (text.what == "wrong-event") {
      rulings.wrong.insert(mention(text.first));
    } else if (text.what == "right-date") {
      rulings.dates[mention(text.first)] = *parse_edtf(text.second);
    } else {
      rulings.published[ArticleId{*parse_hex(text.first)}] = *parse_edtf(text.second);
    }
  }
  return rulings;
}

}  // namespace annals
