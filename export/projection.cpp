#include "export/projection.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "export/escape.h"
#include "export/words.h"
#include "graph/error.h"
#include "query/tell.h"

namespace annals {
namespace {

constexpr std::size_t most_text = 500;   // bytes of a free text
constexpr std::size_t most_events = 20;  // ids that an edge lists

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

enum EdgeColumn : std::size_t {
  e_interaction,
  e_role,
  e_symmetric,
  e_start,
  e_end,
  e_precision,
  e_factuality,
  e_n_events,
  e_event_ids,
  e_quote,
  e_source_name,
  edge_column_count
};

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

using Told = RecordSource::Told;

std::string actor_node(ActorId id) { return "a:" + format_hex(id.value); }
std::string event_node(EventId id) { return "e:" + format_hex(id.value); }

void set(GraphValue& value, std::string text) {
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

/// What an answer's actors did in it.
struct Activity {
  std::uint32_t events = 0;
  date::sys_days first = last_day;
  date::sys_days last = first_day;
  std::vector<Spell> spells;

  void add(const EventDate& date, bool with_spells) {
    ++events;
    for (const auto& spell : spells_of(date)) {
      if (spell.first != first_day) first = std::min(first, spell.first);
      if (spell.last != last_day) last = std::max(last, spell.last);
      if (!with_spells || spell.first == first_day || spell.last == last_day) continue;
      spells.push_back(spell);
      if (spells.size() > 64) spells = join_spells(std::move(spells));
    }
  }
};

using Activities = std::unordered_map<std::uint64_t, Activity>;

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
  set(values[first], earliest(date));
  set(values[last], latest(date));
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
  set(values[name], node.label);
  set(values[node_kind], "actor");
  set(values[actor_type], std::string(format_kind(actor.kind)));
  set(values[code], actor.code);
  set(values[country], actor.country);
  set(values[aliases], shorten(one_line(joined(actor.aliases, "|")), most_text));
  set_count(values[n_events], activity.events);
  if (activity.first != last_day) set(values[first_date], format_day(activity.first));
  if (activity.last != first_day) set(values[last_date], format_day(activity.last));
  return node;
}

void set_source(std::vector<GraphValue>& values, const Told& told) {
  if (told.mentions.empty()) return;
  const Mention& mention = *told.mentions.front();
  set(values[quote], quote_of(mention, told.article, most_text));
  set(values[position],
      std::to_string(mention.evidence.begin) + "-" + std::to_string(mention.evidence.end));
  if (told.article == nullptr) return;
  set(values[doc_id], display_name(*told.article));
  set(values[source_name], told.article->source);
  set(values[source_url], told.article->url);
  if (told.article->published) set(values[published], format_edtf(*told.article->published));
}

template <class NameOf>
GraphNode event_record(const Told& told, const NameOf& name_of) {
  const Event& event = *told.event;
  GraphNode node;
  node.id = event_node(event.id);
  std::vector<std::string> names;
  for (const auto id : actors_of(event)) names.push_back(name_of(id));
  node.label = kind_of(event.type, event.status) + (names.empty() ? "" : ": ") +
               shorten(joined(names, ", "), 120);
  node.colour_key = event.type;
  node.size = event.mentions.empty() ? 1 : static_cast<double>(event.mentions.size());
  node.spells = spells_of(event.date);
  node.values.resize(node_column_count);
  auto& values = node.values;
  set(values[name], node.label);
  set(values[node_kind], "event");
  set(values[event_type], event.type);
  set(values[mode], event.mode);
  set(values[cameo], event.cameo);
  set_dates(values, start, end, event.date);
  set(values[date_edtf], format_edtf(event.date));
  set(values[precision], std::string(format_precision(event.date.precision)));
  set(values[date_status], has_day(event.date) ? "dated" : "undated");
  set(values[date_source], std::string(format_date_basis(event.date_basis)));
  set(values[factuality], std::string(format_status(event.status)));
  std::vector<std::string> sayers;
  for (const auto id : event.said_by) sayers.push_back(name_of(id));
  set(values[said_by], joined(sayers, "|"));
  if (event.place) {
    set(values[place], event.place->name);
    set(values[country], event.place->country);
    if (event.place->latitude) values[latitude] = *event.place->latitude;
    if (event.place->longitude) values[longitude] = *event.place->longitude;
  }
  set(values[counts], counts_of(event));
  set_count(values[n_mentions], event.mentions.size());
  set_count(values[n_sources], event.sources);
  set_count(values[n_independent], event.independent_sources);
  values[confidence] = event.confidence;
  std::vector<std::string> contests;
  for (const auto& contest : event.contested)
    contests.push_back(contest.what + ": " + joined(contest.values, " / "));
  set(values[contested], shorten(joined(contests, "; "), most_text));
  set_source(values, told);
  return node;
}

GraphEdge event_edge(const Told& told, std::string kind, std::string label) {
  const Event& event = *told.event;
  GraphEdge edge;
  edge.kind = std::move(kind);
  edge.label = std::move(label);
  edge.spells = spells_of(event.date);
  edge.values.resize(edge_column_count);
  auto& values = edge.values;
  set(values[e_interaction], edge.kind);
  values[e_symmetric] = false;
  set_dates(values, e_start, e_end, event.date);
  set(values[e_precision], std::string(format_precision(event.date.precision)));
  set(values[e_factuality], std::string(format_status(event.status)));
  set_count(values[e_n_events], 1);
  set(values[e_event_ids], format_hex(event.id.value));
  return edge;
}

/// Actor to event for those who act, event to actor for those acted on.
void participant_edges(const Told& told, const Activities& known, const GraphSink& sink) {
  const Event& event = *told.event;
  std::set<std::pair<Role, ActorId>> seen;
  for (const auto& participant : event.participants)
    seen.insert({participant.role, participant.actor});
  for (const auto& [role, actor] : seen) {
    if (!known.contains(actor.value)) continue;
    const std::string word(format_role(role));
    auto edge = event_edge(told, word, word);
    edge.id = "p:" + format_hex(event.id.value) + ":" + word + ":" + format_hex(actor.value);
    edge.source = role == Role::target ? event_node(event.id) : actor_node(actor);
    edge.target = role == Role::target ? actor_node(actor) : event_node(event.id);
    set(edge.values[e_role], word);
    sink.edge(edge);
  }
}

/// Everything between two actors of one kind.
struct Bundle {
  bool symmetric = true;
  std::uint32_t events = 0;
  Activity activity;
  std::string precision;
  std::string quote;
  std::string source_name;
  std::string factuality;
  std::vector<std::string> ids;
};

using Bundles = std::map<std::tuple<ActorId, ActorId, std::string>, Bundle>;

void add_to(Bundles& bundles, const Told& told, const Activities& known,
            const ProjectOptions& options) {
  const Event& event = *told.event;
  for (const auto& pair : pairs_of(event.participants)) {
    if (!known.contains(pair.from.value) || !known.contains(pair.to.value)) continue;
    const bool turned = options.undirected && pair.to < pair.from;
    auto& bundle = bundles[{turned ? pair.to : pair.from, turned ? pair.from : pair.to,
                            kind_of(event.type, event.status)}];
    const std::string word(format_precision(event.date.precision));
    if (bundle.events == 0) {
      bundle.precision = word;
      bundle.factuality = format_status(event.status);
      if (!told.mentions.empty())
        bundle.quote = quote_of(*told.mentions.front(), told.article, most_text);
      if (told.article != nullptr) bundle.source_name = told.article->source;
    }
    if (bundle.precision != word) bundle.precision = "mixed";
    bundle.symmetric = bundle.symmetric && pair.symmetric;
    ++bundle.events;
    bundle.activity.add(event.date, options.spells);
    if (bundle.ids.size() < most_events) bundle.ids.push_back(format_hex(event.id.value));
  }
}

void write_bundles(const Bundles& bundles, const GraphSink& sink) {
  for (const auto& [key, bundle] : bundles) {
    const auto& [from, to, kind] = key;
    GraphEdge edge;
    edge.id = "r:" + format_hex(from.value) + ":" + format_hex(to.value) + ":" + kind;
    edge.source = actor_node(from);
    edge.target = actor_node(to);
    edge.kind = kind;
    edge.label = kind + " (" + std::to_string(bundle.events) + ")";
    edge.weight = bundle.events;
    edge.spells = join_spells(bundle.activity.spells);
    edge.values.resize(edge_column_count);
    auto& values = edge.values;
    set(values[e_interaction], kind);
    values[e_symmetric] = bundle.symmetric;
    if (bundle.activity.first != last_day) set(values[e_start], format_day(bundle.activity.first));
    if (bundle.activity.last != first_day) set(values[e_end], format_day(bundle.activity.last));
    set(values[e_precision], bundle.precision);
    set(values[e_factuality], bundle.factuality);
    set_count(values[e_n_events], bundle.events);
    set(values[e_event_ids], joined(bundle.ids, "|"));
    set(values[e_quote], bundle.quote);
    set(values[e_source_name], bundle.source_name);
    sink.edge(edge);
  }
}

void mention_edges(const Told& told, const Activities& known, const GraphSink& sink) {
  for (const auto* mention : told.mentions) {
    std::size_t number = 0;
    // The linked participants: a mention has those of its article, which may be other records.
    const auto& participants = told.event->participants;
    for (const auto& pair : pairs_of(participants)) {
      if (!known.contains(pair.from.value) || !known.contains(pair.to.value)) continue;
      auto edge = event_edge(told, kind_of(mention->type, mention->status), mention->type);
      edge.id = "m:" + format_hex(mention->id.value) + ":" + std::to_string(++number);
      edge.source = actor_node(pair.from);
      edge.target = actor_node(pair.to);
      edge.spells = spells_of(mention->date);
      edge.values[e_symmetric] = pair.symmetric;
      set_dates(edge.values, e_start, e_end, mention->date);
      set(edge.values[e_precision], std::string(format_precision(mention->date.precision)));
      set(edge.values[e_factuality], std::string(format_status(mention->status)));
      sink.edge(edge);
    }
  }
}

}  // namespace

std::span<const GraphColumn> node_columns() { return node_table; }
std::span<const GraphColumn> edge_columns() { return edge_table; }

std::size_t edge_column(std::string_view name) {
  const auto at = std::find_if(edge_table.begin(), edge_table.end(),
                               [&](const GraphColumn& column) { return column.name == name; });
  return static_cast<std::size_t>(at - edge_table.begin());
}

Projection parse_projection(std::string_view word) {
  if (word.empty() || word == "events") return Projection::events;
  if (word == "actors") return Projection::actors;
  if (word == "mentions") return Projection::mentions;
  throw Error(ErrorKind::query, "unknown projection \"" + std::string(word) +
                                    "\"; there are: events, actors, mentions");
}

std::vector<ActorPair> pairs_of(std::span<const Participant> participants) {
  std::vector<ActorId> sources, targets, others;
  for (const auto& participant : participants) {
    auto& side = participant.role == Role::source   ? sources
                 : participant.role == Role::target ? targets
                                                    : others;
    side.push_back(participant.actor);
  }
  std::vector<ActorPair> pairs;
  const auto directed = [&](const std::vector<ActorId>& from, const std::vector<ActorId>& to) {
    for (const auto a : from) {
      for (const auto b : to) {
        if (a != b) pairs.push_back({a, b, false});
      }
    }
  };
  directed(sources, targets);
  if (targets.empty()) directed(sources, others);
  if (sources.empty()) directed(others, targets);
  for (std::size_t i = 0; sources.empty() && targets.empty() && i < others.size(); ++i) {
    for (std::size_t j = i + 1; j < others.size(); ++j) {
      if (others[i] != others[j])
        pairs.push_back({std::min(others[i], others[j]), std::max(others[i], others[j]), true});
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

RecordSource records_of(const Answer& answer, const AnswerIndex& index) {
  RecordSource records;
  records.actors = [&answer](const std::function<void(const Actor&)>& see) {
    std::vector<const Actor*> sorted;
    for (const auto& actor : answer.actors) sorted.push_back(&actor);
    std::sort(sorted.begin(), sorted.end(),
              [](const Actor* a, const Actor* b) { return a->id < b->id; });
    for (const auto* actor : sorted) see(*actor);
  };
  records.events = [&answer, &index](const std::function<void(const Told&)>& see) {
    std::vector<const Event*> sorted;
    for (const auto& event : answer.events) sorted.push_back(&event);
    std::sort(sorted.begin(), sorted.end(),
              [](const Event* a, const Event* b) { return a->id < b->id; });
    for (const auto* event : sorted) {
      const auto mentions = index.mentions(*event);
      see({event, mentions, mentions.empty() ? nullptr : index.article(mentions.front()->article)});
    }
  };
  return records;
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

void project(const RecordSource& records, const ProjectOptions& options, const GraphSink& sink) {
  Activities activities;
  std::unordered_map<std::uint64_t, std::string> names;
  records.actors([&](const Actor& actor) {
    activities.try_emplace(actor.id.value);
    names.try_emplace(actor.id.value, one_line(actor.name));
  });
  records.events([&](const Told& told) {
    for (const auto id : actors_of(*told.event)) {
      const auto at = activities.find(id.value);
      if (at != activities.end()) at->second.add(told.event->date, options.spells);
    }
  });
  const auto name_of = [&names](ActorId id) {
    const auto at = names.find(id.value);
    return at == names.end() || at->second.empty() ? format_hex(id.value) : at->second;
  };
  records.actors([&](const Actor& actor) {
    auto& activity = activities.at(actor.id.value);
    activity.spells = join_spells(std::move(activity.spells));
    sink.node(actor_record(actor, activity));
  });
  if (options.projection == Projection::events) {
    records.events([&](const Told& told) { sink.node(event_record(told, name_of)); });
    records.events([&](const Told& told) { participant_edges(told, activities, sink); });
  } else if (options.projection == Projection::mentions) {
    records.events([&](const Told& told) { mention_edges(told, activities, sink); });
  } else {
    Bundles bundles;
    records.events([&](const Told& told) { add_to(bundles, told, activities, options); });
    write_bundles(bundles, sink);
  }
}

}  // namespace annals
