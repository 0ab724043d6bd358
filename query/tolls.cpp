#include <string>

#include "query/listing.h"
#include "query/verb_runs.h"

namespace annals {
namespace {

/// What is counted of those whom the words of a type befell; empty when nothing is.
std::string_view counted_by(const TypeWord& word) {
  constexpr std::pair<std::string_view, std::string_view> table[] = {
      {"killed", "killed"},      {"wounded", "wounded"}, {"arrested", "detained"},
      {"kidnapped", "hostages"}, {"freed", "released"},  {"executed", "killed"}};
  for (const auto& [form, what] : table) {
    if (word.words.find(form) != std::string_view::npos) return what;
  }
  return {};
}

std::string whole_number(double value) { return std::to_string(static_cast<long long>(value)); }

}  // namespace

Answer run_toll(const Store& store, const Request& request) {
  const std::string_view what =
      request.types.empty() ? std::string_view("killed") : counted_by(*request.types.front());
  if (what.empty()) {
    throw Error(ErrorKind::query,
                "only killed, wounded, arrested, kidnapped and freed people are counted; ask for "
                "the number of events: how many " +
                    std::string(request.types.front()->words.substr(
                        0, request.types.front()->words.find('|'))));
  }
  std::vector<Part> parts;
  const bool of_some = request.form == 1;  // "how many Palestinians were killed by Israel"
  for (std::size_t i = 0; i < request.actors.size(); ++i) {
    const Role role = of_some && i == 0 ? Role::target : Role::source;
    parts.push_back({request.actors[i].ids.front(), role});
  }
  Request asked = request;
  asked.pieces = nullptr;
  Selection selection = select_events(store, asked, parts);
  double sum = 0;
  std::erase_if(selection.events, [&](const Chosen& event) {
    const Event record = record_of(store, event);
    const Count* count = count_of(record, what);
    if (count == nullptr) return true;
    sum += count->value;
    return false;
  });
  selection.others.clear();
  const std::size_t told = selection.events.size();
  Answer answer = list_selection(
      store, asked, std::move(selection),
      {"date", std::string(what), "event", "status", "sentence", "article", "id"},
      [what](AnswerBuilder& row, const Event& event) {
        const Count* count = count_of(event, what);
        return std::vector<std::string>{
            format_edtf(event.date), count == nullptr ? "" : whole_number(count->value),
            row.sentence(event),     std::string(format_status(event.status)),
            row.quote(event),        row.article(event),
            display_id(event.id)};
      });
  if (told > 0) {
    answer.notes.push_back(std::to_string(told) + (told == 1 ? " event tells" : " events tell") +
                           " a number, together " + whole_number(sum) + " " + std::string(what) +
                           (told == 1 ? ""
                                      : "; tolls of whole wars are among them, and some of "
                                        "the dead twice"));
  }
  return answer;
}

}  // namespace annals
