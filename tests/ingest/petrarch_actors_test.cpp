#include "ingest/gazetteer/petrarch_actors.h"

#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

#include "graph/names.h"
#include "ingest/gazetteer/petrarch_agents.h"

namespace annals {
namespace {

Gazetteer world() {
  Gazetteer all;
  all.countries.push_back(
      {.code = "ARD", .name = "Arda", .adjective = "Ardan", .people = "Ardans"});
  all.country_by_code["ARD"] = 0;
  return all;
}

const KnownActor* find_actor(const Gazetteer& all, const char* phrase) {
  for (const auto& meaning : all.names.find(fold(phrase))) {
    if (meaning.kind == PhraseKind::actor) return &all.actors[meaning.index];
  }
  return nullptr;
}

TEST_CASE("a PETRARCH dictionary names actors with dated codes", "[ingest][petrarch]") {
  auto all = world();
  std::vector<std::string> problems;
  std::istringstream in(
      "# a comment\n<!-- another\nover lines -->\n"
      "GREEN_LAND_  [ARD]\n+THE_GREEN_LAND_\n"
      "OLD_MAYOR_\n+MAYOR_OLD # his other name\n\t[ARDGOV 990101-20050701]\n\t[ARDELI > 050701]\n "
      "[ARDCVL]\n"
      "HILL_FIGHTERS [ARDREB]\n");
  read_petrarch_actors(in, "x.actors.txt", all, problems);
  CHECK(problems.empty());
  REQUIRE_FALSE(all.names.find("the green land").empty());
  CHECK(all.names.find("the green land").front().kind == PhraseKind::country);
  const auto* mayor = find_actor(all, "mayor old");
  REQUIRE(mayor != nullptr);
  CHECK(mayor->name == "Old Mayor");
  CHECK(mayor->kind == ActorKind::person);
  CHECK(mayor->code == "ARDCVL");
  REQUIRE(mayor->roles.size() == 2);
  CHECK(format_edtf(mayor->roles[0].seen) == "1999-01-01/2005-06-30");
  CHECK(format_edtf(mayor->roles[1].seen) == "2005-07-01/..");
  CHECK(find_actor(all, "hill fighters")->kind == ActorKind::armed_group);
}

TEST_CASE("a line of a dictionary that cannot be used is reported and skipped",
          "[ingest][petrarch]") {
  auto all = world();
  std::vector<std::string> problems;
  std::istringstream in(std::string("+NOBODY\nRIVER_FOLK [ARDCVL\nRIVER_MEN [ARDCVL "
                                    ">20209999]\nRIVER_FOLK [ARDCVL]\nLAKE_FOLK [ARDCVL]\n"
                                    "+RIVER_FOLK\n\xE9\xE8 [ARDREB]\n__ [ARD]\nNONE [---]\n[]\n") +
                        std::string("BOAT\0S [ARDBUS]\n", 16));
  read_petrarch_actors(in, "x.actors.txt", all, problems);
  CAPTURE(problems);
  REQUIRE(problems.size() >= 5);
  CHECK(problems[0] == "x.actors.txt:1: a synonym before any actor");
  CHECK(problems[1] == "x.actors.txt:2: \"[\" without \"]\"");
  CHECK(problems[2].find("x.actors.txt:3: \">20209999\" is no restriction") == 0);
  CHECK(find_actor(all, "lake folk") != nullptr);
  CHECK(find_actor(all, "boats") != nullptr);
}

TEST_CASE("a name claimed twice keeps its first owner, and names that claim each other do no harm",
          "[ingest][petrarch][bad]") {
  auto all = world();
  std::vector<std::string> problems;
  std::istringstream in(
      "NORTH_CLAN [ARDREB]\n+HILL_CLAN\nHILL_CLAN [ARDMIL]\n+NORTH_CLAN\n+DALE_CLAN\n");
  read_petrarch_actors(in, "x.actors.txt", all, problems);
  CHECK(problems ==
        std::vector<std::string>{
            "x.actors.txt:3: \"HILL CLAN\" is claimed by an earlier line, which keeps it",
            "x.actors.txt:4: \"NORTH CLAN\" is claimed by an earlier line, which keeps it"});
  CHECK(find_actor(all, "hill clan")->code == "ARDREB");
  CHECK(find_actor(all, "north clan")->code == "ARDREB");
  CHECK(find_actor(all, "dale clan")->code == "ARDMIL");
}

TEST_CASE("dates of a code that make no sense are told with their line",
          "[ingest][petrarch][bad]") {
  auto all = world();
  std::vector<std::string> problems;
  std::istringstream in(
      "OLD_KING [ARDGOV 20100101-19990101]\nNEW_KING [ARDGOV <20101301]\nNO_KING [ARDGOV "
      ">]\nHALF_KING [ARDGOV 2010]\n");
  read_petrarch_actors(in, "x.actors.txt", all, problems);
  REQUIRE(problems.size() == 4);
  for (std::size_t i = 0; i < problems.size(); ++i) {
    CAPTURE(problems[i]);
    CHECK(problems[i].starts_with("x.actors.txt:" + std::to_string(i + 1) + ": "));
    CHECK(problems[i].find("is no restriction; write <20120930") != std::string::npos);
  }
}

TEST_CASE("agents become role nouns with regular, irregular and no plurals", "[ingest][petrarch]") {
  auto all = world();
  std::vector<std::string> problems;
  std::istringstream in(
      "!PERSON! = MAN, MEN, WOMAN\nCONGRESS!PERSON! [~LEG]\nHARBOUR_MASTER "
      "[~GOVHAR]\nBAILIFF_GENERAL {BAILIFFS_GENERAL} [~JUD]\n"
      "RANGERS {} [~COP]\nHARBOUR_PILOTS [~BUS]\nRIGHTS_BODY [NGO~]\nHUSBAND!NOBODY![~CVL]\nNO "
      "CODE HERE\n");
  read_petrarch_agents(in, "x.agents.txt", all, problems);
  CHECK(problems.size() == 2);
  for (const char* noun : {"congressman", "congresswoman", "harbour master", "harbour masters",
                           "bailiffs general", "rangers", "rights bodies"}) {
    CAPTURE(noun);
    CHECK_FALSE(all.nouns.find(noun).empty());
  }
  CHECK(all.roles[all.nouns.find("harbour master").front().index].sector == "GOVHAR");
  CHECK(all.roles[all.nouns.find("harbour pilots").front().index].plural == "harbour pilots");
}

TEST_CASE("any bytes are read as a dictionary without harm", "[ingest][petrarch]") {
  std::uint32_t seed = 7;
  for (int round = 0; round < 200; ++round) {
    std::string bytes;
    for (int i = 0; i < 300; ++i) {
      seed = seed * 1664525U + 1013904223U;
      static const std::string letters = "AB_+[]{}!~<>-0129 \t\n#=,;\xFF\xC3";
      bytes += letters[(seed >> 16) % letters.size()];
    }
    auto all = world();
    std::vector<std::string> problems;
    std::istringstream actors(bytes), agents(bytes);
    CHECK_NOTHROW(read_petrarch_actors(actors, "a", all, problems));
    CHECK_NOTHROW(read_petrarch_agents(agents, "b", all, problems));
    CHECK(std::all_of(problems.begin(), problems.end(), [](const std::string& problem) {
      return problem.starts_with("a:") || problem.starts_with("b:");
    }));
  }
}

}  // namespace
}  // namespace annals
