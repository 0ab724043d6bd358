#include <catch2/catch.hpp>

#include "graph/error.h"
#include "readers_support.h"

using namespace annals;

TEST_CASE("a text file is one article", "[ingest][readers]") {
  const TempFolder folder;
  const auto got = read(folder.write("a.txt", "Talks end\n\nThe talks ended on Monday.\n"));
  REQUIRE(got.inputs.size() == 1);
  CHECK(got.problems.empty());
  CHECK(got.inputs[0].article.text == "Talks end\n\nThe talks ended on Monday.\n");
  CHECK(got.inputs[0].article.path == (folder.path() / "a.txt").string());
  CHECK(got.inputs[0].article.id);
}

TEST_CASE("two files with the same text have the same id", "[ingest][readers]") {
  const TempFolder folder;
  const auto one = read(folder.write("a.txt", "The talks ended."));
  const auto two = read(folder.write("b.txt", "The talks ended."));
  CHECK(one.inputs.at(0).article.id == two.inputs.at(0).article.id);
}

TEST_CASE("text in the encodings of Western Europe and UTF-16 becomes UTF-8", "[ingest][readers]") {
  struct Row {
    const char* name;
    std::string bytes;
    std::string text;
  };
  const std::vector<Row> rows = {
      {"UTF-8", "S\xC3\xA3o", "S\xC3\xA3o"},
      {"UTF-8 with a mark", "\xEF\xBB\xBFS\xC3\xA3o", "\xEF\xBB\xBFS\xC3\xA3o"},
      {"Latin-1", "The mayor of S\xE3o Paulo met the press.",
       "The mayor of S\xC3\xA3o Paulo met the press."},
      {"Windows-1252", "The \x93talks\x94 \x96 he said",
       "The \xE2\x80\x9Ctalks\xE2\x80\x9D \xE2\x80\x93 he said"},
      {"UTF-16LE", std::string("\xFF\xFEH\0i\0 \0\x3D\xD8\x00\xDE", 12), "Hi \xF0\x9F\x98\x80"},
      {"UTF-16BE", std::string("\xFE\xFF\0H\0i", 6), "Hi"},
  };
  const TempFolder folder;
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const auto got = read(folder.write("a.txt", row.bytes));
    CHECK(got.problems.empty());
    REQUIRE(got.inputs.size() == 1);
    CHECK(got.inputs[0].article.text == row.text);
  }
}

TEST_CASE("what is no text is refused with its name and a remedy", "[ingest][readers]") {
  struct Row {
    std::string bytes;
    std::string message;
  };
  const std::string cyrillic =
      "\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 \xE2\xF1\xF2\xF0\xE5\xF2\xE8\xEB\xF1\xFF";
  const std::vector<Row> rows = {
      {"", "empty file; nothing to read"},
      {" \n\n\t", "nothing but white space; no article to read"},
      {"%PDF-1.4\n...", "not text but a PDF document; turn it into text first (pdftotext FILE)"},
      {"\x89PNG\r\n\x1A\n....", "not text but a PNG picture"},
      {std::string(200, '\0') + "abc",
       "binary file, not text; annals reads text, HTML, JSONL, CSV, WARC, RSS and archives of "
       "them"},
      {std::string("T\0h\0e\0 \0t\0a\0l\0k\0s\0", 18),
       "text in UTF-16LE, which is not read; convert it to UTF-8 first (iconv -f UTF-16LE -t "
       "UTF-8)"},
      {std::string("\xFF\xFE\0\0T\0\0\0", 8),
       "text in UTF-32, which is not read; convert it to UTF-8 first (iconv -f UTF-32 -t UTF-8)"},
      {cyrillic,
       "text in a Cyrillic or Greek encoding (Windows-1251, KOI8-R), which is not read; convert it "
       "to UTF-8 first (iconv -f ENCODING -t UTF-8)"},
      {"\x1B$B%F%9%H\x1B(B \x82\xA0",
       "text in ISO-2022-JP, which is not read; convert it to UTF-8 first (iconv -f ISO-2022-JP -t "
       "UTF-8)"},
      {"\x93\xFA\x96{\x82\xCC\x8Eq\x8E\xF1\x91\x8A\x82\xAA\x89\xEF\x92k\x82\xB5\x82\xBD",
       "text in a double-byte East Asian encoding (GB18030, Big5, Shift_JIS or EUC-KR), which is "
       "not read; "
       "convert it to UTF-8 first (iconv -f ENCODING -t UTF-8)"},
  };
  const TempFolder folder;
  for (const auto& row : rows) {
    CAPTURE(row.message);
    const auto got = read(folder.write("a.txt", row.bytes));
    CHECK(got.inputs.empty());
    CHECK(got.problems == Lines{"a.txt " + row.message});
  }
}

