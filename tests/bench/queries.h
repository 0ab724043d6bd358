#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "graph/store.h"
#include "graph/window_network.h"
#include "tests/bench/cpu_time.h"
#include "tests/bench/plain.h"

namespace annals::bench {

/// One question to the store, with its right answer.
struct Query {
  std::string name;   ///< as tables of results call it: "hops, any type"
  std::string key;    ///< as the peers' results call it: "Q5-any"
  double target = 0;  ///< milliseconds of CPU a question; 0: none was set
  int questions = 1;  ///< that one call of `ask` puts
  std::function<Result()> ask;
  Result right;
};

/// The questions of the table of figures, about a store that holds `table`. Both must outlive them.
[[nodiscard]] std::vector<Query> queries(const Store& store, const PlainTable& table);

/// Takes the table into a new database; the milliseconds of CPU that it took.
double import_table(const std::string& folder, const std::string& file, std::string_view text);

}  // namespace annals::bench
