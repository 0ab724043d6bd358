// A process of its own for the tests that kill one, starve one or hold a database with one.
//
//   store_writer write DIR FIRST   adds articles from number FIRST on without end, and prints each
//   number when it is in store_writer check DIR COUNT   0 when articles 0 .. COUNT - 1 are there
//   whole, and nothing is wrong store_writer hold DIR          opens for writing, prints "held",
//   and waits for its input to end store_writer fill DIR BYTES    adds articles while no file may
//   grow beyond BYTES (0: until the disk is full); prints how many went in store_writer import DIR
//   ROWS    imports a table of so many rows, a thousand at once, and prints how many are in
//   store_writer look DIR          as nobody, reads article 0 and tries to write

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "graph/error.h"
#include "tests/support/facts_maker.h"

namespace annals {
namespace {

int write(const std::string& folder, int first) {
  Store store = Store::open(folder, OpenMode::create);
  std::vector<Facts> told;
  for (int i = 0; i < first; ++i) told.push_back(numbered_facts(i));
  for (int i = first;; ++i) {
    told.push_back(numbered_facts(i));
    store.add(told.back());
    std::printf("%d\n", i);
    std::fflush(stdout);
    if (i % 7 != 6) continue;
    const Graph graph = make_graph(told);
    const std::vector<Note> notes = {{"linked", std::to_string(told.size())}};
    if (i % 2 == 0) {
      store.set_graph(graph, notes);
    } else {
      store.change_graph({.actors = graph.actors,
                          .gone_actors = {},
                          .events = graph.events,
                          .gone_events = {},
                          .became = {},
                          .notes = notes});
    }
  }
}

int check(const std::string& folder, int count) {
  // Opened for writing, so that what the dead process left behind is worked through.
  const Store store = Store::open(folder, OpenMode::create);
  for (int i = 0; i < count; ++i) {
    const Facts facts = numbered_facts(i);
    if (store.facts(facts.article.id) != facts) {
      std::cerr << "article " << i << " of " << count << " is lost\n";
      return 1;
    }
  }
  const auto troubles = store.check();
  for (const auto& line : troubles) std::cerr << line << "\n";
  if (store.counts().articles > static_cast<std::uint64_t>(count) + 1) {
    std::cerr << store.counts().articles << " articles, and " << count << " were told of\n";
    return 1;
  }
  // the graph, its notes and what waits for linking were written together
  const std::size_t linked = std::stoul(store.note("linked").value_or("0"));
  if (store.graph().events.size() != linked ||
      store.unlinked().size() + linked != store.counts().articles) {
    std::cerr << linked << " articles are linked, says a note, and " << store.unlinked().size()
              << " are not\n";
    return 1;
  }
  std::cout << store.counts().articles << "\n";
  return troubles.empty() ? 0 : 1;
}

int hold(const std::string& folder) {
  const Store store = Store::open(folder, OpenMode::create);
  std::cout << "held" << std::endl;
  while (std::cin.get() != EOF) {
  }
  return 0;
}

int fill(const std::string& folder, int bytes) {
  std::signal(SIGXFSZ, SIG_IGN);
  int count = 0;
  try {
    Store store = Store::open(folder, OpenMode::create);
    const rlimit limit{static_cast<rlim_t>(bytes), static_cast<rlim_t>(bytes)};
    if (bytes > 0) ::setrlimit(RLIMIT_FSIZE, &limit);
    for (; count < 100000; ++count) store.add(numbered_facts(count));
  } catch (const Error& error) {
    std::cerr << error.what() << "\n";
    std::cout << count << std::endl;
    std::_Exit(error.kind() == ErrorKind::store ? 0 : 1);
  }
  return 1;
}

int import(const std::string& folder, int rows) {
  Store store = Store::open(folder, OpenMode::create);
  int row = 0;
  std::string source, target;
  const auto next = [&](ImportRow& out) {
    if (row == rows) return false;
    ++row;
    if (row % 1000 == 1) {
      std::printf("%d\n", row - 1);
      std::fflush(stdout);
    }
    source = "Group " + std::to_string(row % 97);
    target = "Group " + std::to_string(row % 89 + 100);
    out.date = day_date(*parse_day("2018-01-01") + date::days{row % 300});
    out.source = source;
    out.target = target;
    out.cameo = "042";
    out.line = static_cast<std::uint64_t>(row);
    return true;
  };
  store.import_events({.id = 7, .name = "table", .next = next, .actor = {}, .rows_at_once = 1000});
  store.sync();
  std::printf("%llu\n", static_cast<unsigned long long>(store.counts().events));
  for (const auto& line : store.check()) std::cerr << line << "\n";
  return store.check().empty() ? 0 : 1;
}

int look(const std::string& folder) {
  if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) return 3;
  const Facts facts = numbered_facts(0);
  if (Store::open(folder, OpenMode::read).facts(facts.article.id) != facts) return 1;
  try {
    Store::open(folder, OpenMode::write).add(numbered_facts(1));
  } catch (const Error& error) {
    std::cout << error.what() << std::endl;
    return 0;
  }
  return 1;
}

}  // namespace
}  // namespace annals

int main(int argc, char** argv) {
  const std::string what = argc > 1 ? argv[1] : "", folder = argc > 2 ? argv[2] : "";
  const int number = argc > 3 ? std::atoi(argv[3]) : 0;
  try {
    if (what == "write") return annals::write(folder, number);
    if (what == "check") return annals::check(folder, number);
    if (what == "hold") return annals::hold(folder);
    if (what == "fill") return annals::fill(folder, number);
    if (what == "import") return annals::import(folder, number);
    if (what == "look") return annals::look(folder);
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
  }
  return 2;
}
