#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/keys.h"
#include "graph/store.h"
#include "graph/varint.h"

namespace annals {

/// Reads a note of the store by its key; nothing when there is none.
using NoteReader = std::function<std::optional<std::string>(std::string_view key)>;

inline void encode_posting(std::string& out, std::uint64_t id) { put_number(out, id, 8); }
inline void decode_posting(ByteReader& in, std::uint64_t& id) { id = get_number(in.bytes(8), 8); }

/// Sets of small values by hash, kept as notes: which articles have a sentence, which tellings fall
/// into a block. Hashes that begin alike share a note, so that many small sets do not become as
/// many rows. The notes follow from the sets alone, whatever the order of changes.
///
/// A value has an order, encode_posting() and decode_posting().
template <class Value>
class Postings {
 public:
  /// Notes begin with `table`; hashes share one by their first `bits` bits.
  Postings(char table, int bits, const NoteReader& read)
      : table_(table), shift_(64 - bits), read_(&read) {}

  /// Sorted. Stands until the next change.
  [[nodiscard]] std::vector<Value> find(std::uint64_t hash) {
    const auto [begin, end] = range(hash);
    std::vector<Value> values;
    values.reserve(static_cast<std::size_t>(end - begin));
    for (auto at = begin; at != end; ++at) values.push_back(at->second);
    return values;
  }

  /// At most `most` values before `value`, the nearest ones, and after it.
  [[nodiscard]] std::vector<Value> before(std::uint64_t hash, const Value& value,
                                          std::size_t most) {
    const Bucket& bucket = sorted(hash);
    auto at = std::lower_bound(bucket.rows.begin(), bucket.rows.end(), Row(hash, value));
    std::vector<Value> values;
    while (at != bucket.rows.begin() && values.size() < most && (--at)->first == hash)
      values.push_back(at->second);
    return values;
  }
  [[nodiscard]] std::vector<Value> after(std::uint64_t hash, const Value& value, std::size_t most) {
    const Bucket& bucket = sorted(hash);
    auto at = std::upper_bound(bucket.rows.begin(), bucket.rows.end(), Row(hash, value));
    std::vector<Value> values;
    for (; at != bucket.rows.end() && values.size() < most && at->first == hash; ++at)
      values.push_back(at->second);
    return values;
  }

  /// All values when they are no more than twice `most`; else as many as that before `value` and
  /// from it on.
  [[nodiscard]] std::vector<Value> around(std::uint64_t hash, const Value& value,
                                          std::size_t most) {
    const auto [begin, end] = range(hash);
    auto from = begin, to = end;
    if (end - begin > static_cast<std::ptrdiff_t>(2 * most)) {
      const auto at = std::lower_bound(begin, end, Row(hash, value));
      from = at - std::min(at - begin, static_cast<std::ptrdiff_t>(most));
      to = at + std::min(end - at, static_cast<std::ptrdiff_t>(most));
    }
    std::vector<Value> values;
    for (; from != to; ++from) values.push_back(from->second);
    return values;
  }

  void add(std::uint64_t hash, const Value& value) {
    Bucket& bucket = bucket_of(hash);
    bucket.rows.emplace_back(hash, value);
    bucket.changed = true;
    bucket.sorted = false;
  }

  void remove(std::uint64_t hash, const Value& value) {
    Bucket& bucket = sorted(hash);
    const auto at = std::lower_bound(bucket.rows.begin(), bucket.rows.end(), Row(hash, value));
    if (at == bucket.rows.end() || *at != Row(hash, value)) return;
    bucket.rows.erase(at);
    bucket.changed = true;
  }

  /// Adds the notes that changed.
  void write(std::vector<Note>& notes) {
    for (auto& [number, bucket] : buckets_) {
      if (!bucket.changed) continue;
      sort(bucket);
      std::optional<std::string> bytes;
      if (!bucket.rows.empty()) bytes.emplace();
      for (const auto& [hash, value] : bucket.rows) {
        put_number(*bytes, hash, 8);
        encode_posting(*bytes, value);
      }
      notes.push_back({key_of_bucket(number), std::move(bytes)});
    }
  }

 private:
  using Row = std::pair<std::uint64_t, Value>;
  struct Bucket {
    std::vector<Row> rows;
    bool sorted = true;
    bool changed = false;
  };

  [[nodiscard]] std::string key_of_bucket(std::uint64_t number) const {
    std::string key(1, table_);
    put_number(key, number, 4);
    return key;
  }

  Bucket& bucket_of(std::uint64_t hash) {
    const std::uint64_t number = hash >> static_cast<unsigned>(shift_);
    const auto [at, fresh] = buckets_.try_emplace(number);
    if (fresh) {
      if (const auto bytes = (*read_)(key_of_bucket(number))) load(*bytes, at->second);
    }
    return at->second;
  }

  static void load(std::string_view bytes, Bucket& bucket) {
    ByteReader in(bytes);
    while (!in.at_end()) {
      Row row;
      row.first = get_number(in.bytes(8), 8);
      decode_posting(in, row.second);
      bucket.rows.push_back(std::move(row));
    }
  }

  static void sort(Bucket& bucket) {
    if (!bucket.sorted) std::sort(bucket.rows.begin(), bucket.rows.end());
    bucket.rows.erase(std::unique(bucket.rows.begin(), bucket.rows.end()), bucket.rows.end());
    bucket.sorted = true;
  }

  Bucket& sorted(std::uint64_t hash) {
    Bucket& bucket = bucket_of(hash);
    if (!bucket.sorted) sort(bucket);
    return bucket;
  }

  auto range(std::uint64_t hash) {
    Bucket& bucket = sorted(hash);
    const auto begin =
        std::lower_bound(bucket.rows.begin(), bucket.rows.end(), hash,
                         [](const Row& row, std::uint64_t wanted) { return row.first < wanted; });
    const auto end =
        std::upper_bound(begin, bucket.rows.end(), hash,
                         [](std::uint64_t wanted, const Row& row) { return wanted < row.first; });
    return std::pair(begin, end);
  }

  char table_;
  int shift_;
  const NoteReader* read_;
  std::unordered_map<std::uint64_t, Bucket> buckets_;
};

}  // namespace annals
