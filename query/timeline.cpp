#include <algorithm>

#include "query/events.h"
#include "query/listing.h"
#include "query/verb_runs.h"

namespace annals {
namespace {

std::vector<Part> all_parts(const Request& request) {
  std::vector<Part> parts;
  for (const NamedActor& actor : request.actors) parts.push_back({actor.ids.front(), std::nullopt});
  return parts;
}

/// In "the last attack on A" it befell A, and in "by A" A did it; in other forms either is meant.
std::vector<Part> parts_in_order(const Request& request) {
  auto parts = all_parts(request);
  // first: 2 on A, 3 first time, 4 by A, 5 first of A; last has one form more before them
  const std::size_t before = request.verb == "last" ? 1 : 0;
  const std::size_t form = request.form < 2 + before ? 0 : request.form - before;
  if (form == 2) parts.front().role = Role::target;
  if (form == 4) parts.front().role = Role::source;
  return parts;
}

Answer list_timeline(const Store& store, const Request& request, Selection selection) {
  return list_selection(store, request, std::move(selection), timeline_columns(), timeline_cells);
}

}  // namespace

Answer run_timeline(const Store& store, const Request& request) {
  Answer answer = list_timeline(store, request, select_events(store, request, all_parts(request)));
  return or_named_together(store, request, std::move(answer), timeline_columns(), timeline_cells);
}

Answer run_directed(const Store& store, const Request& request) {
  // forms: TYPE by A against B; TYPE by A; TYPE against A; A did it to B; A was it by B
  constexpr std::size_t befell = 4;
  std::vector<Part> parts;
  if (request.form >= befell) {
    parts = {{request.actors.back().ids.front(), Role::source},
             {request.actors.front().ids.front(), Role::target}};
  } else {
    if (request.form != 2) parts.push_back({request.actors.front().ids.front(), Role::source});
    if (request.form != 1) parts.push_back({request.actors.back().ids.front(), Role::target});
  }
  Answer answer = list_timeline(store, request, select_events(store, request, parts));
  if (request.actors.size() < 2) return answer;
  return or_named_together(store, request, std::move(answer), timeline_columns(), timeline_cells);
}

Answer run_undated(const Store& store, const Request& request) {
  Selection selection = select_events(store, request, all_parts(request));
  const auto dated = [](const Chosen& event) { return !event.undated; };
  std::erase_if(selection.events, dated);
  std::erase_if(selection.others, dated);
  return list_timeline(store, request, std::move(selection));
}

namespace {

/// One is what was asked for: that there are more is no loss.
Answer only_one(const Request& asked, Answer answer) {
  if (!asked.limit)
    std::erase_if(answer.notes,
                  [](const std::string& note) { return note.ends_with("left out by limit 1"); });
  return answer;
}

}  // namespace

Answer run_first(const Store& store, const Request& request) {
  Request first = request;
  if (!first.limit) first.limit = 1;
  Selection selection = select_events(store, first, parts_in_order(request));
  std::erase_if(selection.events, [](const Chosen& event) { return event.undated; });
  selection.others.clear();
  return only_one(request, list_timeline(store, first, std::move(selection)));
}

Answer run_last(const Store& store, const Request& request) {
  Request last = request;
  if (!last.limit) last.limit = 1;
  Selection selection = select_events(store, last, parts_in_order(request));
  std::erase_if(selection.events, [](const Chosen& event) { return event.undated; });
  std::stable_sort(
      selection.events.begin(), selection.events.end(), [](const Chosen& a, const Chosen& b) {
        return std::pair(a.days.last, a.days.first) > std::pair(b.days.last, b.days.first);
      });
  selection.others.clear();
  return only_one(request, list_timeline(store, last, std::move(selection)));
}

Answer run_until_next(const Store& store, const Request& request) {
  const Event begin = store.events(request.events).front();
  Request next = request;
  next.window = {.first = begin.date.last, .last = last_day};
  next.windowed = true;
  const auto candidates = select_events(store, next, all_parts(request)).events;
  const auto at = std::find_if(candidates.begin(), candidates.end(), [&](const Chosen& event) {
    return event.id != begin.id && event.days.first > begin.date.last;
  });
  Request between = request;
  between.types.clear();
  between.windowed = true;
  between.window = {.first = begin.date.first,
                    .last = at == candidates.end() ? last_day : at->days.last};
  Selection selection = select_events(store, between, {});
  Answer answer = list_timeline(store, between, std::move(selection));
  answer.understood = format_understood(between);
  answer.notes.insert(answer.notes.begin(),
                      at == candidates.end()
                          ? "there is no next one: everything from " + display_id(begin.id) + " on"
                          : "the next one is " + display_id(at->id) + " on " +
                                format_edtf(record_of(store, *at).date));
  return answer;
}

}  // namespace annals
