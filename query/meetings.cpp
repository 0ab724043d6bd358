#include "query/meetings.h"

#include "query/listing.h"

namespace annals {
namespace {

std::vector<std::string> who_cells(AnswerBuilder& answer, const Event& event) {
  const bool symmetric = is_symmetric(event.type);
  std::string who = answer.names(event, {Role::source});
  std::string whom = answer.names(event, {Role::target});
  const std::string others = answer.names(event, {Role::other});
  if (symmetric && who.empty()) {
    who = others;
  } else if (symmetric && !others.empty()) {
    whom += (whom.empty() ? "" : ", ") + others;
  }
  return {format_edtf(event.date),
          who,
          std::string(past_of(event.type, event.cameo)),
          whom,
          std::string(format_status(event.status)),
          answer.quote(event),
          answer.article(event),
          display_id(event.id)};
}

const std::vector<std::string> who_columns = {"date",   "who",      "did",     "whom",
                                              "status", "sentence", "article", "event"};

}  // namespace

Answer run_who(const Store& store, const Request& request) {
  std::vector<Part> parts;
  for (const NamedActor& actor : request.actors)
    parts.push_back({.actor = actor.ids.front(), .role = {}});
  return list_selection(store, request, select_events(store, request, parts), who_columns,
                        who_cells);
}

Answer run_did(const Store& store, const Request& request) { return run_who(store, request); }

}  // namespace annals
