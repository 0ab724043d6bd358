// JSON-LD: events in the Simple Event Model, where they come from in PROV, the words in Web
// Annotation selectors. Vocabularies: semanticweb.cs.vu.nl/2009/11/sem, w3.org/TR/prov-o,
// w3.org/TR/annotation-vocab

#include "export/json_writer.h"
#include "export/words.h"
#include "export/writers.h"

namespace annals {
namespace {

std::string iri(std::string_view kind, std::uint64_t id) {
  return "urn:annals:" + std::string(kind) + ":" + format_hex(id);
}

void write_context(JsonWriter& json) {
  json.key("@context").object();
  for (const auto& [prefix, address] :
       {std::pair{"sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"},
        {"prov", "http://www.w3.org/ns/prov#"},
        {"oa", "http://www.w3.org/ns/oa#"},
        {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
        {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
        {"dcterms", "http://purl.org/dc/terms/"},
        {"xsd", "http://www.w3.org/2001/XMLSchema#"},
        {"edtf", "http://id.loc.gov/datatypes/edtf/"},
        {"annals", "urn:annals:vocabulary:"}}) {
    json.field(prefix, address);
  }
  json.end_object();
}

void write_day(JsonWriter& json, std::string_view key, const std::string& day) {
  if (!day.empty())
    json.key(key).object().field("@value", day).field("@type", "xsd:date").end_object();
}

void reference(JsonWriter& json, std::string_view key, const std::string& id) {
  json.key(key).object().field("@id", id).end_object();
}

void write_actor(JsonWriter& json, const Actor& actor) {
  json.new_element()
      .object()
      .field("@id", iri("actor", actor.id.value))
      .field("@type", "sem:Actor");
  json.field("rdfs:label", actor.name).field("annals:kind", format_kind(actor.kind));
  if (!actor.code.empty()) json.field("annals:code", actor.code);
  if (!actor.aliases.empty()) {
    json.key("annals:alias").array();
    for (const auto& alias : actor.aliases) json.value(alias);
    json.end_array();
  }
  json.end_object();
}

void write_article(JsonWriter& json, const Article& article) {
  json.new_element()
      .object()
      .field("@id", iri("article", article.id.value))
      .field("@type", "prov:Entity");
  if (!article.title.empty()) json.field("dcterms:title", article.title);
  if (!article.source.empty()) json.field("dcterms:publisher", article.source);
  if (!article.url.empty()) json.field("dcterms:source", article.url);
  if (article.published) {
    json.key("dcterms:issued").object().field("@value", format_edtf(*article.published));
    json.field("@type", "edtf:EDTF").end_object();
  }
  json.end_object();
}

/// Times as bounds: what is known to hold at the earliest and at the latest.
void write_time(JsonWriter& json, const EventDate& date) {
  write_day(json, "sem:hasEarliestBeginTimeStamp", earliest(date));
  write_day(json, "sem:hasLatestEndTimeStamp", latest(date));
  if (const auto edtf = format_edtf(date); !edtf.empty()) {
    json.key("dcterms:date")
        .object()
        .field("@value", edtf)
        .field("@type", "edtf:EDTF")
        .end_object();
  }
}

void write_roles(JsonWriter& json, const Event& event) {
  json.key("sem:hasActor").array();
  for (const auto& participant : event.participants) {
    json.object().field("@type", "sem:Role");
    reference(json, "sem:roleType", "annals:" + std::string(format_role(participant.role)));
    reference(json, "rdf:value", iri("actor", participant.actor.value));
    json.end_object();
  }
  json.end_array();
}

void write_telling(JsonWriter& json, const Mention& mention, const Article* article) {
  json.object()
      .field("@id", iri("mention", mention.id.value))
      .field("@type", "oa:SpecificResource");
  reference(json, "oa:hasSource", iri("article", mention.article.value));
  json.key("oa:hasSelector").array();
  json.object().field("@type", "oa:TextPositionSelector");
  json.field("oa:start", mention.evidence.begin).field("oa:end", mention.evidence.end).end_object();
  if (article != nullptr && mention.evidence.end <= article->text.size()) {
    json.object().field("@type", "oa:TextQuoteSelector");
    json.field("oa:exact", slice(article->text, mention.evidence)).end_object();
  }
  json.end_array().field("annals:status", format_status(mention.status)).end_object();
}

/// A claim of somebody about an event: what is not told as having happened, or told on somebody's
/// word.
void write_views(JsonWriter& json, const Event& event) {
  if (event.said_by.empty()) return;
  json.key("annals:view").array();
  for (const auto id : event.said_by) {
    json.object().field("@type", "sem:View");
    reference(json, "sem:accordingTo", iri("actor", id.value));
    json.end_object();
  }
  json.end_array();
}

void write_event(JsonWriter& json, const AnswerIndex& index, const Event& event) {
  json.new_element()
      .object()
      .field("@id", iri("event", event.id.value))
      .field("@type", "sem:Event");
  json.field("rdfs:label", event_title(event, index));
  reference(json, "sem:eventType", "annals:" + event.type);
  json.field("annals:status", format_status(event.status));
  if (!event.cameo.empty()) json.field("annals:cameo", event.cameo);
  write_time(json, event.date);
  write_roles(json, event);
  if (event.place) {
    json.key("sem:hasPlace")
        .object()
        .field("@type", "sem:Place")
        .field("rdfs:label", event.place->name);
    json.end_object();
  }
  write_views(json, event);
  json.field("annals:confidence", event.confidence).key("prov:wasDerivedFrom").array();
  for (const auto* mention : index.mentions(event))
    write_telling(json, *mention, index.article(mention->article));
  json.end_array().end_object();
}

}  // namespace

void write_jsonld(std::ostream& out, const Answer& answer, const FormatOptions&) {
  const AnswerIndex index(answer);
  JsonWriter json(out);
  json.object();
  write_context(json);
  json.key("@graph").array();
  for (const auto& actor : answer.actors) write_actor(json, actor);
  for (const auto& article : answer.articles) write_article(json, article);
  for (const auto& event : answer.events) write_event(json, index, event);
  json.end_array().end_object().line().finish();
}

}  // namespace annals
