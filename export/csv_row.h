#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "export/escape.h"

namespace annals {

/// A line of comma separated values, field by field. RFC 4180 with LF.
class CsvRow {
 public:
  explicit CsvRow(std::ostream& out) : out_(out) {}
  CsvRow(const CsvRow&) = delete;
  CsvRow& operator=(const CsvRow&) = delete;
  ~CsvRow() {
    line_ += '\n';
    out_ << line_;
  }

  CsvRow& add(std::string_view text) {
    comma();
    append_csv(line_, text);
    return *this;
  }
  /// With quotes always: codes with leading zeros stay texts.
  CsvRow& add_quoted(std::string_view text) {
    comma();
    line_ += '"';
    for (const char c : valid_utf8(text))
      line_ += c == '"' ? std::string("\"\"") : std::string(1, c);
    line_ += '"';
    return *this;
  }
  CsvRow& add(std::uint64_t number) { return add(std::string_view(std::to_string(number))); }

 private:
  void comma() {
    if (!first_) line_ += ',';
    first_ = false;
  }

  std::ostream& out_;
  std::string line_;
  bool first_ = true;
};

}  // namespace annals
