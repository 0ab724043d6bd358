#pragma once

#include <memory>

#include "ingest/text/language_files.h"

namespace annals {

/// The words and patterns of time expressions, `dates.words`, `numbers.words` and `dates.rules` of
/// a language, compiled, and the words that place events in time, `time.words`.
///
/// Const after load, so any number of threads may share one. docs/dating.md describes the files.
class DateRules {
 public:
  /// Throws Error(rule) with file and line for a class, a pattern or an action that is not known.
  [[nodiscard]] static DateRules load(const LanguageOptions& options);

  DateRules(DateRules&&) noexcept;
  DateRules& operator=(DateRules&&) noexcept;
  ~DateRules();

  struct Parts;  ///< ingest/dates/date_rules_parts.h
  [[nodiscard]] const Parts& parts() const { return *parts_; }

 private:
  explicit DateRules(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

}  // namespace annals
