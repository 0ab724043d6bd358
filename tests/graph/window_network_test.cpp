// The network of a window against plain loops over its events.

#include "graph/window_network.h"

#include <map>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "tests/support/facts_maker.h"

namespace annals {
namespace {

struct Happening {
  EventDate date;
  std::vector<std::string> who;
};

Graph graph_of(const std::vector<Happening>& happenings) {
  Graph graph;
  std::map<ActorId, Actor> actors;
  int number = 0;
  for (const auto& each : happenings) {
    Event event{.id = EventId{hash_of({"event", std::to_string(number++)})},
                .type = "CONSULT",
                .cameo = "042",
                .date = each.date};
    for (const auto& name : each.who) {
      const Actor actor = make_actor(name);
      actors.emplace(actor.id, actor);
      event.participants.push_back({.actor = actor.id});
    }
    event.mentions = {MentionId{event.id.value}};
    graph.events.push_back(event);
  }
  for (const auto& [id, actor] : actors) graph.actors.push_back(actor);
  std::sort(graph.events.begin(), graph.events.end(), [](auto& a, auto& b) { return a.id < b.id; });
  return graph;
}

EventDate day(int number) { return day_date(*parse_day("2018-01-01") + date::days{number}); }

std::vector<Happening> random_happenings(unsigned seed, bool spans) {
  std::mt19937 random(seed);
  std::vector<Happening> all;
  for (int i = 0; i < 60; ++i) {
    Happening each{.date = day(static_cast<int>(random() % 20)), .who = {}};
    if (spans && random() % 4 == 0) each.date = week_date(each.date.first);
    std::set<std::string> who;
    const std::size_t count = 1 + random() % 3;
    while (who.size() < count) who.insert("Actor " + std::to_string(random() % 30));
    each.who = {who.begin(), who.end()};
    all.push_back(each);
  }
  return all;
}

const Window all_days{*parse_day("2018-01-01"), *parse_day("2018-02-28")};

}  // namespace

TEST_CASE("hops, arrivals and degrees of a window are those of plain loops", "[graph][network]") {
  const auto seed = GENERATE(1U, 2U, 3U, 4U);
  const bool spans = GENERATE(false, true);
  CAPTURE(seed, spans);
  const auto happenings = random_happenings(seed, spans);
  Store store = Store::in_memory();
  const Graph graph = graph_of(happenings);
  store.set_graph(graph);
  const WindowNetwork network(store, all_days);
  CHECK(network.events() == happenings.size());
  const Network whole(graph.events);
  for (int i = 0; i < 30; ++i) {
    for (int j = 0; j < 30; ++j) {
      const ActorId from = make_actor("Actor " + std::to_string(i)).id;
      const ActorId to = make_actor("Actor " + std::to_string(j)).id;
      CAPTURE(i, j);
      const auto path = network.fewest_hops(from, to);
      if (i != j) {
        const auto routes = whole.routes(from, to, {.hops = 30});
        REQUIRE(path.has_value() == !routes.empty());
        if (path) REQUIRE(path->size() == routes[0].size());
      }
      for (std::size_t step = 0; path && step < path->size(); ++step) {
        const auto event = store.event((*path)[step].event);
        const auto takes_part = [&](ActorId actor) {
          return std::any_of(event->participants.begin(), event->participants.end(),
                             [&](const Participant& each) { return each.actor == actor; });
        };
        REQUIRE(takes_part((*path)[step].from));
        REQUIRE(takes_part((*path)[step].to));
        REQUIRE((*path)[step].from == (step == 0 ? from : (*path)[step - 1].to));
      }
      // Day after day, whoever meets somebody who knows, knows.
      std::map<ActorId, date::sys_days> knows = {{from, first_day}};
      for (bool changed = true; changed;) {
        changed = false;
        for (const auto& event : graph.events) {
          for (const auto& one : event.participants) {
            if (!knows.contains(one.actor)) continue;
            const auto when = std::max(knows[one.actor], event.date.first);
            if (when > event.date.last) continue;
            for (const auto& other : event.participants) {
              if (knows.contains(other.actor) && knows[other.actor] <= when) continue;
              knows[other.actor] = when;
              changed = true;
            }
          }
        }
      }
      const auto arrival = network.earliest_arrival(from, to);
      const bool present = !whole.events_of(from).empty() && !whole.events_of(to).empty();
      REQUIRE(arrival.has_value() == (present && knows.contains(to)));
      if (arrival) REQUIRE(*arrival == knows[to]);
    }
  }
  const auto degree = whole.by_degree();
  CHECK(network.top_by_degree(10) == std::vector<Standing>(degree.begin(), degree.begin() + 10));
  const auto between = whole.by_betweenness();
  CHECK(network.top_by_betweenness(5) ==
        std::vector<Standing>(between.begin(), between.begin() + 5));
}

TEST_CASE("a window's network has what happened in it and nothing else", "[graph][network]") {
  Store store = Store::in_memory();
  Graph graph = graph_of({{day(1), {"A", "B"}}, {day(50), {"B", "C"}}, {EventDate{}, {"A", "C"}}});
  graph.events.push_back({.id = EventId{~0ULL},
                          .type = "ASSAULT",
                          .cameo = "190",
                          .participants = {{make_actor("A").id}, {make_actor("C").id}},
                          .date = day(2),
                          .status = Status::planned,
                          .mentions = {MentionId{7}}});
  store.set_graph(graph);
  const Window january{*parse_day("2018-01-01"), *parse_day("2018-01-31")};
  const WindowNetwork network(store, january);
  CHECK(network.events() == 1);
  const ActorId a = make_actor("A").id, b = make_actor("B").id, c = make_actor("C").id;
  CHECK(network.fewest_hops(a, b)->size() == 1);
  CHECK(network.fewest_hops(a, a)->empty());
  CHECK_FALSE(network.fewest_hops(a, c));
  CHECK_FALSE(network.earliest_arrival(a, c));
  CHECK(WindowNetwork(store, january, "ASSAULT").events() == 0);
  CHECK(WindowNetwork(store, {*parse_day("1900-01-01"), *parse_day("1900-01-31")}).events() == 0);
}

}  // namespace annals
