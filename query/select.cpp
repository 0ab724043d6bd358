#include "query/select.h"

#include <algorithm>
#include <tuple>

#include "graph/stop.h"
#include "query/event_judge.h"

namespace annals {
namespace {

/// "by 13 January 2015" for a window in 2014: nothing speaks against it, and nothing for it.
bool is_far_bounded(const Chosen& event, const Window& window) {
  if (event.undated) return false;
  return (event.days.first == first_day && event.days.last > window.last) ||
         (event.days.last == last_day && event.days.first < window.first);
}

/// The day at which an event is told; see is_told_earlier().
date::sys_days told_day(const Window& days, const Request& request) {
  const bool began_before = request.windowed && days.first < request.window.first;
  if (days.first != first_day && !began_before) return days.first;
  return request.windowed ? std::min(days.last, request.window.last) : days.last;
}

/// As is_told_earlier() has it. Many events fall on few days, so they are dealt out by day first,
/// in time that grows with their number.
void sort_by_time(std::vector<Chosen>& events, Order order) {
  constexpr std::size_t few = 10000;
  if (events.size() < few) {
    std::sort(events.begin(), events.end(), is_told_earlier);
    return;
  }
  if (order == Order::any) return;
  date::sys_days least = last_day;
  date::sys_days most = first_day;
  for (const Chosen& event : events) {
    if (event.undated) continue;
    most = std::max(most, event.told);
    least = std::min(least, event.told);
  }
  // one for each day, and the last one for what has none
  const std::size_t buckets =
      least > most ? 1 : static_cast<std::size_t>((most - least).count()) + 2;
  const auto bucket = [&](const Chosen& event) {
    return event.undated ? buckets - 1 : static_cast<std::size_t>((event.told - least).count());
  };
  std::vector<std::uint32_t> begin(buckets + 1, 0);
  for (const Chosen& event : events) ++begin[bucket(event) + 1];
  for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
  // within the list: a second copy would be the largest thing in memory
  auto next = begin;
  for (std::size_t i = 0; i < buckets; ++i) {
    while (next[i] < begin[i + 1]) {
      Chosen& here = events[next[i]];
      const std::size_t home = bucket(here);
      if (home == i) {
        ++next[i];
      } else {
        std::swap(here, events[next[home]++]);
      }
    }
    std::sort(events.begin() + begin[i], events.begin() + begin[i + 1], is_told_earlier);
  }
}

/// The type that all words of the request have, so that only its lists are read; else empty.
std::string_view only_type(const Request& request) {
  std::string_view type;
  for (const TypeWord* word : request.types) {
    const bool twin = word->type == "CONCEDE" || word->type == "RETREAT";  // asked for together
    if (word->type.empty() || twin || (!type.empty() && type != word->type)) return {};
    type = word->type;
  }
  return type;
}

}  // namespace

Selection select_events(const Store& store, const Request& request, std::span<const Part> parts,
                        Order order) {
  Selection result;
  result.sought.assign(parts.begin(), parts.end());
  EventJudge judge(store, request, parts);
  if (!judge.possible()) return result;
  const auto see = [&](const IndexEntry& entry) {
    if (!judge.agrees(entry)) return;
    Chosen chosen{.id = entry.id,
                  .days = entry.days,
                  .kind = entry.kind,
                  .party = static_cast<std::uint32_t>(result.parties.size()),
                  .parties = static_cast<std::uint16_t>(entry.parties.size()),
                  .status = entry.status,
                  .undated = entry.undated,
                  .told = told_day(entry.days, request)};
    if (request.strictly && !inside(chosen, request.window)) return;
    if (request.windowed && !request.loosely && is_far_bounded(chosen, request.window)) {
      ++result.far_bounded;
      return;
    }
    const bool asked =
        request.statuses.empty()
            ? entry.status == Status::happened
            : std::binary_search(request.statuses.begin(), request.statuses.end(), entry.status);
    result.parties.insert(result.parties.end(), entry.parties.begin(), entry.parties.end());
    auto& side = asked ? result.events : result.others;
    side.push_back(chosen);
    if (side.size() % 4096 == 0) stop_if_wanted();
  };
  const bool undated = !request.windowed;
  if (parts.empty() && !request.windowed && request.types.empty()) {
    const auto count = static_cast<std::size_t>(store.counts().events);
    result.events.reserve(count);
    result.parties.reserve(2 * count);
  }
  if (parts.empty() || request.of_their_people) {
    store.scan_events(request.window, only_type(request), undated, see);
  } else if (parts.size() > 1 && parts[1].actor != parts[0].actor) {
    store.scan_events_between(parts[0].actor, parts[1].actor, request.window, undated, see);
  } else {
    store.scan_events_of(parts.front().actor, request.window, undated, see);
  }
  for (auto* events : {&result.events, &result.others}) {
    judge.keep_agreeing(*events);
    sort_by_time(*events, order);
  }
  return result;
}

bool is_told_earlier(const Chosen& a, const Chosen& b) {
  const auto key = [](const Chosen& event) {
    return std::tuple(event.undated, event.told, event.days.last, event.id);
  };
  return key(a) < key(b);
}

bool is_earlier(const Chosen& a, const Chosen& b) {
  return std::tuple(a.days.first, a.days.last, a.id) < std::tuple(b.days.first, b.days.last, b.id);
}

std::vector<Event> records_of(const Store& store, std::span<const Chosen> events) {
  std::vector<EventId> ids;
  ids.reserve(events.size());
  for (const Chosen& event : events) ids.push_back(event.id);
  return store.events(ids);
}

Event record_of(const Store& store, const Chosen& event) {
  return std::move(store.events(std::span(&event.id, 1)).front());
}

bool inside(const Chosen& event, const Window& window) {
  return !event.undated && event.days.first >= window.first && event.days.last <= window.last;
}

EventDate days_of(const Chosen& event) {
  if (event.undated) return {};
  return {.first = event.days.first, .last = event.days.last, .precision = Precision::interval};
}

Network network_of(const Store& store, const Selection& selection) {
  std::vector<std::uint32_t> ends, numbers;
  ends.reserve(selection.events.size());
  numbers.reserve(selection.parties.size());
  for (const Chosen& event : selection.events) {
    for (const Party& each : selection.parties_of(event)) numbers.push_back(each.actor);
    ends.push_back(static_cast<std::uint32_t>(numbers.size()));
  }
  stop_if_wanted();
  return Network(ends, numbers, store.numbered_actors());
}

std::vector<EventDate> dates_of(std::span<const Chosen> events) {
  std::vector<EventDate> result;
  result.reserve(events.size());
  for (const Chosen& event : events) result.push_back(days_of(event));
  return result;
}

}  // namespace annals
