// Formats for other tools: what their documentation asks of a file.

#include <filesystem>
#include <fstream>
#include <set>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "graph/error.h"
#include "tests/export/hostile.h"

namespace annals {
namespace {

using Json = nlohmann::json;

/// Files of a set, by name.
std::map<std::string, std::string> set_of(const Answer& answer, std::string_view format,
                                          const FormatOptions& options = {}) {
  std::map<std::string, std::ostringstream> files;
  format_named(format).write_set(
      [&](const std::string& name) -> std::ostream& { return files[name]; }, answer, options);
  std::map<std::string, std::string> out;
  for (const auto& [name, text] : files) out[name] = text.str();
  return out;
}

std::vector<std::vector<std::string>> csv_rows(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row(1);
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"') {
        row.back() += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        row.back() += c;
        ++i;
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      row.emplace_back();
    } else if (c == '\n') {
      rows.push_back(row);
      row.assign(1, "");
    } else {
      row.back() += c;
    }
  }
  return rows;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("every file of a set has as many fields in each row as in its header", "[export][sets]") {
  for (const auto* format : {"csv-set", "gephi-csv", "neo4j"}) {
    for (const auto& answer : {Answer{}, sample::small(), sample::hostile()}) {
      for (const auto& [name, text] : set_of(answer, format)) {
        if (!name.ends_with(".csv")) continue;
        CAPTURE(format, name);
        const auto rows = csv_rows(text);
        REQUIRE_FALSE(rows.empty());
        for (const auto& row : rows) CHECK(row.size() == rows.front().size());
      }
    }
  }
}

TEST_CASE("a set asks for a folder", "[export][sets]") {
  CHECK_THROWS_WITH(sample::written(sample::small(), "neo4j"),
                    "this format is several files; give a folder: -o FOLDER");
}

TEST_CASE("the analysis set joins by its ids and keeps leading zeros", "[export][sets]") {
  const auto files = set_of(sample::small(), "csv-set");
  std::set<std::string> events, actors;
  for (const auto& row : csv_rows(files.at("events.csv"))) CHECK(events.insert(row[0]).second);
  for (const auto& row : csv_rows(files.at("actors.csv"))) actors.insert(row[0]);
  for (const auto& row : csv_rows(files.at("participants.csv"))) {
    CHECK(events.contains(row[0]));
    CHECK(actors.contains(row[1]));
  }
  CHECK(has(files.at("events.csv"), ",\"040\","));
  CHECK(has(files.at("mentions.csv"), "0,37,Keller met Demir on Monday in Ankara."));
}

TEST_CASE("Gephi's spreadsheets carry spells of whole days and no header that Gephi takes for time",
          "[export][sets]") {
  const auto files = set_of(sample::small(), "gephi-csv");
  CHECK(has(files.at("nodes.csv"), "\"<[2014-05-12, 2014-05-12T23:59:59]>\""));
  CHECK(has(files.at("edges.csv"), "Id,Source,Target,Type,Kind,Label,Weight,Timeset,"));
  for (const auto& [name, text] : files) {
    const auto header = text.substr(0, text.find('\n'));
    for (const auto* word : {"interval", "timestamp", "Interval", "Timestamp"})
      CHECK_FALSE(has(header, word));
  }
}

TEST_CASE("Neo4j's relations lead to nodes that are there", "[export][sets]") {
  const auto files = set_of(sample::hostile(), "neo4j");
  std::set<std::string> actors, events, documents;
  for (const auto& row : csv_rows(files.at("actors.csv"))) actors.insert(row[0]);
  for (const auto& row : csv_rows(files.at("events.csv"))) events.insert(row[0]);
  for (const auto& row : csv_rows(files.at("documents.csv"))) documents.insert(row[0]);
  auto rows = csv_rows(files.at("participants.csv"));
  for (std::size_t i = 1; i < rows.size(); ++i) {
    CHECK(actors.contains(rows[i][0]));
    CHECK(events.contains(rows[i][2]));
  }
  rows = csv_rows(files.at("mentions.csv"));
  for (std::size_t i = 1; i < rows.size(); ++i) {
    CHECK(events.contains(rows[i][0]));
    CHECK(documents.contains(rows[i][5]));
  }
}

TEST_CASE("Cypher creates nodes before it ties them", "[export][cypher]") {
  const auto text = sample::written(sample::small(), "cypher");
  CHECK(has(text, "MERGE (a:Actor {id: r.id})"));
  CHECK(has(text, "start: date('2014-05-12')"));
  CHECK(text.find("MERGE (e:Event") < text.find("MERGE (a)-[:TOOK_PART"));
}

TEST_CASE("TimelineJS gets dates as vague as they are, and no undated events",
          "[export][timelinejs]") {
  const auto json = Json::parse(sample::written(sample::small(), "timelinejs"));
  REQUIRE(json["events"].size() == 4);
  std::set<std::string> ids;
  for (const auto& event : json["events"]) {
    CHECK(ids.insert(event["unique_id"]).second);
    CHECK(event["start_date"]["year"].is_number_integer());
    CHECK(event["text"]["headline"].is_string());
  }
  const auto& month = json["events"][3];
  CHECK(month["start_date"] == Json{{"year", 2014}, {"month", 6}});
  CHECK(month["display_date"] == "Jun 2014");
  CHECK_FALSE(month.contains("end_date"));
  CHECK(json["events"][1]["media"]["url"] ==
        "<blockquote>Keller met Demir on Monday in Ankara.</blockquote>");
  CHECK(Json::parse(sample::written(sample::small(), "timelinejs", {.top = 2}))["events"].size() ==
        2);
  CHECK(has(sample::written(sample::hostile(), "timelinejs"), "&lt;b&gt;accusation&lt;/b&gt;"));
}

TEST_CASE("GeoJSON has longitude first and null for places that are not known",
          "[export][geojson]") {
  auto answer = sample::small();
  answer.events[0].place =
      Place{.name = "Ankara", .country = "TUR", .latitude = 39.92, .longitude = 32.85};
  const auto json = Json::parse(sample::written(answer, "geojson"));
  CHECK(json["type"] == "FeatureCollection");
  CHECK_FALSE(json.contains("crs"));
  REQUIRE(json["features"].size() == 5);
  CHECK(json["features"][0]["geometry"]["coordinates"] == Json{32.85, 39.92});
  CHECK(json["features"][1]["geometry"].is_null());
  for (const auto& feature : json["features"]) {
    CHECK(feature["type"] == "Feature");
    for (const auto& property : feature["properties"]) CHECK_FALSE(property.is_structured());
  }
  CHECK(
      Json::parse(sample::written(answer, "geojson", {.located_only = true}))["features"].size() ==
      1);
}

TEST_CASE("FollowTheMoney lines are entities whose dates are prefixes of days", "[export][ftm]") {
  std::istringstream lines(sample::written(sample::small(), "ftm"));
  std::map<std::string, Json> entities;
  for (std::string line; std::getline(lines, line);) {
    const auto entity = Json::parse(line);
    for (const auto& [name, values] : entity["properties"].items()) CHECK(values.is_array());
    entities[entity["id"]] = entity;
  }
  CHECK(entities.size() == 9);
  CHECK(entities["annals-e-00000000000000a3"]["properties"]["date"] == Json{"2014-06"});
  const auto& accused = entities["annals-e-00000000000000a2"]["properties"];
  CHECK(accused["organizer"] == Json{"annals-a-0000000000000001"});
  CHECK(accused["involved"] == Json{"annals-a-0000000000000004"});
  CHECK_FALSE(entities["annals-e-00000000000000a4"]["properties"].contains("date"));
  CHECK(entities["annals-e-00000000000000a5"]["properties"]["endDate"] == Json{"2014-05-13"});
}

TEST_CASE("JSON-LD names every node and gives bounds as bounds", "[export][jsonld]") {
  const auto json = Json::parse(sample::written(sample::small(), "jsonld"));
  std::set<std::string> ids;
  for (const auto& node : json["@graph"]) CHECK(ids.insert(node["@id"]).second);
  for (const auto& node : json["@graph"]) {
    if (node["@type"] != "sem:Event") continue;
    for (const auto& role : node["sem:hasActor"]) CHECK(ids.contains(role["rdf:value"]["@id"]));
    for (const auto& told : node["prov:wasDerivedFrom"])
      CHECK(ids.contains(told["oa:hasSource"]["@id"]));
  }
  CHECK(json["@context"]["sem"] == "http://semanticweb.cs.vu.nl/2009/11/sem/");
}

TEST_CASE("event tables hold dyads of what happened on a known day", "[export][tables]") {
  std::istringstream lines(sample::written(sample::small(), "icews"));
  std::vector<std::string> rows;
  for (std::string line; std::getline(lines, line);) {
    rows.push_back(line);
    CHECK(std::count(line.begin(), line.end(), '\t') == 19);
  }
  REQUIRE(rows.size() == 4);
  CHECK(rows[1] ==
        "00000000000000a1#1\t2014-05-12\tNora Keller\tGOV\tUSA\tCONSULT\t040\t1.0\tAli "
        "Demir\tGOV\tTUR\t"
        "000000000000000b\t\tHarbor Wire\t\t\t\t\t\t");
  CHECK(rows[2].starts_with("00000000000000a1#2\t2014-05-12\tAli Demir"));
  CHECK(sample::written(sample::small(), "petrarch") ==
        "20140512\tUSAGOV\tTURGOV\t040\t\t00000000000000a1#1\t\tHarbor Wire\n"
        "20140512\tTURGOV\tUSAGOV\t040\t\t00000000000000a1#2\t\tHarbor Wire\n"
        "20140511\tUSAGOV\t---\t040\t\t00000000000000a2#1\t\tHarbor Wire\n");
}

TEST_CASE("DOT quotes names and draws what did not happen dashed", "[export][dot]") {
  auto answer = sample::small();
  answer.actors[0].name = "A \"B\" \\N";
  const auto text = sample::written(answer, "dot", {.projection = "actors"});
  CHECK(has(text, "[label=\"A \\\"B\\\" \\\\N\", shape=ellipse];"));
  CHECK(has(text, "[label=\"CONSULT:planned (1)\", color=\"#00795c\", style=dashed, dir=none];"));
  CHECK(sample::written(answer, "dot", {.projection = "actors", .undirected = true})
            .starts_with("graph "));
}

TEST_CASE("what a file has no place for is told", "[export][remarks]") {
  const auto remarks = [](std::string_view format, const FormatOptions& options) {
    return format_named(format).remarks(sample::small(), options);
  };
  CHECK(remarks("geojson", {.located_only = true}) ==
        std::vector<std::string>{"5 events have no known place; not in the file"});
  CHECK(
      remarks("gexf", {}) ==
      std::vector<std::string>{"1 event has no date; a timeline shows what has none at all times"});
  CHECK(
      remarks("timelinejs", {.top = 2}) ==
      std::vector<std::string>{"1 event has no date; not in the file, for TimelineJS would skip it",
                               "the 2 best told of 4 dated events are in the file"});
  CHECK(remarks("icews", {}) ==
        std::vector<std::string>{"3 events are not in the table: the day is not known"});
  CHECK(format_named("csv").remarks == nullptr);
}

}  // namespace
}  // namespace annals
