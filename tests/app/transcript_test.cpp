// Runs every transcript: lines that a person types, and what the program answers.
//
//   $ annals ask 'who met whom'      a command, run by the shell in an empty folder that the whole
//   file shares
//   ...                              its standard output and then its standard error, up to the
//   next "$ " line
//
// EXAMPLES stands for the folder of the example articles. ANNALS_UPDATE=1 writes what came into the
// files instead, to be looked at and committed.

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/program.h"

namespace annals {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> transcripts() {
  std::vector<fs::path> files;
  for (const char* folder : {"tests/transcripts", "examples"}) {
    const fs::path path = fs::path(ANNALS_SOURCE_DIR) / folder;
    if (!fs::exists(path)) continue;
    for (const auto& entry : fs::directory_iterator(path)) {
      if (entry.path().extension() == ".transcript") files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string rerun(const std::string& transcript, const fs::path& folder) {
  std::ostringstream result;
  std::istringstream lines(transcript);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("#")) result << line << '\n';
    if (!line.starts_with("$ ")) continue;
    const Ran ran = run_in(folder, line.substr(2));
    result << line << '\n' << ran.out << ran.err;
    if (ran.code != 0) result << "[exit " << ran.code << "]\n";
  }
  return result.str();
}

TEST_CASE("every transcript is answered as written", "[app][transcript]") {
  REQUIRE_FALSE(transcripts().empty());
  for (const auto& file : transcripts()) {
    const TempFolder folder;
    fs::create_directory_symlink(fs::path(ANNALS_SOURCE_DIR) / "examples" / "articles",
                                 folder / "articles");
    const std::string expected = read_file(file);
    const std::string got = rerun(expected, folder.path());
    if (std::getenv("ANNALS_UPDATE") != nullptr) {
      std::ofstream(file, std::ios::binary) << got;
      continue;
    }
    INFO(file.filename().string()
         << ": run the test with ANNALS_UPDATE=1 and look at the difference in version control");
    CHECK(got == expected);
  }
}

TEST_CASE("the README shows what the program answers", "[app][transcript]") {
  const fs::path root = ANNALS_SOURCE_DIR;
  const std::string begins = "<!-- examples/readme.transcript -->\n```\n";
  const std::string ends = "```\n<!-- end -->";
  std::string readme = read_file(root / "README.md");
  const auto from = readme.find(begins);
  const auto to = readme.find(ends);
  REQUIRE(from != std::string::npos);
  REQUIRE(to != std::string::npos);
  const std::string answers = read_file(root / "examples" / "readme.transcript");
  const auto start = from + begins.size();
  if (std::getenv("ANNALS_UPDATE") != nullptr) {
    readme.replace(start, to - start, answers);
    std::ofstream(root / "README.md", std::ios::binary) << readme;
    return;
  }
  CHECK(readme.substr(start, to - start) == answers);
}

}  // namespace
}  // namespace annals
