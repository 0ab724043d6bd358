// What a store does when a process dies, a disk is full, a file is damaged, or somebody else is
// writing.

#include <sys/mount.h>

#include <chrono>
#include <fstream>
#include <random>
#include <set>
#include <thread>

#include <catch2/catch.hpp>

#include "graph/error.h"
#include "graph/keys.h"
#include "graph/kv_map.h"
#include "graph/kv_rocks.h"
#include "graph/store_layout.h"
#include "tests/support/child.h"
#include "tests/support/facts_maker.h"
#include "tests/support/temp_folder.h"

namespace annals {
namespace {

namespace fs = std::filesystem;

std::optional<Error> error_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error;
  }
  return std::nullopt;
}

bool says(const std::optional<Error>& error, const std::string& words) {
  return error && std::string(error->what()).find(words) != std::string::npos;
}

std::vector<fs::path> files(const fs::path& folder, const std::string& extension) {
  std::vector<fs::path> found;
  for (const auto& file : fs::directory_iterator(folder)) {
    if (file.path().extension() == extension) found.push_back(file.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

void flip_byte(const fs::path& file, std::uintmax_t at) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekg(static_cast<std::streamoff>(at));
  const char byte = static_cast<char>(stream.get());
  stream.seekp(static_cast<std::streamoff>(at));
  stream.put(static_cast<char>(byte ^ 0x5A));
}

}  // namespace

TEST_CASE("a killed writer loses nothing that it had told of", "[graph][store][kill]") {
  const TempFolder temp;
  const std::string folder = temp.path() / "db";
  std::mt19937 random(std::random_device{}());
  int told = 0;
  for (int round = 0; round < 30; ++round) {
    Child writer({ANNALS_STORE_WRITER, "write", folder, std::to_string(told)});
    const auto end =
        std::chrono::steady_clock::now() + std::chrono::milliseconds(10 + random() % 90);
    while (std::chrono::steady_clock::now() < end) {
      const std::string line = writer.line();
      REQUIRE_FALSE(line.empty());
      told = std::stoi(line) + 1;
    }
    ::kill(writer.id(), SIGKILL);
    for (std::string line; !(line = writer.line()).empty();) told = std::stoi(line) + 1;
    writer.wait();
    Child checker({ANNALS_STORE_WRITER, "check", folder, std::to_string(told)});
    const std::string stored = checker.line();
    CAPTURE(round, told, stored);
    REQUIRE(checker.wait() == 0);
    told = std::stoi(stored);  // one may be in that the writer had no time to tell of
  }
}

TEST_CASE("a log cut at any byte of its last record gives all before it and no half",
          "[graph][kv]") {
  const TempFolder temp;
  const fs::path folder = temp.path() / "db";
  std::uintmax_t before = 0, after = 0;
  fs::path log;
  {
    const auto kv = open_rocks_kv(folder, OpenMode::create);
    KvBatch first, second;
    for (const Family family :
         {Family::settings, Family::articles, Family::records, Family::index}) {
      first.put(family, "k", "1");
      second.put(family, "k", "2");
    }
    kv->write(first, Durability::synced);
    log = files(folder, ".log").back();
    before = fs::file_size(log);
    kv->write(second, Durability::synced);
    after = fs::file_size(log);
  }
  REQUIRE(after > before);
  const OpenMode mode = GENERATE(OpenMode::read, OpenMode::write);
  for (std::uintmax_t size = before; size <= after; ++size) {
    CAPTURE(before, size, after);
    const fs::path copy = temp.path() / ("cut" + std::to_string(size));
    fs::copy(folder, copy);
    fs::resize_file(copy / log.filename(), size);
    const auto kv = open_rocks_kv(copy, mode);
    for (const Family family :
         {Family::settings, Family::articles, Family::records, Family::index}) {
      REQUIRE(kv->get(family, "k") == (size == after ? "2" : "1"));
    }
  }
}

TEST_CASE("a second writer is told who holds the database, and a reader is let in",
          "[graph][store]") {
  const TempFolder temp;
  const fs::path folder = temp.path() / "db";
  Child holder({ANNALS_STORE_WRITER, "hold", folder});
  REQUIRE(holder.line() == "held");
  const auto error = error_of([&] { (void)Store::open(folder, OpenMode::write); });
  REQUIRE(error);
  CHECK(error->kind() == ErrorKind::missing);
  CHECK(says(error, "process " + std::to_string(holder.id())));
  CHECK(says(error, "store_writer"));
  CHECK(says(error, folder.string()));
  CHECK_FALSE(error_of([&] { (void)Store::open(folder, OpenMode::read); }));
  holder.end_input();
  CHECK(holder.wait() == 0);
  Store store = Store::open(folder, OpenMode::write);
  CHECK(says(error_of([&] { (void)Store::open(folder, OpenMode::write); }), "this process"));
  CHECK(store.add(numbered_facts(1)));  // the attempt has not taken the lock away
  Child second({ANNALS_STORE_WRITER, "hold", folder});
  CHECK(second.line().empty());
  CHECK(second.wait() == 2);
}

TEST_CASE("readers see what was there when they opened, while a writer goes on", "[graph][store]") {
  const TempFolder temp;
  const fs::path folder = temp.path() / "db";
  Child writer({ANNALS_STORE_WRITER, "write", folder, "0"});
  for (int i = 0; i < 20; ++i) {
    const int told = std::stoi(writer.line());
    if (i % 2 != 0) continue;
    const Store a = Store::open(folder, OpenMode::read), b = Store::open(folder, OpenMode::read);
    const Facts facts = numbered_facts(told);
    REQUIRE(a.facts(facts.article.id) == facts);
    const auto articles = a.article_ids().size();
    REQUIRE(b.article_ids().size() >= articles);
    REQUIRE(a.counts().articles == articles);
  }
}

TEST_CASE("a reader leaves no trace and cannot write", "[graph][store]") {
  const TempFolder temp;
  const fs::path folder = temp.path() / "db";
  Store::open(folder, OpenMode::create).add(numbered_facts(1));
  const auto names = [&] {
    std::set<std::string> found;
    for (const auto& file : fs::directory_iterator(folder)) found.insert(file.path().filename());
    return found;
  };
  const auto before = names();
  {
    Store store = Store::open(folder, OpenMode::read);
    CHECK(store.has(numbered_facts(1).article.id));
    CHECK(says(error_of([&] { store.add(numbered_facts(2)); }), "open for reading"));
    CHECK_FALSE(store.has(numbered_facts(2).article.id));
    CHECK(store.counts().articles == 1);
    store.sync();
  }
  CHECK(names() == before);
}

TEST_CASE("when files cannot grow the store says so and keeps what it had", "[graph][store]") {
  const TempFolder temp;
  const fs::path folder = temp.path() / "db";
  Child filler({ANNALS_STORE_WRITER, "fill", folder, "100000"});
  const std::string count = filler.line();
  REQUIRE(filler.wait() == 0);
  REQUIRE(std::stoi(count) > 10);
  Child checker({ANNALS_STORE_WRITER, "check", folder, count});
  checker.line();
  CHECK(checker.wait() == 0);
}

TEST_CASE("on a full disk the store says so and keeps what it had", "[graph][store]") {
  const TempFolder temp;
  const fs::path disk = temp.path() / "disk";
  fs::create_directory(disk);
  if (::mount("annals-test", disk.c_str(), "tmpfs", 0, "size=2m") != 0) {
    WARN("not permitted to mount a small disk; skipped");
    return;
  }
  {
    Child filler({ANNALS_STORE_WRITER, "fill", disk / "db", "0"});
    const std::string count = filler.line();
    CHECK(filler.wait() == 0);
    CHECK(std::stoi("0" + count) > 10);
    CHECK(::mount("annals-test", disk.c_str(), "tmpfs", MS_REMOUNT, "size=64m") == 0);
    Child checker({ANNALS_STORE_WRITER, "check", disk / "db", count});
    checker.line();
    CHECK(checker.wait() == 0);
  }
  CHECK(::umount(disk.c_str()) == 0);
}

TEST_CASE("a database in a folder that one may not write to can be read", "[graph][store]") {
  const TempFolder temp;
  const fs::path folder = temp.path() / "db";
  Store::open(folder, OpenMode::create).add(numbered_facts(0));
  fs::permissions(temp.path(), fs::perms(0555));
  for (const auto& file : fs::directory_iterator(folder)) fs::permissions(file, fs::perms(0444));
  fs::permissions(folder, fs::perms(0555));
  Child reader({ANNALS_STORE_WRITER, "look", folder});
  const std::string said = reader.line();
  const int code = reader.wait();
  fs::permissions(temp.path(), fs::perms(0755));
  fs::permissions(folder, fs::perms(0755));
  CHECK(code == 0);
  CHECK_THAT(said, Catch::Contains(folder.string()) && Catch::Contains("ermission"));
}

TEST_CASE("an import killed at any moment goes on and has every row once", "[graph][store][kill]") {
  const TempFolder temp;
  const std::string folder = temp.path() / "db";
  std::mt19937 random(std::random_device{}());
  constexpr int rows = 40000;
  int rounds = 0;
  for (bool ended = false; !ended && rounds < 60; ++rounds) {
    Child importer({ANNALS_STORE_WRITER, "import", folder, std::to_string(rows)});
    int chunks = static_cast<int>(random() % 8) + rounds;
    while (chunks-- > 0 && !importer.line().empty()) {
    }
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 9000));
    importer.kill();
    if (!fs::exists(fs::path(folder) / "CURRENT")) continue;
    const Store store = Store::open(folder, OpenMode::create);
    const auto troubles = store.check();
    CAPTURE(rounds, troubles);
    REQUIRE(troubles.empty());
    REQUIRE((store.counts().events % 1024 == 0 || store.counts().events == rows));
    ended = store.counts().events > rows / 2;
  }
  CHECK(rounds > 1);
  Child last({ANNALS_STORE_WRITER, "import", folder, std::to_string(rows)});
  std::string line, end;
  while (!(line = last.line()).empty()) end = line;
  CHECK(last.wait() == 0);
  CHECK(end == std::to_string(rows));
}

