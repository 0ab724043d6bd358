#include "query/timeline.h"

#include "query/listing.h"

namespace annals {

Answer run_timeline(const Store& store, const Request& request) {
  std::vector<Part> parts;
  for (const NamedActor& actor : request.actors)
    parts.push_back({.actor = actor.ids.front(), .role = {}});
  return list_selection(store, request, select_events(store, request, parts),
                        {"date", "event", "status", "sentence", "article", "id"},
                        [](AnswerBuilder& answer, const Event& event) {
                          return std::vector<std::string>{format_edtf(event.date),
                                                          answer.sentence(event),
                                                          std::string(format_status(event.status)),
                                                          answer.quote(event),
                                                          answer.article(event),
                                                          display_id(event.id)};
                        });
}

}  // namespace annals
