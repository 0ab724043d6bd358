#include "tests/bench/queries.h"

#include <algorithm>

namespace annals::bench {
namespace {

long epoch_day(date::sys_days day) { return day.time_since_epoch().count(); }

Result ask_met(const Store& store, const Window& window) {
  std::vector<std::uint64_t> keys;
  store.scan_events(window, "CONSULT", false, [&](const IndexEntry& entry) {
    const auto [a, b] = std::minmax(entry.parties[0].actor, entry.parties[1].actor);
    if (a != b) keys.push_back(std::uint64_t{a} << 32U | b);
  });
  std::sort(keys.begin(), keys.end());
  std::vector<std::pair<std::uint32_t, std::uint64_t>> ranked;
  for (std::size_t i = 0; i < keys.size();) {
    std::size_t j = i;
    while (j < keys.size() && keys[j] == keys[i]) ++j;
    ranked.emplace_back(static_cast<std::uint32_t>(j - i), keys[i]);
    i = j;
  }
  std::sort(ranked.begin(), ranked.end(), [](auto& a, auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  Result result{.rows = static_cast<long>(ranked.size())};
  for (const auto& pair : ranked) result.sum += pair.first;
  return result;
}

Result ask_timelines(const Store& store, const std::vector<ActorId>& actors, const Window& window) {
  Result result;
  for (const auto actor : actors) {
    store.scan_events_of(actor, window, false, [&](const IndexEntry& entry) {
      ++result.rows;
      result.sum += epoch_day(entry.days.first);
    });
  }
  return result;
}

Result ask_between(const Store& store, ActorId a, ActorId b) {
  Result result;
  store.scan_events_between(a, b, {}, false, [&](const IndexEntry& entry) {
    ++result.rows;
    result.sum += epoch_day(entry.days.first);
  });
  return result;
}

using Pairs = std::vector<std::pair<ActorId, ActorId>>;

Result ask_hops(const std::function<const WindowNetwork&()>& network, const Pairs& pairs) {
  Result result;
  for (const auto& [from, to] : pairs) {
    const auto path = network().fewest_hops(from, to);
    result.rows += path ? 1 : 0;
    result.sum += path ? static_cast<long>(path->size()) : -1;
  }
  return result;
}

Result ask_arrivals(const Store& store, const Window& window, std::string_view type,
                    const Pairs& pairs) {
  Result result;
  for (const auto& [from, to] : pairs) {
    const auto day = WindowNetwork(store, window, type).earliest_arrival(from, to);
    result.rows += day ? 1 : 0;
    result.sum += day ? (*day - window.first).count() : -1;
  }
  return result;
}

Result sum_of(const std::vector<Standing>& standing, double factor) {
  Result result{.rows = static_cast<long>(standing.size())};
  for (const auto& each : standing) result.sum += static_cast<long>(each.value * factor + 0.5);
  return result;
}

Result ask_betweenness(const Store& store, const Window& window) {
  const WindowNetwork network(store, window, "CONSULT");
  const auto n = static_cast<double>(network.actors());
  return sum_of(network.top_by_betweenness(10), (n - 1) * (n - 2) / 2);
}

/// Names of the table that differ in a letter's case are two actors here, as they are for the
/// peers.
Actor actor_of(std::string_view name) {
  Actor actor = make_imported_actor(name);
  actor.id = ActorId{hash_of({"bench", name})};
  return actor;
}

}  // namespace

std::vector<Query> queries(const Store& store, const PlainTable& table) {
  const auto id_of = [&](std::uint32_t actor) { return actor_of(table.names()[actor]).id; };
  const auto ids_of = [&](const std::vector<std::uint32_t>& actors) {
    std::vector<ActorId> ids;
    for (const auto actor : actors) ids.push_back(id_of(actor));
    return ids;
  };
  Pairs pairs;
  for (const auto& [from, to] : table.pairs) pairs.emplace_back(id_of(from), id_of(to));
  const auto hub = ids_of({table.hub}), middling = ids_of(table.middling),
             active = ids_of(table.active);
  const ActorId one = id_of(table.top.first), other = id_of(table.top.second);
  const Window w30 = table.w30, w90 = table.w90;
  const auto any = std::make_shared<WindowNetwork>(store, w30);
  const auto typed = std::make_shared<WindowNetwork>(store, w30, "CONSULT");
  const int count = static_cast<int>(pairs.size());
  const auto anew = [&store, w30, pairs](std::string_view type) {
    return [&store, w30, pairs, type] {
      std::optional<WindowNetwork> network;
      return ask_hops([&]() -> const WindowNetwork& { return network.emplace(store, w30, type); },
                      pairs);
    };
  };
  const auto kept = [pairs](std::shared_ptr<const WindowNetwork> network) {
    return [network, pairs] {
      return ask_hops([&]() -> const WindowNetwork& { return *network; }, pairs);
    };
  };
  const auto arrivals = [&store, w30, pairs](std::string_view type) {
    return [&store, w30, pairs, type] { return ask_arrivals(store, w30, type, pairs); };
  };
  return {
      {"who met whom, 30 days", "Q2", 2, 1, [&store, w30] { return ask_met(store, w30); },
       table.met()},
      {"timeline of the busiest actor, 90 days", "Q3-hub-w90", 0.2, 1,
       [&store, hub, w90] { return ask_timelines(store, hub, w90); },
       table.timeline({table.hub}, w90)},
      {"timeline of an active actor, 90 days", "Q3-act-w90", 0.03, 100,
       [&store, active, w90] { return ask_timelines(store, active, w90); },
       table.timeline(table.active, w90)},
      {"timeline of a middling actor", "Q3-med-full", 0.03, 100,
       [&store, middling] { return ask_timelines(store, middling, {}); },
       table.timeline(table.middling, {})},
      {"pair timeline, busiest pair", "Q4-top", 1, 1,
       [&store, one, other] { return ask_between(store, one, other); }, table.between()},
      {"fewest hops, 30 days, consulting, cold", "Q5-typed", 1.1, count, anew("CONSULT"),
       table.hops(true)},
      {"fewest hops, 30 days, any type, cold", "Q5-any", 3, count, anew(""), table.hops(false)},
      {"fewest hops, consulting, window cached", "Q5-typed-prebuilt", 0.01, count, kept(typed),
       table.hops(true)},
      {"fewest hops, any type, window cached", "Q5-any-prebuilt", 0.01, count, kept(any),
       table.hops(false)},
      {"earliest arrival, 30 days, consulting", "Q6-typed", 0.9, count, arrivals("CONSULT"),
       table.arrivals(true)},
      {"earliest arrival, 30 days, any type", "Q6-any", 2, count, arrivals(""),
       table.arrivals(false)},
      {"top 10 by degree, 30 days", "Q7-degree-any", 5, 1,
       [&store, w30] { return sum_of(WindowNetwork(store, w30).top_by_degree(10), 1); },
       table.degrees()},
      {"top 10 by betweenness, 30 days, consulting", "Q7-betw-typed", 175, 1,
       [&store, w30] { return ask_betweenness(store, w30); }, table.betweenness()},
  };
}

double import_table(const std::string& folder, const std::string& file, std::string_view text) {
  Store store = Store::open(folder, OpenMode::create);
  const double begin = cpu_ms();
  std::uint64_t number = 0;
  std::string_view date_text;
  EventDate date;
  const auto next = [&](ImportRow& row) {
    if (text.empty()) return false;
    ++number;
    const auto field = [&](char end) {
      const auto at = std::min(text.find(end), text.size());
      const auto found = text.substr(0, at);
      text.remove_prefix(std::min(at + 1, text.size()));
      return found;
    };
    const auto day = field('\t');
    if (day != date_text) date = day_date(*parse_day(date_text = day));
    row.date = date;
    row.source = field('\t');
    row.cameo = field('\t');
    row.target = field('\n');
    row.line = number;
    return true;
  };
  store.import_events({.id = hash_of({file}), .name = file, .next = next, .actor = actor_of});
  store.sync();
  return cpu_ms() - begin;
}

}  // namespace annals::bench
