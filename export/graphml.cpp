// GraphML in the profile that Gephi, Gephi Lite, networkx, igraph, Cytoscape and yEd all read
// whole. docs/exports.md says which reader needs which rule. Format: graphml.graphdrawing.org
// (GraphML Primer, 2007).

#include <charconv>

#include "export/escape.h"
#include "export/projection.h"
#include "export/store_records.h"
#include "export/writers.h"
#include "query/tell.h"

namespace annals {
namespace {

std::string_view type_name(ColumnType type) {
  switch (type) {
    case ColumnType::text:
      return "string";
    case ColumnType::integer:
      return "int";
    case ColumnType::real:
      return "double";
    case ColumnType::boolean:
      return "boolean";
  }
  return "string";
}

/// Gephi turns "INF" inside any string column into "Infinity": a zero-width space keeps the word
/// whole.
std::string without_infinity(std::string text) {
  for (auto at = text.find("INF"); at != std::string::npos; at = text.find("INF", at + 1)) {
    text.insert(at + 1, "\xE2\x80\x8B");
  }
  return text;
}

class GraphmlWriter {
 public:
  GraphmlWriter(std::ostream& out, bool undirected) : out_(out), undirected_(undirected) {}

  void begin(std::string_view description) {
    text_ +=
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    key("v_label", "node", "label", ColumnType::text);
    for (const auto& column : node_columns())
      key("v_" + std::string(column.name), "node", column.name, column.type);
    key("e_label", "edge", "label", ColumnType::text);
    key("e_weight", "edge", "weight", ColumnType::real);
    for (const auto& column : edge_columns())
      key("e_" + std::string(column.name), "edge", column.name, column.type);
    text_ += "<graph id=\"G\" edgedefault=\"";
    text_ += undirected_ ? "undirected" : "directed";
    text_ += "\">\n<desc>";
    append_xml(text_, one_line(description));
    text_ += "</desc>\n";
  }

  void node(const GraphNode& node) {
    text_ += "<node id=\"";
    append_xml(text_, node.id);
    text_ += "\">";
    data("v_", "label", node.label);
    values("v_", node_columns(), node.values);
    text_ += "</node>\n";
    flush(1U << 16U);
  }

  void edge(const GraphEdge& edge) {
    text_ += "<edge id=\"";
    append_xml(text_, edge.id);
    text_ += "\" source=\"";
    append_xml(text_, edge.source);
    text_ += "\" target=\"";
    append_xml(text_, edge.target);
    text_ += "\" label=\"";  // Gephi's edge type: keeps edges of two kinds between one pair apart
    append_xml(text_, edge.kind);
    text_ += "\">";
    data("e_", "label", edge.label);
    data("e_", "weight", number(edge.weight));
    values("e_", edge_columns(), edge.values);
    text_ += "</edge>\n";
    flush(1U << 16U);
  }

  void end() {
    text_ += "</graph>\n</graphml>\n";
    flush(0);
  }

 private:
  void key(const std::string& id, std::string_view scope, std::string_view name, ColumnType type) {
    text_ += "<key id=\"" + id + "\" for=\"";
    text_ += scope;
    text_ += "\" attr.name=\"";
    text_ += name;
    text_ += "\" attr.type=\"";
    text_ += type_name(type);
    text_ += "\"/>\n";
  }

  static std::string number(double value) {
    char buffer[64];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
  }

  void data(std::string_view prefix, std::string_view name, std::string_view value) {
    if (value.empty()) return;  // an empty element is 0, "" or null, as the reader likes
    text_ += "<data key=\"";
    text_ += prefix;
    text_ += name;
    text_ += "\">";
    append_xml_text(text_, value);
    text_ += "</data>";
  }

  void values(std::string_view prefix, std::span<const GraphColumn> columns,
              const std::vector<GraphValue>& row) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string_view name = columns[i].name;
      if (const auto* text = std::get_if<std::string>(&row[i])) {
        data(prefix, name,
             text->find("INF") == std::string::npos ? *text : without_infinity(*text));
      } else if (const auto* integer = std::get_if<std::int64_t>(&row[i])) {
        data(prefix, name, std::to_string(*integer));
      } else if (const auto* real = std::get_if<double>(&row[i])) {
        data(prefix, name, number(*real));
      } else if (const auto* yes = std::get_if<bool>(&row[i])) {
        data(prefix, name, *yes ? "true" : "false");
      }
    }
  }

  void flush(std::size_t above) {
    if (text_.size() <= above) return;
    out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
    text_.clear();
  }

  std::ostream& out_;
  bool undirected_;
  std::string text_;
};

void write(std::ostream& out, const RecordSource& records, const std::string& description,
           const FormatOptions& options) {
  GraphmlWriter writer(out, options.undirected);
  writer.begin(description.empty() ? options.program : description);
  project(records,
          {.projection = parse_projection(options.projection), .undirected = options.undirected},
          {[&](const GraphNode& node) { writer.node(node); },
           [&](const GraphEdge& edge) { writer.edge(edge); }});
  writer.end();
}

}  // namespace

void write_graphml(std::ostream& out, const Answer& answer, const FormatOptions& options) {
  const AnswerIndex index(answer);
  write(out, records_of(answer, index), answer.understood, options);
}

void write_store_graphml(std::ostream& out, const Store& store, const FormatOptions& options) {
  if (parse_projection(options.projection) == Projection::mentions) {
    Request everything;
    everything.verb = "everything";
    write_graphml(out, close_answer(store, everything, store.events_in(Window{}, true)), options);
    return;
  }
  StoreRecords records(store);
  write(out, records.records(), "", options);
}

}  // namespace annals
