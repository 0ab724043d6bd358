#include "ingest/language.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "graph/error.h"
#include "graph/ids.h"
#include "ingest/actors/actors.h"
#include "ingest/dates/date_rules.h"
#include "ingest/pages/page_words.h"
#include "ingest/rules/event_rules.h"
#include "ingest/trees/analyzer.h"

namespace annals {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Hash of the names and the contents of every file that makes a language. The model is large and
/// carries a checksum of its own, so its size and its first and last bytes stand for it.
std::uint64_t fingerprint_of(const LanguageOptions& options) {
  std::vector<std::filesystem::path> files;
  const auto add_folder = [&](const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  };
  add_folder(options.data);
  for (const auto& overlay : options.overlays) add_folder(overlay);
  std::sort(files.begin(), files.end());
  files.insert(files.end(), options.actor_files.begin(), options.actor_files.end());
  files.insert(files.end(), options.agent_files.begin(), options.agent_files.end());
  files.insert(files.end(), options.verb_files.begin(), options.verb_files.end());
  std::uint64_t hash = hash_of({"annals", ANNALS_VERSION});
  for (const auto& file : files) {
    hash = hash_of({format_hex(hash), file.filename().string(), read_file(file)});
  }
  return hash;
}

void check_folder(const std::filesystem::path& folder) {
  if (std::filesystem::is_directory(folder)) return;
  throw Error(ErrorKind::rule, folder.string() +
                                   ": no such data folder; give one with --data, or set "
                                   "ANNALS_DATA to the folder that holds english/");
}

}  // namespace

Language::Language() = default;
Language::Language(Language&&) noexcept = default;
Language& Language::operator=(Language&&) noexcept = default;
Language::~Language() = default;

Language Language::load(const LanguageOptions& given) {
  LanguageOptions options = given;
  if (options.data.empty()) options.data = default_data_folder();
  check_folder(options.data);
  for (const auto& overlay : options.overlays) check_folder(overlay);
  Language language;
  language.fingerprint_ = fingerprint_of(options);
  language.analyzer_ = std::make_unique<Analyzer>(Analyzer::load(options.data / "model.annals"));
  language.actors_ = std::make_unique<ActorLexicon>(ActorLexicon::load(options));
  language.dates_ = std::make_unique<DateRules>(DateRules::load(options));
  language.events_ = std::make_unique<EventRules>(EventRules::load(options));
  language.page_words_ = std::make_unique<PageWords>(PageWords::load(options));
  return language;
}

std::vector<std::string> Language::problems() const {
  std::vector<std::string> all = actors_->problems();
  const auto verbs = events_->problems();
  all.insert(all.end(), verbs.begin(), verbs.end());
  return all;
}

std::filesystem::path default_data_folder() {
  if (const char* named = std::getenv("ANNALS_DATA"); named != nullptr && *named != '\0') {
    return std::filesystem::path(named) / "english";
  }
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    const auto installed = program.parent_path().parent_path() / "share" / "annals" / "english";
    if (std::filesystem::is_directory(installed)) return installed;
  }
  return ANNALS_SOURCE_DATA;
}

}  // namespace annals
