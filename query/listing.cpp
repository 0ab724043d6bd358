#include "query/listing.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

constexpr std::array<Status, 6> apart_order = {Status::happened,  Status::planned,
                                               Status::cancelled, Status::alleged,
                                               Status::denied,    Status::hypothetical};

void sort_events(std::vector<Event>& events, const Request& request) {
  const auto by = [&](auto key) {
    std::stable_sort(events.begin(), events.end(), [&](const Event& a, const Event& b) {
      return request.descending ? key(b) < key(a) : key(a) < key(b);
    });
  };
  if (request.sort == "date")
    by([](const Event& e) { return std::pair(e.date.first, e.date.last); });
  if (request.sort == "sources") by([](const Event& e) { return e.independent_sources; });
  if (request.sort == "confidence") by([](const Event& e) { return e.confidence; });
  if (request.sort == "type") by([](const Event& e) { return e.type; });
}

void add_notes(AnswerBuilder& answer, const std::vector<Event>& left_out) {
  for (const Status status : apart_order) {
    const auto count = std::count_if(left_out.begin(), left_out.end(),
                                     [&](const Event& event) { return event.status == status; });
    if (count == 0) continue;
    const std::string word(format_status(status));
    answer.note(std::to_string(count) + " " + word + (count == 1 ? " event is" : " events are") +
                " left out; add `" + (status == Status::happened ? "all" : word) + "` to see " +
                (count == 1 ? "it" : "them"));
  }
}

}  // namespace

Answer list_selection(const Store& store, const Request& request, Selection selection,
                      std::vector<std::string> columns, const Cells& cells) {
  AnswerBuilder answer(store, request, std::move(columns));
  sort_events(selection.events, request);
  const std::size_t total = selection.events.size();
  const std::size_t shown = std::min(request.limit.value_or(total), total);
  for (std::size_t i = 0; i < shown; ++i)
    answer.add(cells(answer, selection.events[i]), &selection.events[i]);
  if (shown < total) {
    answer.note(std::to_string(total - shown) + " more rows are left out by limit " +
                std::to_string(shown));
  }
  std::vector<Event> left_out;
  for (const Status status : apart_order) {
    const bool apart = request.statuses.empty() && (status == Status::planned || total == 0);
    for (const Event& event : selection.others) {
      if (event.status != status) continue;
      if (!apart) {
        left_out.push_back(event);
      } else {
        answer.add(cells(answer, event), &event, std::string(format_status(status)));
      }
    }
  }
  if (request.statuses.empty()) add_notes(answer, left_out);
  if (selection.far_bounded > 0) {
    answer.note(std::to_string(selection.far_bounded) +
                (selection.far_bounded == 1 ? " event is" : " events are") +
                " bounded only by a day outside this time; add `loosely` to see " +
                (selection.far_bounded == 1 ? "it" : "them"));
  }
  return answer.close();
}

const std::vector<std::string>& timeline_columns() {
  static const std::vector<std::string> columns = {"date",     "event",   "status",
                                                   "sentence", "article", "id"};
  return columns;
}

std::vector<std::string> timeline_cells(AnswerBuilder& answer, const Event& event) {
  return {format_edtf(event.date), answer.sentence(event), std::string(format_status(event.status)),
          answer.quote(event),     answer.article(event),  display_id(event.id)};
}

void append_answer(Answer& answer, Answer more) {
  const auto join = [](auto& to, auto& from) {
    for (auto& each : from) {
      const auto at = std::lower_bound(to.begin(), to.end(), each,
                                       [](const auto& a, const auto& b) { return a.id < b.id; });
      if (at == to.end() || at->id != each.id) to.insert(at, std::move(each));
    }
  };
  for (Event& event : more.events) {
    const bool is_there = std::any_of(answer.events.begin(), answer.events.end(),
                                      [&](const Event& each) { return each.id == event.id; });
    if (!is_there) answer.events.push_back(std::move(event));
  }
  join(answer.actors, more.actors);
  join(answer.mentions, more.mentions);
  join(answer.articles, more.articles);
  answer.rows.insert(answer.rows.end(), std::make_move_iterator(more.rows.begin()),
                     std::make_move_iterator(more.rows.end()));
}

}  // namespace annals
