#pragma once

#include <concepts>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

namespace annals {

/// Writes JSON as it goes, without building a tree. Keys and values come in the order of the calls;
/// commas and quotes are seen to. Flushes to the stream in blocks; call finish() at the end.
class JsonWriter {
 public:
  /// Where the JSON will stand: inside HTML, "<" is written as \u003c so that no element can begin
  /// or end in it.
  enum class For : std::uint8_t { file, html };

  explicit JsonWriter(std::ostream& out, For place = For::file) : out_(out), place_(place) {}

  JsonWriter& object();      ///< {
  JsonWriter& end_object();  ///< }
  JsonWriter& array();       ///< [
  JsonWriter& end_array();   ///< ]
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(bool yes);
  JsonWriter& value(double number);  ///< shortest form that reads back equal; null when not finite
  JsonWriter& value(std::integral auto number) { return raw(std::to_string(number)); }
  JsonWriter& null() { return raw("null"); }
  /// The same as key(name).value(v).
  template <class Value>
  JsonWriter& field(std::string_view name, const Value& v) {
    return key(name).value(v);
  }
  /// A text field that is null when empty.
  JsonWriter& optional_field(std::string_view name, std::string_view text);
  /// Ends a line of JSON Lines; the next value starts afresh.
  JsonWriter& line();
  /// A line break between two elements of a long array, so that people and line tools can read it.
  JsonWriter& new_element();
  void finish();

 private:
  JsonWriter& raw(std::string_view text);
  void before_value();
  void flush_when_large();

  void add_text(std::string_view text);

  std::ostream& out_;
  For place_;
  std::string text_;
  bool comma_ = false;  ///< something of the same level stands before
};

}  // namespace annals
