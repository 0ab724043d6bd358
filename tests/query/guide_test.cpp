#include "query/guide.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "query/forms.h"
#include "query/help.h"

namespace annals {
namespace {

TEST_CASE("docs/queries.md is what the tables say", "[query][docs]") {
  const std::string path = std::string(ANNALS_SOURCE_DIR) + "/docs/queries.md";
  if (std::getenv("ANNALS_UPDATE") != nullptr) std::ofstream(path) << format_guide();
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  INFO("run the test with ANNALS_UPDATE=1 to write it anew");
  CHECK(text.str() == format_guide());
}

TEST_CASE("help tells of one verb or of all", "[query][docs]") {
  CHECK(format_help("chain").find("chain from ACTOR to ACTOR") != std::string::npos);
  CHECK(format_help("").find("what was read") != std::string::npos);
  CHECK(format_help("nonsense").empty());
}

TEST_CASE("help tells of every rule of the grammar and of the words in it", "[query][docs]") {
  struct Row {
    const char* name;
    const char* told;
  };
  const auto row = GENERATE(values<Row>({
      {"except", "leaves out whom the name calls"},
      {"other than", "except   = ("},
      {"besides", "leaves out whom the name calls"},
      {"number", "bound NUMBER"},
      {"numbers", "are the events that tell such a number"},
      {"at least", "bound    = "},
      {"most", "rank actors by the events"},
      {"window", "bounded on one side only"},
      {"Between", "window   = ("},
      {"planned", "status   = ["},
      {"deadliest", "modifier = window"},
      {"sort by", "modifier = window"},
      {"measure", "degree | betweenness"},
      {"pagerank", "MEASURE  = degree"},
      {"rebels", "DOERS    = actors"},
      {"ACTOR", "a name, an alias"},
      {"offices", "who is known to have held"},
      {"how", "how often|many"},
      {"busiest", "[the] busiest PERIOD"},
      {"meetings", "CONSULT 04 036"},
  }));
  CAPTURE(row.name);
  CHECK_THAT(format_help(row.name), Catch::Matchers::Contains(row.told));
}

TEST_CASE("help on a rule leaves out the rules that only name it", "[query][docs]") {
  CHECK(format_help("except").starts_with("except "));
  CHECK(format_help("window").starts_with("window "));
}

TEST_CASE("every rule of the grammar and every word that forms begin with has help",
          "[query][docs]") {
  std::istringstream rules(format_help("grammar"));
  for (std::string line; std::getline(rules, line) && !line.empty();) {
    CAPTURE(line);
    CHECK_FALSE(format_help(line.substr(0, line.find(' '))).empty());
  }
  for (const Form& form : forms()) {
    for (const std::string& word : form.pieces.front().words) {
      CAPTURE(word);
      CHECK_FALSE(format_help(word).empty());
    }
  }
}

}  // namespace
}  // namespace annals
