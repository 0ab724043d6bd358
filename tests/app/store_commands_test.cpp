// The commands about the database as a whole, as their user meets them.

#include <catch2/catch.hpp>

#include "tests/support/program.h"

namespace annals {
namespace {

using Catch::Contains;

const char* const table =
    "2018-01-02\tChina\t042\tJapan\n2018-01-03\tJapan\t0311\tChina\nno "
    "row\n2018-02-30\tA\t042\tB\n";

TEST_CASE("a table of events is imported, known again, and asked like articles", "[app][store]") {
  const TempFolder folder;
  folder.write("events.tsv", table);
  const Ran ran = run_in(folder.path(), "annals import tsv events.tsv");
  CHECK(ran.code == 5);
  CHECK_THAT(ran.err, Contains("events.tsv:3: has 1 column") &&
                          Contains("events.tsv:4: \"2018-02-30\" is no date") &&
                          Contains("2 events added, 2 malformed rows left out"));
  const Ran again = run_in(folder.path(), "annals import tsv events.tsv; annals stats");
  CHECK_THAT(again.err, Contains("known, 2 events"));
  CHECK_THAT(again.out, Catch::Matches("[^]*events +2\n[^]*"));
  CHECK_THAT(run_in(folder.path(), "annals ask 'who met Japan'").out, Contains("China"));
  CHECK(run_in(folder.path(), "annals -q check").code == 0);
}

TEST_CASE("an unknown format and a missing table are told with what would work", "[app][store]") {
  const TempFolder folder;
  const Ran format = run_in(folder.path(), "annals import csv events.csv");
  CHECK(format.code == 2);
  CHECK_THAT(format.err, Contains("icews") && Contains("gdelt"));
  const Ran file = run_in(folder.path(), "annals import tsv none.tsv");
  CHECK(file.code == 5);
  CHECK_THAT(file.err, Contains("none.tsv"));
}

TEST_CASE("a backup is restored, and nothing is written over", "[app][store]") {
  const TempFolder folder;
  folder.write("events.tsv", "2018-01-02\tChina\t042\tJapan\n");
  CHECK(run_in(folder.path(), "annals -q import tsv events.tsv && annals -q backup copy").code ==
        0);
  CHECK(run_in(folder.path(), "annals restore copy").code == 1);
  CHECK_THAT(run_in(folder.path(), "annals restore copy").err, Contains("exists already"));
  CHECK(run_in(folder.path(), "annals -q --db other.db restore copy").code == 0);
  CHECK_THAT(run_in(folder.path(), "annals --db other.db ask 'who met Japan'").out,
             Contains("China"));
}

TEST_CASE("compacting and migrating leave a sound database", "[app][store]") {
  const TempFolder folder;
  folder.write("events.tsv", "2018-01-02\tChina\t042\tJapan\n");
  CHECK(run_in(folder.path(), "annals compact").code == 4);
  CHECK(run_in(folder.path(), "annals -q import tsv events.tsv && annals compact").code == 0);
  const Ran migrated = run_in(folder.path(), "annals migrate");
  CHECK(migrated.code == 0);
  CHECK_THAT(migrated.err, Contains("nothing to do"));
  CHECK(run_in(folder.path(), "annals -q check").code == 0);
}

TEST_CASE("suggested decisions can be made as they are printed", "[app][store]") {
  const TempFolder folder;
  const auto article = [](const char* day) {
    return std::string(
               "Ministers meet\n\nVIENNA, June 3, 2014 (Harbor Wire) - Iranian Foreign Minister "
               "Mohammad Javad Zarif met European Union foreign policy chief Catherine Ashton "
               "on ") +
           day + ".\n";
  };
  folder.write("a.txt", article("June 1"));
  folder.write("b.txt", article("June 2"));
  const Ran ran = run_in(folder.path(), "annals -q ingest a.txt b.txt && annals decide --suggest");
  CHECK(ran.code == 0);
  const auto begin = ran.out.find("annals decide same-event");
  REQUIRE(begin != std::string::npos);
  const auto command = ran.out.substr(begin, ran.out.find('\n', begin) - begin);
  CHECK_THAT(ran.out, Contains("both CONSULT with"));
  CHECK(run_in(folder.path(), command).code == 0);
  CHECK_THAT(run_in(folder.path(), "annals decide --suggest").out, !Contains(command));
}

}  // namespace
}  // namespace annals
