#include "query/guide.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

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

}  // namespace
}  // namespace annals
