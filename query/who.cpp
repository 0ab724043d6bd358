#include <algorithm>

#include "query/blame.h"
#include "query/doers.h"
#include "query/evidence.h"
#include "query/listing.h"
#include "query/verb_runs.h"

namespace annals {
namespace {

const std::vector<std::string> who_columns = {"date",   "who",      "did",     "whom",
                                              "status", "sentence", "article", "event"};

std::vector<std::string> who_cells(AnswerBuilder& answer, const Event& event) {
  const auto [who, whom] = answer.sides(event);
  return {format_edtf(event.date),
          who,
          answer.deed(event),
          whom,
          std::string(format_status(event.status)),
          answer.quote(event),
          answer.article(event),
          display_id(event.id)};
}

/// What the accused answered: refusals and denials from the first accusation on.
void add_rejections(const Store& store, const Request& request, Answer& answer) {
  Request rejections = request;
  rejections.pieces = nullptr;
  static constexpr TypeWord reject{.words = "", .type = "REJECT", .cameo = "", .keyword = ""};
  rejections.types = {&reject};
  const std::vector<Part> parts = {
      {.actor = request.actors.front().ids.front(), .role = Role::source}};
  Selection selection = select_events(store, rejections, parts);
  selection.others.clear();
  if (selection.events.empty()) return;
  Answer more = list_selection(store, rejections, std::move(selection), who_columns, who_cells);
  for (AnswerRow& row : more.rows) row.section = "rejections";
  append_answer(answer, std::move(more));
}

/// Whom somebody blamed for the attacks found, under a heading of its own.
void add_blamed(const Store& store, const Request& request, Answer& answer) {
  constexpr std::size_t most = 20;  // attacks looked at
  static constexpr TypeWord accuse{.words = "", .type = "ACCUSE", .cameo = "", .keyword = ""};
  std::vector<EventId> blames;
  const std::size_t rows = std::min(most, answer.rows.size());
  for (std::size_t i = 0; i < rows; ++i) {
    if (!answer.rows[i].event) continue;
    const auto attack = store.event(*answer.rows[i].event);
    if (!attack) continue;
    for (const EventId id : blamed_for(store, *attack)) blames.push_back(id);
  }
  std::sort(blames.begin(), blames.end());
  blames.erase(std::unique(blames.begin(), blames.end()), blames.end());
  Request accusations = {.question = request.question, .verb = request.verb};
  accusations.types = {&accuse};
  for (const EventId id : blames) {
    const auto event = store.event(id);
    const auto accused =
        std::find_if(event->participants.begin(), event->participants.end(),
                     [](const Participant& each) { return each.role == Role::target; });
    if (accused == event->participants.end()) continue;
    const std::vector<Part> parts = {{.actor = accused->actor, .role = Role::target}};
    Selection selection = select_events(store, accusations, parts);
    std::erase_if(selection.events, [&](const Chosen& each) { return each.id != id; });
    selection.others.clear();
    Answer more = list_selection(store, accusations, std::move(selection), who_columns, who_cells);
    for (AnswerRow& row : more.rows) row.section = "blamed";
    append_answer(answer, std::move(more));
  }
}

std::vector<Part> parts_of(const Request& request, const std::vector<std::optional<Role>>& roles) {
  std::vector<Part> parts;
  auto role = roles.begin();
  for (const NamedActor& actor : request.actors) {
    parts.push_back(
        {.actor = actor.ids.front(), .role = role == roles.end() ? std::nullopt : *role++});
  }
  return parts;
}

Answer list_who(const Store& store, const Request& request,
                const std::vector<std::optional<Role>>& roles) {
  return list_selection(store, request, select_events(store, request, parts_of(request, roles)),
                        who_columns, who_cells);
}

/// The roles that the forms of `did` give to the actors they name.
std::vector<std::optional<Role>> roles_in(std::size_t form) {
  if (form == 0) return {Role::source, Role::target};
  if (form == 3) return {Role::source};
  if (form == 4) return {Role::target, Role::source};
  return {};
}

bool is_one_sided(std::span<const Party> parties) {
  return std::all_of(parties.begin(), parties.end(),
                     [&](const Party& each) { return each.actor == parties.front().actor; });
}

/// "which ministers met X": somebody who is a minister, and not X.
bool is_done_by_these(const Store& store, const Request& request, const Chosen& event,
                      std::span<const Party> parties) {
  const bool symmetric = is_symmetric(store.kind(event.kind).type);
  return std::any_of(parties.begin(), parties.end(), [&](const Party& each) {
    if (each.role == Role::target && !symmetric) return false;
    const ActorId id = store.actor_numbered(each.actor);
    const bool asked =
        std::any_of(request.actors.begin(), request.actors.end(),
                    [&](const NamedActor& actor) { return actor.ids.front() == id; });
    if (asked) return false;
    const auto actor = store.actor(id);
    return actor && is_one_of_these(*actor, request.doers);
  });
}

std::string plural(std::size_t count, std::string_view word) {
  return std::to_string(count) + " " + std::string(word) + (count == 1 ? "" : "s");
}

}  // namespace

Answer run_who(const Store& store, const Request& request) {
  Selection selection = select_events(store, request, parts_of(request, {Role::target}));
  if (!request.doers.empty()) {
    const auto others = [&](const Chosen& event) {
      return !is_done_by_these(store, request, event, selection.parties_of(event));
    };
    std::erase_if(selection.events, others);
    std::erase_if(selection.others, others);
  }
  std::size_t one_sided = 0;
  if (request.form == 0 || request.form == 3) {
    const auto one_sides = [&](const Chosen& event) {
      return is_one_sided(selection.parties_of(event));
    };
    one_sided = std::erase_if(selection.events, one_sides);
    std::erase_if(selection.others, one_sides);
  }
  Answer answer = list_selection(store, request, std::move(selection), who_columns, who_cells);
  if (one_sided > 0) {
    answer.notes.push_back(plural(one_sided, "event") + (one_sided == 1 ? " names" : " name") +
                           " only one side and " + (one_sided == 1 ? "is" : "are") +
                           " left out; `list` with the same words shows all");
  }
  const bool accused =
      !request.actors.empty() && !request.types.empty() && request.types.front()->type == "ACCUSE";
  if (accused && !answer.rows.empty()) add_rejections(store, request, answer);
  const bool attacked = !request.actors.empty() && !request.types.empty() &&
                        request.types.front()->type == "ASSAULT" && request.pieces == nullptr &&
                        request.statuses.empty();
  if (attacked) add_blamed(store, request, answer);
  return answer;
}

Answer run_whom(const Store& store, const Request& request) {
  constexpr std::size_t from = 2;  // "who was expelled from A": by A, or by others
  if (request.form == from) return list_who(store, request, {});
  return list_who(store, request, {Role::source});
}

Answer run_did(const Store& store, const Request& request) {
  // forms: did A do it to B; did A and B do it; was there one of A and B; did A do it; was it done
  // to A [by B]
  Selection selection = select_events(store, request, parts_of(request, roles_in(request.form)));
  std::string verdict;
  if (selection.events.empty()) {
    verdict = "not confirmed";
    for (const Status status : {Status::planned, Status::cancelled, Status::alleged, Status::denied,
                                Status::hypothetical}) {
      const auto count = std::count_if(selection.others.begin(), selection.others.end(),
                                       [&](const Chosen& event) { return event.status == status; });
      if (count > 0) {
        verdict +=
            (verdict == "not confirmed" ? ": " : ", ") +
            plural(static_cast<std::size_t>(count), std::string(format_status(status)) + " event");
      }
    }
    if (selection.others.empty()) verdict += ": nothing is told of it";
  } else {
    const auto certain = std::count_if(
        selection.events.begin(), selection.events.end(),
        [&](const Chosen& event) { return !request.windowed || inside(event, request.window); });
    verdict = certain > 0 ? "yes: " + plural(selection.events.size(), "event")
                          : "possibly: the dates of " + plural(selection.events.size(), "event") +
                                " allow it";
  }
  // "has X denied supporting Y": whatever else is told of it is shown too
  Request shown = request;
  if (selection.events.empty()) shown.statuses.clear();
  Answer answer = list_selection(store, shown, std::move(selection), who_columns, who_cells);
  answer.understood = format_understood(request);
  answer.notes.insert(answer.notes.begin(), verdict);
  Request wider = request;
  wider.of_their_people = true;
  const auto theirs = select_events(store, wider, parts_of(request, roles_in(request.form)));
  if (answer.rows.empty() && !theirs.events.empty()) {  // what follows the answer tells them
    answer.notes.front() = "not told of them by these names, but of people and bodies of theirs";
    return answer;
  }
  return or_named_together(store, request, std::move(answer), who_columns, who_cells);
}

Answer run_who_of(const Store& store, const Request& request) {
  Request accusations = request;
  accusations.pieces = nullptr;
  accusations.types.resize(1);
  std::vector<Part> parts;
  if (request.actors.size() == 2) parts.push_back({request.actors[0].ids.front(), Role::target});
  const ActorId third = request.actors.back().ids.front();
  const auto about = store.actor(third);
  const auto number = store.number_of(third);
  Selection selection = select_events(store, accusations, parts);
  const auto other = [&](const Chosen& event) {
    // who is accused is not who it is about
    const auto parties = selection.parties_of(event);
    if (std::any_of(parties.begin(), parties.end(),
                    [&](const Party& each) { return number && each.actor == *number; }))
      return true;
    return !about || !speaks_of(store, record_of(store, event), *about);
  };
  std::erase_if(selection.events, other);
  std::erase_if(selection.others, other);
  Answer answer = list_selection(store, accusations, std::move(selection), who_columns, who_cells);
  answer.understood = format_understood(request);
  // "who denied supporting A": also where the support itself is told as denied
  const bool denials =
      request.form == 3 && request.types.size() > 1 && request.types.front()->type == "REJECT";
  if (!denials) return answer;
  Request denied = accusations;
  denied.types = {request.types[1]};
  denied.statuses = {Status::denied};
  Answer more = list_who(store, denied, {Role::target});
  for (AnswerRow& row : more.rows) row.section = "denied";
  append_answer(answer, std::move(more));
  return answer;
}

}  // namespace annals
