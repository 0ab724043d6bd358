// Windows over vague dates, compared with looking at every event.

#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "query/verbs.h"
#include "tests/support/facts_maker.h"

namespace annals {
namespace {

using date::days;
using date::sys_days;

const sys_days origin{date::year{2011} / 1 / 1};

EventDate random_date(std::mt19937& random) {
  const sys_days day = origin + days{static_cast<int>(random() % 700)};
  const date::year_month_day ymd{day};
  switch (random() % 9) {
    case 0:
      return week_date(day);
    case 1:
      return month_date(ymd.year() / ymd.month());
    case 2:
      return year_date(ymd.year());
    case 3:
      return interval_date(day, day + days{static_cast<int>(random() % 400)});
    case 4:
      return before_date(day);
    case 5:
      return after_date(day);
    case 6:
      return {};
    default:
      return day_date(day);
  }
}

struct Crowd {
  Store store = Store::in_memory();
  std::vector<Event> events;
};

Crowd random_crowd(std::mt19937& random, int size) {
  Crowd crowd;
  std::vector<Facts> all;
  for (int i = 0; i < size; ++i) {
    Facts facts = make_facts("Ann met Bo, time " + std::to_string(i) + ".", std::to_string(i));
    facts.mentions[0].date = random_date(random);
    facts.mentions[0].status = random() % 5 == 0 ? Status::planned : Status::happened;
    facts.mentions[0].id = mention_id(facts.mentions[0]);
    crowd.store.add(facts);
    all.push_back(std::move(facts));
  }
  Graph graph = make_graph(all);
  for (Event& event : graph.events) {
    for (const Facts& facts : all) {
      if (facts.mentions[0].id == event.mentions[0]) event.status = facts.mentions[0].status;
    }
  }
  crowd.store.set_graph(graph);
  crowd.events = graph.events;
  return crowd;
}

bool is_far(const Event& event, const Window& window) {
  return (event.date.precision == Precision::before && event.date.last > window.last) ||
         (event.date.precision == Precision::after && event.date.first < window.first);
}

TEST_CASE("a window finds the events that a look at each of them finds", "[query][windows]") {
  std::mt19937 random(31);
  for (int round = 0; round < 6; ++round) {
    const Crowd crowd = random_crowd(random, 80);
    for (int i = 0; i < 40; ++i) {
      const sys_days first = origin + days{static_cast<int>(random() % 700)};
      const Window window{first, first + days{static_cast<int>(random() % 90)}};
      const std::string range =
          " between " + format_day(window.first) + " and " + format_day(window.last) + " all";
      for (const std::string how : {"", " strictly", " loosely"}) {
        std::set<EventId> expected;
        std::size_t far = 0;
        for (const Event& event : crowd.events) {
          if (how == " strictly" ? !inside(event.date, window) : !overlaps(event.date, window))
            continue;
          if (event.date.precision == Precision::unknown) continue;
          if (how.empty() && is_far(event, window)) {
            ++far;
            continue;
          }
          expected.insert(event.id);
        }
        for (const std::string question :
             {"what happened", "timeline of Ann Lee", "meetings between Ann Lee and Bo Day"}) {
          CAPTURE(question + how + range);
          const Answer answer = ask(crowd.store, question + how + range);
          std::set<EventId> found;
          for (const AnswerRow& row : answer.rows) found.insert(row.event.value());
          CHECK(found == expected);
          CHECK(answer.rows.size() == expected.size());
          for (const AnswerRow& row : answer.rows) {
            const auto event = crowd.store.event(row.event.value());
            CHECK(row.certain == inside(event->date, window));
          }
          const auto told_day = [&](const Event& event) {
            const auto& date = event.date;
            const bool open = date.first == first_day || date.first < window.first;
            return open ? std::min(date.last, window.last) : date.first;
          };
          for (std::size_t at = 1; at < answer.events.size(); ++at)
            CHECK(told_day(answer.events[at - 1]) <= told_day(answer.events[at]));
          const bool told =
              std::any_of(answer.notes.begin(), answer.notes.end(), [&](const std::string& note) {
                return note.starts_with(std::to_string(far) + " event") &&
                       note.find("bounded only by a day outside") != std::string::npos;
              });
          CHECK(told == (far > 0));
        }
        const Answer count = ask(crowd.store, "how many meetings" + how + range);
        CHECK(count.rows.at(0).cells.at(0) == std::to_string(expected.size()));
      }
    }
  }
}

TEST_CASE("counts by month are those of a look at each event", "[query][windows]") {
  std::mt19937 random(37);
  const Crowd crowd = random_crowd(random, 120);
  const Answer answer = ask(crowd.store, "how many meetings per month");
  REQUIRE(answer.rows.size() > 10);
  for (const AnswerRow& row : answer.rows) {
    const EventDate month = *parse_edtf(row.cells[0]);
    std::size_t certain = 0, possible = 0;
    for (const Event& event : crowd.events) {
      if (event.status != Status::happened) continue;
      const Window window{month.first, month.last};
      if (inside(event.date, window)) {
        ++certain;
      } else if (overlaps(event.date, window)) {
        ++possible;
      }
    }
    CAPTURE(row.cells[0]);
    CHECK(row.cells[1] == std::to_string(certain));
    CHECK(row.cells[2] == std::to_string(possible));
  }
}

}  // namespace
}  // namespace annals
