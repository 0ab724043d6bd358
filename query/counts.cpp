#include <algorithm>
#include <map>
#include <unordered_map>

#include "query/periods.h"
#include "query/select.h"
#include "query/tell.h"
#include "query/verb_runs.h"

namespace annals {
namespace {

using date::sys_days;

struct Tally {
  std::size_t certain = 0;
  std::size_t possible = 0;  ///< more, when every vague date falls here
};

constexpr std::size_t most_periods = 4000;

/// Periods from the first to the last that an event falls in, empty ones included.
std::map<EventDate, Tally> by_period(const std::vector<Chosen>& events, const Request& request) {
  std::map<EventDate, Tally> result;
  std::vector<const Chosen*> vague;
  EventDate period;
  Tally* last = nullptr;
  for (const Chosen& event : events) {
    if (last == nullptr || event.days.first < period.first || event.days.first > period.last) {
      period = period_of(event.days.first, request.unit);
      last = nullptr;
    }
    if (event.undated || event.days.last > period.last) {
      vague.push_back(&event);
      continue;
    }
    if (last == nullptr) last = &result[period];
    ++last->certain;
  }
  if (!result.empty()) {
    const sys_days end = result.rbegin()->first.last;
    for (sys_days day = result.begin()->first.first; day <= end && result.size() < most_periods;) {
      const EventDate next = period_of(day, request.unit);
      result.try_emplace(next);
      day = next.last + date::days{1};
    }
  }
  for (const Chosen* event : vague) {
    for (auto& [within, tally] : result) {
      if (event->days.first <= within.last && event->days.last >= within.first) ++tally.possible;
    }
  }
  return result;
}

/// "the busiest week": those with most events first.
Answer rank_periods(const Request& request, const std::map<EventDate, Tally>& periods,
                    AnswerBuilder& answer) {
  std::vector<std::pair<EventDate, Tally>> rows(periods.begin(), periods.end());
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return std::pair(a.second.certain, a.second.possible) >
           std::pair(b.second.certain, b.second.possible);
  });
  const Bound* bound = bound_of(request.bounds, of_events);
  rows.resize(std::min(rows.size(), request.limit.value_or(bound == nullptr ? 5 : rows.size())));
  for (const auto& [period, tally] : rows) {
    if (tally.certain + tally.possible == 0) break;
    if (bound != nullptr && !bound->holds(tally.certain)) continue;
    answer.add(
        {format_edtf(period), std::to_string(tally.certain), std::to_string(tally.possible)});
  }
  return answer.close();
}

Answer count_periods(const Store& store, const Request& request,
                     const std::vector<Chosen>& events) {
  AnswerBuilder answer(store, request, {request.unit, "events", "possibly more"});
  const auto periods = by_period(events, request);
  constexpr std::size_t ranked = 7;  // forms from here on ask for the busiest ones
  if (request.form >= ranked) return rank_periods(request, periods, answer);
  std::size_t undated = 0;
  for (const Chosen& event : events) undated += event.undated ? 1 : 0;
  const Bound* bound = bound_of(request.bounds, of_events);
  for (const auto& [period, tally] : periods) {
    if (bound != nullptr && !bound->holds(tally.certain)) continue;
    answer.add(
        {format_edtf(period), std::to_string(tally.certain), std::to_string(tally.possible)});
  }
  if (undated > 0)
    answer.note(std::to_string(undated) +
                " events without a date are in every period's `possibly more`");
  if (periods.empty() && !events.empty()) {
    answer.note(std::to_string(events.size()) + " events have dates that fit in no single " +
                request.unit);
  }
  return answer.close();
}

/// Those who are asked about stand in every event and are left out.
std::map<std::string, std::size_t> by_actor(const Store& store, const Request& request,
                                            const Selection& selection, AnswerBuilder& answer) {
  std::unordered_map<std::uint32_t, std::size_t> counts;
  for (const Chosen& event : selection.events) {
    const auto parties = selection.parties_of(event);
    for (std::size_t i = 0; i < parties.size(); ++i) {
      const auto before = parties.first(i);
      const bool again = std::any_of(before.begin(), before.end(), [&](const Party& each) {
        return each.actor == parties[i].actor;
      });
      if (!again) ++counts[parties[i].actor];
    }
  }
  std::map<std::string, std::size_t> result;
  for (const NamedActor& asked : request.actors) {
    if (const auto number = store.number_of(asked.ids.front())) counts.erase(*number);
  }
  for (const Exception& each : request.except) {
    if (const auto number = store.number_of(each.actor.ids.front())) counts.erase(*number);
  }
  for (const auto& [number, count] : counts)
    result[answer.actor(store.actor_numbered(number)).name] += count;
  return result;
}

