#pragma once

#include <ostream>

#include "export/formats.h"
#include "graph/store.h"
#include "query/answer.h"

// The writers behind the rows of formats(); each is described there and in docs/exports.md. All
// follow the contract of Format::write.

namespace annals {

void write_text(std::ostream& out, const Answer& answer, const FormatOptions& options);
void write_lines(std::ostream& out, const Answer& answer, const FormatOptions& options);
void write_json(std::ostream& out, const Answer& answer, const FormatOptions& options);
void write_jsonl(std::ostream& out, const Answer& answer, const FormatOptions& options);
void write_csv(std::ostream& out, const Answer& answer, const FormatOptions& options);
void write_tsv(std::ostream& out, const Answer& answer, const FormatOptions& options);
void write_json_pieces(std::ostream& out, const AnswerPieces& pieces, const FormatOptions& options);
void write_jsonl_pieces(std::ostream& out, const AnswerPieces& pieces,
                        const FormatOptions& options);
void write_csv_pieces(std::ostream& out, const AnswerPieces& pieces, const FormatOptions& options);
void write_tsv_pieces(std::ostream& out, const AnswerPieces& pieces, const FormatOptions& options);
void write_markdown_table(std::ostream& out, const Answer& answer, const FormatOptions& options);
void write_graphml(std::ostream& out, const Answer& answer, const FormatOptions& options);
void write_gexf(std::ostream& out, const Answer& answer, const FormatOptions& options);
void write_html(std::ostream& out, const Answer& answer, const FormatOptions& options);
void write_chronology(std::ostream& out, const Answer& answer, const FormatOptions& options);

void write_dot(std::ostream& out, const Answer& answer, const FormatOptions& options);
void write_timelinejs(std::ostream& out, const Answer& answer, const FormatOptions& options);
void write_geojson(std::ostream& out, const Answer& answer, const FormatOptions& options);
void write_cypher(std::ostream& out, const Answer& answer, const FormatOptions& options);
void write_ftm(std::ostream& out, const Answer& answer, const FormatOptions& options);
void write_jsonld(std::ostream& out, const Answer& answer, const FormatOptions& options);
void write_icews(std::ostream& out, const Answer& answer, const FormatOptions& options);
void write_petrarch(std::ostream& out, const Answer& answer, const FormatOptions& options);
void write_csv_set(const OpenFile& open, const Answer& answer, const FormatOptions& options);
void write_gephi_csv(const OpenFile& open, const Answer& answer, const FormatOptions& options);
void write_neo4j(const OpenFile& open, const Answer& answer, const FormatOptions& options);

void write_svg(std::ostream& out, const Answer& answer, const FormatOptions& options);
std::vector<std::string> write_store_graphml(std::ostream& out, const Store& store,
                                             const FormatOptions& options);
std::vector<std::string> write_store_gexf(std::ostream& out, const Store& store,
                                          const FormatOptions& options);
std::vector<std::string> write_events_graphml(std::ostream& out, const Store& store,
                                              std::vector<EventId> events,
                                              const std::string& understood,
                                              const FormatOptions& options);
std::vector<std::string> write_events_gexf(std::ostream& out, const Store& store,
                                           std::vector<EventId> events,
                                           const std::string& understood,
                                           const FormatOptions& options);
std::vector<std::string> write_store_archive(std::ostream& out, const Store& store,
                                             const FormatOptions& options);

// What a file leaves out: Format::remarks.
std::vector<std::string> gexf_remarks(const Answer& answer, const FormatOptions& options);
std::vector<std::string> timelinejs_remarks(const Answer& answer, const FormatOptions& options);
std::vector<std::string> geojson_remarks(const Answer& answer, const FormatOptions& options);
std::vector<std::string> event_table_remarks(const Answer& answer, const FormatOptions& options);

}  // namespace annals
