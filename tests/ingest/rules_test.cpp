#include "ingest/text/rules.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "graph/error.h"

using namespace annals;

namespace {

class TempFolder {
 public:
  TempFolder() {
    static int count = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("annals-rules-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)) + "-" +
             std::to_string(++count));
    std::filesystem::create_directories(path_ / "base");
    std::filesystem::create_directories(path_ / "mine");
  }
  ~TempFolder() { std::filesystem::remove_all(path_); }
  void write(const std::string& file, std::string_view text) const {
    std::ofstream(path_ / file, std::ios::binary) << text;
  }
  std::filesystem::path operator/(const std::string& file) const { return path_ / file; }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("a rule file is its lines without comments", "[ingest][rules]") {
  const auto lines = parse_rules(
      "# head\r\n\r\nmeet = talk # as in\n  more \"a # b\"\nissue#4\n\tlast", "x.rules");
  REQUIRE(lines.size() == 4);
  CHECK(lines[0] == RuleLine{"x.rules", 3, "meet = talk", false});
  CHECK(lines[1] == RuleLine{"x.rules", 4, "more \"a # b\"", true});
  CHECK(lines[2] == RuleLine{"x.rules", 5, "issue#4", false});
  CHECK(lines[3] == RuleLine{"x.rules", 6, "last", true});
  CHECK(lines[3].where() == "x.rules:6");
  CHECK(parse_rules("", "x").empty());
  CHECK(parse_rules("\xEF\xBB\xBF# mark\n", "x").empty());
}

TEST_CASE("an error in a rule file names the file and the line", "[ingest][rules]") {
  CHECK_THROWS_WITH(parse_rules("good\nbad \xff\n", "x.rules"),
                    "x.rules:2: not UTF-8; save the file as UTF-8");
  CHECK_THROWS_WITH(fail_rule({"x.rules", 9, "text", false}, "unknown unit \"eon\""),
                    "x.rules:9: unknown unit \"eon\"");
}

TEST_CASE("overlays add their lines after those of the language", "[ingest][rules]") {
  const TempFolder folder;
  folder.write("base/a.rules", "one\n");
  folder.write("mine/a.rules", "two\n");
  LanguageOptions options;
  options.data = folder / "base";
  options.overlays = {folder / "mine"};
  const auto lines = read_rules(options, "a.rules");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].text == "one");
  CHECK(lines[1].text == "two");
  CHECK_THROWS_AS(read_rules(options, "b.rules"), Error);
  CHECK_THROWS_AS(read_rules(folder / "base"), Error);
}

TEST_CASE("quoted parts of a rule stay whole", "[ingest][rules]") {
  using Words = std::vector<std::string>;
  CHECK(words_of("  a \"b c\"  d\"e f\" ") == Words{"a", "b c", "de f"});
  CHECK(words_of("\"\"") == Words{""});
  CHECK(words_of("").empty());
  CHECK(split_at("a | b \"x | y\" |", "|") == Words{"a", "b \"x | y\"", ""});
  CHECK(split_at("", "|") == Words{""});
  CHECK(split_at("a => b => c", "=>") == Words{"a", "b", "c"});
}
