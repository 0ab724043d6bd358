#include <algorithm>
#include <array>

#include "graph/stop.h"
#include "query/every_status.h"
#include "query/listing.h"
#include "query/verb_runs.h"

namespace annals {
namespace {

/// Who does it to whom; turned round in passive forms (when was ACTOR TYPE [by ACTOR]), and of no
/// role where two did it together (when did ACTOR and ACTOR TYPE).
std::vector<Part> source_then_target(const Request& request) {
  const bool asks_when = request.verb == "when" || request.verb == "where";
  constexpr std::size_t at_any_rate = 4;  // where was ACTOR
  if (request.verb == "where" && request.form == at_any_rate)
    return {{request.actors[0].ids.front(), std::nullopt}};
  if (asks_when && request.form == 3) {
    return {{request.actors[0].ids.front(), std::nullopt},
            {request.actors[1].ids.front(), std::nullopt}};
  }
  std::vector<Part> parts;
  if (asks_when && request.form == 2) {
    for (const NamedActor& actor : request.actors)
      parts.push_back({actor.ids.front(), parts.empty() ? Role::target : Role::source});
    return parts;
  }
  for (const NamedActor& actor : request.actors) {
    parts.push_back({actor.ids.front(), parts.empty() ? Role::source : Role::target});
  }
  return parts;
}

std::string place_text(const Event& event) {
  if (!event.place) return {};
  const bool with_country = !event.place->country.empty();
  return event.place->name + (with_country ? " (" + event.place->country + ")" : "");
}

std::string date_reason(const Event& event) {
  if (!event.date_reason.empty()) return event.date_reason;
  return std::string(format_date_basis(event.date_basis));
}

}  // namespace

Answer run_when(const Store& store, const Request& request) {
  const std::vector<std::string> columns = {"date",  "precision", "known by", "event", "status",
                                            "place", "sentence",  "article",  "id"};
  const Cells cells = [](AnswerBuilder& answer, const Event& event) {
    return std::vector<std::string>{format_edtf(event.date),
                                    std::string(format_precision(event.date.precision)),
                                    date_reason(event),
                                    answer.sentence(event),
                                    std::string(format_status(event.status)),
                                    place_text(event),
                                    answer.quote(event),
                                    answer.article(event),
                                    display_id(event.id)};
  };
  Answer answer = list_selection(
      store, request, select_events(store, request, source_then_target(request)), columns, cells);
  return or_named_together(store, request, std::move(answer), columns, cells);
}

Answer run_where(const Store& store, const Request& request) {
  Request asked = request;
  asked.pieces = nullptr;
  // "where did X go": wherever X was, whatever for
  std::erase_if(asked.types, [](const TypeWord* word) { return word->cameo.starts_with("042"); });
  Selection selection = select_events(store, asked, source_then_target(request));
  const auto nowhere = [&](const Chosen& event) { return !record_of(store, event).place; };
  const std::size_t without_place = std::erase_if(selection.events, nowhere);
  std::erase_if(selection.others, nowhere);
  Answer answer =
      list_selection(store, asked, std::move(selection),
                     {"date", "place", "event", "status", "sentence", "article", "id"},
                     [](AnswerBuilder& told, const Event& event) {
                       return std::vector<std::string>{
                           format_edtf(event.date), place_text(event),
                           told.sentence(event),    std::string(format_status(event.status)),
                           told.quote(event),       told.article(event),
                           display_id(event.id)};
                     });
  answer.understood = format_understood(request);
  if (without_place > 0) {
    answer.notes.push_back(std::to_string(without_place) + (without_place == 1
                                                                ? " event of this tells no place"
                                                                : " events of this tell no place"));
  }
  return answer;
}

Answer run_what(const Store& store, const Request& request) {
  Answer answer =
      list_selection(store, request, select_events(store, request, source_then_target(request)),
                     timeline_columns(), timeline_cells);
  const bool denials = std::any_of(request.types.begin(), request.types.end(),
                                   [](const TypeWord* word) { return word->type == "REJECT"; });
  if (!denials) return answer;
  Request denied = request;
  denied.types.clear();
  denied.pieces = nullptr;
  denied.statuses = {Status::denied};
  const std::vector<Part> parts = {{request.actors.front().ids.front(), std::nullopt}};
  Answer more = list_selection(store, denied, select_events(store, denied, parts),
                               timeline_columns(), timeline_cells);
  for (AnswerRow& row : more.rows) row.section = "denied";
  append_answer(answer, std::move(more));
  return answer;
}

namespace {

/// The events that an article tells on the actor's word.
std::vector<EventId> told_on_word_of(const Store& store, ActorId actor) {
  std::vector<EventId> ids;
  for (const ArticleId article : store.article_ids()) {
    stop_if_wanted();
    const auto facts = store.facts(article);
    if (!facts) continue;
    for (const Mention& mention : facts->mentions) {
      if (!mention.said_by || store.became(*mention.said_by) != actor) continue;
      if (const auto event = store.event_of(mention.id)) ids.push_back(*event);
    }
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

/// Adds the events of `more` that are not there yet.
void join(Selection& selection, Selection more) {
  const auto offset = static_cast<std::uint32_t>(selection.parties.size());
  selection.parties.insert(selection.parties.end(), more.parties.begin(), more.parties.end());
  for (Chosen event : more.events) {
    event.party += offset;
    selection.events.push_back(event);
  }
  std::sort(selection.events.begin(), selection.events.end(), is_told_earlier);
  const auto same = [](const Chosen& a, const Chosen& b) { return a.id == b.id; };
  selection.events.erase(std::unique(selection.events.begin(), selection.events.end(), same),
                         selection.events.end());
}

}  // namespace

Answer run_said(const Store& store, const Request& request) {
  static constexpr std::array<TypeWord, 6> acts_of_words = {
      TypeWord{.words = "", .type = "ASSAULT", .cameo = "015", .keyword = ""},  // claimed
      TypeWord{.words = "", .type = "ACCUSE", .cameo = "", .keyword = ""},
      TypeWord{.words = "", .type = "REJECT", .cameo = "", .keyword = ""},
      TypeWord{.words = "", .type = "REQUEST", .cameo = "", .keyword = ""},
      TypeWord{.words = "", .type = "SUPPORT", .cameo = "", .keyword = ""},
      TypeWord{.words = "", .type = "THREATEN", .cameo = "", .keyword = ""}};
  const ActorId speaker = request.actors.front().ids.front();
  const Request all = request.statuses.empty() ? of_every_status(request) : request;
  Selection said;
  if (const auto told = told_on_word_of(store, speaker); !told.empty()) {
    said = select_events(store, all, {}, Order::any);
    std::erase_if(said.events, [&](const Chosen& event) {
      return !std::binary_search(told.begin(), told.end(), event.id);
    });
  }
  Request acts = all;
  for (const TypeWord& word : acts_of_words) acts.types.push_back(&word);
  const std::vector<Part> parts = {{.actor = speaker, .role = Role::source}};
  join(said, select_events(store, acts, parts));
  said.others.clear();
  return list_selection(store, all, std::move(said), timeline_columns(), timeline_cells);
}

}  // namespace annals
