#pragma once

#include <algorithm>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/text/characters.h"

namespace annals::petrarch {

/// Without white space and control characters at both ends.
inline std::string trim(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  return std::string(text);
}

inline std::string upper(std::string_view text) {
  std::string out;
  for (const char c : text) out += to_upper(c);
  return out;
}

/// The lines of a dictionary without comments: `# ...`, `<!-- ... -->` over any number of lines,
/// NUL bytes.
class Lines {
 public:
  Lines(std::istream& in, std::string name, std::vector<std::string>& problems)
      : in_(in), name_(std::move(name)), problems_(problems) {}

  bool next() {
    for (std::string raw; std::getline(in_, raw);) {
      ++line_;
      std::erase(raw, '\0');
      text_ = trim(without_comments(raw));
      if (!text_.empty()) return true;
    }
    return false;
  }

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::size_t number() const { return line_; }  ///< counted from 1
  void report(const std::string& problem) const {
    problems_.push_back(name_ + ":" + std::to_string(line_) + ": " + problem);
  }

 private:
  std::string without_comments(std::string_view raw) {
    std::string out;
    while (!raw.empty()) {
      if (inside_comment_) {
        const auto end = raw.find("-->");
        if (end == std::string_view::npos) return out;
        inside_comment_ = false;
        raw.remove_prefix(end + 3);
      }
      const auto begin = raw.find("<!--");
      const auto plain = raw.substr(0, begin);
      const auto comment = comment_in(plain);
      out += plain.substr(0, comment);
      if (begin == std::string_view::npos || comment != std::string_view::npos) return out;
      inside_comment_ = true;
      raw.remove_prefix(begin + 4);
    }
    return out;
  }

  /// Where a comment begins; `[###]` is a code.
  static std::size_t comment_in(std::string_view text) {
    const auto at = text.find_first_of("#;");
    if (at == 0 || at == std::string_view::npos || text[at - 1] != '[') return at;
    const auto after = text.find(']', at);
    return after == std::string_view::npos ? at : text.find_first_of("#;", after);
  }

  std::istream& in_;
  std::string name_;
  std::vector<std::string>& problems_;
  std::string text_;
  std::size_t line_ = 0;
  bool inside_comment_ = false;
};

}  // namespace annals::petrarch
