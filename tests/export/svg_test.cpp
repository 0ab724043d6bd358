#include <catch2/catch.hpp>

#include "tests/export/hostile.h"
#include "tests/export/large.h"
#include "tests/export/xml.h"

namespace annals {
namespace {

TEST_CASE("pictures are well-formed SVG of known size", "[export][svg]") {
  FormatOptions options;
  options.picture = GENERATE(as<std::string>(), "timeline", "months", "network");
  CAPTURE(options.picture);
  for (const auto& answer : {Answer{}, sample::small(), sample::hostile(), sample::large(300)}) {
    const auto text = sample::written(answer, "svg", options);
    const auto root = sample::XmlReader::read(text);
    CHECK(root.name == "svg");
    CHECK(root.at("xmlns") == "http://www.w3.org/2000/svg");
    CHECK(std::stod(root.at("height")) > 0);
    CHECK(text.find("nan") == std::string::npos);
    CHECK(sample::written(answer, "svg", options) == text);
  }
}

TEST_CASE("a timeline marks what happened full and the rest hollow", "[export][svg]") {
  const auto root = sample::XmlReader::read(sample::written(sample::small(), "svg"));
  int full = 0;
  int hollow = 0;
  for (const auto* bar : root.all("rect")) {
    if (bar->children.empty() || bar->at("y") == "33") continue;  // the ground and the legend
    ++(bar->at("stroke").empty() ? full : hollow);
  }
  CHECK(full == 4);    // two dated events with two actors each
  CHECK(hollow == 2);  // the plan
}

TEST_CASE("an unknown picture names those that there are", "[export][svg]") {
  FormatOptions options;
  options.picture = "oil";
  CHECK_THROWS_WITH(sample::written(sample::small(), "svg", options),
                    "unknown picture \"oil\"; there are: timeline, months, network");
}

}  // namespace
}  // namespace annals
