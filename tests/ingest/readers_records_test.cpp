#include <catch2/catch.hpp>

#include "graph/error.h"
#include "readers_support.h"

using namespace annals;

TEST_CASE("a broken line in the middle of a JSONL file is reported and the rest goes on",
          "[ingest][readers]") {
  const TempFolder folder;
  const auto got = read(folder.write(
      "a.jsonl",
      "{\"id\":\"one\",\"date\":\"2011-06-03\",\"title\":\"T\",\"text\":\"A met B.\"}\n"
      "{\"id\":\"two\",\"text\":\n"
      "\n"
      "[1]\n"
      "{\"id\":\"five\"}\n"
      "{\"id\":\"six\",\"date\":null,\"text\":\"C met D.\",\"spans\":[{\"start\":0,\"end\":1}]}\n"
      "{\"id\":\"seven\",\"text\":\"E.\",\"spans\":[{\"start\":0,\"end\":9}]}"));
  REQUIRE(got.inputs.size() == 2);
  CHECK(got.inputs[0].article.name == "one");
  CHECK(got.inputs[0].article.title == "T");
  CHECK(got.inputs[0].article.published == day_date(*parse_day("2011-06-03")));
  CHECK(got.inputs[0].article.published_basis == PublishedBasis::metadata);
  CHECK(got.inputs[1].article.name == "six");
  CHECK(got.inputs[1].article.path == (folder.path() / "a.jsonl#6").string());
  CHECK_FALSE(got.inputs[1].article.published);
  CHECK(got.inputs[1].spans == std::vector<Span>{{0, 1}});
  CHECK(got.problems ==
        Lines{"a.jsonl:2 no JSON object: wrong at byte 20 of the line; the line is left out",
              "a.jsonl:4 a JSON object with the article's fields was expected here",
              "a.jsonl:5 no text: none of the fields id is known to hold it; name it with --map "
              "text=FIELD",
              "a.jsonl:7 a span of \"spans\" lies outside of the text of 2 bytes; write "
              "{\"start\":0,\"end\":5} in bytes"});
}

TEST_CASE("halves of surrogate pairs, foreign bytes and NULs in JSON are mended with a warning",
          "[ingest][readers]") {
  const TempFolder folder;
  const auto got = read(folder.write("a.jsonl",
                                     "{\"text\":\"A \\ud83d B \\ud83d\\ude00 \\\\ud83d\"}\n"
                                     "{\"text\":\"caf\xE9\"}\n"
                                     "{\"text\":\"A\\u0000B\"}\n"));
  REQUIRE(got.inputs.size() == 3);
  CHECK(got.inputs[0].article.text == "A \xEF\xBF\xBD B \xF0\x9F\x98\x80 \\ud83d");
  CHECK(got.inputs[1].article.text == "caf\xC3\xA9");
  CHECK(got.inputs[2].article.text == "A B");
  CHECK(got.problems == Lines{"~a.jsonl:1 1 half of a surrogate pair read as U+FFFD",
                              "~a.jsonl:2 read as Windows-1252"});
}

TEST_CASE("a line that is too long is left out and the next is read", "[ingest][readers]") {
  const TempFolder folder;
  const std::string line = "{\"text\":\"" + std::string(50'000'000, 'x') + "\"}\n";
  const auto got =
      read(folder.write("a.jsonl", line + "{\"text\":\"They met.\"}\n" + "{\"text\":\"" +
                                       std::string(9'000'000, 'x') + "\"}\n"));
  CHECK(got.inputs.size() == 1);
  CHECK(got.problems ==
        Lines{"a.jsonl:1 the line is longer than 33.6 MB and is left out; one article a line is "
              "expected",
              "a.jsonl:3 a text of 9.0 MB is too much for one article (the limit is 8.4 MB)"});
}

