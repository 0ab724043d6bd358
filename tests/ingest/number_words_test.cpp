#include "ingest/text/number_words.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "graph/error.h"
#include "tests/support/temp_folder.h"

namespace annals {
namespace {

LanguageOptions english() {
  LanguageOptions options;
  options.data = ANNALS_SOURCE_DIR "/ingest/data/english";
  return options;
}

TEST_CASE("number words are worth what the file says", "[ingest][numbers]") {
  const NumberWords words = NumberWords::load(english());
  CHECK(words.cardinal("twelve") == 12);
  CHECK(words.cardinal("zero") < 0);
  CHECK(words.cardinal("hundred") < 0);
  CHECK(words.scale("hundred") == 100);
  CHECK(words.scale("dozens") == 24);
  CHECK(words.scale("twelve") < 0);
  CHECK(words.scale("") < 0);
}

TEST_CASE("a line that gives no number is refused", "[ingest][numbers]") {
  const auto line = GENERATE(as<std::string>(), "cardinal: one", "cardinal one: one",
                             "ordinal 1: first", "scale 100 hundred", "scale -1: hundred");
  CAPTURE(line);
  const TempFolder overlay;
  std::ofstream(overlay.path() / "numbers.words") << line << '\n';
  LanguageOptions options = english();
  options.overlays.push_back(overlay.path());
  CHECK_THROWS_AS(NumberWords::load(options), Error);
}

}  // namespace
}  // namespace annals
