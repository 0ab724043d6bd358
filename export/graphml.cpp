// GraphML in the profile that Gephi, Gephi Lite, networkx, igraph, Cytoscape and yEd all read
// whole. docs/exports.md says which reader needs which rule. Format: graphml.graphdrawing.org
// (GraphML Primer, 2007).

#include <charconv>

#include "export/escape.h"
#include "export/projection.h"
#include "export/store_records.h"
#include "export/writers.h"

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
  GraphmlWriter(std::ostream& out, bool undirected)
      : out_(out),
        undirected_(undirected),
        node_tags_(tags("v_", node_columns())),
        edge_tags_(tags("e_", edge_columns())) {}

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
    data("<data key=\"v_label\">", node.label);
    values(node_tags_, node.values);
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
    data("<data key=\"e_label\">", edge.label);
    text_ += "<data key=\"e_weight\">";
    add_number(edge.weight);
    text_ += "</data>";
    values(edge_tags_, edge.values);
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

  /// The tags that open the values of these columns.
  static std::vector<std::string> tags(std::string_view prefix,
                                       std::span<const GraphColumn> columns) {
    std::vector<std::string> out;
    for (const auto& column : columns)
      out.push_back("<data key=\"" + std::string(prefix) + column.name + "\">");
    return out;
  }

  template <class Number>
  void add_number(Number value) {
    char buffer[64];
    text_.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
  }

  void data(std::string_view tag, std::string_view value) {
    if (value.empty()) return;  // an empty element is 0, "" or null, as the reader likes
    text_ += tag;
    append_xml_text(text_, value);
    text_ += "</data>";
  }

  void values(const std::vector<std::string>& tags, const std::vector<GraphValue>& row) {
    for (std::size_t i = 0; i < tags.size(); ++i) {
      if (const auto* text = std::get_if<std::string>(&row[i])) {
        if (text->find("INF") == std::string::npos) {
          data(tags[i], *text);
        } else {
          data(tags[i], without_infinity(*text));
        }
        continue;
      }
      if (std::holds_alternative<std::monostate>(row[i])) continue;
      text_ += tags[i];
      if (const auto* integer = std::get_if<std::int64_t>(&row[i])) add_number(*integer);
      if (const auto* real = std::get_if<double>(&row[i])) add_number(*real);
      if (const auto* yes = std::get_if<bool>(&row[i])) text_ += *yes ? "true" : "false";
      text_ += "</data>";
    }
  }

  void flush(std::size_t above) {
    if (text_.size() <= above) return;
    out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
    text_.clear();
  }

  std::ostream& out_;
  bool undirected_;
  std::vector<std::string> node_tags_;
  std::vector<std::string> edge_tags_;
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

std::vector<std::string> write_store_graphml(std::ostream& out, const Store& store,
                                             const FormatOptions& options) {
  StoreRecords records(store);
  write(out, records.records(), "", options);
  return {};
}

std::vector<std::string> write_events_graphml(std::ostream& out, const Store& store,
                                              std::vector<EventId> events,
                                              const std::string& understood,
                                              const FormatOptions& options) {
  StoreRecords records(store, std::move(events));
  write(out, records.records(), understood, options);
  return {};
}

}  // namespace annals
