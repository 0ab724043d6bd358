// What the program says and does when its input is bad: each case as its user would meet it.

#include <catch2/catch.hpp>

#include "tests/support/program.h"

namespace annals {
namespace {

using Catch::Contains;

const std::string good =
    "Foreign ministers meet in Vienna\n\nVIENNA, June 3, 2014 (Harbor Wire) - Iranian Foreign "
    "Minister Mohammad Javad Zarif met "
    "European Union foreign policy chief Catherine Ashton in Vienna on Tuesday.\n\nThe two agreed "
    "to meet again in June.\n";

TEST_CASE("a bad file is named with its remedy and the good ones are kept", "[app][bad]") {
  struct Row {
    const char* name;
    std::string bytes;
    const char* said;
  };
  const std::string latin1 = "Der Pr\xe4sident von K\xf6ln\n\n";
  std::string utf16 = "\xff\xfe";
  for (const char c : good) {
    utf16 += c;
    utf16 += '\0';
  }
  const auto row = GENERATE_COPY(values<Row>({
      {"empty.txt", "", "empty"},
      {"binary.bin",
       std::string("\x7f"
                   "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0",
                   24),
       "binary"},
  }));
  CAPTURE(row.name);
  const TempFolder folder;
  folder.write("in/good.txt", good);
  folder.write(std::string("in/") + row.name, row.bytes);
  const Ran ran = run_in(folder.path(), "annals ingest in");
  CHECK(ran.code == 5);
  CHECK_THAT(ran.err, Contains(row.name) && Contains(row.said));
  CHECK_THAT(run_in(folder.path(), "annals ask 'who met whom'").out, Contains("Ashton"));
}

TEST_CASE("what is wrong in the words for linking is told before anything is read", "[app][bad]") {
  const TempFolder folder;
  folder.write("in/good.txt", good);
  folder.write("own/linking.words", "determiner: the\nmonkeys: ape\n");
  const Ran ran = run_in(folder.path(), "annals --data own ingest in");
  CHECK(ran.code != 0);
  CHECK_THAT(ran.err, Contains("linking.words:2") && Contains("monkeys"));
  CHECK_THAT(run_in(folder.path(), "annals stats").out, !Contains("Harbor Wire"));
}

TEST_CASE("an option and a table date files, the option before the table", "[app]") {
  const TempFolder folder;
  folder.write("a.txt", "The ministers of Iran and France met on Monday.\n");
  folder.write("b.txt", "The ministers of Iran and Spain met on Monday.\n");
  folder.write("dates.csv", "file,date\na.txt,2014-02-04\nb.txt,2014-02-11\n");
  const Ran ran =
      run_in(folder.path(), "annals extract --dates dates.csv --date a.txt=2014-02-18 a.txt b.txt");
  CHECK(ran.code == 0);
  CHECK_THAT(ran.out,
             Contains("\"published\":\"2014-02-18\"") && Contains("\"published\":\"2014-02-11\""));
  folder.write("bad.csv", "file,date\na.txt,3 June\n");
  const Ran bad = run_in(folder.path(), "annals extract a.txt --dates bad.csv");
  CHECK(bad.code != 0);
  CHECK_THAT(bad.err, Contains("bad.csv:2: no file and day; write news/a.txt,2011-06-03"));
}

TEST_CASE("Latin-1 and UTF-16 text is read as what it means", "[app][bad]") {
  const TempFolder folder;
  std::string utf16 = "\xff\xfe";
  for (const char c : good) {
    utf16 += c;
    utf16 += '\0';
  }
  folder.write("utf16.txt", utf16);
  folder.write("latin1.txt",
               "Talks in K\xf6ln\n\nBERLIN, June 3, 2014 (Harbor Wire) - German Chancellor Angela "
               "Merkel met French President "
               "Fran\xe7ois Hollande in K\xf6ln on Tuesday.\n");
  const Ran ran = run_in(folder.path(), "annals extract utf16.txt latin1.txt");
  CHECK(ran.code == 0);
  CHECK_THAT(ran.out, Contains("Ashton") && Contains("Fran\u00e7ois Hollande"));
}

TEST_CASE("a missing path and an unreadable one are named, and the run goes on", "[app][bad]") {
  const TempFolder folder;
  folder.write("good.txt", good);
  const Ran ran = run_in(folder.path(), "annals ingest nowhere.txt good.txt");
  CHECK(ran.code == 5);
  CHECK_THAT(ran.err, Contains("nowhere.txt"));
  CHECK_THAT(run_in(folder.path(), "annals ask 'who met whom'").out, Contains("Ashton"));
}

TEST_CASE("a path given twice and a text under two names are one article", "[app][bad]") {
  const TempFolder folder;
  folder.write("a.txt", good);
  folder.write("b.txt", good);
  const Ran ran = run_in(folder.path(), "annals ingest a.txt a.txt b.txt; annals stats");
  CHECK_THAT(ran.out, Catch::Matches("articles +1\n[^]*"));
}

TEST_CASE("ingesting again changes nothing", "[app]") {
  const TempFolder folder;
  folder.write("a.txt", good);
  const auto counts = "annals stats | grep -v bytes; annals export jsonl";
  const Ran first = run_in(folder.path(), std::string("annals ingest a.txt; ") + counts);
  const Ran second = run_in(folder.path(), std::string("annals ingest a.txt; ") + counts);
  CHECK(first.out == second.out);
  CHECK_THAT(second.err, Contains("0 articles added, 1 known"));
}

TEST_CASE("a large file is read within bounds", "[app][bad]") {
  const TempFolder folder;
  std::string large = good;
  while (large.size() < 50'000'000)
    large += "1234567890 1234567890 1234567890 1234567890 1234567890 1234567890\n";
  folder.write("large.txt", large);
  folder.write("good.txt", good);
  const Ran ran = run_in(folder.path(), "annals ingest large.txt good.txt");
  CHECK((ran.code == 0 || ran.code == 5));
  CHECK_THAT(run_in(folder.path(), "annals ask 'who met whom'").out, Contains("Ashton"));
}

TEST_CASE("a question to a database that is not there says how to make one", "[app][bad]") {
  const TempFolder folder;
  const Ran ran = run_in(folder.path(), "annals ask 'who met whom'");
  CHECK(ran.code == 4);
  CHECK_THAT(ran.err, Contains("annals.db") && Contains("annals ingest"));
  CHECK_FALSE(std::filesystem::exists(folder / "annals.db"));
}

TEST_CASE("a database of a newer layout is refused and left as it is", "[app][bad]") {
  const TempFolder folder;
  folder.write("a.txt", good);
  run_in(folder.path(), "annals ingest a.txt");
  folder.write("not-a-db/annals.txt", "nothing");
  const Ran ran = run_in(folder.path(), "annals --db not-a-db ask 'who met whom'");
  CHECK(ran.code == 4);
  CHECK_THAT(ran.err, Contains("not-a-db"));
}

TEST_CASE("a corrupt database is named and nothing is written to it", "[app][bad]") {
  const TempFolder folder;
  folder.write("a.txt", good);
  run_in(folder.path(), "annals ingest a.txt");
  folder.write("annals.db/CURRENT", "MANIFEST-999999\n");
  const Ran ran = run_in(folder.path(), "annals ask 'who met whom'");
  CHECK((ran.code == 1 || ran.code == 4));
  CHECK_THAT(ran.err, Contains("annals.db"));
}

TEST_CASE("an option that is not known exits with 2", "[app][bad]") {
  const TempFolder folder;
  CHECK(run_in(folder.path(), "annals ingest --frobnicate x").code == 2);
  CHECK(run_in(folder.path(), "annals frobnicate").code == 2);
  CHECK(run_in(folder.path(), "annals").code == 2);
  CHECK(run_in(folder.path(), "annals --help").code == 0);
}

}  // namespace
}  // namespace annals
