#include "export/formats.h"

#include <iterator>

#include "export/output.h"
#include "export/writers.h"
#include "graph/error.h"

namespace annals {
namespace {

void needs_folder(std::ostream&, const Answer&, const FormatOptions&) {
  throw Error(ErrorKind::query, "this format is several files; give a folder: -o FOLDER");
}

constexpr Format table[] = {
    {.name = "text",
     .extensions = ".txt",
     .summary = "a table for the terminal",
     .write = write_text},
    {.name = "line",
     .extensions = "",
     .summary = "one field a line, for rows that are wider than the terminal",
     .write = write_lines},
    {.name = "json",
     .extensions = ".json",
     .summary = "one object: columns, and rows with ids, dates, status and citations",
     .write = write_json,
     .write_pieces = write_json_pieces},
    {.name = "jsonl",
     .extensions = ".jsonl .ndjson",
     .summary = "one object a row, as in json; of a whole store: the lossless archive",
     .write = write_jsonl,
     .write_store = write_store_archive,
     .write_pieces = write_jsonl_pieces},
    {.name = "csv",
     .extensions = ".csv",
     .summary = "the table, comma separated (RFC 4180)",
     .write = write_csv,
     .write_pieces = write_csv_pieces},
    {.name = "tsv",
     .extensions = ".tsv",
     .summary = "the table, tab separated",
     .write = write_tsv,
     .write_pieces = write_tsv_pieces},
    {.name = "md",
     .extensions = "",
     .summary = "the table, in Markdown",
     .write = write_markdown_table},
    {.name = "graphml",
     .extensions = ".graphml",
     .summary = "network for Gephi, networkx, igraph, Cytoscape and yEd",
     .write = write_graphml,
     .write_store = write_store_graphml,
     .write_events = write_events_graphml},
    {.name = "gexf",
     .extensions = ".gexf",
     .summary = "dynamic network that plays in Gephi's timeline",
     .write = write_gexf,
     .write_store = write_store_gexf,
     .write_events = write_events_gexf,
     .remarks = gexf_remarks},
    {.name = "html",
     .extensions = ".html .htm",
     .summary = "chronology to look at: one page with filters, timeline and network",
     .write = write_html},
    {.name = "chronology",
     .extensions = ".md .markdown",
     .summary = "chronology with quotes and sources, in Markdown",
     .write = write_chronology},
    {.name = "csv-set",
     .extensions = "",
     .summary = "a folder for analysis: events, participants, mentions, documents, actors",
     .write = needs_folder,
     .write_set = write_csv_set},
    {.name = "gephi-csv",
     .extensions = "",
     .summary = "a folder for Gephi's spreadsheet import: nodes and edges with their times",
     .write = needs_folder,
     .write_set = write_gephi_csv,
     .remarks = gexf_remarks},
    {.name = "timelinejs",
     .extensions = "",
     .summary = "JSON for TimelineJS 3",
     .write = write_timelinejs,
     .remarks = timelinejs_remarks},
    {.name = "neo4j",
     .extensions = "",
     .summary = "a folder for neo4j-admin import, with its command",
     .write = needs_folder,
     .write_set = write_neo4j},
    {.name = "cypher",
     .extensions = ".cypher .cql",
     .summary = "Cypher statements for Neo4j and its kin",
     .write = write_cypher},
    {.name = "ftm",
     .extensions = "",
     .summary = "FollowTheMoney entities for Aleph, one a line",
     .write = write_ftm},
    {.name = "geojson",
     .extensions = ".geojson",
     .summary = "events on a map (RFC 7946)",
     .write = write_geojson,
     .remarks = geojson_remarks},
    {.name = "icews",
     .extensions = "",
     .summary = "dyads in the columns of ICEWS, tab separated",
     .write = write_icews,
     .remarks = event_table_remarks},
    {.name = "petrarch",
     .extensions = "",
     .summary = "dyads as PETRARCH writes them, tab separated",
     .write = write_petrarch,
     .remarks = event_table_remarks},
    {.name = "jsonld",
     .extensions = ".jsonld",
     .summary = "JSON-LD: Simple Event Model, PROV and Web Annotation",
     .write = write_jsonld},
    {.name = "dot",
     .extensions = ".dot .gv",
     .summary = "network for graphviz",
     .write = write_dot},
    {.name = "svg",
     .extensions = ".svg",
     .summary = "a picture: timeline by actor, events by month, or the network",
     .write = write_svg},
};

bool lists(std::string_view extensions, std::string_view extension) {
  while (!extensions.empty()) {
    const auto space = extensions.find(' ');
    if (extensions.substr(0, space) == extension) return true;
    if (space == std::string_view::npos) return false;
    extensions.remove_prefix(space + 1);
  }
  return false;
}

}  // namespace

std::span<const Format> formats() { return table; }

const Format* find_format(std::string_view name) {
  for (const auto& format : table) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

const Format& format_named(std::string_view name) {
  if (const auto* format = find_format(name)) return *format;
  std::string names;
  for (const auto& format : table) names += (names.empty() ? "" : ", ") + std::string(format.name);
  throw Error(ErrorKind::query,
              "unknown format \"" + std::string(name) + "\"; there are: " + names);
}

const Format* format_of_file(const std::filesystem::path& file) {
  const auto extension = file.extension().string();
  if (extension.empty()) return nullptr;
  for (const auto& format : table) {
    if (lists(format.extensions, extension)) return &format;
  }
  return nullptr;
}

void write_answer(const Format& format, const Answer& answer, const FormatOptions& options,
                  const std::filesystem::path& output, bool force) {
  if (format.write_set == nullptr) {
    write_file_atomically(output, force,
                          [&](std::ostream& out) { format.write(out, answer, options); });
    return;
  }
  write_folder_atomically(output, force,
                          [&](const OpenFile& open) { format.write_set(open, answer, options); });
}

}  // namespace annals
