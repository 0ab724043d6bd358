#include <catch2/catch.hpp>

#include "export/width.h"
#include "tests/export/sample.h"

namespace annals {
namespace {

Answer table_of(std::vector<std::string> columns, std::vector<std::vector<std::string>> rows) {
  Answer answer;
  answer.columns = std::move(columns);
  for (auto& cells : rows) {
    AnswerRow row;
    row.cells = std::move(cells);
    answer.rows.push_back(row);
  }
  return answer;
}

TEST_CASE("the table of the terminal lines its columns up", "[export][text]") {
  const auto answer = table_of({"who", "events"}, {{"Nora Keller", "12"}, {"習近平", "3"}});
  CHECK(sample::written(answer, "text") ==
        "   who          events\n"
        "   ───────────  ──────\n"
        "1  Nora Keller      12\n"
        "2  習近平            3\n");
}

TEST_CASE("the table keeps to the width of the terminal", "[export][text]") {
  const auto answer = table_of({"date", "what"},
                               {{"2014-05-12", "Nora Keller held talks with Ali Demir in Ankara"}});
  CHECK(sample::written(answer, "text", {.width = 50}) ==
        "   date        what\n"
        "   ──────────  ───────────────────────────────────\n"
        "1  2014-05-12  Nora Keller held talks with Ali\n"
        "               Demir in Ankara\n");
}

TEST_CASE("long text that would become a tower stands below its row", "[export][text]") {
  const std::string told = "Nora Keller held talks with Ali Demir in Ankara";
  const auto answer = table_of({"date", "event", "nothing"}, {{"2014-05-12", told, ""}});
  CHECK(sample::written(answer, "text", {.width = 40}) ==
        "   date\n"
        "   ──────────\n"
        "1  2014-05-12\n"
        "   Nora Keller held talks with Ali Demir\n"
        "   in Ankara\n");
  // with its heading where the text does not say what it is
  const auto after = table_of({"date", "first event after", "nothing"}, {{"2014-05-12", told, ""}});
  CHECK_THAT(sample::written(after, "text", {.width = 40}),
             Catch::Matchers::Contains("   first event after: Nora Keller held\n"));
}

TEST_CASE("two columns stay beside each other", "[export][text]") {
  const std::string roles =
      "Iranian president, seen on 2 November, 5 December and 14 December, "
      "in three articles of one agency, and in a table";
  const auto answer = table_of({"what", "value"}, {{"role", roles}});
  CHECK(sample::written(answer, "text", {.width = 44}).starts_with("   what  value\n"));
}

TEST_CASE("a table too wide for the terminal is told field by field", "[export][text]") {
  const auto answer =
      table_of({"a", "b", "c"}, {{"one long cell here", "two long cell here", "three long cell"}});
  CHECK(sample::written(answer, "text", {.width = 20}) ==
        "-- 1\n"
        "a  one long cell\n"
        "   here\n"
        "b  two long cell\n"
        "   here\n"
        "c  three long cell\n");
}

TEST_CASE("a row that the dates only allow is marked", "[export][text]") {
  auto answer = table_of({"who"}, {{"A"}, {"B"}});
  answer.rows[1].certain = false;
  const auto text = sample::written(answer, "text");
  CHECK(text.find("1   A\n2?  B\n? the date allows it") != std::string::npos);
}

TEST_CASE("an empty answer says so, and notes follow", "[export][text]") {
  Answer answer;
  answer.understood = "met(any, any)";
  answer.notes = {"2 planned meetings are left out; add `all`"};
  CHECK(sample::written(answer, "text") ==
        "interpreted as: met(any, any)\nnothing found\nnote: 2 planned meetings are left out; add "
        "`all`\n");
  CHECK(sample::written(answer, "text", {.remarks = false}).empty());
}

TEST_CASE("text from a page cannot command the terminal", "[export][text]") {
  const auto answer = table_of({"who"}, {{"\x1b[31mred\x07 \u202Eabc"}});
  const auto text = sample::written(answer, "text");
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\x07') == std::string::npos);
  CHECK(text.find("\u202E") == std::string::npos);
}

TEST_CASE("widths follow what a terminal shows", "[export][width]") {
  struct Row {
    const char* text;
    std::size_t width;
  };
  const auto row = GENERATE(values<Row>({{"", 0},
                                         {"abc", 3},
                                         {"習近平", 6},
                                         {"e\u0301", 1},
                                         {"Erdoğan", 7},
                                         {"\xff", 1},
                                         {"محمد", 4},
                                         {"a\tb", 2}}));
  CAPTURE(row.text);
  CHECK(display_width(row.text) == row.width);
}

TEST_CASE("lines break at spaces and long words where they must", "[export][width]") {
  using Lines = std::vector<std::string>;
  CHECK(wrap("one two three", 8) == Lines{"one two", "three"});
  CHECK(wrap("abcdefghij", 4) == Lines{"abcd", "efgh", "ij"});
  CHECK(wrap("習近平", 4) == Lines{"習近", "平"});
  CHECK(wrap("", 4) == Lines{""});
}

}  // namespace
}  // namespace annals
