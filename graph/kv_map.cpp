#include "graph/kv_map.h"

#include <array>
#include <map>

#include "graph/error.h"

namespace annals {
namespace {

using Map = std::map<std::string, std::string, std::less<>>;
using Maps = std::array<Map, family_count>;

struct MapSnapshot : KvSnapshot {
  explicit MapSnapshot(Maps maps_then) : maps(std::move(maps_then)) {}
  Maps maps;
};

class MapKv : public Kv {
 public:
  std::optional<std::string> get(Family family, std::string_view key,
                                 const KvSnapshot* at) const override {
    const Map& map = map_of(family, at);
    const auto found = map.find(key);
    return found == map.end() ? std::nullopt : std::optional(found->second);
  }

  std::vector<std::optional<std::string>> multi_get(Family family,
                                                    std::span<const std::string> keys,
                                                    const KvSnapshot* at) const override {
    std::vector<std::optional<std::string>> values;
    values.reserve(keys.size());
    for (const auto& key : keys) values.push_back(get(family, key, at));
    return values;
  }

  void scan(Family family, std::string_view from, std::string_view to, const KvVisitor& see,
            const ScanOptions& options, const KvSnapshot* at) const override {
    if (!to.empty() && to <= from) return;
    const Map& map = map_of(family, at);
    auto first = map.lower_bound(from);
    auto last = to.empty() ? map.end() : map.lower_bound(to);
    for (std::size_t seen = 0; first != last && seen < options.limit; ++seen) {
      const auto here = options.reverse ? --last : first++;
      if (!see(here->first, here->second)) return;
    }
  }

  void walk(Family family, std::string_view from, std::string_view to, const KvWalker& see,
            const KvSnapshot* at) const override {
    const Map& map = map_of(family, at);
    std::string target;
    for (auto it = map.lower_bound(from); it != map.end() && (to.empty() || it->first < to);) {
      const Step step = see(it->first, it->second, target);
      if (step == Step::stop) return;
      it = step == Step::next ? std::next(it) : map.lower_bound(target);
    }
  }

  std::unique_ptr<KvSnapshot> snapshot() const override {
    return std::make_unique<MapSnapshot>(maps_);
  }

  void write(const KvBatch& batch, Durability) override {
    for (const auto& change : batch.changes()) {
      Map& map = maps_.at(static_cast<std::size_t>(change.family));
      switch (change.action) {
        case KvBatch::Action::put:
          map.insert_or_assign(change.key, change.value);
          break;
        case KvBatch::Action::erase:
          map.erase(change.key);
          break;
        case KvBatch::Action::append:
          map[change.key] += change.value;
          break;
      }
    }
  }

  void ingest(std::span<const SortedRun> runs) override {
    for (const auto& run : runs) {
      for (std::size_t i = 1; i < run.rows.size(); ++i) {
        if (run.rows[i - 1].first >= run.rows[i].first) {
          throw Error(ErrorKind::store, "a bulk load needs its keys in strictly rising order");
        }
      }
    }
    for (const auto& run : runs) {
      Map& map = maps_.at(static_cast<std::size_t>(run.family));
      for (const auto& [key, value] : run.rows) {
        if (value) {
          map.insert_or_assign(key, *value);
        } else {
          map.erase(key);
        }
      }
    }
  }

  void sync() override {}

  std::uint64_t bytes() const override {
    std::uint64_t sum = 0;
    for (const auto& map : maps_) {
      for (const auto& [key, value] : map) sum += key.size() + value.size();
    }
    return sum;
  }

  std::vector<std::string> verify() const override { return {}; }

  void backup(const std::filesystem::path&) const override {
    throw Error(ErrorKind::store, "a database in memory has no files to copy");
  }

  void compact(Family) override {}

 private:
  const Map& map_of(Family family, const KvSnapshot* at) const {
    const Maps& maps = at == nullptr ? maps_ : static_cast<const MapSnapshot*>(at)->maps;
    return maps.at(static_cast<std::size_t>(family));
  }

  Maps maps_;
};

}  // namespace

std::unique_ptr<Kv> make_map_kv() { return std::make_unique<MapKv>(); }

}  // namespace annals
