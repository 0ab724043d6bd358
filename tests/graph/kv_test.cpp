// What every engine behind Kv must do alike.

#include "graph/kv.h"

#include <map>
#include <random>

#include <catch2/catch.hpp>

#include "graph/error.h"
#include "graph/kv_map.h"
#include "graph/kv_rocks.h"
#include "tests/support/temp_folder.h"

namespace annals {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;
constexpr auto family = Family::index;

struct Engine {
  TempFolder temp;
  std::unique_ptr<Kv> kv;

  explicit Engine(bool rocks)
      : kv(rocks ? open_rocks_kv(temp.path() / "kv", OpenMode::create) : make_map_kv()) {}
};

Rows rows(const Kv& kv, std::string_view from, std::string_view to, const ScanOptions& options = {},
          const KvSnapshot* at = nullptr) {
  Rows result;
  kv.scan(
      family, from, to,
      [&](std::string_view key, std::string_view value) {
        result.emplace_back(key, value);
        return true;
      },
      options, at);
  return result;
}

}  // namespace

TEST_CASE("an engine gives back what was put, appended and erased", "[graph][kv]") {
  Engine engine(GENERATE(false, true));
  Kv& kv = *engine.kv;
  const std::string zero("a\0b", 3), high("\xFF\xFE");
  KvBatch batch;
  batch.put(family, "k", "1");
  batch.put(family, zero, "");
  batch.put(family, high, std::string(100000, 'x'));
  batch.append(family, "k", "23");
  batch.append(family, "new", "4");
  batch.put(Family::settings, "k", "other");
  batch.put(family, "gone", "5");
  batch.erase(family, "gone");
  batch.erase(family, "never");
  kv.write(batch, Durability::synced);
  CHECK(kv.get(family, "k") == "123");
  CHECK(kv.get(family, zero) == "");
  CHECK(kv.get(family, high)->size() == 100000);
  CHECK(kv.get(family, "new") == "4");
  CHECK(kv.get(Family::settings, "k") == "other");
  CHECK_FALSE(kv.get(family, "gone"));
  CHECK_FALSE(kv.get(Family::records, "k"));
  const std::vector<std::string> keys = {"new", "none", "k"};
  CHECK(kv.multi_get(family, keys) ==
        std::vector<std::optional<std::string>>{"4", std::nullopt, "123"});
  CHECK(kv.bytes() > 0);
  CHECK(kv.verify().empty());
}

TEST_CASE("an engine scans ranges forwards and backwards", "[graph][kv]") {
  Engine engine(GENERATE(false, true));
  Kv& kv = *engine.kv;
  KvBatch batch;
  for (const char* key : {"a", "b", "ba", "c", "\x80"}) batch.put(family, key, key);
  kv.write(batch, Durability::buffered);
  const auto keys = [&](std::string_view from, std::string_view to, ScanOptions options = {}) {
    std::string found;
    for (auto& [key, value] : rows(kv, from, to, options)) found += key + " ";
    return found;
  };
  CHECK(keys("", "") == "a b ba c \x80 ");
  CHECK(keys("b", "c") == "b ba ");
  CHECK(keys("b", "b").empty());
  CHECK(keys("c", "b").empty());
  CHECK(keys("b", "", {.reverse = true}) == "\x80 c ba b ");
  CHECK(keys("", "c", {.reverse = true, .limit = 2}) == "ba b ");
  CHECK(keys("", "", {.limit = 1}) == "a ");
  int seen = 0;
  kv.scan(family, "", "", [&](auto, auto) { return ++seen < 2; });
  CHECK(seen == 2);
}

