#include "ingest/gazetteer/places.h"

#include <catch2/catch.hpp>

#include "ingest/actors/actors.h"

namespace annals {
namespace {

const ActorLexicon& shipped() {
  static const ActorLexicon lexicon = ActorLexicon::load(
      {.data = std::filesystem::path(ANNALS_SOURCE_DIR) / "ingest/data/english"});
  return lexicon;
}

TEST_CASE("a place is found by any of its names, with country and coordinates",
          "[ingest][places]") {
  struct Row {
    const char* name;
    const char* found;
    const char* country;
    double latitude, longitude;
  };
  const auto row =
      GENERATE(values<Row>({{"Kabul", "Kabul", "AFG", 34.5, 69.2},
                            {"Washington", "Washington D.C.", "USA", 38.9, -77.0},
                            {"Bombay", "Mumbai", "IND", 19.1, 72.9},
                            {"ABBOTTABAD", "Abbottabad", "PAK", 34.1, 73.2},
                            {"North Waziristan", "North Waziristan", "PAK", 33.0, 70.2},
                            {"Srebrenica", "Srebrenica", "BIH", 44.1, 19.3},
                            {"the Gaza Strip", "Gaza Strip", "PSE", 31.4, 34.4},
                            {"Sao Paulo", "São Paulo", "BRA", -23.5, -46.6}}));
  CAPTURE(row.name);
  const auto place = shipped().find_place(row.name);
  REQUIRE(place);
  CHECK(place->name == row.found);
  CHECK(place->country == row.country);
  REQUIRE(place->latitude);
  CHECK(*place->latitude == Approx(row.latitude).margin(0.3));
  CHECK(*place->longitude == Approx(row.longitude).margin(0.3));
}

TEST_CASE("a country decides between places of one name", "[ingest][places]") {
  CHECK(shipped().find_place("Hyderabad")->country == "IND");
  CHECK(shipped().find_place("Hyderabad", "PAK")->country == "PAK");
  CHECK(shipped().find_place("Tripoli", "LBN")->country == "LBN");
}

TEST_CASE("every country of the table has a place with coordinates", "[ingest][places]") {
  for (const char* name :
       {"Pakistan", "U.S.", "Ivory Coast", "Palestine", "Democratic Republic of the Congo"}) {
    CAPTURE(name);
    const auto place = shipped().find_place(name);
    REQUIRE(place);
    CHECK(place->latitude);
  }
}

TEST_CASE("what is no place is not found", "[ingest][places]") {
  for (const char* name : {"", "   ", "Nowhereshire", "\xff\xfe", "the"})
    CHECK_FALSE(shipped().find_place(name));
}

}  // namespace
}  // namespace annals