Answer count_by(const Store& store, const Request& request, const Selection& selection) {
  AnswerBuilder answer(store, request, {request.unit, "events"});
  std::map<std::string, std::size_t> counts;
  for (const Chosen& event : selection.events) {
    if (request.unit == "type") ++counts[store.kind(event.kind).type];
    if (request.unit == "status") ++counts[std::string(format_status(event.status))];
  }
  if (request.unit == "actor") counts = by_actor(store, request, selection, answer);
  std::vector<std::pair<std::string, std::size_t>> rows(counts.begin(), counts.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (const Bound* bound = bound_of(request.bounds, of_events))
    std::erase_if(rows, [&](const auto& row) { return !bound->holds(row.second); });
  if (request.limit && rows.size() > *request.limit) rows.resize(*request.limit);
  for (const auto& [what, count] : rows) answer.add({what, std::to_string(count)});
  return answer.close();
}

Answer count_all(const Store& store, const Request& request, const Selection& selection) {
  AnswerBuilder answer(store, request, {"events", "certainly in the window", "possibly"});
  const auto& events = selection.events;
  const auto certain = static_cast<std::size_t>(std::count_if(
      events.begin(), events.end(),
      [&](const Chosen& event) { return !request.windowed || inside(event, request.window); }));
  answer.add({std::to_string(events.size()), std::to_string(certain),
              std::to_string(events.size() - certain)});
  return answer.close();
}

std::vector<Part> count_parts(const Request& request) {
  // forms: 0 TYPE per UNIT; 1 by A; 2 against A; 3 of A [and B]; 4 how often did A TYPE B; 5 how
  // often did A and B TYPE; 6 TYPE by A against B
  std::vector<Part> parts;
  for (const NamedActor& actor : request.actors) {
    std::optional<Role> role;
    if (request.form == 1) role = Role::source;
    if (request.form == 2) role = Role::target;
    if (request.form == 4 || request.form == 6) role = parts.empty() ? Role::source : Role::target;
    parts.push_back({actor.ids.front(), role});
  }
  return parts;
}

}  // namespace

Answer run_count(const Store& store, const Request& request) {
  const Selection selection = select_events(store, request, count_parts(request));
  if (request.unit.empty()) return count_all(store, request, selection);
  const bool by_kind =
      request.unit == "type" || request.unit == "actor" || request.unit == "status";
  return by_kind ? count_by(store, request, selection)
                 : count_periods(store, request, selection.events);
}

namespace {

/// What two actors share.
struct Pair {
  std::uint64_t actors = 0;  ///< the smaller number above, the greater below
  std::size_t events = 0;
  Chosen first, last;
};

std::uint64_t pair_key(std::uint32_t a, std::uint32_t b) {
  return std::uint64_t{std::min(a, b)} << 32U | std::max(a, b);
}

/// Who takes part in an event, each once.
std::vector<std::uint32_t> members_of(std::span<const Party> parties) {
  std::vector<std::uint32_t> all;
  for (const Party& each : parties) all.push_back(each.actor);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

Selection events_of_pairs(const Store& store, const Request& request) {
  std::vector<Part> parts;
  for (const NamedActor& actor : request.actors) parts.push_back({actor.ids.front(), std::nullopt});
  return select_events(store, request, parts, Order::any);
}

std::vector<Pair> pairs_in(const Selection& selection) {
  std::unordered_map<std::uint64_t, Pair> pairs;
  for (const Chosen& event : selection.events) {
    const auto all = members_of(selection.parties_of(event));
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = i + 1; j < all.size(); ++j) {
        const std::uint64_t key = pair_key(all[i], all[j]);
        Pair& pair = pairs[key];
        if (pair.events++ == 0 || is_earlier(event, pair.first)) pair.first = event;
        if (pair.events == 1 || is_earlier(pair.last, event)) pair.last = event;
        pair.actors = key;
      }
    }
  }
  std::vector<Pair> rows;
  rows.reserve(pairs.size());
  for (const auto& [key, pair] : pairs) rows.push_back(pair);
  return rows;
}