TEST_CASE("the fields of known collections are known, and others are mapped", "[ingest][readers]") {
  struct Row {
    const char* line;
    const char* day;
    const char* source;
    const char* url;
  };
  const auto row = GENERATE(values<Row>({
      {R"({"title":"T","date":"2011-06-03","source":"http://e.org/a","source-hostname":"Example","text":"They met.","comments":"x","filedate":"2020-01-01"})",
       "2011-06-03", "Example", "http://e.org/a"},
      {R"({"title":"T","maintext":"They met.","date_publish":"2011-06-03 16:10:00","date_download":"2020-01-01 00:00:00","source_domain":"e.org","url":"http://e.org/a"})",
       "2011-06-03", "e.org", "http://e.org/a"},
      {R"({"title":"T","maintext":"They met.","date_publish":"None","date_download":"2020-01-01 00:00:00"})",
       "none", "", ""},
      {R"({"title":"T","text":"They met.","domain":"e.org","date":"2011-06-03","description":"x","url":"http://e.org/a"})",
       "2011-06-03", "e.org", "http://e.org/a"},
      {R"({"title":"T","text":"They met.","publish_date":1307117400,"source_url":"http://e.org"})",
       "2011-06-03", "", "http://e.org"},
      {R"({"title":"T","text":["They met."],"published":"2011-06-03T16:10:00Z"})", "2011-06-03", "",
       ""},
      {R"({"title":"T","text":"They met.","date":"20110603"})", "2011-06-03", "", ""},
  }));
  CAPTURE(row.line);
  const TempFolder folder;
  const auto got = read(folder.write("a.jsonl", row.line));
  CHECK(got.problems.empty());
  REQUIRE(got.inputs.size() == 1);
  const Article& article = got.inputs[0].article;
  CHECK(article.title == "T");
  CHECK(article.text == "They met.");
  CHECK((article.published ? format_edtf(*article.published) : "none") == row.day);
  CHECK(article.source == row.source);
  CHECK(article.url == row.url);
}

TEST_CASE("a field map names the fields of other collections", "[ingest][readers]") {
  const TempFolder folder;
  ReadOptions options;
  options.field_map = {{"text", "words"}, {"date", "day"}};
  const auto got = read(
      folder.write("a.jsonl", R"({"text":"no","words":"They met.","day":"2011-06-03"})"), options);
  CHECK(got.inputs.at(0).article.text == "They met.");
  CHECK(got.inputs.at(0).article.published == day_date(*parse_day("2011-06-03")));
}

TEST_CASE("JSON that is an array or one object over several lines is read whole",
          "[ingest][readers]") {
  const TempFolder folder;
  CHECK(read(folder.write("a.json", "[{\"text\":\"One.\"},\n {\"text\":\"Two.\"}, 3]"))
            .inputs.size() == 2);
  CHECK(read(folder.write("b.json", "{\n  \"text\": \"One.\"\n}\n")).inputs.size() == 1);
  CHECK(read(folder.write("c", "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n")).inputs.size() == 2);
}

TEST_CASE("CSV and its kin are read with quotes, line breaks and dividers of their own",
          "[ingest][readers]") {
  const TempFolder folder;
  auto got = read(folder.write("a.csv",
                               "id,title,text,date\r\n"
                               "1,\"A \"\"b\"\", c\",\"They met.\nThey talked.\",2011-06-03\r\n"
                               "\r\n"
                               "2,T,,\r\n"
                               "3,T,\"caf\xE9\",\n"));
  REQUIRE(got.inputs.size() == 2);
  CHECK(got.inputs[0].article.title == "A \"b\", c");
  CHECK(got.inputs[0].article.text == "They met.\nThey talked.");
  CHECK(got.inputs[0].article.published == day_date(*parse_day("2011-06-03")));
  CHECK(got.inputs[1].article.text == "caf\xC3\xA9");
  CHECK(got.problems == Lines{"a.csv:5 no text in this row of 4 cells"});

  got = read(folder.write("a.tsv", "id\tcontent\n1\tThey met, and talked.\n"));
  CHECK(got.inputs.at(0).article.text == "They met, and talked.");
}

TEST_CASE("a quote that is never closed costs its own line only", "[ingest][readers]") {
  const TempFolder folder;
  const auto got = read(
      folder.write("a.csv", "id,text\n1,\"They met.\n2,They talked.\n3,\"They \"\"left\"\".\"\n"));
  CHECK(got.inputs.size() == 2);
  CHECK(got.problems ==
        Lines{"a.csv:2 a quote is opened here and never closed; the line is left out"});
}

TEST_CASE("a table without a column for the text is refused with its columns",
          "[ingest][readers]") {
  const TempFolder folder;
  CHECK(read(folder.write("a.csv", "one,two\n1,2\n")).problems ==
        Lines{"a.csv no column is known to hold the text; the columns are one, two; name it with "
              "--map text=COLUMN"});
}

TEST_CASE("a number that no machine holds costs its own line only", "[ingest][readers]") {
  const TempFolder folder;
  const auto got =
      read(folder.write("a.jsonl", "{\"text\":\"One.\",\"n\":1e1580}\n{\"text\":\"Two.\"}\n"));
  CHECK(got.inputs.size() == 1);
  CHECK(got.problems ==
        Lines{"a.jsonl:1 no JSON object: a number is out of range; the line is left out"});
}