TEST_CASE("a walk jumps over what it is told to", "[graph][kv]") {
  Engine engine(GENERATE(false, true));
  KvBatch batch;
  for (const char* key : {"a1", "a2", "b1", "b2", "c1"}) batch.put(family, key, "");
  engine.kv->write(batch, Durability::buffered);
  std::string seen;
  engine.kv->walk(family, "a", "c1", [&](std::string_view key, auto, std::string& target) {
    seen += std::string(key) + " ";
    if (key == "a1") {
      target = "b";
      return Step::seek;
    }
    return Step::next;
  });
  CHECK(seen == "a1 b1 b2 ");
  seen.clear();
  engine.kv->walk(family, "a", "", [&](std::string_view key, auto, std::string& target) {
    seen += std::string(key) + " ";
    target = "zz";
    return key == "b1" ? Step::stop : Step::next;
  });
  CHECK(seen == "a1 a2 b1 ");
}

TEST_CASE("a snapshot stays as it was", "[graph][kv]") {
  Engine engine(GENERATE(false, true));
  Kv& kv = *engine.kv;
  KvBatch before;
  before.put(family, "k", "old");
  kv.write(before, Durability::buffered);
  const auto then = kv.snapshot();
  KvBatch after;
  after.put(family, "k", "new");
  after.put(family, "l", "new");
  kv.write(after, Durability::buffered);
  CHECK(kv.get(family, "k", then.get()) == "old");
  CHECK(kv.get(family, "k") == "new");
  CHECK(rows(kv, "", "", {}, then.get()) == Rows{{"k", "old"}});
  CHECK_FALSE(kv.multi_get(family, std::vector<std::string>{"l"}, then.get())[0]);
}

TEST_CASE("a bulk load adds, replaces and erases in several families at once", "[graph][kv]") {
  Engine engine(GENERATE(false, true));
  Kv& kv = *engine.kv;
  KvBatch batch;
  batch.put(family, "b", "old");
  batch.put(family, "c", "old");
  batch.append(family, "d", "1");
  kv.write(batch, Durability::buffered);
  std::vector<SortedRun> runs(2);
  runs[0].family = family;
  runs[0].rows = {{"a", "1"}, {"b", "new"}, {"c", std::nullopt}};
  runs[1].family = Family::records;
  runs[1].rows = {{"r", "2"}};
  kv.ingest(runs);
  CHECK(rows(kv, "", "") == Rows{{"a", "1"}, {"b", "new"}, {"d", "1"}});
  CHECK(kv.get(Family::records, "r") == "2");
  KvBatch later;
  later.append(family, "b", "er");
  kv.write(later, Durability::buffered);
  kv.compact();
  CHECK(kv.get(family, "b") == "newer");
  runs[0].rows = {{"b", "1"}, {"a", "2"}};
  CHECK_THROWS_AS(kv.ingest(runs), Error);
  CHECK(kv.get(family, "b") == "newer");
}

TEST_CASE("an engine does what std::map does", "[graph][kv]") {
  Engine engine(GENERATE(false, true));
  std::mt19937 random(11);
  std::map<std::string, std::string> model;
  for (int round = 0; round < 60; ++round) {
    KvBatch batch;
    for (int i = 0; i < 20; ++i) {
      std::string key(1 + random() % 3, static_cast<char>(random() % 4 * 85));
      const std::string value = std::to_string(random() % 1000);
      switch (random() % 3) {
        case 0:
          batch.put(family, key, value);
          model[key] = value;
          break;
        case 1:
          batch.append(family, key, value);
          model[key] += value;
          break;
        default:
          batch.erase(family, key);
          model.erase(key);
      }
    }
    engine.kv->write(batch, Durability::buffered);
    if (round % 20 == 19) engine.kv->compact();
    CAPTURE(round);
    REQUIRE(rows(*engine.kv, "", "") == Rows(model.begin(), model.end()));
  }
}

TEST_CASE("the end of a prefix lies behind all keys that begin with it", "[graph][kv]") {
  CHECK(end_of_prefix("ab") == "ac");
  CHECK(end_of_prefix("a\xFF") == "b");
  CHECK(end_of_prefix("\xFF\xFF").empty());
  CHECK(end_of_prefix("").empty());
}

}  // namespace annals
