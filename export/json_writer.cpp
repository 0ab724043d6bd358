#include "export/json_writer.h"

#include <charconv>
#include <cmath>

#include "export/escape.h"

namespace annals {

JsonWriter& JsonWriter::object() {
  before_value();
  text_ += '{';
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  text_ += '}';
  comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::array() {
  before_value();
  text_ += '[';
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  text_ += ']';
  comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  before_value();
  add_text(name);
  text_ += ':';
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  before_value();
  add_text(text);
  comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(bool yes) { return raw(yes ? "true" : "false"); }

JsonWriter& JsonWriter::value(double number) {
  if (!std::isfinite(number)) return null();
  char buffer[64];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
  return raw(std::string_view(buffer, static_cast<std::size_t>(end - buffer)));
}

JsonWriter& JsonWriter::optional_field(std::string_view name, std::string_view text) {
  key(name);
  return text.empty() ? null() : value(text);
}

void JsonWriter::add_text(std::string_view text) {
  const auto begin = text_.size();
  append_json(text_, text);
  if (place_ == For::file) return;
  for (auto at = text_.find('<', begin); at != std::string::npos; at = text_.find('<', at)) {
    text_.replace(at, 1, "\\u003c");
  }
}

JsonWriter& JsonWriter::raw(std::string_view text) {
  before_value();
  text_ += text;
  comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::line() {
  text_ += '\n';
  comma_ = false;
  flush_when_large();
  return *this;
}

JsonWriter& JsonWriter::new_element() {
  text_ += comma_ ? ",\n" : "\n";
  comma_ = false;
  flush_when_large();
  return *this;
}

void JsonWriter::before_value() {
  if (comma_) text_ += ',';
  flush_when_large();
}

void JsonWriter::flush_when_large() {
  if (text_.size() < 1U << 16U) return;
  out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
  text_.clear();
}

void JsonWriter::finish() {
  out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
  text_.clear();
}

}  // namespace annals
