#include "query/fallbacks.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "query/actor_names.h"
#include "query/listing.h"

namespace annals {
namespace {

/// The verbs that list events in the order of time.
bool lists_events(std::string_view verb) {
  constexpr std::string_view lists[] = {"who",  "whom",     "accused", "did",   "when", "what",
                                        "said", "timeline", "deeds",   "first", "last"};
  return std::find(std::begin(lists), std::end(lists), verb) != std::end(lists);
}

/// When nothing is told to have been at a place: what sentences tell that name it.
void add_named_place(const Store& store, const Request& request, const Verb& verb, Answer& answer) {
  if (!answer.rows.empty() || request.place.empty() || !lists_events(request.verb)) return;
  Request named = request;
  named.place.clear();
  named.about += (named.about.empty() ? "" : " ") + request.place;
  named.pieces = nullptr;
  Answer more = verb.run(store, named);
  if (more.rows.empty()) return;
  for (AnswerRow& row : more.rows) {
    row.section = "the sentence also names " + request.place +
                  (row.section.empty() ? "" : " (" + row.section + ")");
  }
  append_answer(answer, std::move(more));
}

bool counts_nothing(const Request& request, const Answer& answer) {
  if (request.verb != "count") return false;
  return answer.rows.empty() || (answer.rows.size() == 1 && !answer.rows[0].cells.empty() &&
                                 answer.rows[0].cells[0] == "0");
}

/// When no event is told to have been in a country: what its people and bodies did, or what befell
/// them. Imported events have no places.
void add_people_of_place(const Store& store, const Request& request, const Verb& verb,
                         Answer& answer) {
  const bool counts = counts_nothing(request, answer);
  const bool who = request.verb == "who";
  const bool lists = answer.rows.empty() && (who || request.verb == "timeline");
  if (request.place.empty() || !request.actors.empty() || (!counts && !lists)) return;
  const auto ids = find_exact_actor(store, request.place).ids;
  const auto country = ids.size() == 1 ? store.actor(ids.front()) : std::nullopt;
  if (!country || country->kind != ActorKind::country) return;
  constexpr std::size_t count_of = 3, timeline_of = 0, who_to = 1;
  Request theirs = request;
  theirs.place.clear();
  theirs.actors = {{.text = request.place, .ids = ids, .name = country->name}};
  theirs.form = counts ? count_of : who ? who_to : timeline_of;
  theirs.of_their_people = true;
  theirs.pieces = nullptr;
  Answer more = verb.run(store, theirs);
  if (more.rows.empty() || counts_nothing(theirs, more)) return;
  const std::string heading = "by or to people and bodies of " + country->name;
  if (counts) {
    more.understood = answer.understood;
    more.notes.insert(more.notes.begin(), "no such event is told to have been in " + country->name +
                                              "; counted is what was done " + heading);
    answer = std::move(more);
    return;
  }
  for (AnswerRow& row : more.rows) row.section = heading;
  append_answer(answer, std::move(more));
}

/// When the words that sentences must hold leave nothing: what there is without them, the first
/// rows of it under a heading of their own.
void add_without_topic(const Store& store, const Request& request, const Verb& verb,
                       Answer& answer) {
  constexpr std::size_t most = 10;
  const bool nothing = answer.rows.empty() || counts_nothing(request, answer);
  if (!nothing || request.about.empty() || request.verb == "said") return;
  Request wider = request;
  wider.about.clear();
  wider.pieces = nullptr;
  Answer more = verb.run(store, wider);
  const std::size_t found = more.rows.size();
  if (found == 0 || counts_nothing(wider, more)) return;
  std::string note =
      "no sentence of such an event has \"" + request.about + "\"; without these words ";
  if (!lists_events(request.verb)) {
    answer.notes.push_back(note + "there is an answer");
    return;
  }
  if (found > most) more.rows.resize(most);
  for (AnswerRow& row : more.rows) row.section = "without \"" + request.about + "\"";
  append_answer(answer, std::move(more));
  answer.notes.push_back(note + std::to_string(found) + (found == 1 ? " row is" : " rows are") +
                         " found" + (found > most ? ", the first of which are shown" : ""));
}

/// When nothing is told of a country itself: what its people and bodies did, or what befell them.
void add_their_people(const Store& store, const Request& request, const Verb& verb,
                      Answer& answer) {
  if (!answer.rows.empty() || !lists_events(request.verb) || request.types.empty()) return;
  std::string countries;
  for (const NamedActor& each : request.actors) {
    const auto actor = store.actor(each.ids.front());
    if (actor && actor->kind == ActorKind::country && !actor->country.empty())
      countries += (countries.empty() ? "" : " and ") + each.name;
  }
  if (countries.empty()) return;
  Request wider = request;
  wider.of_their_people = true;
  wider.pieces = nullptr;
  Answer more = verb.run(store, wider);
  if (more.rows.empty()) return;
  for (AnswerRow& row : more.rows) {
    row.section = "by or to people and bodies of " + countries +
                  (row.section.empty() ? "" : " (" + row.section + ")");
  }
  append_answer(answer, std::move(more));
}

/// When nothing is told of a place or a country as one who took part: what happened there.
void add_at_place(const Store& store, const Request& request, const Verb& verb, Answer& answer) {
  const bool lists = request.verb == "timeline" || request.verb == "deeds";
  if (!answer.rows.empty() || !lists || !request.place.empty() || request.actors.size() != 1)
    return;
  const NamedActor& named = request.actors.front();
  const auto actor = store.actor(named.ids.front());
  const bool is_there =
      actor && (actor->kind == ActorKind::place || actor->kind == ActorKind::country);
  if (!is_there) return;
  Request there = request;
  there.verb = "timeline";
  there.form = 0;
  there.actors.clear();
  there.place = named.name;
  there.pieces = nullptr;
  Answer more = find_verb(there.verb)->run(store, there);
  if (more.rows.empty() || (more.columns != answer.columns && verb.name != "timeline")) return;
  for (AnswerRow& row : more.rows)
    row.section = "in " + named.name + (row.section.empty() ? "" : " (" + row.section + ")");
  append_answer(answer, std::move(more));
}

/// What else is told of two actors of whom nothing that was asked for is told.
void note_shared(const Store& store, const Request& request, Answer& answer) {
  const bool counted = counts_nothing(request, answer);
  const bool empty = answer.rows.empty() && (lists_events(request.verb) || request.verb == "where");
  if (request.actors.size() != 2 || (!counted && !empty)) return;
  const auto& [first, second] = std::pair(request.actors[0], request.actors[1]);
  if (first.ids == second.ids) return;
  std::size_t shared = 0;
  store.scan_events_between(first.ids.front(), second.ids.front(), Window{}, true,
                            [&](const IndexEntry&) { ++shared; });
  const std::string names = first.name + " and " + second.name;
  answer.notes.push_back(
      shared == 0
          ? names + " share no event at all; `path` tells how they are joined"
          : names + " share " + std::to_string(shared) + (shared == 1 ? " event" : " events") +
                " of any kind, time and status; `timeline` of both, `all`, shows " +
                (shared == 1 ? "it" : "them"));
}

}  // namespace

void add_fallbacks(const Store& store, const Request& request, const Verb& verb, Answer& answer) {
  add_their_people(store, request, verb, answer);
  add_at_place(store, request, verb, answer);
  add_named_place(store, request, verb, answer);
  add_people_of_place(store, request, verb, answer);
  add_without_topic(store, request, verb, answer);
  note_shared(store, request, answer);
}

}  // namespace annals
