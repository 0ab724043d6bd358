#pragma once

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/temp_folder.h"

namespace annals {

/// What a run of a program gave.
struct Ran {
  std::string out;
  std::string err;
  int code = 0;
};

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Runs `command` through the shell in `folder`, with `annals` on the path, without a terminal, in
/// a plain environment.
inline Ran run_in(const std::filesystem::path& folder, const std::string& command) {
  const TempFolder logs;
  const std::string program = ANNALS_PROGRAM;
  const std::string set_up = "cd '" + folder.string() + "' && export PATH='" +
                             std::filesystem::path(program).parent_path().string() +
                             "':$PATH ANNALS_DB= ANNALS_DATA='" + ANNALS_SOURCE_DIR +
                             "/ingest/data' COLUMNS=100 NO_COLOR=1 XDG_STATE_HOME='" +
                             logs.path().string() + "' && ";
  const std::string line = set_up + "{ " + command + "\n} >'" + (logs / "out").string() + "' 2>'" +
                           (logs / "err").string() + "' </dev/null";
  const int status = std::system(line.c_str());
  return {.out = read_file(logs / "out"),
          .err = read_file(logs / "err"),
          .code = WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

}  // namespace annals