/// The actors that share events, those with the most of them first.
std::vector<std::uint32_t> busiest(const std::vector<Pair>& pairs, std::span<const ActorId> ids) {
  std::unordered_map<std::uint32_t, std::size_t> counts;
  for (const Pair& pair : pairs) {
    counts[static_cast<std::uint32_t>(pair.actors >> 32U)] += pair.events;
    counts[static_cast<std::uint32_t>(pair.actors)] += pair.events;
  }
  std::vector<std::pair<std::size_t, std::uint32_t>> ranked;
  ranked.reserve(counts.size());
  for (const auto& [actor, count] : counts) ranked.emplace_back(count, actor);
  std::sort(ranked.begin(), ranked.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : ids[a.second] < ids[b.second];
  });
  std::vector<std::uint32_t> result;
  result.reserve(ranked.size());
  for (const auto& each : ranked) result.push_back(each.second);
  return result;
}

}  // namespace

Answer run_pairs(const Store& store, const Request& request) {
  const Selection selection = events_of_pairs(store, request);
  std::vector<Pair> rows = pairs_in(selection);
  const auto ids = store.numbered_actors();
  const Bound* bound = bound_of(request.bounds, of_events);
  std::erase_if(rows, [&](const Pair& pair) {
    const bool left_out = is_left_out(request, ids[pair.actors >> 32U]) ||
                          is_left_out(request, ids[pair.actors & 0xFFFFFFFFU]);
    return left_out || (bound != nullptr && !bound->holds(pair.events));
  });
  const auto members = [&](const Pair& pair) {
    return std::minmax(ids.at(pair.actors >> 32U), ids.at(pair.actors & 0xFFFFFFFFU));
  };
  const std::size_t shown = std::min(request.limit.value_or(rows.size()), rows.size());
  std::partial_sort(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(shown), rows.end(),
                    [&](const Pair& a, const Pair& b) {
                      if (a.events != b.events) return a.events > b.events;
                      const auto [a1, a2] = members(a);
                      const auto [b1, b2] = members(b);
                      return std::pair(a1, a2) < std::pair(b1, b2);
                    });
  AnswerBuilder answer(store, request, {"actor", "with", "events", "first", "last"});
  for (std::size_t i = 0; i < shown; ++i) {
    const auto [one, other] = members(rows[i]);
    const std::vector<EventId> ends = {rows[i].first.id, rows[i].last.id};
    const auto events = store.events(ends);
    answer.add({answer.actor(one).name, answer.actor(other).name, std::to_string(rows[i].events),
                format_edtf(events.front().date), format_edtf(events.back().date)});
  }
  if (shown < rows.size())
    answer.note(std::to_string(rows.size() - shown) + " more pairs are left out by limit " +
                std::to_string(shown));
  return answer.close();
}

Answer run_matrix(const Store& store, const Request& request) {
  constexpr std::size_t readable = 12;  // actors, when no limit says how many
  const auto ids = store.numbered_actors();
  const auto pairs = pairs_in(events_of_pairs(store, request));
  auto actors = busiest(pairs, ids);
  const std::size_t known = actors.size();
  actors.resize(std::min(request.limit.value_or(readable), known));
  std::unordered_map<std::uint64_t, std::size_t> counts;
  for (const Pair& pair : pairs) counts.emplace(pair.actors, pair.events);
  std::vector<std::string> columns = {"actor"};
  for (const std::uint32_t number : actors) {
    const auto actor = store.actor(ids[number]);
    columns.push_back(actor ? actor->name : format_hex(ids[number].value));
  }
  AnswerBuilder answer(store, request, columns);
  for (std::size_t i = 0; i < actors.size(); ++i) {
    std::vector<std::string> cells = {columns[i + 1]};
    for (const std::uint32_t other : actors) {
      const auto shared = counts.find(pair_key(actors[i], other));
      const std::size_t events = shared == counts.end() ? 0 : shared->second;
      cells.push_back(other == actors[i] ? "" : std::to_string(events));
    }
    answer.add_about(ids[actors[i]], std::move(cells));
  }
  if (known > actors.size())
    answer.note(std::to_string(known - actors.size()) +
                " more actors share events; `limit` takes more of them in");
  return answer.close();
}

}  // namespace annals