TEST_CASE("a damaged file is named, and the rest can be read", "[graph][store]") {
  const TempFolder temp;
  const fs::path folder = temp.path() / "db";
  {
    Store store = Store::open(folder, OpenMode::create);
    for (int i = 0; i < 50; ++i) store.add(numbered_facts(i));
    store.put_decision({.id = 7, .json = "{}"});
    store.compact();
  }
  // Articles are by far the largest family here.
  auto tables = files(folder, ".sst");
  const auto largest = *std::max_element(tables.begin(), tables.end(), [](auto& a, auto& b) {
    return fs::file_size(a) < fs::file_size(b);
  });
  flip_byte(largest, 100);
  const Store store = Store::open(folder, OpenMode::read);
  const auto lines = store.check();
  REQUIRE_FALSE(lines.empty());
  CHECK(lines[0].find(largest.filename()) != std::string::npos);
  CHECK(store.decisions().size() == 1);
  const auto error = error_of([&] {
    for (int i = 0; i < 50; ++i) (void)store.facts(numbered_facts(i).article.id);
  });
  REQUIRE(error);
  CHECK(error->kind() == ErrorKind::store);
  CHECK(says(error, "damaged"));
  CHECK(says(error, largest.filename()));
}

TEST_CASE("a database without its list of files says that it is damaged", "[graph][store]") {
  const TempFolder temp;
  const fs::path folder = temp.path() / "db";
  Store::open(folder, OpenMode::create).add(numbered_facts(1));
  const auto mode = GENERATE(OpenMode::read, OpenMode::write);
  for (const auto& file : fs::directory_iterator(folder)) {
    if (file.path().filename().string().starts_with("MANIFEST")) fs::resize_file(file, 10);
  }
  const auto error = error_of([&] { (void)Store::open(folder, mode); });
  REQUIRE(error);
  CHECK(error->kind() == ErrorKind::store);
  CHECK(says(error, folder.string()));
  CHECK(says(error, "backup"));
}