TEST_CASE("a text with a few broken bytes is read with a warning", "[ingest][readers]") {
  const TempFolder folder;
  auto got = read(
      folder.write("a.txt", "S\xC3\xA3o Paulo and Bras\xC3\xADlia met M\xC3\xA9xico and caf\xC3"));
  CHECK(got.inputs.at(0).article.text ==
        "S\xC3\xA3o Paulo and Bras\xC3\xADlia met M\xC3\xA9xico and caf?");
  CHECK(got.problems ==
        Lines{"~a.txt 1 byte is no UTF-8 and read as \"?\"; is the file cut off or damaged?"});

  got = read(
      folder.write("a.txt", std::string(300, 'x') + std::string("\0", 1) + " said the minister."));
  CHECK(got.inputs.at(0).article.text == std::string(300, 'x') + "  said the minister.");
  CHECK(got.problems == Lines{"~a.txt 1 NUL byte read as spaces"});
}

TEST_CASE("a file too large for one article is refused, and memory stays bounded",
          "[ingest][readers]") {
  const TempFolder folder;
  const auto file = folder.write("a.txt", std::string(50'000'000, 'x'));
  CHECK(
      read(file).problems ==
      Lines{
          "a.txt 50.0 MB is too much for one article (the limit is 8.4 MB); split it, or write one "
          "article a line as JSONL"});
}

TEST_CASE("paths that cannot be read are told", "[ingest][readers]") {
  const TempFolder folder;
  CHECK(read(folder.path() / "none.txt").problems == Lines{"none.txt no such file"});
  CHECK(read(folder.path()).problems ==
        Lines{folder.path().filename().string() + " is a folder, where a file was expected"});
  if (::geteuid() != 0) {
    const auto file = folder.write("locked.txt", "The talks ended.");
    std::filesystem::permissions(file, std::filesystem::perms::none);
    CHECK(read(file).problems == Lines{"locked.txt may not be read; check its permissions"});
  }
}

TEST_CASE("folders are walked in order, and a file given twice is read once", "[ingest][readers]") {
  const TempFolder folder;
  const auto b = folder.write("news/b.txt", "B.");
  const auto a = folder.write("news/a/x.txt", "A.");
  (void)folder.write("news/style.css", "p { }");
  (void)folder.write("news/.hidden/c.txt", "C.");
  (void)folder.write("news/photo.jpg", "JPEG");
  std::filesystem::create_symlink(b, folder.path() / "news/c-link.txt");
  Lines problems;
  const std::vector<std::filesystem::path> paths = {folder.path() / "news", b,
                                                    folder.path() / "none", "-"};
  const auto files = list_inputs(paths, [&](const ReadProblem& problem) {
    problems.push_back((problem.warning ? "~" : "") +
                       std::filesystem::path(problem.where).filename().string() + " " +
                       problem.message);
  });
  CHECK(files == std::vector<std::filesystem::path>{a, b, "-"});
  CHECK(problems == Lines{"~c-link.txt given twice; read once", "~b.txt given twice; read once",
                          "none no such file or folder"});
}

TEST_CASE("an unknown input format is a usage error that names the known ones",
          "[ingest][readers]") {
  ReadOptions options;
  options.input_format = "docx";
  CHECK_THROWS_WITH(
      read("a.txt", options),
      "no input format is called \"docx\"; there are text, html, jsonl, csv, feed, warc, archive");
}

TEST_CASE("an option dates a file by its path or its name", "[ingest][readers]") {
  const TempFolder folder;
  ReadOptions options;
  const auto dates =
      folder.write("dates.csv", "file,date\na.txt,2011-06-03\n\"one, two\",2011-06-04\r\n");
  options.dates = load_dates(dates);
  const auto got = read(folder.write("a.txt", "The talks ended."), options);
  CHECK(got.inputs.at(0).article.published == day_date(*parse_day("2011-06-03")));
  CHECK(got.inputs.at(0).article.published_basis == PublishedBasis::option);
  CHECK(options.dates.at("one, two") == day_date(*parse_day("2011-06-04")));
  CHECK_THROWS_WITH(load_dates(folder.write("bad.csv", "file,date\na.txt,3 June\n")),
                    Catch::EndsWith("bad.csv:2: no file and day; write news/a.txt,2011-06-03"));
}
