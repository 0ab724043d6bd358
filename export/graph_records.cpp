#include "export/graph_records.h"

#include <algorithm>
#include <array>

#include "export/escape.h"
#include "export/words.h"
#include "query/tell.h"

namespace annals {
namespace {

constexpr std::size_t most_text = 500;  // bytes of a free text

enum NodeColumn : std::size_t {
  name,
  node_kind,
  actor_type,
  code,
  country,
  aliases,
  n_events,
  first_date,
  last_date,
  event_type,
  mode,
  cameo,
  start,
  end,
  date_edtf,
  precision,
  date_status,
  date_source,
  factuality,
  said_by,
  place,
  latitude,
  longitude,
  counts,
  n_mentions,
  n_sources,
  n_independent,
  confidence,
  contested,
  quote,
  doc_id,
  position,
  source_name,
  source_url,
  published,
  node_column_count
};

constexpr std::array<GraphColumn, node_column_count> node_table = {{
    {"name", ColumnType::text},
    {"node_kind", ColumnType::text},
    {"actor_type", ColumnType::text},
    {"code", ColumnType::text},
    {"country", ColumnType::text},
    {"aliases", ColumnType::text},
    {"n_events", ColumnType::integer},
    {"first_date", ColumnType::text},
    {"last_date", ColumnType::text},
    {"event_type", ColumnType::text},
    {"mode", ColumnType::text},
    {"cameo", ColumnType::text},
    {"start", ColumnType::text},
    {"end", ColumnType::text},
    {"date_edtf", ColumnType::text},
    {"precision", ColumnType::text},
    {"date_status", ColumnType::text},
    {"date_source", ColumnType::text},
    {"factuality", ColumnType::text},
    {"said_by", ColumnType::text},
    {"place", ColumnType::text},
    {"latitude", ColumnType::real},
    {"longitude", ColumnType::real},
    {"counts", ColumnType::text},
    {"n_mentions", ColumnType::integer},
    {"n_sources", ColumnType::integer},
    {"n_independent", ColumnType::integer},
    {"confidence", ColumnType::real},
    {"contested", ColumnType::text},
    {"quote", ColumnType::text},
    {"doc_id", ColumnType::text},
    {"position", ColumnType::text},
    {"source_name", ColumnType::text},
    {"source_url", ColumnType::text},
    {"published", ColumnType::text},
}};

constexpr std::array<GraphColumn, edge_column_count> edge_table = {{
    {"interaction", ColumnType::text},
    {"role", ColumnType::text},
    {"symmetric", ColumnType::boolean},
    {"start", ColumnType::text},
    {"end", ColumnType::text},
    {"precision", ColumnType::text},
    {"factuality", ColumnType::text},
    {"n_events", ColumnType::integer},
    {"event_ids", ColumnType::text},
    {"quote", ColumnType::text},
    {"source_name", ColumnType::text},
}};

void set_source(std::vector<GraphValue>& values, const Telling& telling) {
  set_text(values[quote], telling.quote);
  set_text(values[position], telling.position);
  set_text(values[doc_id], telling.document);
  set_text(values[source_name], telling.source_name);
  set_text(values[source_url], telling.source_url);
  set_text(values[published], telling.published);
}

}  // namespace

void Activity::add(const EventDate& date, bool with_spells) {
  ++events;
  for (const auto& spell : spells_of(date)) {
    if (spell.first != first_day) first = std::min(first, spell.first);
    if (spell.last != last_day) last = std::max(last, spell.last);
    if (!with_spells || spell.first == first_day || spell.last == last_day) continue;
    spells.push_back(spell);
    if (spells.size() < room) continue;
    spells = join_spells(std::move(spells));
    room = std::max<std::size_t>(64, 2 * spells.size());  // so that joining stays cheap
  }
}

std::string actor_node(ActorId id) { return "a:" + format_hex(id.value); }
std::string event_node(EventId id) { return "E" + format_hex(id.value); }

void set_text(GraphValue& value, std::string text) {
  if (text.empty()) {
    value = std::monostate{};
  } else {
    value = std::move(text);
  }
}

void set_count(GraphValue& value, std::uint64_t number) {
  value = static_cast<std::int64_t>(number);
}

std::string kind_of(const std::string& type, Status status) {
  const std::string word = type.empty() ? "EVENT" : type;
  return status == Status::happened ? word : word + ":" + std::string(format_status(status));
}

std::set<ActorId> actors_of(const Event& event) {
  std::set<ActorId> out;
  for (const auto& participant : event.participants) out.insert(participant.actor);
  return out;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : std::string(between)) + part;
  return out;
}

void set_dates(std::vector<GraphValue>& values, std::size_t first, std::size_t last,
               const EventDate& date) {
  set_text(values[first], earliest(date));
  set_text(values[last], latest(date));
}

