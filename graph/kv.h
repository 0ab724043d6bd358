#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annals {

/// The families of keys. Each is a sorted map of its own with its own compression; one batch may
/// write to all. Few, because an engine pays for each at every open. `docs/store.md` draws what
/// stands in them.
enum class Family : std::uint8_t { settings, articles, records, index };
inline constexpr std::size_t family_count = 4;

/// Changes that a store makes together or not at all, applied in the order in which they were
/// added.
class KvBatch {
 public:
  enum class Action : std::uint8_t { put, erase, append };
  struct Change {
    Action action;
    Family family;
    std::string key;
    std::string value;
  };

  void put(Family family, std::string key, std::string value) {
    changes_.push_back({Action::put, family, std::move(key), std::move(value)});
  }
  void erase(Family family, std::string key) {
    changes_.push_back({Action::erase, family, std::move(key), {}});
  }
  /// Adds bytes at the end of the value; an absent value counts as empty.
  void append(Family family, std::string key, std::string bytes) {
    changes_.push_back({Action::append, family, std::move(key), std::move(bytes)});
  }
  [[nodiscard]] const std::vector<Change>& changes() const { return changes_; }
  [[nodiscard]] bool empty() const { return changes_.empty(); }

 private:
  std::vector<Change> changes_;
};

/// How far a write has come when write() returns.
enum class Durability : std::uint8_t {
  buffered,  ///< with the operating system: survives the death of the process, not a loss of power
  synced,    ///< on the disk
};

/// Keys in strictly rising order with their new values; nothing erases the key.
struct SortedRun {
  Family family = Family::settings;
  std::vector<std::pair<std::string, std::optional<std::string>>> rows;
};

/// The store as it was at one moment. Must not outlive the Kv that made it.
class KvSnapshot {
 public:
  KvSnapshot() = default;
  KvSnapshot(const KvSnapshot&) = delete;
  KvSnapshot& operator=(const KvSnapshot&) = delete;
  virtual ~KvSnapshot() = default;
};

struct ScanOptions {
  bool reverse = false;
  std::size_t limit = std::numeric_limits<std::size_t>::max();
};

/// Sees one key and its value, which live until it returns; false ends the scan.
using KvVisitor = std::function<bool(std::string_view key, std::string_view value)>;

/// What a walk does after a key: goes on to the next one, ends, or goes to the first one at or
/// behind `target`.
enum class Step : std::uint8_t { next, stop, seek };
/// Sees one key and its value, and writes `target` when it answers Step::seek. Seeks go forward
/// only.
using KvWalker =
    std::function<Step(std::string_view key, std::string_view value, std::string& target)>;

/// A sorted map from bytes to bytes in the order of memcmp: all that the graph asks of a storage
/// engine.
///
/// One thread writes at a time; const functions may be called by several. Without a snapshot each
/// call sees what was written last. Every function throws Error(store) when the engine fails,
/// naming the file where it can.
class Kv {
 public:
  Kv() = default;
  Kv(const Kv&) = delete;
  Kv& operator=(const Kv&) = delete;
  virtual ~Kv() = default;

  [[nodiscard]] virtual std::optional<std::string> get(Family family, std::string_view key,
                                                       const KvSnapshot* at = nullptr) const = 0;
  /// The values in the order of the keys.
  [[nodiscard]] virtual std::vector<std::optional<std::string>> multi_get(
      Family family, std::span<const std::string> keys, const KvSnapshot* at = nullptr) const = 0;
  /// Visits the keys from `from` (included) to `to` (excluded; empty: to the end), the last first
  /// in reverse.
  virtual void scan(Family family, std::string_view from, std::string_view to, const KvVisitor& see,
                    const ScanOptions& options = {}, const KvSnapshot* at = nullptr) const = 0;
  /// Visits keys from `from` (included) to `to` (excluded; empty: to the end), leaving out those
  /// that `see` jumps over. Much cheaper than a scan for each piece.
  virtual void walk(Family family, std::string_view from, std::string_view to, const KvWalker& see,
                    const KvSnapshot* at = nullptr) const = 0;
  [[nodiscard]] virtual std::unique_ptr<KvSnapshot> snapshot() const = 0;

  virtual void write(const KvBatch& batch, Durability durability) = 0;
  /// Takes in all runs or none; a key that is there gets the new value. At most one run a family.
  /// On the disk when it returns.
  virtual void ingest(std::span<const SortedRun> runs) = 0;
  /// Everything written before is on the disk when it returns.
  virtual void sync() = 0;

  /// Bytes on disk (in memory for an engine without one).
  [[nodiscard]] virtual std::uint64_t bytes() const = 0;
  /// Reads everything and compares checksums; one line a trouble, naming the file.
  [[nodiscard]] virtual std::vector<std::string> verify() const = 0;
  /// Writes a consistent copy into `folder`, which must not exist.
  virtual void backup(const std::filesystem::path& folder) const = 0;
  /// Gives back the room of what was replaced in a family, and makes one sorted run of it, which is
  /// read faster than several.
  virtual void compact(Family family) = 0;
  void compact() {
    for (std::size_t i = 0; i < family_count; ++i) compact(static_cast<Family>(i));
  }
};

/// The first key behind every key that starts with `prefix`; empty when there is none.
[[nodiscard]] inline std::string end_of_prefix(std::string_view prefix) {
  std::string end(prefix);
  while (!end.empty() && static_cast<unsigned char>(end.back()) == 0xFF) end.pop_back();
  if (!end.empty()) end.back() = static_cast<char>(static_cast<unsigned char>(end.back()) + 1);
  return end;
}

}  // namespace annals