TEST_CASE("a database of a newer layout is refused and left alone", "[graph][store]") {
  const TempFolder temp;
  const fs::path folder = temp.path() / "db";
  Store::open(folder, OpenMode::create).add(numbered_facts(1));
  {
    const auto kv = open_rocks_kv(folder, OpenMode::write);
    KvBatch batch;
    batch.put(Family::settings, key_of(table::setting, "layout"), "99");
    kv->write(batch, Durability::synced);
  }
  const auto mode = GENERATE(OpenMode::read, OpenMode::write, OpenMode::create);
  const auto error = error_of([&] { (void)Store::open(folder, mode); });
  REQUIRE(error);
  CHECK(error->kind() == ErrorKind::missing);
  CHECK(says(error, "newer"));
  CHECK(says(error, "99"));
}

TEST_CASE("an older layout is brought to the newest one step by step", "[graph][store]") {
  const auto kv = make_map_kv();
  put_layout(*kv, 3);
  static int killed = 0;
  const auto write = [](Kv& store, const char* text) {
    KvBatch batch;
    batch.append(Family::settings, "trail", text);
    store.write(batch, Durability::buffered);
  };
  static const auto trail = write;
  const LayoutStep steps[] = {
      {4,
       [](Kv& store) {
         if (++killed == 1) throw Error(ErrorKind::store, "killed");
         trail(store, "four ");
       }},
      {3, [](Kv& store) { trail(store, "three "); }},
  };
  CHECK_THROWS_AS(migrate_layout(*kv, "db", steps, 5), Error);
  CHECK(layout_of(*kv, "db") == 4);
  CHECK(migrate_layout(*kv, "db", steps, 5) == Migration{.from = 4, .to = 5});
  CHECK(kv->get(Family::settings, "trail") == "three four ");
  CHECK(layout_of(*kv, "db") == 5);
  CHECK(migrate_layout(*kv, "db", steps, 5) == Migration{.from = 5, .to = 5});
  CHECK(says(error_of([&] { migrate_layout(*kv, "db", steps, 4); }), "newer"));
  put_layout(*kv, 1);
  CHECK(says(error_of([&] { migrate_layout(*kv, "db", steps, 5); }), "layout 1"));
}

