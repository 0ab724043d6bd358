#include "export/formats.h"

#include <fstream>
#include <iterator>
#include <set>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "graph/error.h"
#include "tests/export/sample.h"

namespace annals {
namespace {

TEST_CASE("every format writes the same bytes for the same answer", "[export]") {
  const auto answer = sample::small();
  for (const auto& format : formats()) {
    if (format.write_set != nullptr) continue;
    CAPTURE(format.name);
    const auto text = sample::written(answer, format.name);
    CHECK_FALSE(text.empty());
    CHECK(sample::written(answer, format.name) == text);
  }
}

TEST_CASE("every format writes an empty answer", "[export]") {
  for (const auto& format : formats()) {
    if (format.write_set != nullptr) continue;
    CAPTURE(format.name);
    CHECK_NOTHROW(sample::written(Answer{}, format.name));
  }
}

TEST_CASE("every format survives an answer that is not closed", "[export]") {
  auto answer = sample::small();
  answer.actors.clear();
  answer.articles.clear();
  answer.mentions.resize(1);
  for (const auto& format : formats()) {
    if (format.write_set != nullptr) continue;
    CAPTURE(format.name);
    CHECK_NOTHROW(sample::written(answer, format.name));
  }
}

TEST_CASE("the page about exports tells of every format", "[export][docs]") {
  std::ifstream in(std::string(ANNALS_SOURCE_DIR) + "/docs/exports.md");
  const std::string page(std::istreambuf_iterator<char>(in), {});
  for (const auto& format : formats()) {
    CAPTURE(format.name);
    CHECK(page.find("`" + std::string(format.name) + "`") != std::string::npos);
  }
}

TEST_CASE("the names of formats are distinct", "[export]") {
  std::set<std::string> names;
  for (const auto& format : formats()) CHECK(names.insert(format.name).second);
}

TEST_CASE("an unknown format lists those that there are", "[export]") {
  try {
    static_cast<void>(format_named("pdf"));
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::query);
    CHECK(std::string(error.what())
              .starts_with("unknown format \"pdf\"; there are: text, line, json, jsonl"));
  }
}

TEST_CASE("a file's name asks for its format", "[export]") {
  REQUIRE(format_of_file("a/b.graphml") != nullptr);
  CHECK(std::string(format_of_file("a/b.graphml")->name) == "graphml");
  CHECK(std::string(format_of_file("t.md")->name) == "chronology");
  CHECK(format_of_file("plain") == nullptr);
  CHECK(format_of_file("x.docx") == nullptr);
}

TEST_CASE("json rows carry ids, dates, status and citations", "[export][json]") {
  const auto json = nlohmann::json::parse(sample::written(sample::small(), "json"));
  CHECK(json["schema"] == "annals.result/1");
  CHECK(json["query"] == "timeline of the talks");
  REQUIRE(json["rows"].size() == 5);
  const auto& met = json["rows"][0];
  CHECK(met["cells"]["date"] == "2014-05-12");
  CHECK(met["title"] == "Nora Keller and Ali Demir met");
  CHECK(met["status"] == "happened");
  CHECK(met["earliest"] == "2014-05-12");
  REQUIRE(met["citations"].size() == 2);
  CHECK(met["citations"][0]["quote"] == "Keller met Demir on Monday in Ankara.");
  CHECK(met["citations"][1]["source"] == "Meridian News");
  const auto& undated = json["rows"][3];
  CHECK(undated["date"].is_null());
  CHECK(undated["earliest"].is_null());
  CHECK(json["rows"][4]["earliest"].is_null());
  CHECK(json["rows"][4]["latest"] == "2014-05-13");
}

TEST_CASE("jsonl has one row a line", "[export][json]") {
  std::istringstream lines(sample::written(sample::small(), "jsonl"));
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count)
    CHECK(nlohmann::json::parse(line).contains("cells"));
  CHECK(count == 5);
}

TEST_CASE("csv quotes what would break a row, tsv flattens it", "[export][csv]") {
  Answer answer;
  answer.columns = {"name", "words"};
  AnswerRow row;
  row.cells = {"Smith, \"Jo\"", "two\nlines\tand a tab"};
  answer.rows.push_back(row);
  CHECK(sample::written(answer, "csv") ==
        "name,words\n\"Smith, \"\"Jo\"\"\",\"two\nlines\tand a tab\"\n");
  CHECK(sample::written(answer, "tsv") == "name\twords\nSmith, \"Jo\"\ttwo lines and a tab\n");
  CHECK(sample::written(answer, "md") ==
        "| name | words |\n| --- | --- |\n| Smith, \"Jo\" | two lines and a tab |\n");
}

TEST_CASE("rows that are no answer to the very question say so in tables", "[export][csv]") {
  Answer answer;
  answer.columns = {"name"};
  AnswerRow row;
  row.cells = {"Smith"};
  answer.rows = {row, row};
  answer.rows[1].section = "planned";  // its cells tell the status
  CHECK(sample::written(answer, "csv") == "name\nSmith\nSmith\n");
  CHECK(sample::written(answer, "json").find("\"section\":\"planned\"") != std::string::npos);
  answer.rows[1].section = "blamed";
  CHECK(sample::written(answer, "csv") == "name,section\nSmith,\nSmith,blamed\n");
  CHECK(sample::written(answer, "tsv") == "name\tsection\nSmith\t\nSmith\tblamed\n");
  CHECK(sample::written(answer, "md") ==
        "| name | section |\n| --- | --- |\n| Smith |  |\n| Smith | blamed |\n");
  CHECK(sample::written(answer, "line").find("-- 2 blamed\n") != std::string::npos);
}

}  // namespace
}  // namespace annals
