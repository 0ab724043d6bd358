#include "query/json_fields.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "graph/error.h"

namespace annals {

void refuse(const std::string& message) { throw Error(ErrorKind::query, "request: " + message); }

const Json* find_field(const Json& record, const char* name) {
  const auto at = record.find(name);
  return at == record.end() || at->is_null() ? nullptr : &*at;
}

std::string text_of(const Json& record, const char* name) {
  const Json* value = find_field(record, name);
  if (value == nullptr) return {};
  if (!value->is_string()) refuse(std::string("\"") + name + "\" must be a string");
  return value->get<std::string>();
}

std::vector<std::string> texts_of(const Json& record, const char* name) {
  const Json* value = find_field(record, name);
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
  const Json* value = find_field(record, name);
  if (value == nullptr) return std::nullopt;
  if (!value->is_number_unsigned())
    refuse(std::string("\"") + name + "\" must be a whole number, 0 or more");
  return value->get<std::size_t>();
}

bool flag_of(const Json& record, const char* name) {
  const Json* value = find_field(record, name);
  if (value == nullptr) return false;
  if (!value->is_boolean()) refuse(std::string("\"") + name + "\" must be true or false");
  return value->get<bool>();
}

std::string choice_of(const Json& record, const char* name,
                      std::span<const std::string_view> known) {
  std::string value = text_of(record, name);
  if (value.empty() || std::find(known.begin(), known.end(), value) != known.end()) return value;
  std::string message = "\"" + std::string(name) + "\" must be one of:";
  for (const auto each : known) message += " " + std::string(each);
  refuse(message);
}

}  // namespace annals
