#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include "ingest/readers.h"

using namespace annals;

namespace {

/// A folder of its own for each test, removed at the end.
class TempFolder {
 public:
  TempFolder() {
    static int count = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("annals_readers_" + std::to_string(::getpid()) + "_" + std::to_string(++count));
    std::filesystem::create_directories(path_);
  }
  ~TempFolder() { std::filesystem::remove_all(path_); }

  std::filesystem::path write(const std::string& name, const std::string& bytes) const {
    const auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct Got {
  std::vector<Input> inputs;
  std::vector<ReadProblem> problems;
};

Got read(const std::filesystem::path& file, const ReadOptions& options = {}) {
  Got got;
  read_articles(
      file, options, [&](Input input) { got.inputs.push_back(std::move(input)); },
      [&](ReadProblem problem) { got.problems.push_back(std::move(problem)); });
  return got;
}

}  // namespace

TEST_CASE("a text file is one article", "[ingest][readers]") {
  const TempFolder folder;
  const auto got = read(folder.write("a.txt", "Talks end\n\nThe talks ended on Monday.\n"));
  REQUIRE(got.inputs.size() == 1);
  CHECK(got.problems.empty());
  CHECK(got.inputs[0].article.text == "Talks end\n\nThe talks ended on Monday.\n");
  CHECK(got.inputs[0].article.id);
}

TEST_CASE("a broken line in the middle of a JSONL file is reported and the rest goes on",
          "[ingest][readers]") {
  const TempFolder folder;
  const auto got =
      read(folder.write("a.jsonl",
                        "{\"id\":\"one\",\"date\":\"2011-06-03\",\"text\":\"A met B.\"}\n"
                        "{\"id\":\"two\",\"text\":\n"
                        "{\"id\":\"three\",\"date\":null,\"text\":\"C met "
                        "D.\",\"spans\":[{\"start\":0,\"end\":1}]}\n"));
  REQUIRE(got.inputs.size() == 2);
  CHECK(got.inputs[0].article.name == "one");
  CHECK(got.inputs[0].article.published == day_date(*parse_day("2011-06-03")));
  CHECK(got.inputs[1].article.name == "three");
  CHECK_FALSE(got.inputs[1].article.published);
  CHECK(got.inputs[1].spans == std::vector<Span>{{0, 1}});
  REQUIRE(got.problems.size() == 1);
  CHECK(got.problems[0].where == (folder.path() / "a.jsonl").string() + ":2");
}
