#include "ingest/gazetteer.h"

#include <catch2/catch.hpp>

#include "graph/names.h"

namespace annals {
namespace {

const Gazetteer& shipped() {
  static const Gazetteer all =
      load_gazetteer({.data = std::filesystem::path(ANNALS_SOURCE_DIR) / "ingest/data/english"});
  return all;
}

TEST_CASE("the gazetteer knows a country by its names, its people and its capital",
          "[ingest][gazetteer]") {
  struct Row {
    const char* phrase;
    PhraseKind kind;
    const char* code;
  };
  const auto row =
      GENERATE(values<Row>({{"Pakistan", PhraseKind::country, "PAK"},
                            {"Pakistani", PhraseKind::adjective, "PAK"},
                            {"pakistanis", PhraseKind::people, "PAK"},
                            {"Islamabad", PhraseKind::seat, "PAK"},
                            {"U.S.", PhraseKind::country, "USA"},
                            {"Côte d’Ivoire", PhraseKind::country, "CIV"},
                            {"People's Republic of China", PhraseKind::country, "CHN"}}));
  CAPTURE(row.phrase);
  bool found = false;
  for (const auto& meaning : shipped().names.find(fold(row.phrase))) {
    found =
        found || (meaning.kind == row.kind && shipped().countries[meaning.index].code == row.code);
  }
  CHECK(found);
}

TEST_CASE("role nouns are found in the singular and the plural", "[ingest][gazetteer]") {
  for (const char* word :
       {"foreign minister", "foreign ministers", "chiefs of staff", "militants", "spies"}) {
    CAPTURE(word);
    CHECK_FALSE(shipped().nouns.find(fold(word)).empty());
  }
  CHECK(shipped().nouns.longest_from("secretary") == 3);
}

}  // namespace
}  // namespace annals
