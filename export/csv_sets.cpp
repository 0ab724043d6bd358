// Sets of CSV files: for analysis in R or a spreadsheet, for Gephi's spreadsheet import, for Neo4j.

#include <algorithm>
#include <charconv>
#include <set>

#include "export/csv_row.h"
#include "export/graph_records.h"
#include "export/projection.h"
#include "export/words.h"
#include "export/writers.h"

namespace annals {
namespace {

std::string number(double value) {
  char buffer[64];
  return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

std::string event_id(const Event& event) { return "e:" + format_hex(event.id.value); }
std::string actor_id_of(ActorId id) { return "a:" + format_hex(id.value); }
std::string document_id(ArticleId id) { return "d:" + format_hex(id.value); }

/// Participants once for each role, in a fixed order.
std::set<std::pair<Role, ActorId>> roles_of(const Event& event) {
  std::set<std::pair<Role, ActorId>> out;
  for (const auto& participant : event.participants)
    out.insert({participant.role, participant.actor});
  return out;
}

// Analysis
// ----------------------------------------------------------------------------------------------------------

void write_events(std::ostream& out, const Answer& answer, const AnswerIndex& index) {
  out << "event_id,title,event_type,mode,cameo,start,end,date_edtf,precision,date_basis,status,"
         "said_by,place,country,"
         "latitude,longitude,counts,confidence,n_mentions,n_sources,n_independent_sources,"
         "contested\n";
  for (const auto& event : answer.events) {
    std::vector<std::string> contested;
    for (const auto& contest : event.contested)
      contested.push_back(contest.what + ": " + joined(contest.values, " / "));
    const auto& place = event.place;
    CsvRow(out)
        .add(event_id(event))
        .add(event_title(event, index))
        .add(event.type)
        .add(event.mode)
        .add_quoted(event.cameo)
        .add(earliest(event.date))
        .add(latest(event.date))
        .add(format_edtf(event.date))
        .add(format_precision(event.date.precision))
        .add(format_date_basis(event.date_basis))
        .add(format_status(event.status))
        .add(index.names(event.said_by))
        .add(place ? place->name : "")
        .add(place ? place->country : "")
        .add(place && place->latitude ? number(*place->latitude) : "")
        .add(place && place->longitude ? number(*place->longitude) : "")
        .add(counts_of(event))
        .add(number(event.confidence))
        .add(event.mentions.size())
        .add(event.sources)
        .add(event.independent_sources)
        .add(joined(contested, "; "));
  }
}

void write_mentions(std::ostream& out, const Answer& answer, const AnswerIndex& index) {
  out << "mention_id,event_id,doc_id,char_start,char_end,quote,status,asserted_by,date_edtf,date_"
         "basis,date_words,rule,"
         "confidence\n";
  for (const auto& event : answer.events) {
    for (const auto* mention : index.mentions(event)) {
      CsvRow(out)
          .add("m:" + format_hex(mention->id.value))
          .add(event_id(event))
          .add(document_id(mention->article))
          .add(mention->evidence.begin)
          .add(mention->evidence.end)
          .add(quote_of(*mention, index.article(mention->article)))
          .add(format_status(mention->status))
          .add(mention->said_by ? index.name(*mention->said_by) : "")
          .add(format_edtf(mention->date))
          .add(format_date_basis(mention->date_basis))
          .add(mention->date_text)
          .add(mention->rule)
          .add(number(mention->confidence));
    }
  }
}

void write_documents(std::ostream& out, const Answer& answer) {
  out << "doc_id,name,source,title,published,published_basis,url,path\n";
  for (const auto& article : answer.articles) {
    CsvRow(out)
        .add(document_id(article.id))
        .add(display_name(article))
        .add(article.source)
        .add(article.title)
        .add(article.published ? format_edtf(*article.published) : "")
        .add(format_basis(article.published_basis))
        .add(article.url)
        .add(article.path);
  }
}

void write_actors(const OpenFile& open, const Answer& answer) {
  auto& actors = open("actors.csv");
  actors << "actor_id,name,kind,code,country\n";
  for (const auto& actor : answer.actors) {
    CsvRow(actors)
        .add(actor_id_of(actor.id))
        .add(actor.name)
        .add(format_kind(actor.kind))
        .add(actor.code)
        .add(actor.country);
  }
  auto& aliases = open("aliases.csv");
  aliases << "actor_id,alias\n";
  for (const auto& actor : answer.actors) {
    for (const auto& alias : actor.aliases) CsvRow(aliases).add(actor_id_of(actor.id)).add(alias);
  }
}

// Gephi
// -------------------------------------------------------------------------------------------------------------

/// "<[2011-09-05, 2011-09-05T23:59:59]>"; an open end is Gephi's infinity.
std::string timeset(const std::vector<Spell>& spells) {
  std::string out;
  for (const auto& spell : spells) {
    const bool begun = spell.first != first_day;
    const bool ended = spell.last != last_day;
    if (!begun && !ended) continue;
    out += (out.empty() ? "<[" : "; [") + (begun ? format_day(spell.first) : "-Infinity") + ", " +
           (ended ? format_day(spell.last) + "T23:59:59" : "Infinity") + "]";
  }
  return out.empty() ? out : out + ">";
}

void add_values(CsvRow& row, const std::vector<GraphValue>& values) {
  for (const auto& value : values) {
    if (const auto* text = std::get_if<std::string>(&value)) {
      row.add(*text);
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
      row.add(std::to_string(*integer));
    } else if (const auto* real = std::get_if<double>(&value)) {
      row.add(number(*real));
    } else if (const auto* yes = std::get_if<bool>(&value)) {
      row.add(*yes ? "true" : "false");
    } else {
      row.add("");
    }
  }
}

std::string header(std::string_view fixed, std::span<const GraphColumn> columns) {
  std::string out(fixed);
  for (const auto& column : columns) out += "," + std::string(column.name);
  return out + "\n";
}

// Neo4j
// -------------------------------------------------------------------------------------------------------------

void write_neo4j_nodes(const OpenFile& open, const Answer& answer, const AnswerIndex& index) {
  auto& actors = open("actors.csv");
  actors << "actorId:ID(Actor),name,kind,code,country,aliases:string[],:LABEL\n";
  for (const auto& actor : answer.actors) {
    auto aliases = actor.aliases;
    for (auto& alias : aliases)
      std::replace(alias.begin(), alias.end(), ';', ',');  // ";" parts the elements
    CsvRow(actors)
        .add(format_hex(actor.id.value))
        .add(actor.name)
        .add(format_kind(actor.kind))
        .add(actor.code)
        .add(actor.country)
        .add(joined(aliases, ";"))
        .add("Actor");
  }
  auto& events = open("events.csv");
  events << "eventId:ID(Event),title,event_type,mode,cameo,start:date,end:date,date_edtf,precision,"
            "factuality,place,"
            "country,confidence:float,sources:int,:LABEL\n";
  for (const auto& event : answer.events) {
    CsvRow(events)
        .add(format_hex(event.id.value))
        .add(event_title(event, index))
        .add(event.type)
        .add(event.mode)
        .add_quoted(event.cameo)
        .add(earliest(event.date))
        .add(latest(event.date))
        .add(format_edtf(event.date))
        .add(format_precision(event.date.precision))
        .add(format_status(event.status))
        .add(event.place ? event.place->name : "")
        .add(event.place ? event.place->country : "")
        .add(number(event.confidence))
        .add(event.sources)
        .add("Event");
  }
  auto& documents = open("documents.csv");
  documents << "docId:ID(Doc),name,source,title,published,url,:LABEL\n";
  for (const auto& article : answer.articles) {
    CsvRow(documents)
        .add(format_hex(article.id.value))
        .add(display_name(article))
        .add(article.source)
        .add(article.title)
        .add(article.published ? format_edtf(*article.published) : "")
        .add(article.url)
        .add("Doc");
  }
}

void write_neo4j_relations(const OpenFile& open, const Answer& answer, const AnswerIndex& index) {
  auto& participants = open("participants.csv");
  participants << ":START_ID(Actor),role,:END_ID(Event),:TYPE\n";
  for (const auto& event : answer.events) {
    for (const auto& [role, actor] : roles_of(event)) {
      if (index.actor(actor) == nullptr) continue;
      CsvRow(participants)
          .add(format_hex(actor.value))
          .add(format_role(role))
          .add(format_hex(event.id.value))
          .add("TOOK_PART");
    }
  }
  auto& mentions = open("mentions.csv");
  mentions << ":START_ID(Event),char_start:int,char_end:int,quote,factuality,:END_ID(Doc),:TYPE\n";
  for (const auto& event : answer.events) {
    for (const auto* mention : index.mentions(event)) {
      if (index.article(mention->article) == nullptr) continue;
      CsvRow(mentions)
          .add(format_hex(event.id.value))
          .add(mention->evidence.begin)
          .add(mention->evidence.end)
          .add(quote_of(*mention, index.article(mention->article)))
          .add(format_status(mention->status))
          .add(format_hex(mention->article.value))
          .add("TOLD_IN");
    }
  }
}

constexpr std::string_view neo4j_readme =
    "neo4j-admin database import full --array-delimiter=\";\" --nodes=actors.csv "
    "--nodes=events.csv "
    "--nodes=documents.csv --relationships=participants.csv --relationships=mentions.csv neo4j\n";

}  // namespace

void write_csv_set(const OpenFile& open, const Answer& answer, const FormatOptions&) {
  const AnswerIndex index(answer);
  write_events(open("events.csv"), answer, index);
  auto& participants = open("participants.csv");
  participants << "event_id,actor_id,role\n";
  for (const auto& event : answer.events) {
    for (const auto& [role, actor] : roles_of(event)) {
      CsvRow(participants).add(event_id(event)).add(actor_id_of(actor)).add(format_role(role));
    }
  }
  write_mentions(open("mentions.csv"), answer, index);
  write_documents(open("documents.csv"), answer);
  write_actors(open, answer);
}

void write_gephi_csv(const OpenFile& open, const Answer& answer, const FormatOptions& options) {
  const ProjectOptions how{.projection = parse_projection(options.projection),
                           .undirected = options.undirected,
                           .spells = true};
  const AnswerIndex index(answer);
  const auto records = records_of(answer, index);
  auto& nodes = open("nodes.csv");
  nodes << header("Id,Label,Timeset", node_columns());
  project(records, how,
          {[&](const GraphNode& node) {
             CsvRow row(nodes);
             row.add(node.id).add(node.label).add(timeset(node.spells));
             add_values(row, node.values);
           },
           [](const GraphEdge&) {}});
  auto& edges = open("edges.csv");
  edges << header("Id,Source,Target,Type,Kind,Label,Weight,Timeset", edge_columns());
  project(records, how,
          {[](const GraphNode&) {},
           [&](const GraphEdge& edge) {
             CsvRow row(edges);
             row.add(edge.id).add(edge.source).add(edge.target);
             row.add(options.undirected ? "Undirected" : "Directed").add(edge.kind).add(edge.label);
             row.add(number(edge.weight)).add(timeset(edge.spells));
             add_values(row, edge.values);
           }});
}

void write_neo4j(const OpenFile& open, const Answer& answer, const FormatOptions&) {
  const AnswerIndex index(answer);
  write_neo4j_nodes(open, answer, index);
  write_neo4j_relations(open, answer, index);
  open("import.sh") << neo4j_readme;
}

}  // namespace annals
