// FollowTheMoney entities, one a line: what Aleph imports. Format: followthemoney.tech

#include <map>
#include <set>

#include "export/json_writer.h"
#include "export/words.h"
#include "export/writers.h"

namespace annals {
namespace {

std::string_view schema_of(ActorKind kind) {
  switch (kind) {
    case ActorKind::person:
      return "Person";
    case ActorKind::country:
      return "PublicBody";
    case ActorKind::place:
      return "Address";
    case ActorKind::organization:
    case ActorKind::armed_group:
      return "Organization";
    case ActorKind::role_group:
      return "LegalEntity";
  }
  return "LegalEntity";
}

void write_property(JsonWriter& json, std::string_view name, const std::set<std::string>& values) {
  if (values.empty()) return;
  json.key(name).array();
  for (const auto& value : values) json.value(value);
  json.end_array();
}

void write_text(JsonWriter& json, std::string_view name, const std::string& value) {
  if (!value.empty()) json.key(name).array().value(value).end_array();
}

void write_entity(JsonWriter& json, const Actor& actor) {
  json.object()
      .field("id", "annals-a-" + format_hex(actor.id.value))
      .field("schema", schema_of(actor.kind));
  json.key("properties").object();
  if (actor.kind == ActorKind::place) {
    write_text(json, "full", actor.name);
  } else {
    write_text(json, "name", actor.name);
    write_property(json, "alias", {actor.aliases.begin(), actor.aliases.end()});
  }
  json.end_object().end_object().line();
}

/// Dates of FollowTheMoney are prefixes of days: 2011, 2011-09 or 2011-09-26. Other dates become
/// their bounds.
void write_dates(JsonWriter& json, const EventDate& date) {
  if (date.precision == Precision::day || date.precision == Precision::month ||
      date.precision == Precision::year) {
    auto day = format_day(date.first);
    if (date.precision != Precision::day) day.resize(date.precision == Precision::month ? 7 : 4);
    write_text(json, "date", day);
    return;
  }
  write_text(json, "startDate", earliest(date));
  write_text(json, "endDate", latest(date));
}

void write_event(JsonWriter& json, const AnswerIndex& index, const Event& event) {
  std::set<std::string> organizers, involved;
  for (const auto& participant : event.participants) {
    const auto* actor = index.actor(participant.actor);
    if (actor == nullptr || actor->kind == ActorKind::place) continue;
    auto& side = participant.role == Role::source ? organizers : involved;
    side.insert("annals-a-" + format_hex(actor->id.value));
  }
  std::set<std::string> quotes, urls, publishers;
  for (const auto* mention : index.mentions(event)) {
    const auto* article = index.article(mention->article);
    if (article == nullptr) continue;
    if (auto quote = quote_of(*mention, article); !quote.empty()) quotes.insert(std::move(quote));
    if (!article->url.empty()) urls.insert(article->url);
    publishers.insert(outlet_of(*article));
  }
  json.object().field("id", "annals-e-" + format_hex(event.id.value)).field("schema", "Event");
  json.key("properties").object();
  write_text(json, "name", event_title(event, index));
  write_dates(json, event.date);
  write_property(json, "organizer", organizers);
  write_property(json, "involved", involved);
  if (event.place) write_text(json, "location", event.place->name);
  const auto tag = status_tag(event, index);
  write_text(json, "summary",
             event.type + (event.mode.empty() ? "" : "/" + event.mode) + ", " +
                 display_date(event.date) + (tag.empty() ? "" : " " + tag));
  write_property(json, "description", quotes);
  write_property(json, "sourceUrl", urls);
  write_property(json, "publisher", publishers);
  json.end_object().end_object().line();
}

}  // namespace

void write_ftm(std::ostream& out, const Answer& answer, const FormatOptions&) {
  const AnswerIndex index(answer);
  JsonWriter json(out);
  for (const auto& actor : answer.actors) write_entity(json, actor);
  for (const auto& event : answer.events) write_event(json, index, event);
  json.finish();
}

}  // namespace annals
