#include "graph/chains.h"

#include <algorithm>

#include "query/anybody.h"
#include "query/every_status.h"
#include "query/select.h"
#include "query/tell.h"
#include "query/verb_runs.h"

namespace annals {
namespace {

/// The dated events that a request asks for, the network that they make, and their dates.
struct Dated {
  Selection selection;
  Network network;
  std::vector<EventDate> dates;
};

Dated dated_events(const Store& store, const Request& request, bool known_only = false) {
  Selection selection = select_events(store, request, {}, Order::any);
  if (known_only) leave_out_anybody(store, request, selection);
  std::erase_if(selection.events, [](const Chosen& event) { return event.undated; });
  Network network = network_of(store, selection);
  auto dates = dates_of(selection.events);
  return {std::move(selection), std::move(network), std::move(dates)};
}

/// Windows from where the chain can begin, each longer than the one before and shorter than all
/// that is asked for. A certain chain that is found in one is the earliest of all: every event of
/// one that arrived sooner would lie in it as well.
std::vector<Window> opening_windows(const Store& store, const Request& request) {
  const Window& whole = request.window;
  date::sys_days begin = last_day;
  store.scan_events_of(request.actors[0].ids.front(), whole, false, [&](const IndexEntry& entry) {
    if (entry.days.first >= whole.first && entry.days.first > first_day)
      begin = std::min(begin, entry.days.first);
  });
  std::vector<Window> windows;
  for (const int length : {30, 180}) {
    if (begin < last_day - date::days{2 * length} && begin + date::days{2 * length} < whole.last)
      windows.push_back({.first = begin, .last = begin + date::days{length}});
  }
  return windows;
}

/// "after D" of a chain lets it begin on D.
Request begun_with(const Request& request) {
  Request result = request;
  if (request.begun) result.window.first = std::min(result.window.first, *request.begun);
  return result;
}

Aim aim_of(const Request& request) {
  // forms: earliest, shortest, latest chain; could A have told B
  if (request.form == 1) return Aim::shortest;
  return request.form == 2 ? Aim::latest : Aim::earliest;
}

std::optional<Chain> chain_in(const Dated& dated, const Request& request, ActorId from,
                              ActorId to) {
  return find_chain(dated.network, dated.dates,
                    {.from = std::span(&from, 1), .window = request.window, .hops = request.hops},
                    to, aim_of(request));
}

/// "; a chain exists when the window opens to 2011-08 and 2011-10-20", or nothing.
std::string in_open_window(const Store& store, const Request& request, ActorId from, ActorId to) {
  if (!request.windowed) return {};
  Request open = request;
  open.window = {};
  open.windowed = false;
  const Dated dated = dated_events(store, open, true);
  const auto chain = chain_in(dated, open, from, to);
  if (!chain) return {};
  const auto date = [&](const RouteStep& step) {
    return format_edtf(record_of(store, dated.selection.events[step.event]).date);
  };
  return "; a chain exists when the window opens to " + date(chain->steps.front()) + " and " +
         date(chain->steps.back());
}

std::string why_no_chain(const Store& store, const Request& request, const Network& network) {
  const ActorId from = request.actors[0].ids.front();
  const ActorId to = request.actors[1].ids.front();
  const std::string opened = in_open_window(store, request, from, to);
  for (const NamedActor& actor : request.actors) {
    if (network.events_of(actor.ids.front()).empty()) {
      return "impossible: " + actor.name + " has no dated events" +
             (request.windowed ? " in this window" : "") + opened;
    }
  }
  const auto path = network.routes(from, to, {.hops = request.hops.value_or(12)});
  const std::string where = request.windowed ? " in this window" : "";
  const std::string events =
      path.empty() ? "no events join them" + where
      : path.front().size() == 1
          ? "an event joins them, but its date leaves no room" + where
          : std::to_string(path.front().size()) + " events join them, but not in the order of time";
  return "impossible: " + events + opened;
}

void add_steps(AnswerBuilder& answer, const Chain& chain, const std::vector<Event>& events) {
  for (std::size_t i = 0; i < chain.steps.size(); ++i) {
    const RouteStep& step = chain.steps[i];
    const Event& event = events[i];
    const Verdict verdict = i == 0 ? Verdict::certain : follows(events[i - 1].date, event.date);
    answer.add({std::to_string(i + 1), answer.actor(step.from).name, answer.actor(step.to).name,
                format_edtf(event.date), std::string(format_verdict(verdict)),
                std::string(format_status(event.status)), answer.sentence(event),
                answer.quote(event), answer.article(event), display_id(event.id)},
               &event);
  }
}

std::string chain_note(const Chain& chain, Aim aim, const std::vector<Event>& events) {
  std::string note = std::string(format_verdict(chain.verdict)) + ": " +
                     std::to_string(chain.steps.size()) +
                     (chain.steps.size() == 1 ? " step" : " steps");
  if (aim == Aim::latest) return note + ", begun by " + format_edtf(events.front().date);
  return note + ", at its end on " + format_day(chain.arrival) + " at the earliest";
}

/// "Police" and "people" hand nothing on.
bool leads_through_anybody(const Store& store, const Chain& chain) {
  return std::any_of(chain.steps.begin() + 1, chain.steps.end(), [&](const RouteStep& step) {
    const auto actor = store.actor(step.from);
    return actor && is_anybody(*actor);
  });
}

/// Adds the chain among `dated`, which is made anew where it leads through anybody; false when
/// there is none.
bool add_chain(AnswerBuilder& answer, const Store& store, const Request& request, Dated& dated) {
  const ActorId from = request.actors[0].ids.front();
  const ActorId to = request.actors[1].ids.front();
  auto chain = chain_in(dated, request, from, to);
  if (chain && leads_through_anybody(store, *chain)) {
    dated = dated_events(store, request, true);
    chain = chain_in(dated, request, from, to);
  }
  if (!chain) return false;
  std::vector<Chosen> chosen;
  for (const RouteStep& step : chain->steps) chosen.push_back(dated.selection.events[step.event]);
  const auto events = records_of(store, chosen);
  add_steps(answer, *chain, events);
  answer.note(chain_note(*chain, aim_of(request), events));
  return true;
}

/// Adds the earliest chain, if it is certain and soon at its end.
bool add_earliest(AnswerBuilder& answer, const Store& store, const Request& request) {
  for (const Window& window : opening_windows(store, request)) {
    Request narrow = request;
    narrow.window = window;
    narrow.windowed = true;
    Dated dated = dated_events(store, narrow);
    const auto chain =
        chain_in(dated, narrow, request.actors[0].ids.front(), request.actors[1].ids.front());
    if (chain && chain->verdict == Verdict::certain && !leads_through_anybody(store, *chain))
      return add_chain(answer, store, narrow, dated);
  }
  return false;
}

std::string day_or_before(date::sys_days day) { return day <= first_day ? "" : format_day(day); }

std::vector<ActorId> participants_of(const Event& event) {
  std::vector<ActorId> result;
  for (const Participant& each : event.participants) result.push_back(each.actor);
  return result;
}

}  // namespace

Answer run_chain(const Store& store, const Request& asked) {
  const Request request = begun_with(asked);
  AnswerBuilder answer(
      store, request,
      {"step", "from", "to", "date", "in time", "status", "event", "sentence", "article", "id"});
  if (request.actors[0].ids == request.actors[1].ids) {
    answer.note("both ends are " + request.actors[0].name);
    return answer.close();
  }
  if (aim_of(request) == Aim::earliest && add_earliest(answer, store, request))
    return answer.close();
  Dated dated = dated_events(store, request);
  if (add_chain(answer, store, request, dated)) return answer.close();
  answer.note(why_no_chain(store, request, dated.network));
  if (!request.statuses.empty()) return answer.close();
  const Request all = of_every_status(request);
  dated = dated_events(store, all);
  if (add_chain(answer, store, all, dated)) answer.note(not_all_happened);
  return answer.close();
}

Answer run_told(const Store& store, const Request& request) {
  const Event about = store.events(request.events).front();
  const ActorId listener = request.actors.front().ids.front();
  AnswerBuilder answer(
      store, request,
      {"who", "knows since", "told on", "verdict", "event", "sentence", "article", "id"});
  if (about.date.precision == Precision::unknown) {
    answer.note(display_id(about.id) +
                " has no date, so nothing can be said of what came after it");
    return answer.close();
  }
  const Dated dated = dated_events(store, request, true);
  const Network& network = dated.network;
  const auto knew = participants_of(about);
  if (std::find(knew.begin(), knew.end(), listener) != knew.end()) {
    answer.note(answer.actor(listener).name + " took part in " + display_id(about.id));
  }
  auto reached = reachable(network, dated.dates,
                           {.from = knew, .window = request.window, .learnt = about.date});
  for (const ActorId actor : knew) {
    reached.push_back(
        {.actor = actor, .arrival = about.date.first, .surely = about.date.last + date::days{1}});
  }
  const std::size_t most = request.limit.value_or(reached.size() * 2 + 1000);
  for (const std::uint32_t index : network.events_of(listener)) {
    const Chosen& chosen = dated.selection.events[index];
    if (chosen.id == about.id) continue;
    std::optional<Event> event;
    for (const Reached& teller : reached) {
      const auto members = network.actors_of(index);
      if (teller.actor == listener ||
          !std::binary_search(members.begin(), members.end(), teller.actor))
        continue;
      if (teller.arrival > chosen.days.last) continue;
      const bool learnt_there = teller.last.from && teller.last.event == index;
      if (learnt_there || answer.row_count() >= most) continue;
      if (!event) event = record_of(store, chosen);
      const bool sure = teller.surely && *teller.surely <= chosen.days.first;
      answer.add(
          {answer.actor(teller.actor).name, day_or_before(teller.arrival), format_edtf(event->date),
           std::string(format_verdict(sure ? Verdict::certain : Verdict::possible)),
           answer.sentence(*event), answer.quote(*event), answer.article(*event),
           display_id(event->id)},
          &*event);
    }
  }
  return answer.close();
}

Answer run_reach(const Store& store, const Request& asked) {
  const Request request = begun_with(asked);
  const Dated dated = dated_events(store, request, true);
  const std::vector<ActorId> start = {request.actors.front().ids.front()};
  ChainStart from{.from = start, .window = request.window, .hops = request.hops};
  if (!request.events.empty()) from.learnt = store.events(request.events).front().date;
  AnswerBuilder answer(store, request,
                       {"who", "earliest", "verdict", "by", "event", "sentence", "article", "id"});
  const auto reached = reachable(dated.network, dated.dates, from);
  const std::size_t shown = std::min(request.limit.value_or(reached.size()), reached.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const Reached& each = reached[i];
    const Event event = record_of(store, dated.selection.events[each.last.event]);
    answer.add({answer.actor(each.actor).name, day_or_before(each.arrival),
                std::string(format_verdict(each.surely ? Verdict::certain : Verdict::possible)),
                answer.actor(each.last.from).name, answer.sentence(event), answer.quote(event),
                answer.article(event), display_id(event.id)},
               &event);
  }
  if (reached.empty()) {
    const std::string name = answer.actor(start.front()).name;
    const bool any = !dated.network.events_of(start.front()).empty();
    answer.note((any ? name + " shared no dated event with anybody known by name"
                     : name + " has no dated event") +
                (request.windowed ? " in this window" : "") +
                (request.statuses.empty()
                     ? " that happened; `all` also takes what was planned or only said"
                     : ""));
  }
  if (shown < reached.size())
    answer.note(std::to_string(reached.size() - shown) + " more are left out by limit " +
                std::to_string(shown));
  return answer.close();
}

}  // namespace annals
