// Measures the store on a table of events and prints the table of figures beside their targets:
//
//   store_figures TABLE.tsv[.gz] FOLDER [--annals PROGRAM] [--tsv FILE] [--history]
//
// FOLDER must not exist. Every answer is compared with a plain reading of the table before it is
// timed. Times are medians of the CPU time of the process, which other work on the machine hardly
// moves. --annals measures whole runs of the program as well, --history the same questions over
// five times the history; --tsv writes key, milliseconds, rows and sum for tests/bench/compare.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>

#include "tests/bench/queries.h"
#include "tests/support/facts_maker.h"

namespace annals::bench {
namespace {

void print(const std::string& what, double value, const std::string& unit, double target,
           bool at_least = false, const std::string& note = {}) {
  char wanted[32] = "";
  if (target > 0) std::snprintf(wanted, sizeof wanted, "%s %.4g", at_least ? ">=" : "<=", target);
  const bool missed = target > 0 && (at_least ? value < target : value > target);
  std::printf("%-44s %11.4g %-11s %-10s %-6s %s\n", what.c_str(), value, unit.c_str(), wanted,
              target <= 0 ? ""
              : missed    ? "MISSED"
                          : "met",
              note.c_str());
  std::fflush(stdout);
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// Median milliseconds of CPU a question: runs until 9 are made and a second has passed, 60 at
/// most.
double time_of(const Query& query) {
  std::vector<double> found;
  const double begin = cpu_ms();
  while (found.size() < 60 && (found.size() < 9 || cpu_ms() - begin < 1000)) {
    const double before = cpu_ms();
    (void)query.ask();
    found.push_back((cpu_ms() - before) / query.questions);
  }
  return median(found);
}

std::vector<double> measure(const Store& store, const PlainTable& table, const std::string& tsv,
                            const std::vector<double>& before) {
  std::ofstream out;
  if (!tsv.empty()) out.open(tsv, std::ios::app);
  std::vector<double> times;
  for (const auto& query : queries(store, table)) {
    const Result result = query.ask();
    if (result != query.right) {
      std::cerr << "wrong answer: " << query.name << ": " << result.rows << " rows, sum "
                << result.sum << "; right: " << query.right.rows << ", " << query.right.sum << '\n';
      std::exit(1);
    }
    times.push_back(time_of(query));
    const std::size_t i = times.size() - 1;
    const std::string rows =
        std::to_string(result.rows) + " rows, sum " + std::to_string(result.sum);
    if (before.empty()) {
      print(query.name, times[i], "ms", query.target, false, rows);
    } else {
      print(query.name, times[i] / before[i], "times",
            query.key.starts_with("Q3-hub") || query.key.starts_with("Q3-med") ||
                    query.key.starts_with("Q4")
                ? 0
                : 1.3,
            false, rows);
    }
    if (out)
      out << query.key << '\t' << times[i] << '\t' << result.rows << '\t' << result.sum << '\n';
  }
  return times;
}

/// Articles of ten mentions each, one batch an article, as ingest writes them.
void measure_live(const std::string& folder) {
  Store store = Store::open(folder, OpenMode::create);
  std::vector<Facts> articles;
  for (int i = 0; i < 4000; ++i) {
    Facts facts;
    facts.article.text = "Text " + std::to_string(i) + ' ' + std::string(500, 'x');
    facts.article.id = ArticleId{hash_of({facts.article.text})};
    facts.article.path = std::to_string(i);
    for (int j = 0; j < 10; ++j) {
      const Actor actor = make_actor("Actor " + std::to_string((i * 7 + j * 13) % 500));
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
  std::vector<double> rates;
  for (std::size_t begin = 0; begin < articles.size(); begin += 800) {
    const double cpu = cpu_ms();
    for (std::size_t i = begin; i < begin + 800; ++i) store.add(articles[i]);
    store.sync();
    rates.push_back(8000 / (cpu_ms() - cpu) * 1e3);
  }
  print("live ingest of mentions, log on", median(rates), "mentions/s", 50000, true,
        "one batch an article of 10, synced every 800");
}

struct Run {
  double cpu = 0, wall = 0, megabytes = 0;
  std::string out;
};

/// Runs a program with `input` on its standard input.
Run run_program(const std::vector<std::string>& command, const std::string& input) {
  int to[2], from[2];
  if (::pipe(to) != 0 || ::pipe(from) != 0) std::exit(1);
  const auto begin = std::chrono::steady_clock::now();
  const int child = ::fork();
  if (child == 0) {
    ::dup2(to[0], 0);
    ::dup2(from[1], 1);
    for (const int end : {to[0], to[1], from[0], from[1]}) ::close(end);
    std::vector<char*> words;
    for (const auto& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    ::execv(words[0], words.data());
    ::_exit(127);
  }
  ::close(to[0]);
  ::close(from[1]);
  if (::write(to[1], input.data(), input.size()) < 0) std::exit(1);
  ::close(to[1]);
  Run run;
  char buffer[4096];
  for (ssize_t got = 0; (got = ::read(from[0], buffer, sizeof buffer)) > 0;)
    run.out.append(buffer, static_cast<std::size_t>(got));
  ::close(from[0]);
  int status = 0;
  rusage used{};
  ::wait4(child, &status, 0, &used);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    std::cerr << command[0] << " failed\n";
    std::exit(1);
  }
  const auto ms = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
  };
  run.cpu = ms(used.ru_utime) + ms(used.ru_stime);
  run.wall =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
  run.megabytes = static_cast<double>(used.ru_maxrss) / 1024;
  return run;
}

void measure_program(const std::string& annals, const std::string& folder, const PlainTable& table,
                     const std::string& self) {
  const std::string a(table.names()[table.top.first]), b(table.names()[table.top.second]);
  const auto several = [&](const std::vector<std::string>& command) {
    std::vector<double> cpu, wall;
    for (int i = 0; i < 15; ++i) {
      const Run run = run_program(command, "");
      cpu.push_back(run.cpu);
      wall.push_back(run.wall);
    }
    return std::pair(median(cpu), *std::min_element(wall.begin(), wall.end()));
  };
  const auto [cpu, wall] = several({self, "--answer", folder, a, b});
  print("open and answer, process, CPU", cpu, "ms", 28, false, "the pair's events by two names");
  print("open and answer, process, least wall", wall, "ms", 40);
  if (annals.empty()) return;
  const std::string question = "how many events between \"" + a + "\" and \"" + b + "\"";
  const auto [asked, waited] = several({annals, "--db", folder, "ask", question});
  print("annals ask, count of a pair, CPU", asked, "ms", 28);
  print("annals ask, count of a pair, least wall", waited, "ms", 40);
  const std::string hub(table.names()[table.hub]);
  const std::string window =
      " from " + format_day(table.w30.first) + " to " + format_day(table.w30.last) + "\n";
  const Run prompt = run_program({annals, "--db", folder, "repl", "--no-history"},
                                 "timeline of \"" + hub + "\"" + window + "top 10 actors" + window +
                                     "path from \"" + a + "\" to \"" + b + "\"" + window);
  print("memory of the prompt", prompt.megabytes, "MB", 150, false,
        "three questions about 30 days; " + std::to_string(prompt.out.size()) + " bytes answered");
}

int answer(const std::string& folder, const std::string& a, const std::string& b) {
  const Store store = Store::open(folder, OpenMode::read);
  std::size_t rows = 0;
  store.scan_events_between(store.actors_named(a).at(0), store.actors_named(b).at(0), {}, false,
                            [&](const IndexEntry&) { ++rows; });
  std::printf("%zu\n", rows);
  return 0;
}

int run(int argc, char** argv) {
  if (argc == 5 && std::string(argv[1]) == "--answer") return answer(argv[2], argv[3], argv[4]);
  std::string annals, tsv;
  bool history = false;
  for (int i = 3; i < argc; ++i) {
    const std::string option = argv[i];
    if (option == "--history") history = true;
    if (option == "--annals" && i + 1 < argc) annals = argv[++i];
    if (option == "--tsv" && i + 1 < argc) tsv = argv[++i];
  }
  if (argc < 3 || argv[1][0] == '-' || argv[2][0] == '-') {
    std::cerr << "usage: store_figures TABLE.tsv[.gz] FOLDER [--annals PROGRAM] [--tsv FILE] "
                 "[--history]\n";
    return 2;
  }
  const std::string file = argv[1], folder = argv[2];
  const PlainTable table(read_table(file));
  const auto count = static_cast<double>(table.events().size());
  const double load = import_table(folder, file, table.text());
  std::vector<double> times;
  {
    const Store store = Store::open(folder, OpenMode::read);
    if (store.counts().events != table.events().size()) {
      std::cerr << "wrong number of imported events\n";
      return 1;
    }
    const double bytes = static_cast<double>(store.counts().bytes) / count;
    print("bulk import", count / load * 1e3, "events/s", 250000, true,
          std::to_string(table.events().size()) + " events");
    print("size on disk", bytes, "B/event", 40);
    if (!tsv.empty()) {
      std::ofstream(tsv) << "Q1-load\t" << load << '\t' << table.events().size() << '\t'
                         << store.counts().bytes << '\n';
    }
    measure_live(folder + "-live");
    times = measure(store, table, tsv, {});
  }
  measure_program(annals, folder, table, argv[0]);
  if (!history) return 0;
  std::printf("\nFive times the history, against once:\n");
  const std::string longer = table.five_times();
  import_table(folder + "-x5", file + " x5", longer);
  const Store store = Store::open(folder + "-x5", OpenMode::read);
  // The same windows and the same actors, so that only the history differs.
  PlainTable asked(longer);
  asked.hub = table.hub;
  asked.middling = table.middling;
  asked.active = table.active;
  asked.top = table.top;
  measure(store, asked, "", times);
  return 0;
}

}  // namespace
}  // namespace annals::bench

int main(int argc, char** argv) { return annals::bench::run(argc, argv); }
