// Holds the rooms to their one-way includes, and the heavy or global things to the files that own
// them.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

namespace {

namespace fs = std::filesystem;

const std::map<std::string, std::set<std::string>> allowed = {
    {"graph", {"graph"}},
    {"ingest", {"ingest", "graph"}},
    {"link", {"link", "graph"}},
    {"query", {"query", "graph"}},
    {"export", {"export", "query", "graph"}},
    {"app", {"app", "graph", "ingest", "link", "query", "export"}},
    {"examples", {"graph", "ingest", "link", "query", "export"}},
};

/// The stages of `ingest/`, each a folder, and what each may include beside itself. The files
/// beside the folders lead an article through them, and no stage includes those.
const std::map<std::string, std::set<std::string>> stages = {
    {"text", {}},
    {"pages", {"text"}},
    {"gazetteer", {"text"}},
    {"trees", {"text"}},
    {"dates", {"text", "pages", "trees"}},
    {"actors", {"text", "gazetteer", "trees"}},
    {"rules", {"text", "gazetteer", "trees"}},
    {"mend", {"text", "trees", "actors", "rules"}},
    {"events", {"text", "gazetteer", "trees", "dates", "actors", "rules", "mend"}},
    {"tables", {"text", "gazetteer", "rules"}},
};

struct Source {
  std::string path;  // from the root: "graph/store.cpp"
  std::string room;
  std::vector<std::string> lines;
};

std::vector<Source> sources() {
  const fs::path root = ANNALS_SOURCE_DIR;
  std::vector<Source> result;
  for (const auto& [room, arrows] : allowed) {
    if (!fs::exists(root / room)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / room)) {
      const auto extension = entry.path().extension();
      if (extension != ".h" && extension != ".cpp") continue;
      Source source{
          .path = fs::relative(entry.path(), root).generic_string(), .room = room, .lines = {}};
      std::ifstream in(entry.path());
      for (std::string line; std::getline(in, line);) source.lines.push_back(line);
      result.push_back(std::move(source));
    }
  }
  std::sort(result.begin(), result.end(),
            [](const auto& a, const auto& b) { return a.path < b.path; });
  return result;
}

/// The files in which some line matches `pattern`.
std::vector<std::string> files_with(const std::regex& pattern, std::string_view rooms = {}) {
  std::vector<std::string> result;
  for (const auto& source : sources()) {
    if (!rooms.empty() && rooms.find(source.room) == std::string_view::npos) continue;
    const bool found =
        std::any_of(source.lines.begin(), source.lines.end(),
                    [&](const std::string& line) { return std::regex_search(line, pattern); });
    if (found) result.push_back(source.path);
  }
  return result;
}

std::vector<std::string> without(std::vector<std::string> files,
                                 const std::set<std::string>& owners) {
  std::erase_if(files, [&](const std::string& file) { return owners.contains(file); });
  return files;
}

TEST_CASE("every include follows the arrows between the rooms", "[architecture]") {
  const std::regex include(R"re(^\s*#include "([a-z]+)/)re");
  for (const auto& source : sources()) {
    for (const auto& line : source.lines) {
      std::smatch match;
      if (!std::regex_search(line, match, include)) continue;
      CAPTURE(source.path, line);
      CHECK(allowed.at(source.room).contains(match[1]));
    }
  }
}

TEST_CASE("every include follows the arrows between the stages of reading", "[architecture]") {
  const std::regex stage("^ingest/([a-z]+)/");
  const std::regex include(R"re(^\s*#include "ingest/(?:([a-z]+)/)?[a-z_0-9]+\.)re");
  std::set<std::string> seen;
  for (const auto& source : sources()) {
    std::smatch folder;
    if (!std::regex_search(source.path, folder, stage) || folder[1] == "train") continue;
    const std::string own = folder[1];
    REQUIRE(stages.contains(own));
    seen.insert(own);
    for (const auto& line : source.lines) {
      std::smatch match;
      if (!std::regex_search(line, match, include)) continue;
      CAPTURE(source.path, line);
      CHECK((match[1] == own || stages.at(own).contains(match[1])));
    }
  }
  CHECK(seen.size() == stages.size());
}

TEST_CASE("the sources are found at all", "[architecture]") { CHECK(sources().size() > 20); }

TEST_CASE("RocksDB appears in one pair of files", "[architecture]") {
  CHECK(without(files_with(std::regex("#include <rocksdb/")),
                {"graph/kv_rocks.cpp", "graph/kv_rocks.h", "graph/kv_rocks_options.cpp"})
            .empty());
}

TEST_CASE("threads appear in ingest/ingest.cpp only", "[architecture]") {
  const std::regex threads("std::(thread|jthread|async)\\b");
  CHECK(without(files_with(threads), {"ingest/ingest.cpp"}).empty());
}

TEST_CASE("only app and the writers of export print", "[architecture]") {
  const std::regex printing(R"(std::(cout|cerr|clog)|\b(printf|puts|fprintf)\()");
  auto files = files_with(printing, "graph ingest link query");
  // Programs of their own talk to the person who runs them: the trainer, and the maker of the table
  // of places.
  std::erase_if(files, [](const std::string& file) {
    return file.starts_with("ingest/train/") || file == "ingest/gazetteer/make_places.cpp";
  });
  CHECK(files.empty());
}

TEST_CASE("heavy headers stay out of headers", "[architecture]") {
  const std::regex heavy(R"(#include <(boost/graph/|rocksdb/|nlohmann/json\.hpp))");
  auto files = files_with(heavy);
  std::erase_if(files, [](const std::string& file) { return file.ends_with(".cpp"); });
  CHECK(without(files, {"graph/network.h"}).empty());
}

}  // namespace
