// GEXF 1.3 dynamic: the file that plays in Gephi's timeline when it is opened.
// Format: gexf.net/schema.html (1.3). docs/exports.md says which rule keeps which reader from
// stumbling.

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "export/escape.h"
#include "export/projection.h"
#include "export/store_records.h"
#include "export/words.h"
#include "export/writers.h"

namespace annals {
namespace {

struct Colour {
  std::string_view key;
  int r, g, b;
};

/// After Okabe and Ito: told apart by colour-blind readers. Actors by kind; events by the quad
/// class of their type.
constexpr Colour colours[] = {
    {"country", 0, 114, 178},  {"organization", 86, 180, 233}, {"armed_group", 90, 90, 90},
    {"person", 204, 121, 167}, {"place", 153, 153, 153},       {"role_group", 187, 153, 204},
    {"AGREE", 0, 158, 115},    {"CONSULT", 0, 158, 115},       {"SUPPORT", 0, 158, 115},
    {"CONCEDE", 0, 158, 115},  {"COOPERATE", 0, 110, 80},      {"AID", 0, 110, 80},
    {"RETREAT", 0, 110, 80},   {"REQUEST", 230, 159, 0},       {"ACCUSE", 230, 159, 0},
    {"REJECT", 230, 159, 0},   {"THREATEN", 230, 159, 0},      {"PROTEST", 213, 94, 0},
    {"SANCTION", 213, 94, 0},  {"MOBILIZE", 213, 94, 0},       {"COERCE", 213, 94, 0},
    {"ASSAULT", 213, 94, 0},
};

std::string_view type_name(ColumnType type) {
  switch (type) {
    case ColumnType::text:
      return "string";
    case ColumnType::integer:
      return "integer";
    case ColumnType::real:
      return "double";
    case ColumnType::boolean:
      return "boolean";
  }
  return "string";
}

std::unordered_map<std::string, std::string> make_colour_tags() {
  std::unordered_map<std::string, std::string> tags;
  for (const auto& colour : colours) {
    tags.emplace(colour.key, "<viz:color r=\"" + std::to_string(colour.r) + "\" g=\"" +
                                 std::to_string(colour.g) + "\" b=\"" + std::to_string(colour.b) +
                                 "\"/>");
  }
  return tags;
}

class GexfWriter {
 public:
  GexfWriter(std::ostream& out, bool undirected)
      : out_(out),
        undirected_(undirected),
        node_tags_(tags(node_columns())),
        edge_tags_(tags(edge_columns())),
        colour_tags_(make_colour_tags()) {}

  void begin(std::string_view program, std::string_view description) {
    text_ +=
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
        "version=\"1.3\">\n<meta><creator>";
    append_xml(text_, one_line(program));
    text_ += "</creator><description>";
    append_xml(text_, one_line(description));
    text_ += "</description></meta>\n";
    // Without a time zone, readers take the one of their machine and days shift.
    text_ +=
        "<graph mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\" "
        "timezone=\"UTC\" "
        "defaultedgetype=\"";
    text_ += undirected_ ? "undirected" : "directed";
    text_ += "\">\n";
    attributes("node", node_columns());
    attributes("edge", edge_columns());
    text_ += "<nodes>\n";
  }

  void node(const GraphNode& node) {
    text_ += "<node id=\"";
    append_xml(text_, node.id);
    text_ += "\" label=\"";
    append_xml(text_, node.label);
    text_ += "\">";
    values(node_tags_, node.values);
    spells(node.spells);
    text_ += "<viz:size value=\"";
    add_number(std::min(node.size, 1000.0));
    text_ += "\"/>";
    if (const auto colour = colour_tags_.find(node.colour_key); colour != colour_tags_.end())
      text_ += colour->second;
    text_ += "</node>\n";
    flush(1U << 16U);
  }

  void edge(const GraphEdge& edge) {
    if (!edges_) text_ += "</nodes>\n<edges>\n";
    edges_ = true;
    text_ += "<edge id=\"";
    append_xml(text_, edge.id);
    text_ += "\" source=\"";
    append_xml(text_, edge.source);
    text_ += "\" target=\"";
    append_xml(text_, edge.target);
    text_ += "\" kind=\"";
    append_xml(text_, edge.kind);
    text_ += "\" label=\"";
    append_xml(text_, edge.label);
    text_ += "\" weight=\"";
    add_number(edge.weight);
    text_ += "\">";
    values(edge_tags_, edge.values);
    spells(edge.spells);
    text_ += "</edge>\n";
    flush(1U << 16U);
  }

