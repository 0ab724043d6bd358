// json and jsonl: the rows of an answer with everything that a script wants to know about them.

#include "export/json_writer.h"
#include "export/words.h"
#include "export/writers.h"

namespace annals {
namespace {

void write_names(JsonWriter& json, const AnswerIndex& index, std::string_view key,
                 std::span<const ActorId> ids) {
  json.key(key).array();
  for (const auto id : ids) {
    json.object().field("actor", format_hex(id.value)).field("name", index.name(id)).end_object();
  }
  json.end_array();
}

void write_participants(JsonWriter& json, const AnswerIndex& index,
                        std::span<const Participant> participants) {
  json.key("participants").array();
  for (const auto& participant : participants) {
    const auto* actor = index.actor(participant.actor);
    json.object()
        .field("role", format_role(participant.role))
        .field("actor", format_hex(participant.actor.value))
        .field("name", index.name(participant.actor))
        .optional_field("kind", actor != nullptr ? format_kind(actor->kind) : "")
        .optional_field("code", actor != nullptr ? std::string_view(actor->code) : "")
        .end_object();
  }
  json.end_array();
}

void write_place(JsonWriter& json, const std::optional<Place>& place) {
  json.key("place");
  if (!place) {
    json.null();
    return;
  }
  json.object().field("name", place->name).optional_field("country", place->country);
  if (place->latitude && place->longitude)
    json.field("lat", *place->latitude).field("lon", *place->longitude);
  json.end_object();
}

void write_date(JsonWriter& json, const EventDate& date, DateBasis basis) {
  json.optional_field("date", format_edtf(date))
      .optional_field("earliest", earliest(date))
      .optional_field("latest", latest(date))
      .field("precision", format_precision(date.precision))
      .field("approximate", date.approximate)
      .field("date_words", display_date(date))
      .field("date_basis", format_date_basis(basis));
}

void write_citations(JsonWriter& json, const AnswerIndex& index, const Event& event) {
  json.key("citations").array();
  for (const auto* mention : index.mentions(event)) {
    const auto* article = index.article(mention->article);
    json.object()
        .field("mention", format_hex(mention->id.value))
        .field("article", format_hex(mention->article.value));
    if (article != nullptr) {
      json.field("name", display_name(*article))
          .optional_field("source", article->source)
          .optional_field("title", article->title)
          .optional_field("path", article->path)
          .optional_field("url", article->url)
          .optional_field("published", article->published ? format_edtf(*article->published) : "")
          .field("published_basis", format_basis(article->published_basis));
    }
    json.field("start", mention->evidence.begin)
        .field("end", mention->evidence.end)
        .optional_field("quote", quote_of(*mention, article))
        .optional_field("date", format_edtf(mention->date))
        .optional_field("date_text", mention->date_text)
        .field("status", format_status(mention->status))
        .field("rule", mention->rule)
        .end_object();
  }
  json.end_array();
}

void write_event_fields(JsonWriter& json, const AnswerIndex& index, const Event& event) {
  json.field("event", format_hex(event.id.value))
      .field("id", display_id(event.id))
      .field("title", event_title(event, index))
      .field("type", event.type)
      .optional_field("mode", event.mode)
      .optional_field("cameo", event.cameo)
      .field("status", format_status(event.status));
  write_names(json, index, "said_by", event.said_by);
  write_date(json, event.date, event.date_basis);
  json.optional_field("date_reason", event.date_reason);
  write_participants(json, index, event.participants);
  write_place(json, event.place);
  json.key("counts").array();
  for (const auto& count : event.counts) {
    json.object()
        .field("what", count.what)
        .field("value", count.value)
        .optional_field("words", count.words)
        .end_object();
  }
  json.end_array()
      .field("confidence", event.confidence)
      .field("sources", event.sources)
      .field("independent_sources", event.independent_sources);
  json.key("contested").array();
  for (const auto& contest : event.contested) {
    json.object().field("what", contest.what).key("values").array();
    for (const auto& one : contest.values) json.value(one);
    json.end_array().end_object();
  }
  json.end_array();
  write_citations(json, index, event);
}

void write_row(JsonWriter& json, const AnswerIndex& index, const Answer& answer,
               const AnswerRow& row) {
  json.object().key("cells").object();
  for (std::size_t i = 0; i < std::min(row.cells.size(), answer.columns.size()); ++i) {
    json.field(answer.columns[i], row.cells[i]);
  }
  json.end_object().field("certain", row.certain);
  if (!row.section.empty()) json.field("section", row.section);
  write_names(json, index, "actors", row.actors);
  if (row.event) {
    if (const auto* event = index.event(*row.event)) {
      write_event_fields(json, index, *event);
    } else {
      json.field("event", format_hex(row.event->value));
    }
  }
  json.end_object();
}

/// The object around the rows, which come in pieces.
class JsonAnswer {
 public:
  explicit JsonAnswer(std::ostream& out) : json_(out) {}

  void add(const Answer& piece) {
    if (!begun_) begin(piece);
    begun_ = true;
    const AnswerIndex index(piece);
    for (const auto& row : piece.rows) {
      json_.new_element();
      write_row(json_, index, piece, row);
    }
  }

  /// `last` has the notes.
  void end(const Answer& last) {
    add(last);
    json_.end_array().key("warnings").array();
    for (const auto& note : last.notes) json_.value(note);
    json_.end_array().end_object().line().finish();
  }

 private:
  void begin(const Answer& piece) {
    json_.object()
        .field("schema", "annals.result/1")
        .field("query", piece.question)
        .field("interpretation", piece.understood)
        .field("verb", piece.verb);
    json_.key("columns").array();
    for (const auto& column : piece.columns) json_.value(column);
    json_.end_array().key("rows").array();
  }

  JsonWriter json_;
  bool begun_ = false;
};

void write_row_lines(JsonWriter& json, const Answer& piece) {
  const AnswerIndex index(piece);
  for (const auto& row : piece.rows) {
    write_row(json, index, piece, row);
    json.line();
  }
}

}  // namespace

void write_json(std::ostream& out, const Answer& answer, const FormatOptions&) {
  JsonAnswer(out).end(answer);
}

void write_json_pieces(std::ostream& out, const AnswerPieces& pieces, const FormatOptions&) {
  JsonAnswer json(out);
  json.end(pieces([&](const Answer& piece) { json.add(piece); }));
}

void write_jsonl(std::ostream& out, const Answer& answer, const FormatOptions&) {
  JsonWriter json(out);
  write_row_lines(json, answer);
  json.finish();
}

void write_jsonl_pieces(std::ostream& out, const AnswerPieces& pieces, const FormatOptions&) {
  JsonWriter json(out);
  write_row_lines(json, pieces([&](const Answer& piece) { write_row_lines(json, piece); }));
  json.finish();
}

}  // namespace annals
