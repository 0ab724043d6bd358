#include "graph/network.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "graph/chains.h"

namespace annals {
namespace {

using date::days;
using date::sys_days;

const sys_days start_day{date::year{2011} / 1 / 1};

ActorId actor(std::uint64_t n) { return ActorId{n}; }

Event event(std::initializer_list<std::uint64_t> actors, int first = 0, int last = -1) {
  Event result;
  for (const auto n : actors) result.participants.push_back({.actor = actor(n)});
  const int end = last < first ? first : last;
  result.date = first == end ? day_date(start_day + days{first})
                             : interval_date(start_day + days{first}, start_day + days{end});
  return result;
}

std::vector<Event> random_events(std::mt19937& random, std::size_t actors, std::size_t count,
                                 int days_long) {
  std::vector<Event> events;
  for (std::size_t i = 0; i < count; ++i) {
    const auto a = 1 + random() % actors;
    const auto b = 1 + random() % actors;
    const int first = static_cast<int>(random() % static_cast<unsigned>(days_long));
    events.push_back(event({a, b}, first, first + static_cast<int>(random() % 4)));
  }
  return events;
}

/// Fewest steps by a plain search from one end.
std::map<ActorId, std::size_t> distances(const std::vector<Event>& events, ActorId from) {
  std::map<ActorId, std::size_t> result = {{from, 0}};
  for (bool grown = true; grown;) {
    grown = false;
    for (const Event& each : events) {
      for (const Participant& a : each.participants) {
        for (const Participant& b : each.participants) {
          if (!result.contains(a.actor)) continue;
          const std::size_t step = result.at(a.actor) + 1;
          if (result.contains(b.actor) && result.at(b.actor) <= step) continue;
          result[b.actor] = step;
          grown = true;
        }
      }
    }
  }
  return result;
}

TEST_CASE("routes are as short as a plain search finds them, and real", "[graph][network]") {
  std::mt19937 random(5);
  for (int round = 0; round < 60; ++round) {
    const auto events = random_events(random, 14, 16, 30);
    const Network network(events);
    const auto plain = distances(events, actor(1));
    for (std::uint64_t to = 2; to <= 14; ++to) {
      const auto routes = network.routes(actor(1), actor(to), {.hops = 20, .routes = 3});
      const bool reached = plain.contains(actor(to)) && !network.events_of(actor(1)).empty();
      REQUIRE(routes.empty() != reached);
      if (!reached) continue;
      CHECK(routes.front().size() == plain.at(actor(to)));
      std::set<std::vector<ActorId>> different;
      for (const Route& route : routes) {
        CHECK(route.size() >= routes.front().size());
        CHECK(route.front().from == actor(1));
        CHECK(route.back().to == actor(to));
        std::vector<ActorId> stations;
        for (const RouteStep& step : route) {
          const auto members = network.actors_of(step.event);
          CHECK(std::binary_search(members.begin(), members.end(), step.from));
          CHECK(std::binary_search(members.begin(), members.end(), step.to));
          stations.push_back(step.to);
        }
        CHECK(different.insert(stations).second);
      }
    }
  }
}

TEST_CASE("a route is no longer than asked for", "[graph][network]") {
  const std::vector<Event> events = {event({1, 2}), event({2, 3}), event({3, 4})};
  const Network network(events);
  CHECK(network.routes(actor(1), actor(4), {.hops = 3}).size() == 1);
  CHECK(network.routes(actor(1), actor(4), {.hops = 2}).empty());
  CHECK(network.routes(actor(1), actor(9), {}).empty());
  CHECK(network.routes(actor(1), actor(1), {}).empty());
  CHECK(Network(std::vector<Event>{}).components().empty());
}

TEST_CASE("standing in a star is its middle's", "[graph][network]") {
  const std::vector<Event> events = {event({1, 2}), event({1, 3}), event({1, 4}), event({5, 6})};
  const Network network(events);
  CHECK(network.by_degree().front() == Standing{actor(1), 3});
  CHECK(network.by_betweenness().front().actor == actor(1));
  CHECK(network.by_betweenness().front().value == Approx(6.0 / 20));
  CHECK(network.by_pagerank().front().actor == actor(1));
  double sum = 0;
  for (const Standing& each : network.by_pagerank()) sum += each.value;
  CHECK(sum == Approx(1));
  REQUIRE(network.components().size() == 2);
  CHECK(network.components()[0].size() == 4);
  CHECK(network.common_contacts(actor(2), actor(3)) == std::vector<ActorId>{actor(1)});
}

/// Earliest arrivals by trying every sequence of events.
void try_all(const std::vector<Event>& events, bool certain, ActorId at, sys_days day,
             std::size_t left, std::map<ActorId, sys_days>& best) {
  for (const Event& each : events) {
    const auto is_at = [&](const Participant& p) { return p.actor == at; };
    if (std::none_of(each.participants.begin(), each.participants.end(), is_at)) continue;
    if (certain ? each.date.first < day : each.date.last < day) continue;
    const sys_days arrival = certain ? each.date.last + days{1} : std::max(day, each.date.first);
    for (const Participant& to : each.participants) {
      if (to.actor == at) continue;
      const auto [known, fresh] = best.try_emplace(to.actor, arrival);
      if (!fresh && known->second <= arrival) continue;
      known->second = arrival;
      if (left > 0) try_all(events, certain, to.actor, arrival, left - 1, best);
    }
  }
}

std::vector<EventDate> dates_of(const std::vector<Event>& events) {
  std::vector<EventDate> dates;
  for (const Event& event : events) dates.push_back(event.date);
  return dates;
}

/// Fewest steps of a chain, and the latest day on which one can begin, by trying every sequence of
/// events. `begun` is the last possible day of the first event so far.
struct BestChain {
  std::size_t steps = 99;
  sys_days departure{};
};
void try_chains(const std::vector<Event>& events, bool certain, ActorId at, ActorId to,
                sys_days day, std::size_t steps, std::vector<std::size_t>& way, BestChain& best) {
  if (at == to) {
    best.steps = std::min(best.steps, steps);
    // the latest start: from the end backwards, no event later than what comes after it allows
    sys_days latest = certain ? start_day + days{999} : start_day + days{999};
    for (auto i = way.rbegin(); i != way.rend(); ++i) {
      const EventDate& date = events[*i].date;
      latest = certain ? date.first : std::min(latest, date.last);
    }
    best.departure = std::max(best.departure, latest);
    return;
  }
  if (steps == 5) return;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Event& each = events[i];
    const auto is_at = [&](const Participant& p) { return p.actor == at; };
    if (std::none_of(each.participants.begin(), each.participants.end(), is_at)) continue;
    if (certain ? each.date.first < day : each.date.last < day) continue;
    if (std::find(way.begin(), way.end(), i) != way.end()) continue;
    const sys_days arrival = certain ? each.date.last + days{1} : std::max(day, each.date.first);
    way.push_back(i);
    for (const Participant& next : each.participants) {
      if (next.actor != at)
        try_chains(events, certain, next.actor, to, arrival, steps + 1, way, best);
    }
    way.pop_back();
  }
}

TEST_CASE("the shortest and the latest chain are those that trying all finds", "[graph][chains]") {
  std::mt19937 random(23);
  for (int round = 0; round < 60; ++round) {
    const auto events = random_events(random, 6, 8, 20);
    const auto dates = dates_of(events);
    const Network network(events);
    const std::vector<ActorId> from = {actor(1)};
    const ChainStart start{.from = from, .window = {start_day, start_day + days{60}}};
    for (std::uint64_t to = 2; to <= 6; ++to) {
      const auto earliest = find_chain(network, dates, start, actor(to));
      const auto shortest = find_chain(network, dates, start, actor(to), Aim::shortest);
      const auto latest = find_chain(network, dates, start, actor(to), Aim::latest);
      REQUIRE(earliest.has_value() == shortest.has_value());
      REQUIRE(earliest.has_value() == latest.has_value());
      if (!earliest) continue;
      CHECK(earliest->verdict == shortest->verdict);
      CHECK(earliest->verdict == latest->verdict);
      BestChain best;
      std::vector<std::size_t> way;
      const bool certain = earliest->verdict == Verdict::certain;
      try_chains(events, certain, actor(1), actor(to), start_day, 0, way, best);
      CHECK(shortest->steps.size() == best.steps);
      sys_days departure = start_day + days{999};
      for (auto step = latest->steps.rbegin(); step != latest->steps.rend(); ++step) {
        const EventDate& date = dates[step->event];
        departure = certain ? date.first : std::min(departure, date.last);
      }
      CHECK(departure == best.departure);
      const std::size_t hops = shortest->steps.size();
      CHECK(find_chain(network, dates, {.from = from, .window = start.window, .hops = hops},
                       actor(to)));
      const auto shorter = find_chain(
          network, dates, {.from = from, .window = start.window, .hops = hops - 1}, actor(to));
      CHECK_FALSE((shorter && shorter->verdict == shortest->verdict));
    }
  }
}

TEST_CASE("what can be reached in time is what trying every order of events finds",
          "[graph][chains]") {
  std::mt19937 random(17);
  for (int round = 0; round < 80; ++round) {
    const auto events = random_events(random, 8, 12, 20);
    const Network network(events);
    const std::vector<ActorId> from = {actor(1)};
    std::map<ActorId, sys_days> possible, certain;
    try_all(events, false, actor(1), start_day, 12, possible);
    try_all(events, true, actor(1), start_day, 12, certain);
    possible.erase(actor(1));
    const auto reached = reachable(network, dates_of(events),
                                   {.from = from, .window = {start_day, start_day + days{60}}});
    REQUIRE(reached.size() == possible.size());
    for (const Reached& each : reached) {
      CHECK(each.arrival == possible.at(each.actor));
      CHECK(each.surely.has_value() == certain.contains(each.actor));
      if (each.surely) CHECK(*each.surely == certain.at(each.actor));
    }
    for (const Reached& each : reached) {
      const auto chain =
          find_chain(network, dates_of(events),
                     {.from = from, .window = {start_day, start_day + days{60}}}, each.actor);
      REQUIRE(chain);
      CHECK(chain->verdict == (each.surely ? Verdict::certain : Verdict::possible));
      for (std::size_t i = 1; i < chain->steps.size(); ++i) {
        CHECK(chain->steps[i].from == chain->steps[i - 1].to);
        const Verdict step =
            follows(events[chain->steps[i - 1].event].date, events[chain->steps[i].event].date);
        CHECK(step <= chain->verdict);
      }
    }
  }
}

TEST_CASE("one event follows another as their dates allow", "[graph][chains]") {
  const auto date = [](const char* text) { return *parse_edtf(text); };
  CHECK(follows(date("2011-09-26"), date("2011-09-27")) == Verdict::certain);
  CHECK(follows(date("2011-09-26"), date("2011-09-26")) == Verdict::possible);
  CHECK(follows(date("2011-09"), date("2011-09-05")) == Verdict::possible);
  CHECK(follows(date("2011-09-27"), date("2011-09-26")) == Verdict::impossible);
  CHECK(follows(date("2011-09"), date("2011-08")) == Verdict::impossible);
  CHECK(follows(EventDate{}, date("2011-08")) == Verdict::possible);
}

}  // namespace
}  // namespace annals