TEST_CASE("a database of an older layout says how it is migrated", "[graph][store]") {
  const TempFolder temp;
  const fs::path folder = temp.path() / "db";
  Store::open(folder, OpenMode::create).add(numbered_facts(1));
  CHECK(Store::migrate(folder) == Migration{.from = store_layout, .to = store_layout});
  put_layout(*open_rocks_kv(folder, OpenMode::write), store_layout - 1);
  const auto error = error_of([&] { (void)Store::open(folder, OpenMode::read); });
  REQUIRE(error);
  CHECK(error->kind() == ErrorKind::missing);
  CHECK(says(error, "annals migrate"));
  CHECK(Store::migrate(folder) == Migration{.from = store_layout - 1, .to = store_layout});
  CHECK(Store::open(folder, OpenMode::read).article_ids().size() == 1);
}

TEST_CASE("a folder that is no database is left alone", "[graph][store]") {
  const TempFolder temp;
  const fs::path folder = temp.path() / "letters";
  fs::create_directory(folder);
  std::ofstream(folder / "dear.txt") << "Dear ...";
  const auto mode = GENERATE(OpenMode::read, OpenMode::write, OpenMode::create);
  const auto error = error_of([&] { (void)Store::open(folder, mode); });
  REQUIRE(error);
  CHECK(error->kind() == ErrorKind::missing);
  CHECK(files(folder, ".txt").size() == 1);
  CHECK(std::distance(fs::directory_iterator(folder), {}) == 1);
  CHECK(error_of([&] { (void)Store::open(folder / "dear.txt", mode); })->kind() ==
        ErrorKind::missing);
}

TEST_CASE("a backup is a database of its own with everything in it", "[graph][store]") {
  const TempFolder temp;
  const fs::path folder = temp.path() / "db", copy = temp.path() / "copy";
  std::vector<Facts> told;
  Store store = Store::open(folder, OpenMode::create);
  for (int i = 0; i < 20; ++i) {
    told.push_back(numbered_facts(i));
    store.add(told.back());
  }
  store.set_graph(make_graph(told));
  store.put_decision({.id = 7, .json = "{}"});
  if (GENERATE(true, false)) {
    store.backup(copy);
  } else {
    Store::open(folder, OpenMode::read).backup(copy);
  }
  store.remove(told[0].article.id);
  const Store other = Store::open(copy, OpenMode::read);
  CHECK(other.graph() == make_graph(told));
  for (const auto& facts : told) CHECK(other.facts(facts.article.id) == facts);
  CHECK(other.decisions().size() == 1);
  CHECK(other.check().empty());
  CHECK(says(error_of([&] { store.backup(copy); }), "exists"));
  // Restoring is a backup of the backup; what a killed one left behind is no database and no
  // hindrance.
  fs::create_directories(temp.path() / "back.unfinished");
  std::ofstream(temp.path() / "back.unfinished" / "000001.sst") << "half";
  other.backup(temp.path() / "back");
  CHECK(Store::open(temp.path() / "back", OpenMode::read).graph() == make_graph(told));
  CHECK_FALSE(fs::exists(temp.path() / "back.unfinished"));
}

}  // namespace annals
