#include <map>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "graph/error.h"
#include "graph/names.h"
#include "graph/store.h"
#include "tests/support/facts_maker.h"
#include "tests/support/temp_folder.h"

namespace annals {
namespace {

struct Told {
  EventDate date;
  std::string source, target, cameo;
};

std::vector<Told> random_rows(int count, unsigned seed) {
  std::mt19937 random(seed);
  const auto below = [&](int limit) {
    return static_cast<int>(random() % static_cast<unsigned>(limit));
  };
  std::vector<Told> rows;
  for (int i = 0; i < count; ++i) {
    const auto day = *parse_day("2018-01-01") + date::days{below(300)};
    Told row{.date = day_date(day)};
    switch (below(40)) {
      case 0:
        row.date = week_date(day);
        break;
      case 1:
        row.date = year_date(date::year_month_day{day}.year());
        break;
      case 2:
        row.date = EventDate{};
        break;
      case 3:
        row.date = before_date(day);
        break;
      default:
        break;
    }
    row.source = "Group " + std::to_string(below(9) * below(9)) + " (India)";
    row.target = below(10) == 0   ? ""
                 : below(20) == 0 ? row.source
                                  : "Country " + std::to_string(below(30));
    row.cameo = std::vector<std::string>{"042", "0311", "190", "010",
                                         "xx"}[static_cast<std::size_t>(below(5))];
    rows.push_back(row);
  }
  return rows;
}

/// Rows one after the other; throws before row `cut`.
ImportTable table_of(const std::vector<Told>& rows, std::uint64_t id, std::size_t cut = ~0ULL) {
  auto at = std::make_shared<std::size_t>(0);
  return {.id = id,
          .name = "events.tsv",
          .next =
              [at, &rows, cut](ImportRow& row) {
                if (*at == rows.size()) return false;
                if (*at >= cut) throw std::runtime_error("cut off");
                const Told& told = rows[(*at)++];
                row.date = told.date;
                row.source = told.source;
                row.target = told.target;
                row.cameo = told.cameo;
                row.line = *at + 1;
                return true;
              },
          .actor = {},
          .rows_at_once = 500};
}

using Key = std::tuple<EventDate, std::string, std::string, std::string>;
Key key_of_event(const Store& store, const Event& event) {
  const auto name = [&](std::size_t i) {
    return i < event.participants.size() ? store.actor(event.participants[i].actor)->name : "";
  };
  return {event.date, name(0), name(1), event.cameo};
}

void compare(const Store& store, const std::vector<Told>& rows, const Window& window,
             bool undated) {
  std::multiset<Key> wanted, found;
  for (const auto& row : rows) {
    if (row.date.precision == Precision::unknown && !undated) continue;
    if (overlaps(row.date, window)) wanted.emplace(row.date, row.source, row.target, row.cameo);
  }
  const auto ids = store.events_in(window, undated);
  const auto events = store.events(ids);
  for (std::size_t i = 0; i < events.size(); ++i) {
    found.insert(key_of_event(store, events[i]));
    REQUIRE(events[i].id == ids[i]);
    if (i > 0) {
      REQUIRE(std::tie(events[i - 1].date.first, events[i - 1].date.last, ids[i - 1]) <
              std::tie(events[i].date.first, events[i].date.last, ids[i]));
    }
  }
  REQUIRE(found == wanted);
}

void compare(const Store& store, const std::vector<Told>& rows) {
  compare(store, rows, {}, true);
  compare(store, rows, {*parse_day("2018-03-01"), *parse_day("2018-03-30")}, false);
  compare(store, rows, {*parse_day("2019-03-01"), *parse_day("2019-03-30")}, true);
  std::map<std::string, std::size_t> of_actor;
  for (const auto& row : rows) {
    ++of_actor[row.source];
    if (!row.target.empty() && row.target != row.source) ++of_actor[row.target];
  }
  for (const auto& [name, count] : of_actor) {
    const auto ids = store.actors_named(name);
    REQUIRE(ids.size() == 1);
    REQUIRE(store.events_of(ids[0], {}, true).size() == count);
  }
  REQUIRE(store.counts().events == rows.size());
  REQUIRE(store.counts().actors == of_actor.size());
  REQUIRE(store.actor_ids().size() == of_actor.size());
  REQUIRE(store.check().empty());
}

}  // namespace

TEST_CASE("imported events answer like a loop over the rows", "[graph][store][import]") {
  const TempFolder temp;
  const bool on_disk = GENERATE(false, true);
  Store store = on_disk ? Store::open(temp.path() / "db", OpenMode::create) : Store::in_memory();
  const auto rows = random_rows(1700, 1);
  const auto report = store.import_events(table_of(rows, 9));
  CHECK(report.events == rows.size());
  CHECK(report.added == rows.size());
  CHECK(report.done);
  compare(store, rows);
  const auto again = store.import_events(table_of(rows, 9));
  CHECK(again.added == 0);
  CHECK(again.events == rows.size());
  CHECK(store.counts().events == rows.size());
  CHECK(store.imports().size() == 1);

  auto all = rows;
  const auto more = random_rows(700, 2);
  all.insert(all.end(), more.begin(), more.end());
  store.import_events(table_of(more, 10));
  compare(store, all);

  // many mentions at once are those asked for one by one, in any order, and unknown ones are none
  std::vector<MentionId> ids = {MentionId{7}};
  for (const EventId id : store.events_in(Window{}, true)) ids.push_back(MentionId{id.value});
  std::reverse(ids.begin(), ids.end());
  const auto mentions = store.mentions(ids);
  REQUIRE(mentions.size() == ids.size());
  CHECK_FALSE(mentions.back());
  for (std::size_t i = 0; i + 1 < ids.size(); ++i) {
    REQUIRE(mentions[i]);
    REQUIRE(mentions[i] == store.mention(ids[i]));
  }
}

TEST_CASE("an import that was cut off goes on where it stopped", "[graph][store][import]") {
  const TempFolder temp;
  const auto rows = random_rows(2600, 3), others = random_rows(300, 4);
  const bool others_between = GENERATE(false, true);
  auto all = rows;
  {
    Store store = Store::open(temp.path() / "db", OpenMode::create);
    CHECK_THROWS(store.import_events(table_of(rows, 9, 1500)));
    CHECK(store.counts().events == 1024);
    REQUIRE(store.imports().size() == 1);
    CHECK_FALSE(store.imports()[0].done);
    CHECK(store.check().empty());
  }
  Store store = Store::open(temp.path() / "db", OpenMode::write);
  if (others_between) {
    store.import_events(table_of(others, 10));
    all.insert(all.end(), others.begin(), others.end());
  }
  const auto report = store.import_events(table_of(rows, 9));
  CHECK(report.added == rows.size() - 1024);
  CHECK(report.events == rows.size());
  compare(store, all);
  CHECK(store.imports().size() == (others_between ? 2 : 1));
}

TEST_CASE("an imported event leads back to the line of its table", "[graph][store][import]") {
  Store store = Store::in_memory();
  const auto rows = random_rows(300, 5);
  store.import_events(table_of(rows, 9));
  for (const auto id : store.events_in({}, true)) {
    const auto event = store.event(id);
    REQUIRE(event);
    REQUIRE(event->mentions.size() == 1);
    const auto mention = store.mention(event->mentions[0]);
    REQUIRE(mention);
    REQUIRE(store.event_of(mention->id) == id);
    REQUIRE(mention->rule.starts_with("events.tsv:"));
    const auto& row = rows[std::stoul(mention->rule.substr(11)) - 2];
    REQUIRE(key_of_event(store, *event) == Key{row.date, row.source, row.target, row.cameo});
    REQUIRE(store.article(mention->article)->path == "events.tsv");
    const auto hex = format_hex(id.value);
    REQUIRE(store.events_by_prefix(hex) == std::vector{id});
  }
  CHECK(store.article_ids().empty());
  CHECK_FALSE(store.event(EventId{12345}));
  CHECK_FALSE(store.mention(MentionId{12345}));
}

TEST_CASE("linked and imported events live side by side", "[graph][store][import]") {
  Store store = Store::in_memory();
  const auto rows = random_rows(300, 6);
  const auto facts = numbered_facts(1);
  Graph graph = make_graph({facts});
  graph.actors.push_back(make_imported_actor("Country 3"));  // known both ways
  std::sort(graph.actors.begin(), graph.actors.end(), [](auto& a, auto& b) { return a.id < b.id; });
  store.add(facts);
  store.set_graph(graph);
  store.import_events(table_of(rows, 9));
  CHECK(store.check().empty());
  CHECK(store.graph() == graph);
  CHECK(store.counts().events == rows.size() + 1);
  CHECK(store.events_in({}, true).size() == rows.size() + 1);
  CHECK(store.event(graph.events[0].id) == graph.events[0]);
  store.set_graph({});
  store.remove(facts.article.id);
  compare(store, rows);
}

TEST_CASE("CAMEO codes have the type of their root", "[graph][import]") {
  CHECK(type_of_cameo("042") == "CONSULT");
  CHECK(type_of_cameo("0311") == "AGREE");
  CHECK(type_of_cameo("20") == "ASSAULT");
  CHECK(type_of_cameo("010") == "STATEMENT");
  CHECK(type_of_cameo("000") == "OTHER");
  CHECK(type_of_cameo("21") == "OTHER");
  CHECK(type_of_cameo("4") == "OTHER");
  CHECK(type_of_cameo("") == "OTHER");
}

}  // namespace annals
