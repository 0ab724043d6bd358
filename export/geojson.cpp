// GeoJSON (RFC 7946): events as points with flat properties, as QGIS and timelines on maps want
// them.

#include "export/json_writer.h"
#include "export/words.h"
#include "export/writers.h"

namespace annals {
namespace {

void write_feature(JsonWriter& json, const AnswerIndex& index, const Event& event) {
  const bool located = event.place && event.place->latitude && event.place->longitude;
  json.new_element()
      .object()
      .field("type", "Feature")
      .field("id", format_hex(event.id.value))
      .key("geometry");
  if (located) {
    json.object().field("type", "Point").key("coordinates").array();  // longitude first
    json.value(*event.place->longitude).value(*event.place->latitude).end_array().end_object();
  } else {
    json.null();
  }
  json.key("properties").object();
  json.field("id", display_id(event.id)).field("title", event_title(event, index));
  json.optional_field("start", earliest(event.date)).optional_field("end", latest(event.date));
  json.optional_field("date_edtf", format_edtf(event.date));
  json.field("precision", format_precision(event.date.precision)).field("event_type", event.type);
  std::vector<ActorId> cast;
  for (const auto& participant : event.participants) cast.push_back(participant.actor);
  json.field("actors", index.names(cast)).field("factuality", format_status(event.status));
  json.field("n_mentions", event.mentions.size());
  json.optional_field("place", event.place ? std::string_view(event.place->name) : "");
  json.optional_field("country", event.place ? std::string_view(event.place->country) : "");
  json.field("geo_precision", located ? "place" : "none");
  const auto mentions = index.mentions(event);
  const auto* article = mentions.empty() ? nullptr : index.article(mentions.front()->article);
  json.optional_field("quote", mentions.empty() ? "" : quote_of(*mentions.front(), article));
  json.optional_field("source", article == nullptr ? "" : outlet_of(*article));
  json.end_object().end_object();
}

}  // namespace

void write_geojson(std::ostream& out, const Answer& answer, const FormatOptions& options) {
  const AnswerIndex index(answer);
  JsonWriter json(out);
  json.object().field("type", "FeatureCollection").key("features").array();
  for (const auto& event : answer.events) {
    if (options.located_only && !(event.place && event.place->latitude && event.place->longitude))
      continue;
    write_feature(json, index, event);
  }
  json.end_array().end_object().line().finish();
}

}  // namespace annals
