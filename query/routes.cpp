#include <algorithm>
#include <cstdio>
#include <map>

#include "graph/network.h"
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

std::vector<Event> window_events(const Store& store, const Request& request) {
  return select_events(store, request, {}).events;
}

/// Why there is no path: one end has no events, or the window is too narrow, or there is none at
/// all.
std::string why_no_path(const Store& store, const Request& request, const Network& network) {
  for (const NamedActor& actor : request.actors) {
    if (network.events_of(actor.ids.front()).empty())
      return actor.name + " has no events in this window";
  }
  if (!request.windowed) return "no path joins them, whatever the length";
  Request open = request;
  open.window = {};
  open.windowed = false;
  const auto events = window_events(store, open);
  const auto routes =
      Network(events).routes(request.actors[0].ids.front(), request.actors[1].ids.front(),
                             {.hops = request.hops.value_or(12)});
  if (routes.empty()) return "no path joins them in any window";
  Window needed = request.window;
  for (const RouteStep& step : routes.front()) {
    const EventDate& date = events[step.event].date;
    if (overlaps(date, needed) || date.precision == Precision::unknown) continue;
    needed.first = std::min(needed.first, date.last);
    needed.last = std::max(needed.last, date.first);
  }
  return "no path in this window; one of " + std::to_string(routes.front().size()) +
         " steps exists when the window opens to " + format_window(needed);
}

}  // namespace

Answer run_path(const Store& store, const Request& request) {
  const auto events = window_events(store, request);
  const Network network(events);
  const RouteLimits limits{.hops = request.hops.value_or(12), .routes = request.limit.value_or(1)};
  const auto routes =
      network.routes(request.actors[0].ids.front(), request.actors[1].ids.front(), limits);
  AnswerBuilder answer(
      store, request, {"path", "step", "from", "to", "date", "event", "sentence", "article", "id"});
  for (std::size_t i = 0; i < routes.size(); ++i) {
    for (std::size_t j = 0; j < routes[i].size(); ++j) {
      const RouteStep& step = routes[i][j];
      const Event& event = events[step.event];
      answer.add({std::to_string(i + 1), std::to_string(j + 1), answer.actor(step.from).name,
                  answer.actor(step.to).name, format_edtf(event.date), answer.sentence(event),
                  answer.quote(event), answer.article(event), display_id(event.id)},
                 &event);
    }
  }
  if (routes.empty()) answer.note(why_no_path(store, request, network));
  return answer.close();
}

Answer run_contacts(const Store& store, const Request& request) {
  const ActorId a = request.actors[0].ids.front();
  const ActorId b = request.actors[1].ids.front();
  const auto events = window_events(store, request);
  const Network network(events);
  AnswerBuilder answer(store, request,
                       {"contact", "with", "date", "event", "sentence", "article", "id"});
  for (const ActorId contact : network.common_contacts(a, b)) {
    for (const ActorId side : {a, b}) {
      for (const std::uint32_t index : network.events_of(contact)) {
        const auto members = network.actors_of(index);
        if (!std::binary_search(members.begin(), members.end(), side)) continue;
        const Event& event = events[index];
        answer.add({answer.actor(contact).name, answer.actor(side).name, format_edtf(event.date),
                    answer.sentence(event), answer.quote(event), answer.article(event),
                    display_id(event.id)},
                   &event);
      }
    }
  }
  return answer.close();
}

Answer run_top(const Store& store, const Request& request) {
  const std::size_t wanted = request.number > 0 ? request.number : request.limit.value_or(10);
  const std::string measure = request.unit.empty() ? "degree" : request.unit;
  const auto events = window_events(store, request);
  const Network network(events);
  std::vector<Standing> standing;
  if (measure == "degree") standing = network.by_degree();
  if (measure == "betweenness") standing = network.by_betweenness();
  if (measure == "pagerank") standing = network.by_pagerank();
  if (measure == "events") {
    for (const ActorId actor : network.actors()) {
      standing.push_back({actor, static_cast<double>(network.events_of(actor).size())});
    }
    std::stable_sort(standing.begin(), standing.end(),
                     [](const Standing& x, const Standing& y) { return x.value > y.value; });
  }
  AnswerBuilder answer(store, request, {"rank", "actor", measure});
  for (std::size_t i = 0; i < std::min(wanted, standing.size()); ++i) {
    answer.add({std::to_string(i + 1), answer.actor(standing[i].actor).name,
                number_text(standing[i].value)});
  }
  answer.note(std::to_string(network.actors().size()) + " actors and " +
              std::to_string(events.size()) + " events are in this network");
  return answer.close();
}

Answer run_groups(const Store& store, const Request& request) {
  const auto events = window_events(store, request);
  const auto groups = Network(events).components();
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
  const Event* latest = nullptr;
  const auto events = select_events(store, request, parts).events;
  for (const Event& event : events) {
    if (event.date.first == first_day || event.date.last == last_day) continue;
    if (latest != nullptr && (event.date.first - latest->date.last).count() > least) {
      answer.add({format_day(latest->date.last), format_day(event.date.first),
                  std::to_string((event.date.first - latest->date.last).count()),
                  answer.sentence(*latest), answer.sentence(event)},
                 &event);
    }
    if (latest == nullptr || event.date.last > latest->date.last) latest = &event;
  }
  return answer.close();
}

}  // namespace annals
