// What gexf.net's RELAX NG grammar and the readers of GEXF ask of a file; docs/exports.md says
// which reader asks what.

#include <functional>
#include <map>
#include <regex>
#include <set>

#include <catch2/catch.hpp>

#include "tests/export/hostile.h"
#include "tests/export/xml.h"

namespace annals {
namespace {

using sample::Element;

Element gexf_of(const Answer& answer, const FormatOptions& options = {}) {
  return sample::XmlReader::read(sample::written(answer, "gexf", options));
}

const Element* with_id(const std::vector<const Element*>& elements, const std::string& id) {
  for (const auto* element : elements) {
    if (element->at("id") == id) return element;
  }
  return nullptr;
}

std::vector<const Element*> spells(const Element& element) {
  const auto lists = element.all("spells");
  return lists.empty() ? std::vector<const Element*>{} : lists.front()->all("spell");
}

FormatOptions every_way() {
  FormatOptions options;
  options.projection = GENERATE(as<std::string>(), "events", "actors", "mentions");
  options.undirected = GENERATE(false, true);
  CAPTURE(options.projection, options.undirected);
  return options;
}

TEST_CASE("GEXF opens as a dynamic graph with a time zone", "[export][gexf]") {
  const auto options = every_way();
  for (const auto& answer : {Answer{}, sample::small(), sample::hostile()}) {
    const auto root = gexf_of(answer, options);
    CHECK(root.at("xmlns") == "http://gexf.net/1.3");
    CHECK(root.at("version") == "1.3");
    const auto& graph = root.one("graph");
    CHECK(graph.at("mode") == "dynamic");
    CHECK(graph.at("timeformat") == "date");
    CHECK(graph.at("timerepresentation") == "interval");
    CHECK(graph.at("timezone") == "UTC");
    CHECK(graph.at("defaultedgetype") == (options.undirected ? "undirected" : "directed"));
    std::vector<std::string> order;
    for (const auto& child : graph.children) order.push_back(child.name);
    CHECK(order == std::vector<std::string>{"attributes", "attributes", "nodes", "edges"});
  }
}

bool is_number(const std::string& text) {
  static const std::regex number("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
  return std::regex_match(text, number);
}
bool is_count(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}
bool is_channel(const std::string& text) { return is_count(text) && std::stoi(text) <= 255; }
bool is_any(const std::string&) { return true; }
bool is_time(const std::string& text) {
  static const std::regex time("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d)?");
  return std::regex_match(text, time);
}
template <class... Words>
auto one_of(Words... words) {
  return [words...](const std::string& text) { return ((text == words) || ...); };
}

/// What the grammar gives an element: its attributes with their values, those it must have, its
/// children, and whether text may stand in it.
struct Rule {
  std::map<std::string, std::function<bool(const std::string&)>> attributes;
  std::set<std::string> required;
  std::set<std::string> children;
  bool text = false;
};

/// The facts of gexf.net's RELAX NG grammar of version 1.3 (gexf, data, dynamics, viz) about the
/// elements that we write.
const std::map<std::string, Rule>& grammar() {
  const auto types =
      one_of("integer", "long", "double", "float", "boolean", "string", "liststring", "anyURI");
  static const std::map<std::string, Rule> rules = {
      {"gexf",
       {{{"version", one_of("1.3")}, {"xmlns", is_any}, {"xmlns:viz", is_any}, {"variant", is_any}},
        {"version"},
        {"meta", "graph"}}},
      {"meta", {{{"lastmodifieddate", is_time}}, {}, {"creator", "keywords", "description"}}},
      {"creator", {{}, {}, {}, true}},
      {"description", {{}, {}, {}, true}},
      {"graph",
       {{{"defaultedgetype", one_of("directed", "undirected", "mutual")},
         {"mode", one_of("static", "dynamic", "slice")},
         {"timeformat", one_of("integer", "double", "date", "dateTime")},
         {"timerepresentation", one_of("interval", "timestamp")},
         {"timezone", is_any}},
        {},
        {"attributes", "nodes", "edges"}}},
      {"attributes",
       {{{"class", one_of("node", "edge")}, {"mode", one_of("static", "dynamic", "slice")}},
        {"class"},
        {"attribute"}}},
      {"attribute",
       {{{"id", is_any}, {"title", is_any}, {"type", types}}, {"id", "title", "type"}, {}}},
      {"nodes", {{{"count", is_count}}, {}, {"node"}}},
      {"edges", {{{"count", is_count}}, {}, {"edge"}}},
      {"node",
       {{{"id", is_any}, {"label", is_any}},
        {"id"},
        {"attvalues", "spells", "viz:color", "viz:size"}}},
      {"edge",
       {{{"id", is_any},
         {"source", is_any},
         {"target", is_any},
         {"kind", is_any},
         {"label", is_any},
         {"weight", is_number},
         {"type", one_of("directed", "undirected", "mutual")}},
        {"source", "target"},
        {"attvalues", "spells"}}},
      {"attvalues", {{}, {}, {"attvalue"}}},
      {"attvalue", {{{"for", is_any}, {"value", is_any}}, {"for", "value"}, {}}},
      {"spells", {{}, {}, {"spell"}}},
      {"spell", {{{"start", is_time}, {"end", is_time}}, {}, {}}},
      {"viz:size", {{{"value", is_number}}, {"value"}, {}}},
      {"viz:color",
       {{{"r", is_channel}, {"g", is_channel}, {"b", is_channel}}, {"r", "g", "b"}, {}}},
  };
  return rules;
}

void check_grammar(const Element& element) {
  CAPTURE(element.name, element.at("id"));
  const auto rule = grammar().find(element.name);
  REQUIRE(rule != grammar().end());
  for (const auto& [name, value] : element.attributes) {
    CAPTURE(name, value);
    const auto type = rule->second.attributes.find(name);
    REQUIRE(type != rule->second.attributes.end());
    CHECK(type->second(value));
  }
  for (const auto& name : rule->second.required) CHECK(element.attributes.contains(name));
  std::map<std::string, int> seen;
  for (const auto& child : element.children) {
    CAPTURE(child.name);
    REQUIRE(rule->second.children.contains(child.name));
    ++seen[child.name];
    check_grammar(child);
  }
  if (!rule->second.text) CHECK(element.text.find_first_not_of(" \n") == std::string::npos);
  for (const auto* once : {"meta", "graph", "attvalues", "spells", "viz:size", "viz:color"})
    CHECK(seen[once] <= 1);
  if (element.name == "spells") CHECK(seen["spell"] >= 1);
}

TEST_CASE("GEXF follows the grammar of its version", "[export][gexf]") {
  const auto options = every_way();
  for (const auto& answer : {Answer{}, sample::small(), sample::hostile()})
    check_grammar(gexf_of(answer, options));
}

TEST_CASE("GEXF attributes are declared, and named by their titles", "[export][gexf]") {
  const auto root = gexf_of(sample::hostile(), every_way());
  const auto& graph = root.one("graph");
  std::map<std::string, std::set<std::string>> declared;
  for (const auto* list : graph.all("attributes")) {
    for (const auto* attribute : list->all("attribute")) {
      CHECK(attribute->at("id") == attribute->at("title"));
      CHECK(std::set<std::string>{"string", "integer", "double", "boolean"}.contains(
          attribute->at("type")));
      CHECK(declared[list->at("class")].insert(attribute->at("id")).second);
    }
  }
  const auto check = [&](const Element& element, const std::string& scope) {
    for (const auto* value : element.one("attvalues").all("attvalue")) {
      CHECK(declared[scope].contains(value->at("for")));
      CHECK_FALSE(value->at("value").empty());
    }
  };
  for (const auto* node : graph.one("nodes").all("node")) check(*node, "node");
  for (const auto* edge : graph.one("edges").all("edge")) check(*edge, "edge");
}

TEST_CASE("GEXF spells are whole days, apart from each other, and in order", "[export][gexf]") {
  const auto root = gexf_of(sample::hostile(), every_way());
  const auto& graph = root.one("graph");
  static const std::regex day("\\d{4}-\\d\\d-\\d\\d");
  auto elements = graph.one("nodes").all("node");
  for (const auto* edge : graph.one("edges").all("edge")) elements.push_back(edge);
  for (const auto* element : elements) {
    std::string reached;
    for (const auto* spell : spells(*element)) {
      const auto start = spell->at("start");
      const auto end = spell->at("end");
      CHECK_FALSE((start.empty() && end.empty()));
      if (!start.empty()) {
        CHECK(std::regex_match(start, day));
        CHECK((reached.empty() || start > reached));
      }
      if (!end.empty()) {
        CHECK(end.substr(10) == "T23:59:59");
        CHECK(std::regex_match(end.substr(0, 10), day));
        CHECK(start <= end);
      }
      reached = end;
    }
  }
}

TEST_CASE("GEXF edges have a kind, a weight above nothing and both their nodes", "[export][gexf]") {
  const auto root = gexf_of(sample::hostile(), every_way());
  const auto& graph = root.one("graph");
  std::set<std::string> nodes, edges;
  for (const auto* node : graph.one("nodes").all("node")) {
    CHECK(nodes.insert(node->at("id")).second);
    CHECK_FALSE(node->at("label").empty());
  }
  for (const auto* edge : graph.one("edges").all("edge")) {
    CHECK(edges.insert(edge->at("id")).second);
    CHECK(nodes.contains(edge->at("source")));
    CHECK(nodes.contains(edge->at("target")));
    CHECK(std::stod(edge->at("weight")) > 0);
    CHECK_FALSE(edge->at("kind").empty());
    CHECK(edge->attributes.count("type") == 0);  // directions are never mixed
  }
}

TEST_CASE("events play on their days, and undated ones are always there", "[export][gexf]") {
  const auto root = gexf_of(sample::hostile());
  const auto nodes = root.one("graph").one("nodes").all("node");
  const auto* met = with_id(nodes, "E0000000000000001");
  REQUIRE(met != nullptr);
  REQUIRE(spells(*met).size() == 1);
  CHECK(spells(*met)[0]->at("start") == "2014-06-09");
  CHECK(spells(*met)[0]->at("end") == "2014-06-09T23:59:59");
  const auto* undated = with_id(nodes, "E0000000000000007");
  REQUIRE(undated != nullptr);
  CHECK(spells(*undated).empty());
  const auto* before = with_id(nodes, "E0000000000000008");
  REQUIRE(before != nullptr);
  REQUIRE(spells(*before).size() == 1);
  CHECK(spells(*before)[0]->at("start").empty());
}

TEST_CASE("texts of GEXF come through whole", "[export][gexf]") {
  const auto root = gexf_of(sample::hostile());
  const auto nodes = root.one("graph").one("nodes").all("node");
  CHECK(with_id(nodes, "a:0000000000000002")->at("label") == "A & <B>");
  CHECK(with_id(nodes, "a:0000000000000003")->at("label") == "INF Treaty & INFORMATION Office");
  const auto& values = with_id(nodes, "E0000000000000001")->one("attvalues");
  for (const auto* value : values.all("attvalue")) {
    if (value->at("for") == "quote")
      CHECK(value->at("value") == "They signed the INF Treaty ]]> and X < > Y, it said.");
  }
}

}  // namespace
}  // namespace annals
