#include "ingest/gazetteer/gazetteer.h"

#include <fstream>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "graph/error.h"
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

TEST_CASE("no two countries are shown by one adjective", "[ingest][gazetteer]") {
  // the governments of both Congos would be one actor
  std::set<std::string> seen;
  for (const Country& country : shipped().countries) {
    CAPTURE(country.code, country.adjective);
    CHECK((country.adjective.empty() || seen.insert(country.adjective).second));
  }
}

TEST_CASE("role nouns are found in the singular and the plural", "[ingest][gazetteer]") {
  for (const char* word :
       {"foreign minister", "foreign ministers", "chiefs of staff", "militants", "spies"}) {
    CAPTURE(word);
    CHECK_FALSE(shipped().nouns.find(fold(word)).empty());
  }
  CHECK(shipped().nouns.longest_from("secretary") == 3);
}

TEST_CASE("a short form of a rank is the rank", "[ingest][gazetteer]") {
  const auto& meanings = shipped().nouns.find("lt gen");
  REQUIRE_FALSE(meanings.empty());
  CHECK(shipped().roles[meanings.front().index].singular == "lieutenant general");
}

TEST_CASE("tenures are dates that follow each other, codes begin with the country",
          "[ingest][gazetteer]") {
  for (const auto& actor : shipped().actors) {
    CAPTURE(actor.name);
    CHECK_FALSE(actor.name.empty());
    for (const auto& role : actor.roles) {
      CAPTURE(role.title, format_edtf(role.seen));
      CHECK(role.seen.first <= role.seen.last);
      CHECK_FALSE(role.title.empty());
    }
    const bool national = actor.kind != ActorKind::person && actor.country.size() == 3 &&
                          actor.code.size() > 3 &&
                          shipped().country(actor.code.substr(0, 3)) != nullptr;
    if (national && actor.code.substr(0, 3) != "USA")
      CHECK(actor.code.substr(0, 3) == actor.country);
    if (actor.country.size() == 3) CHECK(shipped().country(actor.country) != nullptr);
  }
}

TEST_CASE("offices are found by country and title", "[ingest][gazetteer]") {
  const auto found = shipped().holders.find("PAK army chief");
  REQUIRE(found != shipped().holders.end());
  CHECK(found->second.size() > 2);
}

TEST_CASE("a row of words that cannot be used is told with its file and line",
          "[ingest][gazetteer][bad]") {
  struct Row {
    const char* file;
    const char* text;
    const char* message;
  };
  const auto row = GENERATE(values<Row>(
      {{"actors.words", "# words\nsometimes: mean seem\n",
        "actors.words:2: unknown list \"sometimes\"; there are: thing-subject actor-object "},
       {"name_words.tsv", "place\tmiddle\triver\n",
        "name_words.tsv:1: write organization, place or thing, then first, last or only, then the "
        "words"},
       {"persons.tsv", "Anna Berg\tx\tSWE\tminister\tSWEGOV\t2001\t2002\n",
        "persons.tsv:1: unknown gender \"x\"; write m, f or nothing"},
       {"persons.tsv", "Anna Berg\tf\tSWE\tminister\tSWEGOV\t2001-13\t2002\n",
        "persons.tsv:1: \"2001-13/2002\" is no time in office; write 1985, 1985-11 or 1985-11-19 "
        "in "
        "each column"},
       {"roles.tsv", "piper\tSOC\tmembers\n",
        "roles.tsv:1: unknown class \"members\"; there are: office member group body head voice "
        "rank "
        "honorific state side asset counterpart"},
       {"armed_groups.tsv", "\tarmed\tSWEREB\tSWE\n",
        "armed_groups.tsv:1: the first column is empty; it names the row"}}));
  CAPTURE(row.file, row.text);
  const auto folder = std::filesystem::temp_directory_path() /
                      ("annals-gazetteer-" + std::to_string(fold(row.message).size()));
  std::filesystem::create_directories(folder);
  std::ofstream(folder / row.file) << row.text;
  std::string message;
  try {
    (void)load_gazetteer({.data = std::filesystem::path(ANNALS_SOURCE_DIR) / "ingest/data/english",
                          .overlays = {folder}});
  } catch (const Error& error) {
    message = error.what();
  }
  std::filesystem::remove_all(folder);
  CHECK(message.starts_with(row.message));
}

}  // namespace
}  // namespace annals
