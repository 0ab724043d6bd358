#include "export/archive.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <sstream>
#include <tuple>
#include <unordered_map>

#include "export/json_writer.h"
#include "export/writers.h"

namespace annals {
namespace {

void write(JsonWriter& json, std::string_view key, Span span) {
  json.key(key).array().value(span.begin).value(span.end).end_array();
}

void write_date(JsonWriter& json, std::string_view key, const EventDate& date) {
  json.field(key, format_edtf(date));
  // EDTF has no word for a precision that its shape does not show.
  const auto read = parse_edtf(format_edtf(date));
  if (read && *read == date) return;
  json.key(std::string(key) + "_exact").object();
  json.field("first", format_day(date.first)).field("last", format_day(date.last));
  json.field("precision", format_precision(date.precision)).field("approximate", date.approximate);
  json.field("month", static_cast<int>(date.month))
      .field("day", static_cast<int>(date.day))
      .end_object();
}

void write_article(JsonWriter& json, const Article& article) {
  json.key("article").object();
  json.field("id", format_hex(article.id.value))
      .field("name", article.name)
      .field("path", article.path);
  json.field("source", article.source).field("title", article.title).field("url", article.url);
  if (article.published) write_date(json, "published", *article.published);
  json.field("published_basis", format_basis(article.published_basis));
  json.field("published_text", article.published_text).field("text", article.text);
  json.key("blocks").array();
  for (const auto& block : article.blocks) {
    json.array()
        .value(block.span.begin)
        .value(block.span.end)
        .value(format_block_kind(block.kind))
        .end_array();
  }
  json.end_array().end_object();
}

void write_actor(JsonWriter& json, const Actor& actor) {
  json.object()
      .field("id", format_hex(actor.id.value))
      .field("kind", format_kind(actor.kind))
      .field("name", actor.name);
  json.key("aliases").array();
  for (const auto& alias : actor.aliases) json.value(alias);
  json.end_array().field("code", actor.code).field("country", actor.country).key("roles").array();
  for (const auto& role : actor.roles) {
    json.object().field("title", role.title).field("code", role.code);
    write_date(json, "seen", role.seen);
    json.end_object();
  }
  json.end_array().end_object();
}

void write_place(JsonWriter& json, const Place& place) {
  json.key("place").object().field("name", place.name).field("country", place.country);
  if (place.latitude) json.field("lat", *place.latitude);
  if (place.longitude) json.field("lon", *place.longitude);
  json.end_object();
}

void write_mention(JsonWriter& json, const Mention& mention) {
  json.object()
      .field("id", format_hex(mention.id.value))
      .field("type", mention.type)
      .field("mode", mention.mode);
  json.field("cameo", mention.cameo).key("participants").array();
  for (const auto& participant : mention.participants) {
    json.object()
        .field("role", format_role(participant.role))
        .field("actor", format_hex(participant.actor.value));
    write(json, "span", participant.span);
    json.end_object();
  }
  json.end_array();
  write_date(json, "date", mention.date);
  json.field("date_basis", format_date_basis(mention.date_basis))
      .field("date_text", mention.date_text);
  json.field("status", format_status(mention.status));
  if (mention.said_by) json.field("said_by", format_hex(mention.said_by->value));
  if (mention.place) write_place(json, *mention.place);
  json.key("counts").array();
  for (const auto& count : mention.counts) {
    json.object()
        .field("what", count.what)
        .field("value", count.value)
        .field("words", count.words)
        .end_object();
  }
  json.end_array().field("confidence", mention.confidence).field("rule", mention.rule);
  write(json, "evidence", mention.evidence);
  write(json, "trigger", mention.trigger);
  write(json, "sentence", mention.sentence);
  if (!mention.brief.empty()) {
    json.key("brief").array();
    for (const Span span : mention.brief)
      json.array().value(span.begin).value(span.end).end_array();
    json.end_array();
  }
  json.end_object();
}

/// An imported event, and where it stands in its table.
struct TableLine {
  ArticleId table;
  std::uint64_t line = 0;
  EventId event;

