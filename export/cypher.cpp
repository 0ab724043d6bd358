// Cypher statements: openCypher as Neo4j, Memgraph and others read it. Run again, they change
// nothing.

#include <set>

#include "export/escape.h"
#include "export/words.h"
#include "export/writers.h"

namespace annals {
namespace {

constexpr std::size_t batch = 500;  // rows of one UNWIND

/// A Cypher string in double quotes: JSON's escapes are Cypher's too.
std::string text(std::string_view value) {
  if (value.empty()) return "null";
  std::string out;
  append_json(out, value);
  return out;
}

std::string day(const std::string& value) {
  return value.empty() ? "null" : "date('" + value + "')";
}

/// Collects rows and writes a statement for each batch: UNWIND [rows] AS r <rest>.
class Rows {
 public:
  Rows(std::ostream& out, std::string_view rest) : out_(out), rest_(rest) {}
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  ~Rows() { flush(); }

  void add(const std::string& row) {
    rows_ += (count_++ == 0 ? "" : ",\n") + row;
    if (count_ == batch) flush();
  }

 private:
  void flush() {
    if (count_ > 0) out_ << "UNWIND [\n" << rows_ << "\n] AS r\n" << rest_ << ";\n";
    rows_.clear();
    count_ = 0;
  }

  std::ostream& out_;
  std::string_view rest_;
  std::string rows_;
  std::size_t count_ = 0;
};

std::string hex(std::uint64_t id) { return "\"" + format_hex(id) + "\""; }

void write_nodes(std::ostream& out, const Answer& answer, const AnswerIndex& index) {
  Rows actors(out,
              "MERGE (a:Actor {id: r.id}) SET a.name = r.name, a.kind = r.kind, a.code = r.code");
  for (const auto& actor : answer.actors) {
    actors.add("{id: " + hex(actor.id.value) + ", name: " + text(actor.name) +
               ", kind: " + text(format_kind(actor.kind)) + ", code: " + text(actor.code) + "}");
  }
  Rows documents(
      out,
      "MERGE (d:Doc {id: r.id}) SET d.name = r.name, d.source = r.source, d.title = r.title, "
      "d.published = r.published, d.url = r.url");
  for (const auto& article : answer.articles) {
    documents.add("{id: " + hex(article.id.value) + ", name: " + text(display_name(article)) +
                  ", source: " + text(article.source) + ", title: " + text(article.title) +
                  ", published: " + text(article.published ? format_edtf(*article.published) : "") +
                  ", url: " + text(article.url) + "}");
  }
  Rows events(out,
              "MERGE (e:Event {id: r.id}) SET e.title = r.title, e.type = r.type, e.cameo = "
              "r.cameo, e.start = r.start, "
              "e.end = r.end, e.date_edtf = r.edtf, e.precision = r.precision, e.factuality = "
              "r.status, e.place = r.place, "
              "e.confidence = r.confidence");
  for (const auto& event : answer.events) {
    events.add("{id: " + hex(event.id.value) + ", title: " + text(event_title(event, index)) +
               ", type: " + text(event.type) + ", cameo: " + text(event.cameo) +
               ", start: " + day(earliest(event.date)) + ", end: " + day(latest(event.date)) +
               ", edtf: " + text(format_edtf(event.date)) +
               ", precision: " + text(format_precision(event.date.precision)) +
               ", status: " + text(format_status(event.status)) +
               ", place: " + text(event.place ? event.place->name : "") +
               ", confidence: " + format_number(event.confidence) + "}");
  }
}

void write_relations(std::ostream& out, const Answer& answer, const AnswerIndex& index) {
  Rows participants(out,
                    "MATCH (a:Actor {id: r.actor}), (e:Event {id: r.event}) "
                    "MERGE (a)-[:TOOK_PART {role: r.role}]->(e)");
  for (const auto& event : answer.events) {
    std::set<std::pair<Role, ActorId>> seen;
    for (const auto& participant : event.participants)
      seen.insert({participant.role, participant.actor});
    for (const auto& [role, actor] : seen) {
      participants.add("{actor: " + hex(actor.value) + ", event: " + hex(event.id.value) +
                       ", role: " + text(format_role(role)) + "}");
    }
  }
  Rows mentions(out,
                "MATCH (e:Event {id: r.event}), (d:Doc {id: r.doc}) "
                "MERGE (e)-[t:TOLD_IN {start: r.start, end: r.end}]->(d) SET t.quote = r.quote, "
                "t.factuality = r.status");
  for (const auto& event : answer.events) {
    for (const auto* mention : index.mentions(event)) {
      mentions.add("{event: " + hex(event.id.value) + ", doc: " + hex(mention->article.value) +
                   ", start: " + std::to_string(mention->evidence.begin) +
                   ", end: " + std::to_string(mention->evidence.end) +
                   ", quote: " + text(quote_of(*mention, index.article(mention->article))) +
                   ", status: " + text(format_status(mention->status)) + "}");
    }
  }
}

}  // namespace

void write_cypher(std::ostream& out, const Answer& answer, const FormatOptions&) {
  const AnswerIndex index(answer);
  for (const auto* label : {"Actor", "Event", "Doc"}) {
    out << "CREATE CONSTRAINT IF NOT EXISTS FOR (n:" << label << ") REQUIRE n.id IS UNIQUE;\n";
  }
  write_nodes(out, answer, index);
  write_relations(out, answer, index);
}

}  // namespace annals