  void end() {
    text_ += edges_ ? "</edges>\n" : "</nodes>\n<edges>\n</edges>\n";
    text_ += "</graph>\n</gexf>\n";
    flush(0);
  }

 private:
  /// The id is the title: some readers name a field by one, some by the other.
  void attributes(std::string_view scope, std::span<const GraphColumn> columns) {
    text_ += "<attributes class=\"";
    text_ += scope;
    text_ += "\" mode=\"static\">\n";
    for (const auto& column : columns) {
      text_ += "<attribute id=\"" + std::string(column.name) + "\" title=\"" + column.name +
               "\" type=\"";
      text_ += type_name(column.type);
      text_ += "\"/>\n";
    }
    text_ += "</attributes>\n";
  }

  /// What opens the values of these columns, up to the value.
  static std::vector<std::string> tags(std::span<const GraphColumn> columns) {
    std::vector<std::string> out;
    for (const auto& column : columns)
      out.push_back("<attvalue for=\"" + std::string(column.name) + "\" value=\"");
    return out;
  }

  template <class Number>
  void add_number(Number value) {
    char buffer[64];
    text_.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
  }

  void values(const std::vector<std::string>& tags, const std::vector<GraphValue>& row) {
    text_ += "<attvalues>";
    for (std::size_t i = 0; i < tags.size(); ++i) {
      if (std::holds_alternative<std::monostate>(row[i])) continue;
      text_ += tags[i];
      if (const auto* text = std::get_if<std::string>(&row[i])) append_xml(text_, *text);
      if (const auto* integer = std::get_if<std::int64_t>(&row[i])) add_number(*integer);
      if (const auto* real = std::get_if<double>(&row[i])) add_number(*real);
      if (const auto* yes = std::get_if<bool>(&row[i])) text_ += *yes ? "true" : "false";
      text_ += "\"/>";
    }
    text_ += "</attvalues>";
  }

  /// Full days always: a reduced date ("2011-09") aborts Gephi's import. A day ends in its last
  /// second, so that a file of a single day still has a range.
  void spells(const std::vector<Spell>& spells) {
    bool any = false;
    for (const auto& spell : spells) {
      const bool begun = spell.first != first_day;
      const bool ended = spell.last != last_day;
      if (!begun && !ended) continue;
      text_ += any ? "<spell" : "<spells><spell";
      any = true;
      if (begun) text_.append(" start=\"").append(format_day(spell.first)).append("\"");
      if (ended) text_.append(" end=\"").append(format_day(spell.last)).append("T23:59:59\"");
      text_ += "/>";
    }
    if (any) text_ += "</spells>";
  }

  void flush(std::size_t above) {
    if (text_.size() <= above) return;
    out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
    text_.clear();
  }

  std::ostream& out_;
  bool undirected_;
  bool edges_ = false;
  std::vector<std::string> node_tags_;
  std::vector<std::string> edge_tags_;
  std::unordered_map<std::string, std::string> colour_tags_;
  std::string text_;
};

void write(std::ostream& out, const RecordSource& records, const std::string& description,
           const FormatOptions& options) {
  GexfWriter writer(out, options.undirected);
  writer.begin(options.program, description);
  project(records,
          {.projection = parse_projection(options.projection),
           .undirected = options.undirected,
           .spells = true},
          {[&](const GraphNode& node) { writer.node(node); },
           [&](const GraphEdge& edge) { writer.edge(edge); }});
  writer.end();
}

std::vector<std::string> undated_remarks(std::size_t undated) {
  if (undated == 0) return {};
  return {counted(undated, "event has", "events have") +
          " no date; a timeline shows what has none at all times"};
}

}  // namespace

void write_gexf(std::ostream& out, const Answer& answer, const FormatOptions& options) {
  const AnswerIndex index(answer);
  write(out, records_of(answer, index), answer.understood, options);
}

std::vector<std::string> gexf_remarks(const Answer& answer, const FormatOptions&) {
  const auto undated = std::count_if(answer.events.begin(), answer.events.end(),
                                     [](const Event& event) { return !has_day(event.date); });
  return undated_remarks(static_cast<std::size_t>(undated));
}

std::vector<std::string> write_store_gexf(std::ostream& out, const Store& store,
                                          const FormatOptions& options) {
  StoreRecords records(store);
  write(out, records.records(), "", options);
  return undated_remarks(records.undated());
}

std::vector<std::string> write_events_gexf(std::ostream& out, const Store& store,
                                           std::vector<EventId> events,
                                           const std::string& understood,
                                           const FormatOptions& options) {
  StoreRecords records(store, std::move(events));
  write(out, records.records(), understood, options);
  return undated_remarks(records.undated());
}

}  // namespace annals
