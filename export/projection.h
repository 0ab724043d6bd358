#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "export/answer_index.h"
#include "export/formats.h"
#include "graph/event.h"

namespace annals {

/// What is shown of the sentence that tells an event first; fields are empty when they are not
/// known.
struct Telling {
  std::string quote;     ///< at most 500 bytes
  std::string position;  ///< bytes of the clause in the text: "120-168"
  std::string document;
  std::string source_name;
  std::string source_url;
  std::string published;  ///< EDTF
};

/// `article` may be null.
[[nodiscard]] Telling telling_from(const Mention& mention, const Article* article);

/// What a graph is made from, one record at a time, so that millions of events need no memory. Each
/// function calls `see` for every record, sorted by id, and may be called several times.
struct RecordSource {
  struct Told {
    const Event* event = nullptr;
    std::span<const Mention* const> mentions;  ///< only when asked for
    Telling telling;                           ///< only when asked for
  };
  struct Wanted {
    bool telling = false;
    bool mentions = false;
  };
  std::function<void(const std::function<void(const Actor&)>& see)> actors;
  std::function<void(const Wanted& wanted, const std::function<void(const Told&)>& see)> events;
  bool active_only = false;  ///< actors that no event names are left out
};

/// The records of an answer, which must outlive the result, as must `index`.
[[nodiscard]] RecordSource records_of(const Answer& answer, const AnswerIndex& index);

/// How events become nodes and edges.
enum class Projection : std::uint8_t {
  events,    ///< events are nodes, participants and sayers edges with a role; loses nothing
  actors,    ///< one edge for each pair of actors, kind and class of status
  mentions,  ///< one edge for each telling
};

/// Throws Error(query) for another word; "" is events.
[[nodiscard]] Projection parse_projection(std::string_view word);

enum class ColumnType : std::uint8_t { text, integer, real, boolean };

/// An attribute of nodes or edges.
struct GraphColumn {
  const char* name;
  ColumnType type;
};

/// Absent values are monostate; text is never empty.
using GraphValue = std::variant<std::monostate, std::string, std::int64_t, double, bool>;

/// Whole days during which something is there; `open` ends have the first or last day that Annals
/// can hold.
struct Spell {
  date::sys_days first;
  date::sys_days last;

  auto operator<=>(const Spell&) const = default;
};

struct GraphNode {
  std::string id;
  std::string label;
  std::string colour_key;          ///< nodes of one key look alike: actor kind or event type
  double size = 1;                 ///< 1 and more
  std::vector<GraphValue> values;  ///< aligned with node_columns()
  std::vector<Spell> spells;       ///< disjoint, sorted; empty: undated
};

struct GraphEdge {
  std::string id;
  std::string source;
  std::string target;
  std::string kind;                ///< "participant", "CONSULT", "CONSULT:planned"
  std::string label;               ///< for people
  double weight = 1;               ///< above 0
  std::vector<GraphValue> values;  ///< aligned with edge_columns()
  std::vector<Spell> spells;
};

[[nodiscard]] std::span<const GraphColumn> node_columns();
[[nodiscard]] std::span<const GraphColumn> edge_columns();
/// The place of a column of edges. Requires that there is one of this name.
[[nodiscard]] std::size_t edge_column(std::string_view name);

struct GraphSink {
  std::function<void(const GraphNode&)> node;
  std::function<void(const GraphEdge&)> edge;
};

struct ProjectOptions {
  Projection projection = Projection::events;
  bool undirected = false;  ///< what goes both ways between two actors is one edge
  bool spells = false;      ///< also fill the spells of nodes and edges
};

/// Calls `sink` for all nodes and then all edges, in a fixed order (events before actors), ids
/// unique, no edge without both its nodes. Symmetric pairs (Role::other to Role::other) come once,
/// from the lower id to the higher. Memory: `events` and `mentions` a few bytes an actor (with
/// spells, also a day run each); `actors` also a record an edge.
void project(const RecordSource& records, const ProjectOptions& options, const GraphSink& sink);

/// Who stands to whom in an event.
struct ActorPair {
  ActorId from;
  ActorId to;
  bool symmetric = false;

  auto operator<=>(const ActorPair&) const = default;
};

/// Sources to targets; where one of these sides is missing, to or from the others; else each two of
/// the others once, lower id first. Sorted, without doubles and without an actor to itself.
[[nodiscard]] std::vector<ActorPair> pairs_of(std::span<const Participant> participants);

/// The days of a date, as far as known: nothing for undated ones.
[[nodiscard]] std::vector<Spell> spells_of(const EventDate& date);
/// Sorted, with overlapping and touching spells joined.
[[nodiscard]] std::vector<Spell> join_spells(std::vector<Spell> spells);

}  // namespace annals
