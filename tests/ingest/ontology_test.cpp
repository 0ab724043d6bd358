#include "ingest/rules/ontology.h"

#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

namespace annals {
namespace {

const std::filesystem::path source_dir = ANNALS_SOURCE_DIR;

Ontology english() {
  LanguageOptions options;
  options.data = source_dir / "ingest/data/english";
  return Ontology::load(options);
}

TEST_CASE("the ontology knows the sixteen types of PLOVER, statements and the code of each leaf",
          "[ingest][ontology]") {
  const Ontology ontology = english();
  CHECK(ontology.types().size() == 17);
  REQUIRE(ontology.find_code("042"));
  CHECK(ontology.find_code("042")->type == "CONSULT");
  CHECK(ontology.find_code("042")->mode == "visit");
  CHECK(ontology.find_code("042")->when_planned == "036");
  CHECK(ontology.find_code("1952")->mode == "drone");
  CHECK(ontology.find_code("999") == nullptr);
}

TEST_CASE("every code intended leads to a code that exists", "[ingest][ontology]") {
  const Ontology ontology = english();
  for (const EventCode& code : ontology.codes()) {
    CAPTURE(code.code);
    CHECK(ontology.find_code(code.when_planned) != nullptr);
  }
}

TEST_CASE("docs/events.md is the page of the ontology", "[ingest][ontology]") {
  std::ifstream in(source_dir / "docs/events.md", std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  // To renew it: `annals_ontology_page > docs/events.md`, or copy what this check prints.
  CHECK(page == ontology_page(english()));
}

}  // namespace
}  // namespace annals
