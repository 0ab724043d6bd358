#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "export/projection.h"

namespace annals {

/// What an actor did in the events of a file.
struct Activity {
  std::uint32_t events = 0;
  bool speaks = false;  ///< says of an event that it was so
  date::sys_days first = last_day;
  date::sys_days last = first_day;
  std::vector<Spell> spells;
  std::size_t room = 64;  ///< how many spells are gathered before they are joined

  void add(const EventDate& date, bool with_spells);
};

/// Columns of edges, in the order of edge_columns().
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

/// These put a value into a column: an empty text is absent; dates fill the two columns of their
/// first and last day with ISO days, an open side is absent.
void set_text(GraphValue& value, std::string text);
void set_count(GraphValue& value, std::uint64_t number);
void set_dates(std::vector<GraphValue>& values, std::size_t first, std::size_t last,
               const EventDate& date);

/// Node ids: the kind of node and the id in hex. "E" sorts before "a": events come first.
[[nodiscard]] std::string event_node(EventId id);
[[nodiscard]] std::string actor_node(ActorId id);
/// "CONSULT", "CONSULT:planned".
[[nodiscard]] std::string kind_of(const std::string& type, Status status);
/// The participants of an event, each once.
[[nodiscard]] std::set<ActorId> actors_of(const Event& event);
/// The parts with `between` between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view between);

/// The row of node_columns() for an actor.
[[nodiscard]] GraphNode actor_record(const Actor& actor, const Activity& activity);
/// The row of node_columns() for an event; overwrites all of `node`.
void fill_event_record(const RecordSource::Told& told,
                       const std::function<const std::string&(ActorId)>& name_of, GraphNode& node);
/// An edge of one event, without its ends.
[[nodiscard]] GraphEdge event_edge(const Event& event, std::string kind, std::string label);

}  // namespace annals
