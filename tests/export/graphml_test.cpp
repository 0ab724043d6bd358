// The rules that keep each reader of GraphML from stumbling; docs/exports.md says which.

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "graph/error.h"
#include "tests/export/hostile.h"
#include "tests/export/xml.h"

namespace annals {
namespace {

using sample::Element;

struct Graph {
  Element root;
  std::vector<const Element*> keys, nodes, edges;
};

Graph graph_of(const Answer& answer, const FormatOptions& options) {
  Graph out;
  out.root = sample::XmlReader::read(sample::written(answer, "graphml", options));
  out.keys = out.root.all("key");
  out.nodes = out.root.one("graph").all("node");
  out.edges = out.root.one("graph").all("edge");
  return out;
}

std::string data(const Element& element, const std::string& key) {
  for (const auto* one : element.all("data")) {
    if (one->at("key") == key) return one->text;
  }
  return "";
}

const Element* edge_between(const Graph& graph, const std::string& a, const std::string& b,
                            const std::string& kind) {
  for (const auto* edge : graph.edges) {
    if (edge->at("source") == a && edge->at("target") == b && edge->at("label") == kind)
      return edge;
  }
  return nullptr;
}

FormatOptions every_way() {
  FormatOptions options;
  options.projection = GENERATE(as<std::string>(), "events", "actors", "mentions");
  options.undirected = GENERATE(false, true);
  CAPTURE(options.projection, options.undirected);
  return options;
}

TEST_CASE("GraphML is well formed whatever the texts hold", "[export][graphml]") {
  const auto options = every_way();
  for (const auto& answer : {Answer{}, sample::small(), sample::hostile()}) {
    CHECK_NOTHROW(graph_of(answer, options));
  }
}

TEST_CASE("GraphML keys are of one scope, typed, and unlike each other in any case",
          "[export][graphml]") {
  const auto graph = graph_of(sample::hostile(), every_way());
  CHECK(graph.root.at("xmlns") == "http://graphml.graphdrawing.org/xmlns");
  std::set<std::string> ids, names;
  for (const auto* key : graph.keys) {
    CAPTURE(key->at("id"));
    CHECK((key->at("for") == "node" || key->at("for") == "edge"));
    CHECK(
        std::set<std::string>{"string", "int", "double", "boolean"}.contains(key->at("attr.type")));
    std::string folded = key->at("id");
    for (char& c : folded) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    CHECK(ids.insert(folded).second);
    CHECK(names.insert(key->at("for") + " " + key->at("attr.name")).second);
    CHECK(key->at("attr.name") != "id");
    CHECK(key->all("default").empty());
    for (const auto* word : {"interval", "timeset", "timestamp"})
      CHECK(key->at("attr.name") != word);
  }
}

TEST_CASE("GraphML uses only declared keys, and no empty data", "[export][graphml]") {
  const auto graph = graph_of(sample::hostile(), every_way());
  std::map<std::string, std::string> types;
  for (const auto* key : graph.keys) types[key->at("id")] = key->at("attr.type");
  for (const auto* list : {&graph.nodes, &graph.edges}) {
    for (const auto* element : *list) {
      CHECK(element->all("desc").empty());
      for (const auto* one : element->all("data")) {
        CAPTURE(one->at("key"), one->text);
        REQUIRE(types.contains(one->at("key")));
        CHECK_FALSE(one->text.empty());
        if (types[one->at("key")] == "int")
          CHECK(one->text.find_first_not_of("-0123456789") == std::string::npos);
        if (types[one->at("key")] == "boolean")
          CHECK((one->text == "true" || one->text == "false"));
      }
    }
  }
}

TEST_CASE("GraphML ids are unique and whole, and every edge has its nodes", "[export][graphml]") {
  const auto graph = graph_of(sample::hostile(), every_way());
  std::set<std::string> nodes, edges;
  const auto whole = [](const std::string& id) {
    return !id.empty() && id.find_first_of(" \t\n\r") == std::string::npos;
  };
  for (const auto* node : graph.nodes) {
    CHECK(whole(node->at("id")));
    CHECK(nodes.insert(node->at("id")).second);
    CHECK_FALSE(data(*node, "v_label").empty());
  }
  for (const auto* edge : graph.edges) {
    CHECK(whole(edge->at("id")));
    CHECK(edges.insert(edge->at("id")).second);
    CHECK(nodes.contains(edge->at("source")));
    CHECK(nodes.contains(edge->at("target")));
  }
}

TEST_CASE("GraphML has nodes before edges, nothing nested, and no ports", "[export][graphml]") {
  const auto graph = graph_of(sample::hostile(), every_way());
  const auto only = [](const Element& element, const std::set<std::string>& names) {
    for (const auto& child : element.children) {
      CAPTURE(element.name, child.name);
      CHECK(names.contains(child.name));
    }
  };
  only(graph.root, {"key", "graph"});
  CHECK(graph.root.children.back().name == "graph");  // all keys come first
  const auto& network = graph.root.one("graph");
  only(network, {"desc", "node", "edge"});
  bool edges = false;
  for (const auto& child : network.children) {
    edges = edges || child.name == "edge";
    CHECK((child.name == "edge") == edges);
    only(child, {"data"});
  }
}

TEST_CASE("GraphML nodes and edges are sorted by id", "[export][graphml]") {
  FormatOptions options;
  options.projection = GENERATE(as<std::string>(), "events", "actors");
  CAPTURE(options.projection);
  const auto graph = graph_of(sample::hostile(), options);
  const auto by_id = [](const Element* a, const Element* b) { return a->at("id") < b->at("id"); };
  CHECK(std::is_sorted(graph.nodes.begin(), graph.nodes.end(), by_id));
  CHECK(std::is_sorted(graph.edges.begin(), graph.edges.end(), by_id));
}

TEST_CASE("whoever says so is tied to the event", "[export][graphml]") {
  auto answer = sample::small();
  answer.events[1].said_by = {ActorId{2}};
  const auto graph = graph_of(answer, {});
  const auto* said = edge_between(graph, "a:0000000000000002", "E00000000000000a2", "said");
  REQUIRE(said != nullptr);
  CHECK(data(*said, "e_role") == "said_by");
}

TEST_CASE("GraphML edges never mix directions and always have weight and booleans",
          "[export][graphml]") {
  const auto options = every_way();
  const auto graph = graph_of(sample::hostile(), options);
  CHECK(graph.root.one("graph").at("edgedefault") ==
        (options.undirected ? "undirected" : "directed"));
  for (const auto* edge : graph.edges) {
    CHECK(edge->attributes.count("directed") == 0);
    CHECK(std::stod(data(*edge, "e_weight")) > 0);
    CHECK_FALSE(data(*edge, "e_symmetric").empty());
    CHECK(edge->at("label") == data(*edge, "e_interaction"));
  }
}

TEST_CASE("Gephi has nothing left to merge", "[export][graphml]") {
  FormatOptions options;
  options.projection = GENERATE(as<std::string>(), "events", "actors");
  options.undirected = GENERATE(false, true);
  CAPTURE(options.projection, options.undirected);
  const auto graph = graph_of(sample::hostile(), options);
  std::set<std::tuple<std::string, std::string, std::string>> seen;
  std::set<std::string> kinds;
  for (const auto* edge : graph.edges) {
    auto from = edge->at("source");
    auto to = edge->at("target");
    if (options.undirected && to < from) std::swap(from, to);
    CHECK(seen.insert({from, to, edge->at("label")}).second);
    kinds.insert(edge->at("label"));
  }
  CHECK(kinds.size() < 100);
}

TEST_CASE("meeting and accusing stay two edges between one pair", "[export][graphml]") {
  const auto graph = graph_of(sample::hostile(), {.projection = "actors"});
  const std::string a = "a:0000000000000001";
  const std::string b = "a:0000000000000002";
  const auto* met = edge_between(graph, a, b, "CONSULT");
  const auto* accused = edge_between(graph, a, b, "ACCUSE");
  REQUIRE(met != nullptr);
  REQUIRE(accused != nullptr);
  CHECK(data(*met, "e_symmetric") == "true");
  CHECK(edge_between(graph, b, a, "CONSULT") == nullptr);
  CHECK(data(*accused, "e_weight") == "2");
  CHECK(data(*accused, "e_n_events") == "2");
  CHECK(data(*accused, "e_event_ids") == "0000000000000002|0000000000000003");
  CHECK(data(*accused, "e_start") == "2014-06-09");
  CHECK(data(*accused, "e_end") == "2014-06-10");
  CHECK(edge_between(graph, b, a, "ACCUSE") != nullptr);
  CHECK(edge_between(graph, a, b, "CONSULT:planned") != nullptr);
}

TEST_CASE("texts come through whole, but for what XML and Gephi cannot hold", "[export][graphml]") {
  const auto graph = graph_of(sample::hostile(), {});
  std::map<std::string, const Element*> nodes;
  for (const auto* node : graph.nodes) nodes[node->at("id")] = node;
  CHECK(data(*nodes["a:0000000000000001"], "v_label") == "Infinity");
  CHECK(data(*nodes["a:0000000000000002"], "v_label") == "A & <B>");
  CHECK(data(*nodes["a:0000000000000003"], "v_label") == "INF Treaty & INFORMATION Office");
  CHECK(data(*nodes["a:0000000000000003"], "v_name") ==
        "I\u200BNF Treaty & I\u200BNFORMATION Office");
  CHECK(data(*nodes["a:0000000000000004"], "v_label") == "\u0645\u062d\u0645\u062f \u202Eabc");
  CHECK(data(*nodes["a:0000000000000005"], "v_label") == "tab and line control  and \uFFFD byte");
  CHECK(data(*nodes["a:0000000000000006"], "v_label") == "0000000000000006");
  CHECK(data(*nodes["E0000000000000001"], "v_quote") ==
        "They signed the I\u200BNF Treaty ]]> and X < > Y, it said.");
}

TEST_CASE("no date is written that is not known", "[export][graphml]") {
  const auto graph = graph_of(sample::hostile(), {});
  std::map<std::string, const Element*> nodes;
  for (const auto* node : graph.nodes) nodes[node->at("id")] = node;
  const auto& undated = *nodes["E0000000000000007"];
  CHECK(data(undated, "v_start").empty());
  CHECK(data(undated, "v_date_status") == "undated");
  const auto& before = *nodes["E0000000000000008"];
  CHECK(data(before, "v_start").empty());
  CHECK(data(before, "v_end") == "2014-08-01");
  const auto& month = *nodes["E0000000000000006"];
  CHECK(data(month, "v_start") == "2014-07-01");
  CHECK(data(month, "v_end") == "2014-07-31");
  CHECK(data(month, "v_date_edtf") == "2014-07");
  CHECK(data(month, "v_precision") == "month");
}

TEST_CASE("an unknown projection names those that there are", "[export][graphml]") {
  CHECK_THROWS_WITH(sample::written(sample::small(), "graphml", {.projection = "stars"}),
                    "unknown projection \"stars\"; there are: events, actors, mentions");
}

}  // namespace
}  // namespace annals
