#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "ingest/pages/readers.h"

namespace annals {

/// A folder of its own for each test, removed at the end.
class TempFolder {
 public:
  TempFolder() {
    static int count = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("annals_readers_" + std::to_string(::getpid()) + "_" + std::to_string(++count));
    std::filesystem::create_directories(path_);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] std::filesystem::path write(const std::string& name,
                                            const std::string& bytes) const {
    const auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// What a file gave: its articles, and each trouble as "name:line message", warnings with a "~"
/// before them.
struct Got {
  std::vector<Input> inputs;
  std::vector<std::string> problems;
};

inline Got read(const std::filesystem::path& file, const ReadOptions& options = {}) {
  Got got;
  read_articles(
      file, options, [&](Input input) { got.inputs.push_back(std::move(input)); },
      [&](const ReadProblem& problem) {
        const auto where = problem.where.substr(problem.where.rfind(file.filename().string()));
        got.problems.push_back((problem.warning ? "~" : "") + where + " " + problem.message);
      });
  return got;
}

using Lines = std::vector<std::string>;

}  // namespace annals
