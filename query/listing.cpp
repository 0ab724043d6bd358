#include "query/listing.h"

#include <algorithm>
#include <array>
#include <limits>

#include "graph/stop.h"

namespace annals {
namespace {

constexpr std::array<Status, 6> apart_order = {Status::happened,  Status::planned,
                                               Status::cancelled, Status::alleged,
                                               Status::denied,    Status::hypothetical};

template <class Each, class Key>
void sort_by(std::vector<Each>& events, bool descending, const Key& key) {
  std::stable_sort(events.begin(), events.end(), [&](const auto& a, const auto& b) {
    return descending ? key(b) < key(a) : key(a) < key(b);
  });
}

/// The first `most` in the order that the request asks for; reads the records of the others only
/// where the order hangs on them.
std::vector<Event> first_records(const Store& store, const Request& request,
                                 std::vector<Chosen>& events, std::size_t most) {
  if (request.sort == "sources" || request.sort == "confidence") {
    auto records = records_of(store, events);
    const bool sources = request.sort == "sources";
    sort_by(records, request.descending, [&](const Event& e) {
      return sources ? static_cast<double>(e.independent_sources) : e.confidence;
    });
    if (records.size() > most)
      records.erase(records.begin() + static_cast<std::ptrdiff_t>(most), records.end());
    return records;
  }
  if (request.sort == "date")
    sort_by(events, request.descending,
            [](const Chosen& e) { return std::pair(e.days.first, e.days.last); });
  if (request.sort == "type")
    sort_by(events, request.descending, [&](const Chosen& e) { return store.kind(e.kind).type; });
  return records_of(store, std::span(events).first(std::min(most, events.size())));
}

void add_notes(AnswerBuilder& answer, const std::vector<Chosen>& left_out) {
  for (const Status status : apart_order) {
    const auto count = std::count_if(left_out.begin(), left_out.end(),
                                     [&](const Chosen& event) { return event.status == status; });
    if (count == 0) continue;
    const std::string word(format_status(status));
    answer.note(std::to_string(count) + " " + word + (count == 1 ? " event is" : " events are") +
                " left out; add `" + (status == Status::happened ? "all" : word) + "` to see " +
                (count == 1 ? "it" : "them"));
  }
}

/// Which outlets there are, for a question about one that told nothing.
void note_outlets(AnswerBuilder& answer, const Store& store, const std::string& wanted) {
  constexpr std::size_t looked_at = 500;
  std::vector<std::string> outlets;
  const auto ids = store.article_ids();
  for (std::size_t i = 0; i < std::min(ids.size(), looked_at); ++i) {
    const auto article = store.article(ids[i]);
    if (article && !article->source.empty()) outlets.push_back(article->source);
  }
  std::sort(outlets.begin(), outlets.end());
  outlets.erase(std::unique(outlets.begin(), outlets.end()), outlets.end());
  std::string known;
  for (std::size_t i = 0; i < std::min<std::size_t>(outlets.size(), 12); ++i)
    known += (i == 0 ? "; articles here come from " : ", ") + outlets[i];
  answer.note("\"" + wanted + "\" tells nothing of it" +
              (known.empty() ? "; no article here names its outlet" : known));
}

/// What a window that holds nothing would find if it were open.
void note_outside(AnswerBuilder& answer, const Store& store, const Request& request,
                  const std::vector<Part>& sought) {
  Request open = request;
  open.window = {};
  open.windowed = false;
  open.strictly = false;
  auto events = select_events(store, open, sought).events;
  std::erase_if(events, [](const Chosen& event) {
    return event.undated || event.days.first == first_day || event.days.last == last_day;
  });
  if (events.empty()) return;
  const auto date = [&](const Chosen& event) { return format_edtf(record_of(store, event).date); };
  answer.note("outside this time there " +
              (events.size() == 1 ? "is one, " + date(events.front())
                                  : "are " + std::to_string(events.size()) + ", from " +
                                        date(events.front()) + " to " + date(events.back())));
}

}  // namespace

Answer list_selection(const Store& store, const Request& request, Selection selection,
                      std::vector<std::string> columns, const Cells& cells) {
  AnswerBuilder answer(store, request, std::move(columns));
  const std::size_t total = selection.events.size();
  const std::size_t most = request.limit.value_or(std::numeric_limits<std::size_t>::max());
  const auto add_limited = [&](std::vector<Chosen>& events, const std::string& section) {
    for (const Event& event : first_records(store, request, events, most)) {
      stop_if_wanted();
      answer.add(cells(answer, event), &event, section);
    }
    if (events.size() <= most) return;
    answer.note(std::to_string(events.size() - most) + " more " + section +
                (section.empty() ? "rows" : " rows") + " are left out by limit " +
                std::to_string(most));
  };
  add_limited(selection.events, {});
  std::vector<Chosen> left_out;
  for (const Status status : apart_order) {
    const bool apart = request.statuses.empty() && (status == Status::planned || total == 0);
    std::vector<Chosen> of_status;
    for (const Chosen& event : selection.others) {
      if (event.status == status) (apart ? of_status : left_out).push_back(event);
    }
    add_limited(of_status, std::string(format_status(status)));
  }
  if (total == 0 && selection.others.empty() && !request.place.empty())
    answer.note("no such event is told to have been in \"" + request.place + "\"");
  if (total == 0 && selection.others.empty() && !request.source.empty())
    note_outlets(answer, store, request.source);
  if (request.windowed && total == 0 && selection.others.empty() && selection.far_bounded == 0)
    note_outside(answer, store, request, selection.sought);
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
