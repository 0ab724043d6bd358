// Questions to five articles that are not ours to pass on: they lie beside the sources where we
// work, and the test is passed over elsewhere.

#include <catch2/catch.hpp>

#include "tests/support/program.h"

namespace annals {
namespace {

namespace fs = std::filesystem;

TEST_CASE("the questions that a reader of the example articles asks are answered", "[app][seeds]") {
  const fs::path seeds = fs::path(ANNALS_SOURCE_DIR).parent_path() / "shared" / "seeds";
  if (!fs::is_directory(seeds)) return;
  const TempFolder folder;
  REQUIRE(run_in(folder.path(), "annals ingest -q '" + seeds.string() + "'").code == 0);
  struct Row {
    const char* question;
    std::vector<const char*> told;
  };
  const std::vector<Row> rows = {
      {"actors like haqqani", {"Haqqani network", "Haqqanis", "Ibrahim Haqqani"}},
      {"show Munter", {"Cameron Munter", "ambassador", "2011-09-26", "CONSULT"}},
      {"what happened on 2011-09-26",
       {"Cameron Munter met Salman Bashir", "Meng Jianzhu visited Islamabad",
        "Rehman Malik hosted Meng Jianzhu"}},
      {"timeline of Haqqani network in 2011", {"accused Haqqani network"}},
      {"who met whom in September 2011",
       {"Cameron Munter,met,Salman Bashir,happened", "Meng Jianzhu,to meet,officials,planned"}},
      {"did Petraeus meet Zaheer ul-Islam", {"planned", "2012-07-30"}},
      {"who accused Pakistan", {"Mike Mullen,accused,Pakistan"}},
      {"who accused whom of supporting Haqqani network", {"accused"}},
      {"what did Pakistan deny", {"Pakistan rejected"}},
      {"drone strikes between 2011-06-01 and 2011-06-30", {"word=drone"}},
      {"planned meetings after 2012-07-01", {"2012-07-30"}},
      {"cancelled events", {"Ashfaq Kayani", "2011-09-25"}},
      {"when did US officials meet Ibrahim Haqqani",
       {"when(U.S. officials, Ibrahim Haqqani)", "2011-08"}},
      {"who attacked US embassy Kabul", {"attacked", "2011-09"}},
      {"events involving both Pakistan and China", {"China"}},
      {"how many attacks per month in 2011", {"2011-06"}},
      {"undated events", {"003_", "004_"}},
      {"documents without a date", {"003_", "004_"}},
      {"contested events", {"status"}},
      {"path from Petraeus to Haqqani network between 2011-01 and 2012-12 max 4",
       {"path(David Petraeus, Haqqani network)", "max=4"}},
      {"chain from Ibrahim Haqqani to Petraeus after 2011-08", {"impossible: "}},
      {"where did Petraeus go", {"where(David Petraeus)"}},
      {"gaps over 60 days for Pakistan", {"gaps(Pakistan)"}},
      {"what did Mullen say", {"Mike Mullen accused Pakistan"}},
      {"who with whom", {"actor,", "United States,", "Pakistan,"}},
      {"articles", {"Reuters,2012-07-30", "Reuters,2011-09-26"}},
      {"new since last ingest", {"000_", "001_", "002_", "003_", "004_"}},
  };
  for (const Row& row : rows) {
    const std::string question = std::string("'") + row.question + "'";
    // the cells, and the remarks, which only people are told
    const Ran ran = run_in(
        folder.path(), "annals ask -f csv " + question + "; COLUMNS=400 annals ask " + question);
    CAPTURE(row.question, ran.out, ran.err);
    CHECK(ran.code == 0);
    CHECK_THAT(ran.out, Catch::Contains("interpreted as: "));
    for (const char* text : row.told) CHECK_THAT(ran.out, Catch::Contains(text));
  }
}

}  // namespace
}  // namespace annals
