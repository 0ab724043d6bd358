// The questions of the table of figures under Google Benchmark, for comparing two builds:
//
//   ANNALS_TABLE=events.tsv.gz store_benchmark [--benchmark_filter=hops]

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "tests/bench/queries.h"
#include "tests/support/temp_folder.h"

int main(int argc, char** argv) {
  using namespace annals;
  using namespace annals::bench;
  const char* file = std::getenv("ANNALS_TABLE");
  if (file == nullptr) {
    std::cerr << "ANNALS_TABLE names a table: date, source, CAMEO code, target; tabs; by date\n";
    return 2;
  }
  benchmark::Initialize(&argc, argv);
  const TempFolder temp;
  const PlainTable table(read_table(file));
  import_table(temp / "db", file, table.text());
  const Store store = Store::open(temp / "db", OpenMode::read);
  const auto all = queries(store, table);
  for (const auto& query : all) {
    if (query.ask() != query.right) {
      std::cerr << "wrong answer: " << query.name << '\n';
      return 1;
    }
    benchmark::RegisterBenchmark(query.name.c_str(), [&query](benchmark::State& state) {
      for (auto ignored : state) benchmark::DoNotOptimize(query.ask());
      state.SetItemsProcessed(state.iterations() * query.questions);
    })->Unit(benchmark::kMicrosecond);
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
