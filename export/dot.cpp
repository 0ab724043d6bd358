// DOT for graphviz. Language: graphviz.org/doc/info/lang.html

#include "export/escape.h"
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
  out << (options.undirected ? "graph " : "digraph ")
      << dot_string(answer.question.empty() ? "annals" : answer.question)
      << " {\n  graph [overlap=false, splines=true];\n  node [fontname=\"sans-serif\", "
         "fontsize=10];\n"
         "  edge [fontname=\"sans-serif\", fontsize=8];\n";
  const auto node = [&](const GraphNode& one) {
    out << "  " << dot_string(one.id) << " [label=" << dot_string(one.label)
        << ", shape=" << shape_of(one.colour_key) << "];\n";
  };
  const auto edge = [&](const GraphEdge& one) {
    out << "  " << dot_string(one.source) << arrow << dot_string(one.target)
        << " [label=" << dot_string(one.label);
    if (one.kind.find(':') != std::string::npos)
      out << ", style=dashed";  // not told as having happened
    const auto* symmetric = std::get_if<bool>(&one.values[edge_column("symmetric")]);
    if (symmetric != nullptr && *symmetric && !options.undirected) out << ", dir=none";
    out << "];\n";
  };
  project(records_of(answer, index), {.projection = projection, .undirected = options.undirected},
          {node, edge});
  out << "}\n";
}

}  // namespace annals
