#pragma once

#include <filesystem>
#include <vector>

namespace annals {

/// Where the files of a language are.
struct LanguageOptions {
  std::filesystem::path data;  ///< folder with the files of `ingest/data/english`
  std::vector<std::filesystem::path>
      overlays{};  ///< `--data DIR`: files that add to or replace those
  std::vector<std::filesystem::path> actor_files{};  ///< PETRARCH `*.actors.txt`
  std::vector<std::filesystem::path> agent_files{};  ///< PETRARCH `*.agents.txt`
  std::vector<std::filesystem::path> verb_files{};   ///< PETRARCH or TABARI verb dictionaries
};

}  // namespace annals
