#include "app/json_schema.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace annals {
namespace {

using Json = nlohmann::ordered_json;

bool has_type(const Json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  return type == "null" && value.is_null();
}

std::string at(const std::string& place, const std::string& message) {
  return place.empty() ? message : place + ": " + message;
}

using Misfit = std::optional<std::string>;

Misfit misfit_at(const Json& value, const Json& schema, const std::string& place);

Misfit object_misfit(const Json& value, const Json& schema, const std::string& place) {
  const auto properties = schema.find("properties");
  for (const auto& [name, member] : value.items()) {
    const bool known = properties != schema.end() && properties->contains(name);
    if (!known && schema.value("additionalProperties", true) == false) {
      std::string there;
      if (properties != schema.end()) {
        for (const auto& [each, unused] : properties->items())
          there += (there.empty() ? "; there are " : ", ") + each;
      }
      return at(place, "there is no \"" + name + "\"" + there);
    }
    if (!known) continue;
    std::string inside = place;
    if (!inside.empty()) inside += '.';
    inside += name;
    if (auto wrong = misfit_at(member, properties->at(name), inside)) return wrong;
  }
  // behind what is there: a name that is misspelt explains why another is missing
  if (const auto required = schema.find("required"); required != schema.end()) {
    for (const auto& name : *required) {
      if (!value.contains(name.get<std::string>()))
        return at(place, "\"" + name.get<std::string>() + "\" is missing");
    }
  }
  return std::nullopt;
}

Misfit array_misfit(const Json& value, const Json& schema, const std::string& place) {
  if (const auto most = schema.find("maxItems");
      most != schema.end() && value.size() > most->get<std::size_t>())
    return at(place, "at most " + most->dump() + " are taken");
  const auto items = schema.find("items");
  for (std::size_t i = 0; items != schema.end() && i < value.size(); ++i) {
    if (auto wrong = misfit_at(value[i], *items, place + "[" + std::to_string(i) + "]"))
      return wrong;
  }
  return std::nullopt;
}

Misfit misfit_at(const Json& value, const Json& schema, const std::string& place) {
  if (const auto type = schema.find("type"); type != schema.end()) {
    if (!has_type(value, type->get<std::string>()))
      return at(place, "must be of type " + type->get<std::string>());
  }
  if (const auto choices = schema.find("enum"); choices != schema.end()) {
    if (std::find(choices->begin(), choices->end(), value) == choices->end())
      return at(place, "must be one of " + choices->dump());
  }
  if (value.is_number()) {
    if (schema.contains("minimum") && value < schema["minimum"])
      return at(place, "must be at least " + schema["minimum"].dump());
    if (schema.contains("maximum") && value > schema["maximum"])
      return at(place, "must be at most " + schema["maximum"].dump());
  }
  if (value.is_string() && schema.contains("minLength") &&
      value.get_ref<const std::string&>().size() < schema["minLength"].get<std::size_t>())
    return at(place, "must not be empty");
  if (value.is_object()) return object_misfit(value, schema, place);
  if (value.is_array()) return array_misfit(value, schema, place);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> misfit(std::string_view value, std::string_view schema) {
  return misfit_at(Json::parse(value), Json::parse(schema), {});
}

}  // namespace annals
