#include "query/fallbacks.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "graph/names.h"
#include "query/actor_names.h"
#include "query/listing.h"
#include "query/words.h"

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
  const auto country = find_country(store, request.place);
  if (!country) return;
  constexpr std::size_t count_of = 3, timeline_of = 0, who_to = 1;
  Request theirs = request;
  theirs.place.clear();
  theirs.actors = {{.text = request.place, .ids = {country->id}, .name = country->name}};
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

/// The person whose last name one of the words misspells, and so was read as a topic: "Abas". Empty
/// for none.
std::string somebody_like(const Store& store, const std::string& words) {
  constexpr std::size_t least_letters = 4;
  const NameBook names(store);
  for (const Word& word : split_words(words)) {
    if (word.folded.size() < least_letters || type_of_word(word.folded) != nullptr) continue;
    const NameLookup found = find_actor(names, word.text);
    if (!found.ids.empty()) continue;
    for (const std::string& name : found.nearest) {
      const std::string folded = fold(name);
      const std::string last = folded.substr(folded.rfind(' ') + 1);
      if (last != folded && edit_distance(last, word.folded, 1) <= 1) return name;
    }
  }
  return {};
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
  if (const std::string meant = somebody_like(store, request.about); !meant.empty())
    answer.notes.push_back("did you mean " + meant + "?");
}

/// When nothing is told of a country itself: what its people and bodies did, or what befell them.
void add_their_people(const Store& store, const Request& request, const Verb& verb,
                      Answer& answer) {
  if (!answer.rows.empty() || !lists_events(request.verb) || request.types.empty()) return;
  if (request.of_their_people) return;
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

/// The same request of a place where it names somebody who may be one, "arrests West Bank", "who
/// captured Mogadishu"; nothing where it does not.
std::optional<Request> asked_of_place(const Store& store, const Request& request) {
  const bool who = request.verb == "who" && request.form == 1;
  const bool lists = request.verb == "timeline" || request.verb == "deeds" ||
                     request.verb == "first" || request.verb == "last" || request.verb == "count";
  if ((!who && !lists) || !request.place.empty() || request.actors.size() != 1) return std::nullopt;
  // imported events have neither places nor sentences, and there are many of them
  if (store.counts().articles == 0) return std::nullopt;
  const NamedActor& named = request.actors.front();
  const auto actor = store.actor(named.ids.front());
  const bool may_be_place =
      actor && (actor->kind == ActorKind::country || actor->kind == ActorKind::place ||
                actor->kind == ActorKind::organization);
  if (!may_be_place || named.misspelt) return std::nullopt;
  Request there = request;
  if (request.verb == "deeds") there.verb = "timeline";
  there.form = 0;
  there.actors.clear();
  there.place = named.text;
  there.pieces = nullptr;
  return there;
}

/// When nothing is told of a place or a country as one who took part: what happened there, or is
/// told in sentences that name it.
void add_at_place(const Store& store, const Request& request, Answer& answer) {
  const bool counts = counts_nothing(request, answer);
  if (!answer.rows.empty() && !counts) return;
  const auto there = asked_of_place(store, request);
  if (!there) return;
  const Verb& verb = *find_verb(there->verb);
  Answer more = verb.run(store, *there);
  if (counts) {
    if (counts_nothing(*there, more)) return;
    more.understood = answer.understood;
    more.notes.insert(more.notes.begin(), "nothing of the kind is told of " + there->place +
                                              " itself; counted is what happened there");
    answer = std::move(more);
    return;
  }
  add_named_place(store, *there, verb, more);
  if (more.rows.empty()) return;
  for (AnswerRow& row : more.rows) {
    if (row.section.empty() || !row.section.starts_with("the sentence"))
      row.section = "in " + there->place + (row.section.empty() ? "" : " (" + row.section + ")");
  }
  if (more.columns != answer.columns) answer.columns = more.columns;
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
  add_at_place(store, request, answer);
  add_named_place(store, request, verb, answer);
  add_people_of_place(store, request, verb, answer);
  add_without_topic(store, request, verb, answer);
  note_shared(store, request, answer);
}

}  // namespace annals
