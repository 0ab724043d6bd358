#include <algorithm>
#include <array>
#include <cstdio>

#include "query/anybody.h"
#include "query/doers.h"
#include "query/every_status.h"
#include "query/ranks.h"
#include "query/select.h"
#include "query/tell.h"
#include "query/verb_runs.h"

namespace annals {
namespace {

std::string number_text(double value) {
  char buffer[32];
  static_cast<void>(std::snprintf(buffer, sizeof buffer, "%.6g", value));
  return buffer;
}

struct Joined {
  Selection selection;
  Network network;
};

enum class Members : std::uint8_t { all, known };

Joined window_network(const Store& store, const Request& request, Members members = Members::all) {
  Selection selection = select_events(store, request, {}, Order::any);
  if (members == Members::known) leave_out_anybody(store, request, selection);
  Network network = network_of(store, selection);
  return {std::move(selection), std::move(network)};
}

RouteLimits limits_of(const Request& request) {
  return {.hops = request.hops.value_or(12), .routes = request.limit.value_or(1)};
}

std::vector<Route> routes_in(const Joined& joined, const Request& request,
                             const RouteLimits& limits) {
  return joined.network.routes(request.actors[0].ids.front(), request.actors[1].ids.front(),
                               limits);
}

/// Some path leads through "police" or "people", who join nobody. Looked for behind, since to know
/// it of all who are joined takes longer than to find a path.
bool leads_through_anybody(const Store& store, const std::vector<Route>& routes) {
  return std::any_of(routes.begin(), routes.end(), [&](const Route& route) {
    return std::any_of(route.begin(), route.end(), [&](const RouteStep& step) {
      if (step.to == route.back().to) return false;
      const auto actor = store.actor(step.to);
      return actor && is_anybody(*actor);
    });
  });
}

/// Why there is no path: one end has no events, or the window is too narrow, or there is none at
/// all.
std::string why_no_path(const Store& store, const Request& request, const Joined& joined) {
  std::string reason = "no path joins them";
  for (const NamedActor& actor : request.actors) {
    if (!joined.network.events_of(actor.ids.front()).empty()) continue;
    reason = actor.name + " has no events" + (request.windowed ? " in this window" : "");
    break;
  }
  if (!request.windowed) {
    const auto longer = routes_in(joined, request, {.hops = 30});
    return longer.empty() ? reason + ", whatever the length"
                          : "the shortest path has " + std::to_string(longer.front().size()) +
                                " steps; write max " + std::to_string(longer.front().size());
  }
  Request open = request;
  open.window = {};
  open.windowed = false;
  const Joined all = window_network(store, open, Members::known);
  const auto routes = routes_in(all, request, {.hops = request.hops.value_or(12)});
  if (routes.empty()) return reason + ", and in no other window";
  Window needed = request.window;
  for (const RouteStep& step : routes.front()) {
    const Chosen& event = all.selection.events[step.event];
    const bool seen = event.days.first <= needed.last && event.days.last >= needed.first;
    if (seen || event.undated) continue;
    needed.first = std::min(needed.first, event.days.last);
    needed.last = std::max(needed.last, event.days.first);
  }
  return reason + "; one of " + std::to_string(routes.front().size()) +
         " steps exists when the window opens to " + format_window(needed);
}

/// The first event that both ends of a step share.
const Chosen& first_shared(const Joined& joined, const RouteStep& step) {
  const Chosen* first = &joined.selection.events[step.event];
  for (const std::uint32_t index : joined.network.events_of(step.from)) {
    const auto members = joined.network.actors_of(index);
    const Chosen& event = joined.selection.events[index];
    if (std::binary_search(members.begin(), members.end(), step.to) && is_earlier(event, *first))
      first = &event;
  }
  return *first;
}

/// Adds the paths among `joined`, which is made anew where they lead through anybody; false when
/// there is none.
bool add_paths(AnswerBuilder& answer, const Store& store, const Request& request, Joined& joined) {
  auto routes = routes_in(joined, request, limits_of(request));
  if (leads_through_anybody(store, routes)) {
    joined = window_network(store, request, Members::known);
    routes = routes_in(joined, request, limits_of(request));
  }
  for (std::size_t i = 0; i < routes.size(); ++i) {
    for (std::size_t j = 0; j < routes[i].size(); ++j) {
      const RouteStep& step = routes[i][j];
      const Event event = record_of(store, first_shared(joined, step));
      answer.add({std::to_string(i + 1), std::to_string(j + 1), answer.actor(step.from).name,
                  answer.actor(step.to).name, format_edtf(event.date),
                  std::string(format_status(event.status)), answer.sentence(event),
                  answer.quote(event), answer.article(event), display_id(event.id)},
                 &event);
    }
  }
  return !routes.empty();
}

/// Days between two events at the least; nothing when one has no date.
std::optional<long> days_apart(const Chosen& a, const Chosen& b) {
  if (a.undated || b.undated) return std::nullopt;
  return std::max({0L, static_cast<long>((a.days.first - b.days.last).count()),
                   static_cast<long>((b.days.first - a.days.last).count())});
}

}  // namespace

Answer run_path(const Store& store, const Request& request) {
  AnswerBuilder answer(
      store, request,
      {"path", "step", "from", "to", "date", "status", "event", "sentence", "article", "id"});
  if (request.actors[0].ids == request.actors[1].ids) {
    answer.note("both ends are " + request.actors[0].name);
    return answer.close();
  }
  Joined joined = window_network(store, request);
  if (add_paths(answer, store, request, joined)) return answer.close();
  answer.note(why_no_path(store, request, joined));
  if (!request.statuses.empty()) return answer.close();
  const Request all = of_every_status(request);
  joined = window_network(store, all);
  if (add_paths(answer, store, all, joined)) answer.note(not_all_happened);
  return answer.close();
}

Answer run_contacts(const Store& store, const Request& request) {
  const std::array<ActorId, 2> sides = {request.actors[0].ids.front(),
                                        request.actors[1].ids.front()};
  const Joined joined = window_network(store, request);
  const auto contacts = joined.network.common_contacts(sides[0], sides[1]);
  AnswerBuilder answer(store, request,
                       {"contact", "with", "date", "event", "sentence", "article", "id"});
  for (const ActorId contact : contacts) {
    if (is_anybody(answer.actor(contact))) continue;
    std::array<std::vector<const Chosen*>, 2> shared;
    for (const std::uint32_t index : joined.network.events_of(contact)) {
      const auto members = joined.network.actors_of(index);
      for (std::size_t side = 0; side < 2; ++side) {
        if (std::binary_search(members.begin(), members.end(), sides.at(side)))
          shared.at(side).push_back(&joined.selection.events[index]);
      }
    }
    for (auto& events : shared) {
      std::sort(events.begin(), events.end(),
                [](const Chosen* a, const Chosen* b) { return is_earlier(*a, *b); });
    }
    for (std::size_t side = 0; side < 2; ++side) {
      const auto& others = shared.at(1 - side);
      for (const Chosen* chosen : shared.at(side)) {
        const bool near = !request.within_days ||
                          std::any_of(others.begin(), others.end(), [&](const Chosen* other) {
                            const auto days = days_apart(*chosen, *other);
                            return days && *days <= *request.within_days;
                          });
        if (!near || answer.row_count() >= request.limit.value_or(10000)) continue;
        const Event event = record_of(store, *chosen);
        answer.add({answer.actor(contact).name, answer.actor(sides.at(side)).name,
                    format_edtf(event.date), answer.sentence(event), answer.quote(event),
                    answer.article(event), display_id(event.id)},
                   &event);
      }
    }
  }
  return answer.close();
}

namespace {

/// What a form of "top" asks for.
struct Ranking {
  bool by_part = false;       ///< by events of a kind, whatever the network
  std::optional<Role> role;   ///< of those who are ranked; nothing for any
  std::optional<Role> asked;  ///< of the actor that the question names
};

Ranking ranking_of(std::size_t form) {
  // forms: 0-3 actors by a measure; 4 by number of TYPE; 5 who did most TYPE; 6, 7 whom most of it
  // befell; 8 who did it to ACTOR; 9 to whom ACTOR did it; 10 to whom it was done by ACTOR; 11, 12
  // top actors by TYPE against ACTOR
  constexpr std::size_t of_a_kind = 4;
  if (form < of_a_kind) return {};
  if (form == of_a_kind) return {.by_part = true, .role = {}, .asked = {}};
  if (form == 5 || form == 8 || form >= 11)
    return {.by_part = true, .role = Role::source, .asked = Role::target};
  return {.by_part = true, .role = Role::target, .asked = Role::source};
}

std::vector<Standing> standing_by(const Network& network, std::string_view measure) {
  if (measure == "degree") return network.by_degree();
  if (measure == "betweenness") return network.by_betweenness();
  if (measure == "pagerank") return network.by_pagerank();
  std::vector<Standing> standing;
  for (const ActorId actor : network.actors())
    standing.push_back({actor, static_cast<double>(network.events_of(actor).size())});
  std::stable_sort(standing.begin(), standing.end(),
                   [](const Standing& x, const Standing& y) { return x.value > y.value; });
  return standing;
}

}  // namespace

Answer run_top(const Store& store, const Request& request) {
  const Ranking ranking = ranking_of(request.form);
  const std::string measure = !request.unit.empty() ? request.unit
                              : request.form >= 2   ? "events"
                                                    : "degree";
  std::vector<Part> parts;
  for (const NamedActor& actor : request.actors)
    parts.push_back({actor.ids.front(), ranking.asked});
  const Selection selection = select_events(store, request, parts, Order::any);
  const Network network = network_of(store, selection);
  const auto standing =
      ranking.by_part ? by_part(store, selection, ranking.role) : standing_by(network, measure);
  AnswerBuilder answer(store, request, {"rank", "actor", measure});
  const Bound* bound = bound_of(request.bounds, of_events);
  const std::size_t few = bound == nullptr ? 10 : standing.size();
  const std::size_t wanted = request.number > 0 ? request.number : request.limit.value_or(few);
  for (const Standing& each : standing) {
    if (answer.row_count() >= wanted) break;
    if (bound != nullptr && !bound->holds(static_cast<std::size_t>(each.value))) continue;
    const bool named = !request.actors.empty() && request.actors.front().ids.front() == each.actor;
    if (named || is_left_out(request, each.actor)) continue;
    const Actor& actor = answer.actor(each.actor);
    const bool asked = request.doers.empty() || is_one_of_these(actor, request.doers);
    if (is_anybody(actor) || !asked) continue;
    answer.add({std::to_string(answer.row_count() + 1), answer.actor(each.actor).name,
                number_text(each.value)});
  }
  answer.note(std::to_string(network.actors().size()) + " actors and " +
              std::to_string(selection.events.size()) + " events are in this network");
  return answer.close();
}

Answer run_groups(const Store& store, const Request& request) {
  const auto groups = window_network(store, request).network.components();
  AnswerBuilder answer(store, request, {"group", "actors", "names"});
  const std::size_t shown = std::min(groups.size(), request.limit.value_or(groups.size()));
  for (std::size_t i = 0; i < shown; ++i) {
    std::vector<std::string> names;
    for (const ActorId actor : groups[i]) names.push_back(answer.actor(actor).name);
    std::sort(names.begin(), names.end());
    std::string joined;
    for (const auto& name : names) joined += (joined.empty() ? "" : ", ") + name;
    answer.add({std::to_string(i + 1), std::to_string(groups[i].size()), joined});
  }
  return answer.close();
}

Answer run_gaps(const Store& store, const Request& request) {
  const long least = request.number > 0 ? static_cast<long>(request.number) : 30;
  AnswerBuilder answer(store, request,
                       {"from", "to", "days", "last event before", "first event after"});
  const std::vector<Part> parts = {{request.actors.front().ids.front(), std::nullopt}};
  const Chosen* latest = nullptr;
  const auto events = select_events(store, request, parts).events;
  std::size_t dated = 0;
  for (const Chosen& event : events) {
    if (event.undated || event.days.first == first_day || event.days.last == last_day) continue;
    ++dated;
    if (latest != nullptr && (event.days.first - latest->days.last).count() > least &&
        answer.row_count() < request.limit.value_or(events.size())) {
      const Event after = record_of(store, event);
      answer.add({format_day(latest->days.last), format_day(event.days.first),
                  std::to_string((event.days.first - latest->days.last).count()),
                  answer.sentence(record_of(store, *latest)), answer.sentence(after)},
                 &after);
    }
    if (latest == nullptr || event.days.last > latest->days.last) latest = &event;
  }
  if (answer.row_count() == 0) {
    answer.note(std::to_string(dated) + (dated == 1 ? " event has" : " events have") +
                " a date here; no two that follow one another are more than " +
                std::to_string(least) + " days apart");
  }
  return answer.close();
}

}  // namespace annals
