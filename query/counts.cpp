#include <algorithm>
#include <map>

#include "query/select.h"
#include "query/tell.h"
#include "query/verb_runs.h"

namespace annals {
namespace {

using date::sys_days;

/// Days [first, last] of the period that holds `day`.
EventDate period_of(sys_days day, std::string_view unit) {
  const date::year_month_day ymd{day};
  if (unit == "day") return day_date(day);
  if (unit == "week") return week_date(day);
  if (unit == "month") return month_date(ymd.year() / ymd.month());
  if (unit == "year") return year_date(ymd.year());
  const unsigned first = (unsigned{ymd.month()} - 1) / 3 * 3 + 1;
  const date::year_month begin = ymd.year() / date::month{first};
  return {.first = sys_days{begin / 1},
          .last = sys_days{(begin + date::months{2}) / date::last},
          .precision = Precision::quarter};
}

struct Tally {
  std::size_t certain = 0;
  std::size_t possible = 0;  ///< more, when every vague date falls here
};

constexpr std::size_t most_periods = 4000;

/// Periods from the first to the last that an event falls in, empty ones included.
std::map<EventDate, Tally> by_period(const std::vector<Event>& events, const Request& request) {
  std::map<EventDate, Tally> result;
  std::vector<const Event*> vague;
  for (const Event& event : events) {
    const EventDate period = period_of(event.date.first, request.unit);
    const bool exact = event.date.precision != Precision::unknown && event.date.last <= period.last;
    if (exact) {
      ++result[period].certain;
    } else {
      vague.push_back(&event);
    }
  }
  if (!result.empty()) {
    const sys_days end = result.rbegin()->first.last;
    for (sys_days day = result.begin()->first.first; day <= end && result.size() < most_periods;) {
      const EventDate period = period_of(day, request.unit);
      result.try_emplace(period);
      day = period.last + date::days{1};
    }
  }
  for (const Event* event : vague) {
    for (auto& [period, tally] : result) {
      if (overlaps(event->date, {period.first, period.last})) ++tally.possible;
    }
  }
  return result;
}

Answer count_periods(const Store& store, const Request& request, const std::vector<Event>& events) {
  AnswerBuilder answer(store, request, {request.unit, "events", "possibly more"});
  const auto periods = by_period(events, request);
  std::size_t undated = 0;
  for (const Event& event : events) undated += event.date.precision == Precision::unknown ? 1 : 0;
  for (const auto& [period, tally] : periods) {
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

Answer count_by(const Store& store, const Request& request, const std::vector<Event>& events) {
  AnswerBuilder answer(store, request, {request.unit, "events"});
  std::map<std::string, std::size_t> counts;
  for (const Event& event : events) {
    if (request.unit == "type") ++counts[event.type];
    if (request.unit == "status") ++counts[std::string(format_status(event.status))];
    if (request.unit != "actor") continue;
    std::vector<ActorId> seen;
    for (const Participant& each : event.participants) {
      if (std::find(seen.begin(), seen.end(), each.actor) != seen.end()) continue;
      seen.push_back(each.actor);
      ++counts[answer.actor(each.actor).name];
    }
  }
  std::vector<std::pair<std::string, std::size_t>> rows(counts.begin(), counts.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (request.limit && rows.size() > *request.limit) rows.resize(*request.limit);
  for (const auto& [what, count] : rows) answer.add({what, std::to_string(count)});
  return answer.close();
}

Answer count_all(const Store& store, const Request& request, const std::vector<Event>& events) {
  AnswerBuilder answer(store, request, {"events", "certainly in the window", "possibly"});
  const auto certain =
      static_cast<std::size_t>(std::count_if(events.begin(), events.end(), [&](const Event& event) {
        return !request.windowed || inside(event.date, request.window);
      }));
  answer.add({std::to_string(events.size()), std::to_string(certain),
              std::to_string(events.size() - certain)});
  return answer.close();
}

std::vector<Part> count_parts(const Request& request) {
  // forms: 0 TYPE per UNIT; 1 by A; 2 against A; 3 of A [and B]; 4 how often did A TYPE B
  std::vector<Part> parts;
  for (const NamedActor& actor : request.actors) {
    std::optional<Role> role;
    if (request.form == 1) role = Role::source;
    if (request.form == 2) role = Role::target;
    if (request.form == 4) role = parts.empty() ? Role::source : Role::target;
    parts.push_back({actor.ids.front(), role});
  }
  return parts;
}

}  // namespace

Answer run_count(const Store& store, const Request& request) {
  const Selection selection = select_events(store, request, count_parts(request));
  if (request.unit.empty()) return count_all(store, request, selection.events);
  const bool by_kind =
      request.unit == "type" || request.unit == "actor" || request.unit == "status";
  return by_kind ? count_by(store, request, selection.events)
                 : count_periods(store, request, selection.events);
}

Answer run_pairs(const Store& store, const Request& request) {
  struct Pair {
    std::size_t events = 0;
    EventDate first;
    EventDate last;
  };
  AnswerBuilder answer(store, request, {"actor", "with", "events", "first", "last"});
  std::map<std::pair<ActorId, ActorId>, Pair> pairs;
  std::vector<Part> parts;
  for (const NamedActor& actor : request.actors) parts.push_back({actor.ids.front(), std::nullopt});
  for (const Event& event : select_events(store, request, parts).events) {
    std::vector<ActorId> all;
    for (const Participant& each : event.participants) all.push_back(each.actor);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = i + 1; j < all.size(); ++j) {
        Pair& pair = pairs[{all[i], all[j]}];
        if (pair.events++ == 0) pair.first = event.date;
        pair.last = event.date;
      }
    }
  }
  std::vector<std::pair<std::pair<ActorId, ActorId>, Pair>> rows(pairs.begin(), pairs.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.second.events > b.second.events; });
  const std::size_t shown = std::min(request.limit.value_or(rows.size()), rows.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& [who, pair] = rows[i];
    answer.add({answer.actor(who.first).name, answer.actor(who.second).name,
                std::to_string(pair.events), format_edtf(pair.first), format_edtf(pair.last)});
  }
  return answer.close();
}

}  // namespace annals
