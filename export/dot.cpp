// DOT for graphviz. Language: graphviz.org/doc/info/lang.html

#include <set>

#include "export/escape.h"
#include "export/picture.h"
#include "export/projection.h"
#include "export/writers.h"

namespace annals {
namespace {

/// A double-quoted DOT string. A backslash would start one of graphviz's escapes.
std::string dot_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : one_line(valid_utf8(text))) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) out += c;
  }
  return out + "\"";
}

std::string_view shape_of(std::string_view key) {
  if (key == "person" || key == "role_group") return "ellipse";
  if (key == "country" || key == "place") return "diamond";
  if (key == "armed_group") return "hexagon";
  if (key == "organization") return "box";
  return "note";  // events
}

}  // namespace

void write_dot(std::ostream& out, const Answer& answer, const FormatOptions& options) {
  const auto projection = parse_projection(options.projection);
  const AnswerIndex index(answer);
  const auto* arrow = options.undirected ? " -- " : " -> ";
  const ProjectOptions project_options{.projection = projection, .undirected = options.undirected};
  std::set<std::string> tied;  // who has no tie in the answer tells nothing in a picture
  project(records_of(answer, index), project_options,
          {[](const GraphNode&) {},
           [&](const GraphEdge& edge) {
             tied.insert({edge.source, edge.target});
           }});
  // Springs keep big networks square, where ranks would make them a line of many metres.
  out << (options.undirected ? "graph " : "digraph ")
      << dot_string(answer.question.empty() ? "annals" : answer.question)
      << " {\n  graph [layout=neato, overlap=false, splines=true, outputorder=edgesfirst];\n"
         "  node [fontname=\"sans-serif\", fontsize=10, style=filled, fillcolor=\"#eef3f7\", "
         "color=\"#0072b2\"];\n"
         "  edge [fontname=\"sans-serif\", fontsize=8, arrowsize=0.6, len=2];\n";
  const auto node = [&](const GraphNode& one) {
    if (!tied.contains(one.id)) return;
    out << "  " << dot_string(one.id) << " [label=" << dot_string(one.label)
        << ", shape=" << shape_of(one.colour_key) << "];\n";
  };
  const auto edge = [&](const GraphEdge& one) {
    out << "  " << dot_string(one.source) << arrow << dot_string(one.target)
        << " [label=" << dot_string(one.label);
    const auto colour = colour_of(one.kind.substr(0, one.kind.find(':')));
    if (colour != 0) out << ", color=\"" << picture_colours[colour] << '"';
    if (one.kind.find(':') != std::string::npos)
      out << ", style=dashed";  // not told as having happened
    const auto* symmetric = std::get_if<bool>(&one.values[edge_column("symmetric")]);
    if (symmetric != nullptr && *symmetric && !options.undirected) out << ", dir=none";
    out << "];\n";
  };
  project(records_of(answer, index), project_options, {node, edge});
  out << "}\n";
}

}  // namespace annals
