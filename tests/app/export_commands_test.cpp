// annals export, report and plot, as their users meet them.

#include <unistd.h>

#include <catch2/catch.hpp>

#include "tests/support/program.h"

namespace annals {
namespace {

using Catch::Contains;

const std::string article =
    "Foreign ministers meet in Vienna\n\nVIENNA, June 3, 2014 (Harbor Wire) - Iranian Foreign "
    "Minister Mohammad Javad Zarif met European Union foreign policy chief Catherine Ashton in "
    "Vienna on Tuesday.\n\nThe two agreed to meet again in June.\n";

/// A folder with a small database in it.
class Ingested {
 public:
  Ingested() {
    folder_.write("vienna.txt", article);
    REQUIRE(run("annals ingest -q vienna.txt").code == 0);
  }
  Ran run(const std::string& command) const { return run_in(folder_.path(), command); }

 private:
  TempFolder folder_;
};

TEST_CASE("a file that exists is kept, and --force replaces it", "[app][export]") {
  const Ingested here;
  const Ran refused =
      here.run("echo old > a.graphml; annals export graphml -o a.graphml; cat a.graphml");
  CHECK_THAT(refused.err, Contains("a.graphml: exists already; --force replaces it"));
  CHECK(refused.out == "old\n");
  CHECK(here.run("annals export graphml -o a.graphml").code == 1);
  CHECK(here.run("annals export graphml -o a.graphml --force").code == 0);
  CHECK_THAT(here.run("cat a.graphml").out, Contains("Catherine Ashton"));
}

TEST_CASE("a place that cannot be written is named and nothing is left", "[app][export]") {
  const Ingested here;
  CHECK_THAT(here.run("annals export gexf -o none/a.gexf").err,
             Contains("none/a.gexf: its folder does not exist"));
  CHECK_THAT(here.run("annals report > /dev/full").err, Contains("is the disk full"));
  if (::geteuid() == 0) return;  // root may write everywhere
  const Ran locked = here.run("mkdir d; chmod 500 d; annals export gexf -o d/a.gexf; ls d");
  CHECK_THAT(locked.err, Contains("d/a.gexf: its folder is not writable"));
  CHECK(locked.out.empty());
}

TEST_CASE("a file that grows beyond what is allowed leaves no half", "[app][export]") {
  const Ingested here;
  // A limit of one block stands for a full disk: the write fails half way.
  const Ran full = here.run("(trap '' XFSZ; ulimit -f 1; annals report -o r.html); ls -A");
  CHECK_THAT(full.err, Contains("r.html"));
  CHECK(full.out == "annals.db\nvienna.txt\n");
}

TEST_CASE("an unknown format, style, picture or projection names those that there are",
          "[app][export]") {
  struct Row {
    const char* command;
    const char* said;
  };
  const Ingested here;
  const auto row = GENERATE(values<Row>({
      {"annals export oil", "unknown format \"oil\"; there are: text, line, json, jsonl"},
      {"annals report --style poem", "unknown style \"poem\"; there are: full, table, brief"},
      {"annals report -f gexf", "a report is markdown or html, not \"gexf\""},
      {"annals plot pie", "unknown picture \"pie\"; there are: timeline, months, network"},
      {"annals export graphml --graph stars", "unknown projection \"stars\"; there are: events"},
      {"annals export neo4j", "this format is several files; give a folder: -o FOLDER"},
  }));
  CAPTURE(row.command);
  const Ran ran = here.run(row.command);
  CHECK(ran.code == 2);
  CHECK_THAT(ran.err, Contains(row.said));
}

TEST_CASE("an empty answer is a valid file and a word on standard error", "[app][export]") {
  const Ingested here;
  const Ran ran = here.run("annals export graphml 'list everything in 1950'");
  CHECK(ran.code == 0);
  CHECK_THAT(ran.err, Contains("no event is in the answer; the file is valid and empty"));
  CHECK_THAT(ran.out, Contains("</graphml>"));
  CHECK(here.run("annals export -q graphml 'list everything in 1950'").err.empty());
}

TEST_CASE("what an export leaves out is told", "[app][export]") {
  const Ingested here;
  CHECK_THAT(here.run("annals export icews").err, Contains("not in the table"));
  here.run(
      "printf '?\\tAnn\\t042\\tBo\\n2014\\tAnn\\t042\\tBo\\n' > t.tsv; annals import -q tsv t.tsv");
  const Ran whole = here.run("annals export gexf -o a.gexf");
  CHECK(whole.err == here.run("annals export gexf 'list everything all' -o b.gexf").err);
}

TEST_CASE("the format follows from the file's name, and pictures are drawn", "[app][export]") {
  const Ingested here;
  CHECK_THAT(here.run("annals report -o r.html; head -1 r.html").out, Contains("<!DOCTYPE html>"));
  CHECK_THAT(here.run("annals report -o r.md; head -1 r.md").out, Contains("# Chronology"));
  CHECK_THAT(here.run("annals report -f markdown").out, Contains("# Chronology: All events\n"));
  for (const auto* picture : {"timeline", "months", "network"}) {
    CAPTURE(picture);
    CHECK_THAT(
        here.run(std::string("annals plot ") + picture + " -o p.svg --force; tail -1 p.svg").out,
        Contains("</svg>"));
  }
}

TEST_CASE("a whole store and the answer that holds it all give one network", "[app][export]") {
  const Ingested here;
  const Ran ran = here.run(
      "annals export graphml | grep -o '<\\(node\\|edge\\) id=[^>]*>' > a;"
      "annals export graphml 'list everything all' | grep -o '<\\(node\\|edge\\) id=[^>]*>' > b;"
      "grep -c node a; diff a b");
  INFO(ran.err);
  CHECK_FALSE(ran.out.starts_with("0"));
  CHECK_FALSE(ran.out.find('<') != std::string::npos);
}

TEST_CASE("the tellings of a whole store and of the answer that holds it all are one network",
          "[app][export]") {
  const Ingested here;
  for (const auto* format : {"graphml", "gexf"}) {
    const std::string file = std::string("annals export --graph mentions ") + format;
    const Ran ran = here.run(file + " | grep '<\\(node\\|edge\\) id=' > a;" + file +
                             " 'list everything all' | grep '<\\(node\\|edge\\) id=' > b;"
                             "grep -c edge a; diff a b");
    INFO(ran.err);
    CHECK_FALSE(ran.out.starts_with("0"));
    CHECK_FALSE(ran.out.find('<') != std::string::npos);
  }
}

TEST_CASE("a long list is the same whether it is written in pieces or as a whole",
          "[app][export]") {
  const TempFolder folder;
  const Ran made = run_in(
      folder.path(),
      "i=0; while [ $i -lt 24000 ]; do printf '20%02d-%02d-%02d\\tA %d\\t%s\\tB %d\\n' $((i / "
      "1200)) $((i / 100 % 12 + 1)) $((i % 28 + 1)) $((i % 50)) 04$((i % 3)) $((i % 700)); "
      "i=$((i + 1)); done > t.tsv; annals import -q tsv t.tsv");
  REQUIRE(made.code == 0);
  // the table of all in pieces is those of its halves, which are short, one after the other
  const Ran tables = run_in(
      folder.path(),
      "annals ask -f csv 'list events' > a.csv; (head -1 a.csv; for y in 0 1; do annals ask -f csv "
      "\"list events between 20${y}0 and 20${y}9\" | tail -n +2; done) | cmp - a.csv;"
      "annals ask -f tsv 'list events' | wc -l; annals ask -f jsonl 'list events' | wc -l;"
      "annals ask -f json 'list events' | grep -c '\"cells\"'");
  INFO(tables.err);
  CHECK(tables.err.empty());
  CHECK(tables.out == "24001\n24000\n24000\n");
  // the network of the answer, without holding it, is that of the store
  for (const auto* options :
       {"graphml", "gexf", "graphml --graph actors", "gexf --graph mentions"}) {
    CAPTURE(options);
    const std::string file = std::string("annals export ") + options;
    const Ran graphs =
        run_in(folder.path(),
               file + " | grep '<\\(node\\|edge\\) id=' > a;" + file +
                   " 'list events' | grep '<\\(node\\|edge\\) id=' > b; cmp a b; wc -l < a");
    CHECK(graphs.err.empty());
    CHECK(graphs.out.size() > 4);
    CHECK(graphs.out != "0\n");
  }
}

TEST_CASE("an archive restored into an empty database is exported with the same bytes",
          "[app][export]") {
  const Ingested here;
  const Ran ran = here.run(
      "annals decide rename-actor 'Catherine Ashton' 'Baroness Ashton' 2>/dev/null;"
      "annals export jsonl -o a.jsonl; annals --db other restore a.jsonl;"
      "annals --db other export jsonl -o b.jsonl; cmp a.jsonl b.jsonl && wc -l < b.jsonl;"
      "annals --db other ask -e 'who met whom' | grep -c Ashton");
  INFO(ran.err);
  CHECK(ran.out.starts_with("3\n"));  // a head, an article, a decision
  CHECK_FALSE(ran.out.ends_with("\n0\n"));
  CHECK_THAT(ran.err, Contains("1 article added, 0 known, 1 decision, 0 rows"));
  CHECK_THAT(here.run("annals --db other restore a.jsonl").err,
             Contains("0 articles added, 1 known"));
}

TEST_CASE("tables of events are in the archive, and come back", "[app][export]") {
  const Ingested here;
  const Ran ran = here.run(
      "printf '2014-06-03\\tIran (Islamic Republic)\\t042\\tFrance\\n2014\\tPolice "
      "(India)\\t190\\t\\n2014-06-05\\tFrance\\t010\\tIran\\n' > t.tsv; annals import -q tsv t.tsv;"
      "annals export jsonl -o a.jsonl; annals --db other restore a.jsonl;"
      "annals --db other export jsonl -o b.jsonl; cmp a.jsonl b.jsonl && grep -c '\"row\"' b.jsonl;"
      "annals ask -f csv 'list events all' > a.csv; annals --db other ask -f csv 'list events all' "
      "> b.csv;"
      "cmp a.csv b.csv; wc -l < b.csv; annals --db other check");
  INFO(ran.err << ran.out);
  CHECK(ran.out.starts_with("3\n"));
  CHECK_THAT(ran.err, Contains("3 rows of tables"));
  CHECK_THAT(here.run("annals --db other restore a.jsonl").err, Contains("0 rows of tables"));
}

TEST_CASE("a bad archive is named with its line", "[app][export]") {
  const Ingested here;
  const Ran ran = here.run("echo '{\"record\":\"oil\"}' > bad.jsonl; annals restore bad.jsonl");
  CHECK(ran.code == 1);
  CHECK_THAT(ran.err, Contains("bad.jsonl: line 1: unknown record \"oil\""));
  CHECK_THAT(here.run("annals restore none.jsonl").err, Contains("none.jsonl: cannot be read"));
}

}  // namespace
}  // namespace annals