GraphNode actor_record(const Actor& actor, const Activity& activity) {
  GraphNode node;
  node.id = actor_node(actor.id);
  node.label = actor.name.empty() ? format_hex(actor.id.value) : one_line(actor.name);
  node.colour_key = format_kind(actor.kind);
  node.size = activity.events > 0 ? activity.events : 1;
  node.spells = activity.spells;
  node.values.resize(node_column_count);
  auto& values = node.values;
  set_text(values[name], node.label);
  set_text(values[node_kind], "actor");
  set_text(values[actor_type], std::string(format_kind(actor.kind)));
  set_text(values[code], actor.code);
  set_text(values[country], actor.country);
  set_text(values[aliases], shorten(one_line(joined(actor.aliases, "|")), most_text));
  set_count(values[n_events], activity.events);
  if (activity.first != last_day) set_text(values[first_date], format_day(activity.first));
  if (activity.last != first_day) set_text(values[last_date], format_day(activity.last));
  return node;
}

void fill_event_record(const RecordSource::Told& told,
                       const std::function<const std::string&(ActorId)>& name_of, GraphNode& node) {
  const Event& event = *told.event;
  node.id = event_node(event.id);
  std::vector<std::string> names;
  for (const auto id : actors_of(event)) names.push_back(name_of(id));
  node.label = kind_of(event.type, event.status) + (names.empty() ? "" : ": ") +
               shorten(joined(names, ", "), 120);
  node.colour_key = event.type;
  node.size = event.mentions.empty() ? 1 : static_cast<double>(event.mentions.size());
  node.spells = spells_of(event.date);
  node.values.assign(node_column_count, GraphValue{});
  auto& values = node.values;
  set_text(values[name], node.label);
  set_text(values[node_kind], "event");
  set_text(values[event_type], event.type);
  set_text(values[mode], event.mode);
  set_text(values[cameo], event.cameo);
  set_dates(values, start, end, event.date);
  set_text(values[date_edtf], format_edtf(event.date));
  set_text(values[precision], std::string(format_precision(event.date.precision)));
  set_text(values[date_status], has_day(event.date) ? "dated" : "undated");
  set_text(values[date_source], std::string(format_date_basis(event.date_basis)));
  set_text(values[factuality], std::string(format_status(event.status)));
  std::vector<std::string> sayers;
  for (const auto id : event.said_by) sayers.push_back(name_of(id));
  set_text(values[said_by], joined(sayers, "|"));
  if (event.place) {
    set_text(values[place], event.place->name);
    set_text(values[country], event.place->country);
    if (event.place->latitude) values[latitude] = *event.place->latitude;
    if (event.place->longitude) values[longitude] = *event.place->longitude;
  }
  set_text(values[counts], counts_of(event));
  set_count(values[n_mentions], event.mentions.size());
  set_count(values[n_sources], event.sources);
  set_count(values[n_independent], event.independent_sources);
  values[confidence] = event.confidence;
  std::vector<std::string> contests;
  for (const auto& contest : event.contested)
    contests.push_back(contest.what + ": " + joined(contest.values, " / "));
  set_text(values[contested], shorten(joined(contests, "; "), most_text));
  set_source(values, told.telling);
}

GraphEdge event_edge(const Event& event, std::string kind, std::string label) {
  GraphEdge edge;
  edge.kind = std::move(kind);
  edge.label = std::move(label);
  edge.spells = spells_of(event.date);
  edge.values.resize(edge_column_count);
  auto& values = edge.values;
  set_text(values[e_interaction], edge.kind);
  values[e_symmetric] = false;
  set_dates(values, e_start, e_end, event.date);
  set_text(values[e_precision], std::string(format_precision(event.date.precision)));
  set_text(values[e_factuality], std::string(format_status(event.status)));
  set_count(values[e_n_events], 1);
  set_text(values[e_event_ids], format_hex(event.id.value));
  return edge;
}

std::span<const GraphColumn> node_columns() { return node_table; }
std::span<const GraphColumn> edge_columns() { return edge_table; }

std::size_t edge_column(std::string_view name) {
  const auto at = std::find_if(edge_table.begin(), edge_table.end(),
                               [&](const GraphColumn& column) { return column.name == name; });
  return static_cast<std::size_t>(at - edge_table.begin());
}

std::vector<Spell> spells_of(const EventDate& date) {
  if (!has_day(date)) return {};
  return {{date.precision == Precision::before ? first_day : date.first,
           date.precision == Precision::after ? last_day : date.last}};
}

std::vector<Spell> join_spells(std::vector<Spell> spells) {
  std::sort(spells.begin(), spells.end());
  std::vector<Spell> out;
  for (const auto& spell : spells) {
    if (!out.empty() && spell.first <= out.back().last + date::days{1}) {
      out.back().last = std::max(out.back().last, spell.last);
    } else {
      out.push_back(spell);
    }
  }
  return out;
}

}  // namespace annals
