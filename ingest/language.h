#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "ingest/text/language_files.h"

namespace annals {

class Analyzer;
class ActorLexicon;
class DateRules;
class EventRules;
class PageWords;

/// Everything that is English, loaded once; const afterwards and shared by threads.
class Language {
 public:
  /// Throws Error(rule) with file and line for anything that cannot be used.
  static Language load(const LanguageOptions& options);
  Language(Language&&) noexcept;
  Language& operator=(Language&&) noexcept;
  ~Language();

  [[nodiscard]] const Analyzer& analyzer() const { return *analyzer_; }
  [[nodiscard]] const ActorLexicon& actors() const { return *actors_; }
  [[nodiscard]] const DateRules& dates() const { return *dates_; }
  [[nodiscard]] const EventRules& events() const { return *events_; }
  [[nodiscard]] const PageWords& page_words() const { return *page_words_; }
  /// Lines of users' dictionaries that were skipped, each with its file and line.
  [[nodiscard]] std::vector<std::string> problems() const;
  /// Hash of every file that was loaded and of the program's version.
  [[nodiscard]] std::uint64_t fingerprint() const { return fingerprint_; }

 private:
  Language();
  std::unique_ptr<Analyzer> analyzer_;
  std::unique_ptr<ActorLexicon> actors_;
  std::unique_ptr<DateRules> dates_;
  std::unique_ptr<EventRules> events_;
  std::unique_ptr<PageWords> page_words_;
  std::uint64_t fingerprint_ = 0;
};

/// The data folder to use when none is given: $ANNALS_DATA, else beside the installed program, else
/// the source tree's.
[[nodiscard]] std::filesystem::path default_data_folder();

}  // namespace annals
