// A process of its own for the tests that kill one, starve one or hold a database with one.
//
//   store_writer write DIR FIRST   adds articles from number FIRST on without end, and prints each
//   number when it is in store_writer check DIR COUNT   0 when articles 0 .. COUNT - 1 are there
//   whole, and nothing is wrong store_writer hold DIR          opens for writing, prints "held",
//   and waits for its input to end store_writer fill DIR BYTES    adds articles while no file may
//   grow beyond BYTES; prints how many went in

#include <sys/resource.h>

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
    if (i % 7 == 6) store.set_graph(make_graph(told));
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
    ::setrlimit(RLIMIT_FSIZE, &limit);
    for (; count < 100000; ++count) store.add(numbered_facts(count));
  } catch (const Error& error) {
    std::cerr << error.what() << "\n";
    std::cout << count << std::endl;
    std::_Exit(error.kind() == ErrorKind::store ? 0 : 1);
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
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
  }
  return 2;
}
