#include <algorithm>
#include <map>
#include <numeric>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "query/bounds.h"
#include "query/listing.h"
#include "query/periods.h"
#include "query/verb_runs.h"

namespace annals {
namespace {

std::string whole_number(double value) { return std::to_string(static_cast<long long>(value)); }

/// The numbers of the events, `told` in their order, added up by the periods that they lie in: in
/// the order of time, or, sorted by them, the largest first.
Answer toll_by_period(const Store& store, const Request& request, std::span<const Chosen> events,
                      std::span<const double> told, std::string_view what) {
  struct Sum {
    double value = 0;
    std::size_t events = 0;
  };
  std::map<EventDate, Sum> sums;
  std::size_t vague = 0;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Chosen& event = events[i];
    const EventDate period = period_of(event.days.first, request.unit);
    if (event.undated || event.days.last > period.last) {
      ++vague;
      continue;
    }
    Sum& sum = sums[period];
    sum.value += told[i];
    ++sum.events;
  }
  std::vector<std::pair<EventDate, Sum>> rows(sums.begin(), sums.end());
  const bool ranked = counted_by(request.sort) == what;
  if (ranked)
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.second.value > b.second.value; });
  AnswerBuilder answer(store, request, {request.unit, std::string(what), "events"});
  const std::size_t most = request.limit.value_or(ranked ? 5 : rows.size());
  const Bound* bound = bound_of(request.bounds, what);
  for (const auto& [period, sum] : rows) {
    if (answer.row_count() >= most) break;
    if (bound != nullptr && !bound->holds(static_cast<std::size_t>(sum.value))) continue;
    answer.add({format_edtf(period), whole_number(sum.value), std::to_string(sum.events)});
  }
  if (vague > 0)
    answer.note(std::to_string(vague) + (vague == 1 ? " event that tells" : " events that tell") +
                " a number " + (vague == 1 ? "lies" : "lie") + " in no single " + request.unit);
  answer.note("the tolls of single events are added up; some of the dead may be told twice");
  return answer.close();
}

}  // namespace

Answer run_toll(const Store& store, const Request& request) {
  const std::string_view what = request.types.empty() ? std::string_view("killed")
                                                      : counted_by(name_of(*request.types.front()));
  if (what.empty()) {
    throw Error(ErrorKind::query,
                "only killed, wounded, arrested, kidnapped and freed people are counted; ask for "
                "the number of events: how many " +
                    std::string(name_of(*request.types.front())));
  }
  std::vector<Part> parts;
  const bool of_some = request.form == 1;  // "how many Palestinians were killed by Israel"
  for (std::size_t i = 0; i < request.actors.size(); ++i) {
    const Role role = of_some && i == 0 ? Role::target : Role::source;
    parts.push_back({request.actors[i].ids.front(), role});
  }
  Request asked = request;
  asked.pieces = nullptr;
  const bool by_period = is_period(request.unit);
  if (by_period) std::erase_if(asked.bounds, [&](const Bound& each) { return each.what == what; });
  Selection selection = select_events(store, asked, parts);
  std::vector<double> numbers;
  std::erase_if(selection.events, [&](const Chosen& event) {
    const Event record = record_of(store, event);
    const Count* count = count_of(record, what);
    if (count == nullptr) return true;
    numbers.push_back(count->value);
    return false;
  });
  selection.others.clear();
  if (by_period) return toll_by_period(store, request, selection.events, numbers, what);
  const std::size_t told = numbers.size();
  const double sum = std::accumulate(numbers.begin(), numbers.end(), 0.0);
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
