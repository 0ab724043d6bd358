#include "graph/chains.h"

#include <algorithm>

#include "query/select.h"
#include "query/tell.h"
#include "query/verb_runs.h"

namespace annals {
namespace {

std::vector<Event> dated_events(const Store& store, const Request& request) {
  auto events = select_events(store, request, {}).events;
  std::erase_if(events,
                [](const Event& event) { return event.date.precision == Precision::unknown; });
  return events;
}

/// "after D" of a chain lets it begin on D.
Request begun_with(const Request& request) {
  Request result = request;
  if (request.begun) result.window.first = std::min(result.window.first, *request.begun);
  return result;
}

std::string why_no_chain(const Store& store, const Request& request, const Network& network) {
  const ActorId from = request.actors[0].ids.front();
  const ActorId to = request.actors[1].ids.front();
  for (const NamedActor& actor : request.actors) {
    if (network.events_of(actor.ids.front()).empty()) {
      return "impossible: " + actor.name + " has no dated events in this window";
    }
  }
  const auto path = network.routes(from, to, {.hops = request.hops.value_or(12)});
  std::string result = path.empty() ? "impossible: no events join them in this window"
                                    : "impossible: " + std::to_string(path.front().size()) +
                                          " events join them, but not in the order of time";
  if (!request.windowed) return result;
  Request open = request;
  open.window = {};
  open.windowed = false;
  const auto events = dated_events(store, open);
  const std::vector<ActorId> start = {from};
  if (const auto chain = earliest_chain(Network(events), events, {.from = start}, to)) {
    result += "; a chain exists when the window opens to " +
              format_edtf(events[chain->steps.front().event].date) + " and " +
              format_edtf(events[chain->steps.back().event].date);
  }
  return result;
}

void add_steps(AnswerBuilder& answer, const Chain& chain, const std::vector<Event>& events) {
  for (std::size_t i = 0; i < chain.steps.size(); ++i) {
    const RouteStep& step = chain.steps[i];
    const Event& event = events[step.event];
    const Verdict verdict =
        i == 0 ? Verdict::certain : follows(events[chain.steps[i - 1].event].date, event.date);
    answer.add(
        {std::to_string(i + 1), answer.actor(step.from).name, answer.actor(step.to).name,
         format_edtf(event.date), std::string(format_verdict(verdict)), answer.sentence(event),
         answer.quote(event), answer.article(event), display_id(event.id)},
        &event);
  }
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
  const auto events = dated_events(store, request);
  const Network network(events);
  const std::vector<ActorId> start = {request.actors[0].ids.front()};
  const auto chain = earliest_chain(network, events,
                                    {.from = start, .window = request.window, .hops = request.hops},
                                    request.actors[1].ids.front());
  AnswerBuilder answer(
      store, request,
      {"step", "from", "to", "date", "in time", "event", "sentence", "article", "id"});
  if (chain) {
    add_steps(answer, *chain, events);
    answer.note(std::string(format_verdict(chain->verdict)) + ": " +
                std::to_string(chain->steps.size()) +
                (chain->steps.size() == 1 ? " step" : " steps") + ", at its end on " +
                format_day(chain->arrival) + " at the earliest");
  } else {
    answer.note(why_no_chain(store, request, network));
  }
  return answer.close();
}

Answer run_told(const Store& store, const Request& request) {
  const Event about = store.events(request.events).front();
  const ActorId listener = request.actors.front().ids.front();
  const auto events = dated_events(store, request);
  const Network network(events);
  const auto knew = participants_of(about);
  AnswerBuilder answer(
      store, request,
      {"who", "knows since", "told on", "verdict", "event", "sentence", "article", "id"});
  if (about.date.precision == Precision::unknown) {
    answer.note(display_id(about.id) +
                " has no date, so nothing can be said of what came after it");
    return answer.close();
  }
  if (std::find(knew.begin(), knew.end(), listener) != knew.end()) {
    answer.note(answer.actor(listener).name + " took part in " + display_id(about.id));
  }
  auto reached =
      reachable(network, events, {.from = knew, .window = request.window, .learnt = about.date});
  for (const ActorId actor : knew) {
    reached.push_back(
        {.actor = actor, .arrival = about.date.first, .surely = about.date.last + date::days{1}});
  }
  for (const std::uint32_t index : network.events_of(listener)) {
    const Event& event = events[index];
    if (event.id == about.id) continue;
    for (const Reached& teller : reached) {
      const auto members = network.actors_of(index);
      if (teller.actor == listener ||
          !std::binary_search(members.begin(), members.end(), teller.actor))
        continue;
      if (teller.arrival > event.date.last) continue;
      const bool learnt_there = teller.last.from && teller.last.event == index;
      if (learnt_there) continue;
      const bool sure = teller.surely && *teller.surely <= event.date.first;
      answer.add(
          {answer.actor(teller.actor).name, day_or_before(teller.arrival), format_edtf(event.date),
           std::string(format_verdict(sure ? Verdict::certain : Verdict::possible)),
           answer.sentence(event), answer.quote(event), answer.article(event),
           display_id(event.id)},
          &event);
    }
  }
  return answer.close();
}

Answer run_reach(const Store& store, const Request& asked) {
  const Request request = begun_with(asked);
  const auto events = dated_events(store, request);
  const Network network(events);
  const std::vector<ActorId> start = {request.actors.front().ids.front()};
  ChainStart from{.from = start, .window = request.window, .hops = request.hops};
  if (!request.events.empty()) from.learnt = store.events(request.events).front().date;
  AnswerBuilder answer(store, request,
                       {"who", "earliest", "verdict", "by", "event", "sentence", "article", "id"});
  for (const Reached& each : reachable(network, events, from)) {
    const Event& event = events[each.last.event];
    answer.add({answer.actor(each.actor).name, day_or_before(each.arrival),
                std::string(format_verdict(each.surely ? Verdict::certain : Verdict::possible)),
                answer.actor(each.last.from).name, answer.sentence(event), answer.quote(event),
                answer.article(event), display_id(event.id)},
               &event);
  }
  return answer.close();
}

}  // namespace annals