  auto operator<=>(const TableLine&) const = default;
};

constexpr std::size_t chunk = 65536;  // events that are in memory at once

/// Calls `see` with some thousand at a time.
template <class Value, class See>
void in_chunks(std::span<const Value> values, See see) {
  for (std::size_t at = 0; at < values.size(); at += chunk)
    see(values.subspan(at, std::min(chunk, values.size() - at)));
}

/// Each imported event is its own mention, and "file.tsv:17" its rule.
std::vector<TableLine> lines_of_tables(const Store& store) {
  std::vector<TableLine> lines;
  if (store.imports().empty()) return lines;
  const auto ids = store.events_in(Window{}, true);
  in_chunks(std::span<const EventId>(ids), [&](std::span<const EventId> some) {
    std::vector<MentionId> own;
    for (const Event& event : store.events(some)) {
      if (event.mentions.size() == 1 && event.mentions.front().value == event.id.value)
        own.push_back(event.mentions.front());
    }
    for (const auto& mention : store.mentions(own)) {
      if (!mention) continue;
      TableLine line{.table = mention->article, .event = EventId{mention->id.value}};
      const auto digits = mention->rule.substr(mention->rule.rfind(':') + 1);
      std::from_chars(digits.data(), digits.data() + digits.size(), line.line);
      lines.push_back(line);
    }
  });
  std::sort(lines.begin(), lines.end());
  return lines;
}

/// The actors of a table by id; each is written before the rows that name it.
using Named = std::unordered_map<std::uint64_t, std::string>;

void write_new_actors(JsonWriter& json, const Store& store, const Event& event, Named& named) {
  for (const auto& participant : event.participants) {
    const auto [at, fresh] = named.try_emplace(participant.actor.value);
    const auto actor = fresh ? store.actor(participant.actor) : std::nullopt;
    if (!actor) continue;
    at->second = actor->name;
    json.object().field("record", "actor").key("actor");
    write_actor(json, *actor);
    json.end_object().line();
  }
}

void write_row(JsonWriter& json, const Event& event, std::uint64_t line, const Named& named) {
  json.object().field("record", "row").field("line", line);
  write_date(json, "date", event.date);
  json.field("type", event.type).field("cameo", event.cameo);
  for (const auto& participant : event.participants) {
    json.field(participant.role == Role::target ? "target" : "source",
               named.at(participant.actor.value));
  }
  json.end_object().line();
}

/// The tables of events that have no text, by id: a head, and the rows in the order of their lines.
void write_tables(std::ostream& out, const Store& store) {
  const auto lines = lines_of_tables(store);
  JsonWriter json(out);
  for (auto table = lines.begin(); table != lines.end();) {
    const auto end = std::find_if(
        table, lines.end(), [&](const TableLine& line) { return line.table != table->table; });
    const auto article = store.article(table->table);
    json.object()
        .field("record", "table")
        .field("id", format_hex(table->table.value))
        .field("name", article ? article->path : "")
        .end_object()
        .line();
    Named named;
    in_chunks(std::span<const TableLine>(table, end), [&](std::span<const TableLine> some) {
      std::vector<EventId> ids;
      for (const TableLine& line : some) ids.push_back(line.event);
      const auto events = store.events(ids);
      for (std::size_t i = 0; i < events.size(); ++i) {
        write_new_actors(json, store, events[i], named);
        write_row(json, events[i], some[i].line, named);
      }
    });
    table = end;
  }
  json.finish();
}

}  // namespace

std::string format_facts(const Facts& facts) {
  std::ostringstream out;
  JsonWriter json(out);
  json.object().field("record", "facts");
  write_article(json, facts.article);
  json.key("sentences").array();
  for (const auto& span : facts.sentences)
    json.array().value(span.begin).value(span.end).end_array();
  json.end_array().key("timexes").array();
  for (const auto& timex : facts.timexes) {
    json.object();
    write(json, "span", timex.span);
    json.field("type", timex.type).field("value", timex.value).field("mod", timex.mod);
    write_date(json, "date", timex.date);
    json.end_object();
  }
  json.end_array().key("actors").array();
  for (const auto& actor : facts.actors) write_actor(json, actor);
  json.end_array().key("mentions").array();
  for (const auto& mention : facts.mentions) write_mention(json, mention);
  json.end_array().field("language", format_hex(facts.language)).end_object().finish();
  return out.str();
}

void write_archive(std::ostream& out, const Store& store) {
  out << R"({"record":"archive","schema":"annals.archive/1"})" << '\n';
  for (const auto id : store.article_ids()) {
    if (const auto facts = store.facts(id)) out << format_facts(*facts) << '\n';
  }
  write_tables(out, store);
  for (const auto& decision : store.decisions()) {
    JsonWriter json(out);
    json.object()
        .field("record", "decision")
        .field("id", format_hex(decision.id))
        .field("json", decision.json);
    json.end_object().line().finish();
  }
}

std::vector<std::string> write_store_archive(std::ostream& out, const Store& store,
                                             const FormatOptions&) {
  write_archive(out, store);
  return {};
}

}  // namespace annals
