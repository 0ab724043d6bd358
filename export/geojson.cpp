// GeoJSON (RFC 7946): events as points with flat properties, as QGIS and timelines on maps want
// them.

#include <algorithm>

#include "export/json_writer.h"
#include "export/words.h"
#include "export/writers.h"

namespace annals {
namespace {

bool is_located(const Event& event) {
  return event.place && event.place->latitude && event.place->longitude;
}

void write_feature(JsonWriter& json, const AnswerIndex& index, const Event& event) {
  const bool located = is_located(event);
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
    if (!options.located_only || is_located(event)) write_feature(json, index, event);
  }
  json.end_array().end_object().line().finish();
}

std::vector<std::string> geojson_remarks(const Answer& answer, const FormatOptions& options) {
  const auto located =
      static_cast<std::size_t>(std::count_if(answer.events.begin(), answer.events.end(),
                                             [](const Event& event) { return is_located(event); }));
  const auto others = answer.events.size() - located;
  if (others == 0) return {};
  return {counted(others, "event has", "events have") + " no known place" +
          (options.located_only ? "; not in the file" : "; geometry is null there")};
}

}  // namespace annals
