#include "export/projection.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "export/escape.h"
#include "export/graph_records.h"
#include "export/words.h"
#include "graph/error.h"

namespace annals {
namespace {

constexpr std::size_t most_text = 500;   // bytes of a quote
constexpr std::size_t most_events = 20;  // ids that an edge lists

using Told = RecordSource::Told;
using Activities = std::unordered_map<std::uint64_t, Activity>;

/// An edge between an actor and an event.
GraphEdge participant_edge(const Event& event, ActorId actor, const std::string& kind,
                           const std::string& role) {
  auto edge = event_edge(event, kind, role);
  edge.id = "p:" + format_hex(event.id.value) + ":" + role + ":" + format_hex(actor.value);
  edge.source = actor_node(actor);
  edge.target = event_node(event.id);
  edge.values[e_n_events] = edge.values[e_event_ids] = std::monostate{};  // one end says it
  set_text(edge.values[e_role], role);
  return edge;
}

/// Actor to event for those who act, event to actor for those acted on; and from whoever says so.
void participant_edges(const Told& told, const Activities& known, const GraphSink& sink) {
  const Event& event = *told.event;
  std::set<std::pair<std::string_view, ActorId>> parts;  // sorted as their ids are
  for (const auto& participant : event.participants)
    parts.insert({format_role(participant.role), participant.actor});
  for (const auto actor : event.said_by) parts.insert({"said_by", actor});
  for (const auto& [role, actor] : parts) {
    if (!known.contains(actor.value)) continue;
    const std::string word(role);
    auto edge = participant_edge(event, actor, word == "said_by" ? "said" : word, word);
    if (word == format_role(Role::target)) std::swap(edge.source, edge.target);
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
      bundle.quote = told.telling.quote;
      bundle.source_name = told.telling.source_name;
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
    set_text(values[e_interaction], kind);
    values[e_symmetric] = bundle.symmetric;
    if (bundle.activity.first != last_day)
      set_text(values[e_start], format_day(bundle.activity.first));
    if (bundle.activity.last != first_day)
      set_text(values[e_end], format_day(bundle.activity.last));
    set_text(values[e_precision], bundle.precision);
    set_text(values[e_factuality], bundle.factuality);
    set_count(values[e_n_events], bundle.events);
    set_text(values[e_event_ids], joined(bundle.ids, "|"));
    set_text(values[e_quote], bundle.quote);
    set_text(values[e_source_name], bundle.source_name);
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
      auto edge = event_edge(*told.event, kind_of(mention->type, mention->status), mention->type);
      edge.id = "m:" + format_hex(mention->id.value) + ":" + std::to_string(++number);
      edge.source = actor_node(pair.from);
      edge.target = actor_node(pair.to);
      edge.spells = spells_of(mention->date);
      edge.values[e_symmetric] = pair.symmetric;
      set_dates(edge.values, e_start, e_end, mention->date);
      set_text(edge.values[e_precision], std::string(format_precision(mention->date.precision)));
      set_text(edge.values[e_factuality], std::string(format_status(mention->status)));
      sink.edge(edge);
    }
  }
}

}  // namespace

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

Telling telling_from(const Mention& mention, const Article* article) {
  Telling telling;
  telling.quote = quote_of(mention, article, most_text);
  telling.position =
      std::to_string(mention.evidence.begin) + "-" + std::to_string(mention.evidence.end);
  if (article == nullptr) return telling;
  telling.document = display_name(*article);
  telling.source_name = outlet_of(*article);
  telling.source_url = article->url;
  if (article->published) telling.published = format_edtf(*article->published);
  return telling;
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
  records.events = [&answer, &index](const RecordSource::Wanted& wanted,
                                     const std::function<void(const Told&)>& see) {
    std::vector<const Event*> sorted;
    for (const auto& event : answer.events) sorted.push_back(&event);
    std::sort(sorted.begin(), sorted.end(),
              [](const Event* a, const Event* b) { return a->id < b->id; });
    for (const auto* event : sorted) {
      const auto mentions = index.mentions(*event);
      Told told{.event = event, .mentions = mentions, .telling = {}};
      if (wanted.telling && !mentions.empty()) {
        told.telling = telling_from(*mentions.front(), index.article(mentions.front()->article));
      }
      see(told);
    }
  };
  return records;
}

void project(const RecordSource& records, const ProjectOptions& options, const GraphSink& sink) {
  Activities activities;
  std::unordered_map<std::uint64_t, std::string> names;
  records.actors([&](const Actor& actor) {
    activities.try_emplace(actor.id.value);
    names.try_emplace(actor.id.value, one_line(actor.name));
  });
  const auto name_of = [&names](ActorId id) -> const std::string& {
    auto& name = names[id.value];
    if (name.empty()) name = format_hex(id.value);
    return name;
  };
  Bundles bundles;
  GraphNode node;  // one for all, so that its room is kept
  const bool as_nodes = options.projection == Projection::events;
  const bool bundled = options.projection == Projection::actors;
  records.events({.telling = as_nodes || bundled}, [&](const Told& told) {
    for (const auto id : actors_of(*told.event)) {
      const auto at = activities.find(id.value);
      if (at != activities.end()) at->second.add(told.event->date, options.spells);
    }
    for (const auto id : told.event->said_by) {
      if (const auto at = activities.find(id.value); at != activities.end())
        at->second.speaks = true;
    }
    if (as_nodes) {
      fill_event_record(told, name_of, node);
      sink.node(node);
    }
    if (bundled) add_to(bundles, told, activities, options);
  });
  records.actors([&](const Actor& actor) {
    auto& activity = activities.at(actor.id.value);
    if (records.active_only && activity.events == 0 && !activity.speaks) return;
    activity.spells = join_spells(std::move(activity.spells));
    sink.node(actor_record(actor, activity));
  });
  if (bundled) {
    write_bundles(bundles, sink);
    return;
  }
  records.events({.mentions = !as_nodes}, [&](const Told& told) {
    if (as_nodes) {
      participant_edges(told, activities, sink);
    } else {
      mention_edges(told, activities, sink);
    }
  });
}

}  // namespace annals
