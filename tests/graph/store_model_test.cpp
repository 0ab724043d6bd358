// The store against a plain model: the graph itself, and a loop over all events.

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "graph/names.h"
#include "graph/store.h"
#include "tests/support/temp_folder.h"

namespace annals {
namespace {

using Random = std::mt19937;

int below(Random& random, int limit) {
  return static_cast<int>(random() % static_cast<unsigned>(limit));
}

/// Days from all centuries, half of them near each other, with every precision.
EventDate random_date(Random& random) {
  const int span = static_cast<int>((last_day - first_day).count());
  date::sys_days day = first_day + date::days{below(random, 2) == 0 ? below(random, span + 1)
                                                                    : 734000 + below(random, 400)};
  const date::year_month_day ymd{day};
  const auto later = [&](int days) { return std::min(last_day, day + date::days{days}); };
  switch (below(random, 14)) {
    case 0:
      return week_date(std::clamp(day, first_day + date::days{7}, last_day - date::days{7}));
    case 1:
      return month_date(ymd.year() / ymd.month());
    case 2:
      return year_date(ymd.year());
    case 3:
      return interval_date(day, later(below(random, 40)));
    case 4:
      return interval_date(day, later(below(random, 400)));
    case 5:
      return interval_date(day, later(below(random, 100000)));
    case 6:
      return before_date(day);
    case 7:
      return after_date(day);
    case 8:
      return EventDate{};
    case 9:
      return EventDate{.month = 8};
    case 10: {
      EventDate result = day_date(day);
      result.approximate = true;
      return result;
    }
    default:
      return day_date(day);
  }
}

Window random_window(Random& random) {
  const int span = static_cast<int>((last_day - first_day).count());
  switch (below(random, 4)) {
    case 0:
      return {};
    case 1: {
      const auto first = first_day + date::days{below(random, span + 1)};
      return {first, std::min(last_day, first + date::days{below(random, 100000)})};
    }
    default: {
      const auto first = first_day + date::days{734000 + below(random, 400)};
      return {first, first + date::days{below(random, 60)}};
    }
  }
}

Actor random_actor(Random& random, int number) {
  Actor actor;
  actor.kind = static_cast<ActorKind>(below(random, 6));
  actor.name = "Actor " + std::to_string(number);
  actor.id = ActorId{hash_of({"test", actor.name})};
  if (below(random, 3) == 0) actor.aliases = {"Alias " + std::to_string(number % 7)};
  if (below(random, 3) == 0) actor.country = "PAK";
  return actor;
}

Event random_event(Random& random, const std::vector<Actor>& actors, int number) {
  Event event;
  event.id = EventId{hash_of({"event", std::to_string(number)})};
  event.type = std::vector<std::string>{"CONSULT", "ASSAULT",
                                        "AID"}[static_cast<std::size_t>(below(random, 3))];
  event.cameo = below(random, 2) == 0 ? "042" : "190";
  event.status = static_cast<Status>(below(random, 3) == 0 ? below(random, 6) : 0);
  std::set<std::pair<Role, ActorId>> who;
  for (int left = below(random, 4); left > 0; --left) {
    const auto skewed = static_cast<std::size_t>(
        std::min(below(random, static_cast<int>(actors.size())), below(random, 40)));
    who.emplace(static_cast<Role>(below(random, 3)),
                actors[std::min(skewed, actors.size() - 1)].id);
  }
  for (const auto& [role, actor] : who)
    event.participants.push_back({.actor = actor, .role = role});
  event.date = random_date(random);
  event.mentions = {
      MentionId{hash_of({"m", std::to_string(number), std::to_string(below(random, 2))})}};
  return event;
}

Graph random_graph(Random& random, int actors, int events) {
  Graph graph;
  std::map<ActorId, Actor> by_id;
  for (int i = 0; i < actors; ++i) {
    const Actor actor = random_actor(random, i);
    by_id.emplace(actor.id, actor);
  }
  for (auto& [id, actor] : by_id) graph.actors.push_back(actor);
  std::map<EventId, Event> events_by_id;
  for (int i = 0; i < events; ++i) {
    const Event event = random_event(random, graph.actors, i);
    events_by_id.emplace(event.id, event);
  }
  for (auto& [id, event] : events_by_id) graph.events.push_back(event);
  for (int i = 0; i < actors; ++i) {
    if (below(random, 4) == 0) {
      graph.became.emplace_back(ActorId{static_cast<std::uint64_t>(i + 1)}, graph.actors[0].id);
    }
  }
  return graph;
}

/// Another graph made from this one: some events and actors gone, some changed, some new.
Graph changed(Random& random, const Graph& graph) {
  Graph result;
  for (const auto& actor : graph.actors) {
    Actor next = actor;
    if (below(random, 10) == 0) next.aliases.push_back("Zed " + std::to_string(below(random, 5)));
    result.actors.push_back(next);
  }
  const bool empties = below(random, 12) == 0;
  for (const auto& event : graph.events) {
    if (empties || below(random, 8) == 0) continue;
    Event next = event;
    if (below(random, 8) == 0) next.date = random_date(random);
    if (below(random, 8) == 0 && !next.participants.empty()) next.participants.pop_back();
    if (below(random, 8) == 0) next.status = static_cast<Status>(below(random, 6));
    if (below(random, 8) == 0) next.sources = 7;
    result.events.push_back(next);
  }
  for (int i = 0; i < 100; ++i) {
    result.events.push_back(random_event(random, result.actors, 100000 + below(random, 1000000)));
  }
  std::sort(result.events.begin(), result.events.end(),
            [](auto& a, auto& b) { return a.id < b.id; });
  result.events.erase(std::unique(result.events.begin(), result.events.end(),
                                  [](auto& a, auto& b) { return a.id == b.id; }),
                      result.events.end());
  return result;
}

std::vector<EventId> events_by_loop(const Graph& graph, const Window& window, bool undated,
                                    std::optional<ActorId> actor = {}) {
  std::vector<const Event*> found;
  for (const auto& event : graph.events) {
    if (event.date.precision == Precision::unknown && !undated) continue;
    if (!overlaps(event.date, window)) continue;
    const bool takes_part =
        !actor || std::any_of(event.participants.begin(), event.participants.end(),
                              [&](auto& who) { return who.actor == *actor; });
    if (takes_part) found.push_back(&event);
  }
  std::sort(found.begin(), found.end(), [](auto* a, auto* b) {
    return std::tie(a->date.first, a->date.last, a->id) <
           std::tie(b->date.first, b->date.last, b->id);
  });
  std::vector<EventId> ids;
  for (const auto* event : found) ids.push_back(event->id);
  return ids;
}

void compare_windows(Random& random, const Store& store, const Graph& graph) {
  for (int i = 0; i < 12; ++i) {
    const Window window = random_window(random);
    const bool undated = below(random, 2) == 0;
    CAPTURE(format_day(window.first), format_day(window.last), undated);
    REQUIRE(store.events_in(window, undated) == events_by_loop(graph, window, undated));
    const ActorId actor = graph.actors[static_cast<std::size_t>(below(random, 30))].id;
    REQUIRE(store.events_of(actor, window, undated) ==
            events_by_loop(graph, window, undated, actor));
  }
}

void compare_entries(const Store& store, const Graph& graph) {
  std::map<EventId, const Event*> left;
  for (const auto& event : graph.events) left.emplace(event.id, &event);
  store.scan_events({}, "", true, [&](const IndexEntry& entry) {
    REQUIRE(left.contains(entry.id));
    const Event& event = *left.at(entry.id);
    left.erase(entry.id);
    REQUIRE(entry.days == Window{event.date.first, event.date.last});
    REQUIRE(entry.status == event.status);
    REQUIRE(entry.undated == (event.date.precision == Precision::unknown));
    REQUIRE(store.kind(entry.kind).type == event.type);
    REQUIRE(store.kind(entry.kind).cameo == event.cameo);
    REQUIRE(entry.parties.size() == event.participants.size());
    for (std::size_t i = 0; i < entry.parties.size(); ++i) {
      REQUIRE(store.actor_numbered(entry.parties[i].actor) == event.participants[i].actor);
      REQUIRE(entry.parties[i].role == event.participants[i].role);
    }
  });
  REQUIRE(left.empty());
}

void compare_names(const Store& store, const Graph& graph) {
  std::vector<std::pair<std::string, ActorId>> wanted, found;
  for (const auto& actor : graph.actors) {
    wanted.emplace_back(fold(actor.name), actor.id);
    for (const auto& alias : actor.aliases) wanted.emplace_back(fold(alias), actor.id);
  }
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  store.scan_names("", [&](std::string_view name, ActorId id) {
    found.emplace_back(name, id);
    return true;
  });
  REQUIRE(found == wanted);
}

void compare(Random& random, const Store& store, const Graph& graph) {
  REQUIRE(store.graph() == graph);
  REQUIRE(store.counts().events == graph.events.size());
  REQUIRE(store.counts().actors == graph.actors.size());
  compare_windows(random, store, graph);
  compare_entries(store, graph);
  compare_names(store, graph);
  std::map<MentionId, EventId> linked;
  for (const auto& event : graph.events) {
    for (const auto id : event.mentions) linked.emplace(id, event.id);
  }
  for (const auto& [mention, event] : linked) REQUIRE(store.event_of(mention) == event);
  for (const auto& line : store.check()) {  // there are no articles that could tell the mentions
    CAPTURE(line);
    const bool cut = line.starts_with("and ") && line.ends_with(" more");
    REQUIRE((cut || line.find("is in no article any more") != std::string::npos));
  }
}

/// What makes `after` of `before`, with a note of the round.
GraphChange change_between(const Graph& before, const Graph& after, int round) {
  GraphChange change{.actors = after.actors,
                     .gone_actors = {},
                     .events = after.events,
                     .gone_events = {},
                     .became = {},
                     .notes = {{"round", std::to_string(round)}, {"gone", std::nullopt}}};
  const auto is_in = [](const auto& all, auto id) {
    return std::any_of(all.begin(), all.end(), [&](const auto& each) { return each.id == id; });
  };
  for (const auto& actor : before.actors) {
    if (!is_in(after.actors, actor.id)) change.gone_actors.push_back(actor.id);
  }
  for (const auto& event : before.events) {
    if (!is_in(after.events, event.id)) change.gone_events.push_back(event.id);
  }
  for (const auto& [from, to] : before.became) change.became.emplace_back(from, std::nullopt);
  for (const auto& [from, to] : after.became) change.became.emplace_back(from, to);
  return change;
}

}  // namespace

TEST_CASE("a graph changed step by step answers like a loop over its events",
          "[graph][store][model]") {
  Random random(7);
  const bool on_disk = GENERATE(false, true);
  const TempFolder temp;
  Store store = on_disk ? Store::open(temp.path() / "db", OpenMode::create) : Store::in_memory();
  Graph graph = random_graph(random, 60, 2000), before;
  for (int round = 0; round < (on_disk ? 4 : 12); ++round) {
    if (round % 2 == 0) {
      store.set_graph(graph, std::vector<Note>{{"gone", "1"}});
      CHECK(store.notes() == std::vector<Note>{{"gone", "1"}});
    } else {
      store.change_graph(change_between(before, graph, round));
      CHECK(store.notes() == std::vector<Note>{{"round", std::to_string(round)}});
    }
    compare(random, store, graph);
    before = graph;
    graph = changed(random, graph);
  }
  store.set_graph({});
  CHECK(store.events_in({}, true).empty());
  CHECK(store.counts().events == 0);
  CHECK(store.counts().actors == 0);
}

TEST_CASE("an event is found by the first digits of its id", "[graph][store][model]") {
  Random random(3);
  Store store = Store::in_memory();
  const Graph graph = random_graph(random, 5, 300);
  store.set_graph(graph);
  for (const std::string prefix : {"3", "a", "0f", graph.events[9].id.value == 0 ? "" : "7c"}) {
    std::vector<EventId> wanted;
    for (const auto& event : graph.events) {
      if (format_hex(event.id.value).starts_with(prefix)) wanted.push_back(event.id);
    }
    CHECK(store.events_by_prefix(prefix) == wanted);
  }
  CHECK(store.events_by_prefix("").empty());
  CHECK(store.events_by_prefix("xyz").empty());
  CHECK(store.events_by_prefix("00000000000000000").empty());
}

}  // namespace annals
