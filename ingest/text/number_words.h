#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "ingest/text/language_files.h"

namespace annals {

/// What number words are worth: `numbers.words` of a language. Const after load; threads may share
/// one.
class NumberWords {
 public:
  NumberWords() = default;

  /// Throws Error(rule) with file and line for a line that gives no number.
  [[nodiscard]] static NumberWords load(const LanguageOptions& options);

  /// "twelve": 12. Negative for other words and for "zero", which counts nothing. `word` is in
  /// lower case.
  [[nodiscard]] double cardinal(std::string_view word) const;
  /// "hundred": 100, "dozens": 24. Negative for other words. `word` is in lower case.
  [[nodiscard]] double scale(std::string_view word) const;

 private:
  std::unordered_map<std::string, double> cardinals_;
  std::unordered_map<std::string, double> scales_;
};

}  // namespace annals
