#include "query/listing.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

#include "graph/stop.h"
#include "query/every_status.h"
#include "query/evidence.h"

namespace annals {
namespace {

constexpr std::array<Status, 6> apart_order = {Status::happened,  Status::planned,
                                               Status::cancelled, Status::alleged,
                                               Status::denied,    Status::hypothetical};

constexpr std::size_t piece_rows = 8192;
constexpr std::size_t long_list = 20000;  // events; shorter lists are held whole

template <class Each, class Key>
void sort_by(std::vector<Each>& events, bool descending, const Key& key) {
  std::stable_sort(events.begin(), events.end(), [&](const auto& a, const auto& b) {
    return descending ? key(b) < key(a) : key(a) < key(b);
  });
}

double measure_of(const Event& event, std::string_view sort) {
  if (sort == "sources") return static_cast<double>(event.independent_sources);
  if (sort == "confidence") return event.confidence;
  const auto value_of = [&](std::string_view what) {
    const Count* count = count_of(event, what);
    return count == nullptr ? 0 : count->value;
  };
  if (sort != "size") return value_of(counted_by(sort));
  double size = 0;
  for (const std::string_view what : {"killed", "wounded", "detained", "people", "hostages"})
    size = std::max(size, value_of(what));
  return size;
}

/// What events are sorted by, from their records, which are read some at a time.
std::vector<double> measures_of(const Store& store, std::span<const Chosen> events,
                                std::string_view sort) {
  std::vector<double> measures;
  measures.reserve(events.size());
  for (std::size_t at = 0; at < events.size(); at += piece_rows) {
    stop_if_wanted();
    const auto some = events.subspan(at, std::min(piece_rows, events.size() - at));
    for (const Event& event : records_of(store, some)) measures.push_back(measure_of(event, sort));
  }
  return measures;
}

/// Puts events into the order that the request asks for; reads their records only where the order
/// hangs on them.
void put_in_order(const Store& store, const Request& request, std::vector<Chosen>& events) {
  const bool by_record = !request.sort.empty() && request.sort != "date" &&
                         request.sort != "type" && request.sort != "name";
  if (by_record) {
    const auto measures = measures_of(store, events, request.sort);
    std::vector<std::size_t> places(events.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    sort_by(places, request.descending, [&](std::size_t i) { return measures[i]; });
    std::vector<Chosen> sorted;
    sorted.reserve(events.size());
    for (const std::size_t i : places) sorted.push_back(events[i]);
    events = std::move(sorted);
  }
  if (request.sort == "date")
    sort_by(events, request.descending,
            [](const Chosen& e) { return std::pair(e.days.first, e.days.last); });
  if (request.sort == "type")
    sort_by(events, request.descending, [&](const Chosen& e) { return store.kind(e.kind).type; });
}

/// Adds the rows of events some thousand at a time. Long lists go to the request's pieces as they
/// grow.
class RowsInPieces {
 public:
  RowsInPieces(const Store& store, const Request& request, const Cells& cells, bool is_long,
               AnswerBuilder& answer)
      : store_(store),
        cells_(cells),
        pieces_(is_long ? request.pieces : nullptr),
        answer_(answer) {}

  void add(std::span<const Chosen> events, const std::string& section) {
    for (std::size_t at = 0; at < events.size(); at += piece_rows) {
      stop_if_wanted();
      add_some(events.subspan(at, std::min(piece_rows, events.size() - at)), section);
      if (pieces_ != nullptr && answer_.row_count() >= piece_rows)
        pieces_->take(answer_.take_piece());
    }
  }

 private:
  void add_some(std::span<const Chosen> events, const std::string& section) {
    if (pieces_ != nullptr && pieces_->only_ids) {
      for (const Chosen& event : events) answer_.add_id(event.id, section);
      return;
    }
    const auto records = records_of(store_, events);
    answer_.expect(records);
    for (const Event& event : records) answer_.add(cells_(answer_, event), &event, section);
  }

  const Store& store_;
  const Cells& cells_;
  const Pieces* pieces_;
  AnswerBuilder& answer_;
};

void add_notes(AnswerBuilder& answer, const std::vector<Chosen>& left_out) {
  std::string several;
  std::size_t statuses = 0;
  for (const Status status : apart_order) {
    const auto count = std::count_if(left_out.begin(), left_out.end(),
                                     [&](const Chosen& event) { return event.status == status; });
    if (count == 0) continue;
    several += (statuses++ == 0 ? "" : ", ") + std::to_string(count) + " " +
               std::string(format_status(status));
  }
  if (statuses > 1) {
    answer.note(several + " events are left out; add `all`, or one of these words, to see them");
    return;
  }
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
  // events of those who are named were put together otherwise; these would be anybody's
  if (sought.empty() && !request.actors.empty()) return;
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
  RowsInPieces rows(store, request, cells, total + selection.others.size() > long_list, answer);
  const auto add_limited = [&](std::vector<Chosen>& events, const std::string& section) {
    put_in_order(store, request, events);
    rows.add(std::span(events).first(std::min(most, events.size())), section);
    if (events.size() <= most) return;
    const std::size_t left = events.size() - most;
    answer.note(std::to_string(left) + " more " + section + (section.empty() ? "" : " ") +
                (left == 1 ? "row is" : "rows are") + " left out by limit " + std::to_string(most));
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
  if (request.statuses.empty() || total == 0) add_notes(answer, left_out);
  if (selection.far_bounded > 0) {
    answer.note(std::to_string(selection.far_bounded) +
                (selection.far_bounded == 1 ? " event is" : " events are") +
                " bounded only by a day outside this time; add `loosely` to see " +
                (selection.far_bounded == 1 ? "it" : "them"));
  }
  return answer.close();
}

Answer or_named_together(const Store& store, const Request& request, Answer answer,
                         const std::vector<std::string>& columns, const Cells& cells) {
  constexpr std::size_t looked_at = 300;  // events of each; their texts are read
  if (!answer.rows.empty() || request.actors.size() != 2) return answer;
  Request all = request.statuses.empty() ? of_every_status(request) : request;
  for (std::size_t side = 0; side < 2; ++side) {
    const auto other = store.actor(request.actors[1 - side].ids.front());
    const std::vector<Part> parts = {{request.actors[side].ids.front(), std::nullopt}};
    Selection selection = select_events(store, all, parts);
    if (!other || selection.events.size() > looked_at) continue;
    selection.others.clear();
    std::erase_if(selection.events, [&](const Chosen& event) {
      stop_if_wanted();
      return !speaks_of(store, record_of(store, event), *other);
    });
    if (selection.events.empty()) continue;
    Answer more = list_selection(store, all, std::move(selection), columns, cells);
    for (AnswerRow& row : more.rows) row.section = "the sentence also names " + other->name;
    append_answer(answer, std::move(more));
  }
  return answer;
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
