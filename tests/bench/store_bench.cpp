// Measures the store on a table of events: date, source, CAMEO code, target; tab separated, sorted
// by date.
//
//   store_bench TABLE.tsv FOLDER     imports into FOLDER (which must not exist), asks, prints a
//   table
//
// Each figure is the median CPU time of the process; results are checked before they are timed.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <numeric>
#include <unordered_map>

#include "graph/store.h"

namespace annals {
namespace {

double cpu_ms() {
  timespec now{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double wall_ms() {
  return std::chrono::duration<double, std::milli>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

/// Median of the runs of `action`, each over `times` calls, in milliseconds of CPU a call.
double median_ms(int runs, int times, const std::function<void()>& action) {
  std::vector<double> found;
  for (int run = 0; run < runs; ++run) {
    const double begin = cpu_ms();
    for (int i = 0; i < times; ++i) action();
    found.push_back((cpu_ms() - begin) / times);
  }
  std::sort(found.begin(), found.end());
  return found[found.size() / 2];
}

void print(const char* what, double value, const char* unit, const std::string& note = {}) {
  std::printf("%-44s %12.4g %-10s %s\n", what, value, unit, note.c_str());
}

void ensure(bool right, const std::string& what) {
  if (right) return;
  std::cerr << "wrong result: " << what << "\n";
  std::exit(1);
}

struct Line {
  std::string_view date, source, cameo, target;
};

std::optional<Line> split(std::string_view line) {
  Line result;
  for (auto* field : {&result.date, &result.source, &result.cameo}) {
    const auto tab = line.find('\t');
    if (tab == std::string_view::npos) return std::nullopt;
    *field = line.substr(0, tab);
    line.remove_prefix(tab + 1);
  }
  result.target = line;
  return result;
}

std::string read_file(const std::string& name) {
  std::ifstream in(name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

template <class See>
void for_each_line(std::string_view text, See see) {
  for (std::uint64_t number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    if (const auto line = split(text.substr(0, end))) see(*line, number);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
}

/// What the answers must be, from a plain reading of the table.
struct Plain {
  date::sys_days first_seen = last_day;
  std::unordered_map<std::string_view, std::uint32_t> degree;
  std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> pairs;
  std::uint64_t events = 0;

  explicit Plain(std::string_view text) {
    for_each_line(text, [&](const Line& line, auto) {
      if (events++ == 0) first_seen = *parse_day(line.date);
      ++degree[line.source];
      if (line.source != line.target) ++degree[line.target];
      ++pairs[std::minmax(line.source, line.target)];
    });
  }
};

void measure_import(Store& store, const std::string& table, std::string_view text,
                    std::uint64_t events) {
  const double cpu = cpu_ms(), wall = wall_ms();
  std::string_view left = text;
  std::uint64_t number = 0;
  std::string_view date_text;
  EventDate date;
  store.import_events({.id = 1, .name = table, .next = [&](ImportRow& row) {
                         while (!left.empty()) {
                           const auto end = left.find('\n');
                           const auto line = split(left.substr(0, end));
                           left.remove_prefix(end == std::string_view::npos ? left.size()
                                                                            : end + 1);
                           ++number;
                           if (!line) continue;
                           if (line->date != date_text)
                             date = day_date(*parse_day(date_text = line->date));
                           row.date = date;
                           row.source = line->source;
                           row.target = line->target;
                           row.cameo = line->cameo;
                           row.line = number;
                           return true;
                         }
                         return false;
                       }});
  const double used = cpu_ms() - cpu;
  ensure(store.counts().events == events, "number of imported events");
  print("bulk import", static_cast<double>(events) / used * 1e3, "events/s",
        std::to_string(static_cast<int>(used)) + " ms CPU, " +
            std::to_string(static_cast<int>(wall_ms() - wall)) + " ms wall");
  print("size on disk", static_cast<double>(store.counts().bytes) / static_cast<double>(events),
        "B/event");
}

void measure_windows(const Store& store, const Plain& plain) {
  const Window w30{plain.first_seen + date::days{120}, plain.first_seen + date::days{149}};
  const Window w90{plain.first_seen + date::days{90}, plain.first_seen + date::days{179}};
  std::uint64_t events = 0;
  std::vector<std::uint64_t> keys;
  std::vector<std::pair<std::uint32_t, std::uint64_t>> ranked;
  const auto met = [&] {
    events = 0;
    keys.clear();
    ranked.clear();
    store.scan_events(w30, "CONSULT", false, [&](const IndexEntry& entry) {
      ++events;
      const auto [a, b] = std::minmax(entry.parties[0].actor, entry.parties[1].actor);
      if (a != b) keys.push_back(std::uint64_t{a} << 32U | b);
    });
    std::sort(keys.begin(), keys.end());
    for (std::size_t i = 0; i < keys.size();) {
      std::size_t j = i;
      while (j < keys.size() && keys[j] == keys[i]) ++j;
      ranked.emplace_back(static_cast<std::uint32_t>(j - i), keys[i]);
      i = j;
    }
    std::sort(ranked.begin(), ranked.end(), [](auto& a, auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
  };
  print("who met whom, 30 days", median_ms(11, 3, met), "ms",
        std::to_string(events) + " events, " + std::to_string(ranked.size()) + " pairs");
  std::uint64_t all = 0;
  print("all entries of 30 days",
        median_ms(11, 3,
                  [&] {
                    all = 0;
                    store.scan_events(w30, "", false, [&](const IndexEntry& entry) {
                      all += entry.parties.size();
                    });
                  }),
        "ms", std::to_string(all / 2) + " events");
  std::size_t ids = 0;
  print("ids of all events of 30 days, in order",
        median_ms(11, 3, [&] { ids = store.events_in(w30).size(); }), "ms",
        std::to_string(ids) + " ids");
  ensure(ids * 2 == all, "ids and entries of a window");

  std::vector<std::pair<std::uint32_t, std::string_view>> by_degree;
  for (const auto& [name, degree] : plain.degree) by_degree.emplace_back(degree, name);
  std::sort(by_degree.begin(), by_degree.end());
  const auto id_of = [&](std::string_view name) { return store.actors_named(name).at(0); };
  const ActorId hub = id_of(by_degree.back().second);
  ensure(store.events_of(hub, {}).size() == by_degree.back().first, "events of the busiest actor");
  std::size_t rows = 0;
  print("timeline of the busiest actor, 90 days, ids",
        median_ms(21, 10, [&] { rows = store.events_of(hub, w90).size(); }), "ms",
        std::to_string(rows) + " rows");
  print("the same, entries with the other actor",
        median_ms(21, 10,
                  [&] {
                    rows = 0;
                    store.scan_events_of(hub, w90, false, [&](const IndexEntry&) { ++rows; });
                  }),
        "ms", std::to_string(rows) + " rows");
  std::vector<ActorId> middling;
  for (std::size_t i = 0; i < 100; ++i)
    middling.push_back(id_of(by_degree[by_degree.size() / 2 - 50 + i].second));
  print("timeline of a middling actor, all time",
        median_ms(21, 1,
                  [&] {
                    rows = 0;
                    for (const auto id : middling) rows += store.events_of(id, {}).size();
                  }) /
            100,
        "ms", std::to_string(rows) + " rows of 100 actors");

  const auto top = std::max_element(plain.pairs.begin(), plain.pairs.end(), [](auto& a, auto& b) {
    return std::pair(a.first.first != a.first.second, a.second) <
           std::pair(b.first.first != b.first.second, b.second);
  });
  const ActorId a = id_of(top->first.first), b = id_of(top->first.second);
  std::vector<EventId> between;
  print("pair timeline, busiest pair",
        median_ms(21, 3, [&] { between = store.events_between(a, b, {}); }), "ms",
        std::to_string(between.size()) + " rows");
  ensure(between.size() == top->second, "events of the busiest pair");
  const std::span<const EventId> some(between.data(), std::min<std::size_t>(1000, between.size()));
  print(
      "records of events",
      median_ms(11, 1, [&] { (void)store.events(some); }) / static_cast<double>(some.size()) * 1e3,
      "us each", std::to_string(some.size()) + " of the busiest pair");
}

/// Articles of ten mentions each, in one batch each, as ingest writes them.
void measure_live(const std::string& folder) {
  Store store = Store::open(folder, OpenMode::create);
  std::vector<Facts> articles;
  for (int i = 0; i < 2000; ++i) {
    Facts facts;
    facts.article.text = "Text " + std::to_string(i) + std::string(500, 'x');
    facts.article.id = ArticleId{hash_of({facts.article.text})};
    facts.article.path = std::to_string(i);
    for (int j = 0; j < 10; ++j) {
      Actor actor{.kind = ActorKind::person,
                  .name = "Actor " + std::to_string((i * 7 + j * 13) % 500)};
      actor.id = actor_id(actor.kind, actor.name);
      facts.actors.push_back(actor);
      Mention mention{.article = facts.article.id, .type = "CONSULT", .cameo = "042"};
      mention.trigger = {static_cast<std::uint32_t>(j), static_cast<std::uint32_t>(j + 1)};
      mention.participants = {{.actor = actor.id}};
      mention.date = day_date(*parse_day("2018-01-01") + date::days{i % 300});
      mention.id = mention_id(mention);
      facts.mentions.push_back(mention);
    }
    articles.push_back(std::move(facts));
  }
  const double cpu = cpu_ms();
  for (const auto& facts : articles) store.add(facts);
  store.sync();
  print("live ingest, log on, one batch an article", 20000 / (cpu_ms() - cpu) * 1e3, "mentions/s",
        "2,000 articles of 10 mentions");
  Graph graph;
  std::map<ActorId, Actor> actors;
  for (const auto& facts : articles) {
    for (const auto& actor : facts.actors) actors.emplace(actor.id, actor);
    for (const auto& mention : facts.mentions) {
      graph.events.push_back({.id = EventId{mention.id.value},
                              .type = mention.type,
                              .cameo = mention.cameo,
                              .participants = mention.participants,
                              .date = mention.date,
                              .mentions = {mention.id}});
    }
  }
  for (const auto& [id, actor] : actors) graph.actors.push_back(actor);
  std::sort(graph.events.begin(), graph.events.end(), [](auto& a, auto& b) { return a.id < b.id; });
  const double first = cpu_ms();
  store.set_graph(graph);
  print("linked graph of 20,000 events, first time", cpu_ms() - first, "ms");
  graph.events.erase(graph.events.begin() + 5000, graph.events.begin() + 5010);
  const double second = cpu_ms();
  store.set_graph(graph);
  print("the same with ten events less", cpu_ms() - second, "ms");
  ensure(store.events_in({}).size() == graph.events.size(), "events after a change of the graph");
}

/// What a new process pays to open a database and answer one question.
int answer(const std::string& folder, std::string_view a, std::string_view b) {
  const Store store = Store::open(folder, OpenMode::read);
  const auto ids =
      store.events_between(store.actors_named(a).at(0), store.actors_named(b).at(0), {});
  std::printf("%zu %.1f\n", ids.size(), cpu_ms());
  std::fflush(stdout);
  return 0;
}

void measure_open(const std::string& program, const std::string& folder, const Plain& plain) {
  const auto top = std::max_element(plain.pairs.begin(), plain.pairs.end(),
                                    [](auto& a, auto& b) { return a.second < b.second; });
  const std::string command = program + " --answer '" + folder + "' '" +
                              std::string(top->first.first) + "' '" +
                              std::string(top->first.second) + "'";
  std::vector<double> walls, cpus;
  for (int i = 0; i < 15; ++i) {
    const double begin = wall_ms();
    std::FILE* pipe = ::popen(command.c_str(), "r");
    double cpu = 0;
    std::size_t rows = 0;
    if (pipe == nullptr || std::fscanf(pipe, "%zu %lf", &rows, &cpu) != 2) ensure(false, command);
    ::pclose(pipe);
    walls.push_back(wall_ms() - begin);
    cpus.push_back(cpu);
  }
  std::sort(walls.begin(), walls.end());
  std::sort(cpus.begin(), cpus.end());
  print("open and answer, whole process, CPU", cpus[cpus.size() / 2], "ms");
  print("open and answer, whole process, least wall", walls.front(), "ms",
        "with the shell that starts it");
}

int run(int argc, char** argv) {
  if (argc == 5 && std::string(argv[1]) == "--answer") return answer(argv[2], argv[3], argv[4]);
  if (argc != 3) {
    std::cerr << "usage: store_bench TABLE.tsv FOLDER\n";
    return 2;
  }
  const std::string table = argv[1], folder = argv[2];
  const std::string text = read_file(table);
  const Plain plain(text);
  {
    Store store = Store::open(folder, OpenMode::create);
    measure_import(store, table, text, plain.events);
  }
  measure_windows(Store::open(folder, OpenMode::read), plain);
  measure_open(argv[0], folder, plain);
  measure_live(folder + "-live");
  return 0;
}

}  // namespace
}  // namespace annals

int main(int argc, char** argv) { return annals::run(argc, argv); }
