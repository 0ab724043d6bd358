#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/ids.h"
#include "graph/index_entry.h"
#include "graph/kv.h"

namespace annals {

/// Small numbers for the kinds of events, in the order of their first appearance. Never taken back.
class KindTable {
 public:
  static KindTable load(const Kv& kv);

  /// The number of a kind; a new one is entered in the table and in `batch`.
  std::uint32_t number(std::string_view type, std::string_view cameo, KvBatch& batch);
  /// Throws Error(store) for a number that was not given.
  [[nodiscard]] const EventKind& kind(std::uint32_t number) const;
  [[nodiscard]] std::optional<std::uint32_t> type_number(std::string_view type) const;
  [[nodiscard]] std::size_t size() const { return kinds_.size(); }

 private:
  void enter(std::string_view type, std::string_view cameo);

  std::vector<EventKind> kinds_;
  std::map<std::string, std::uint32_t, std::less<>> types_;
  std::map<std::string, std::uint32_t, std::less<>> numbers_;  ///< by type, zero byte, code
};

/// Small numbers for actors, which lists of events hold instead of ids of eight bytes. Never taken
/// back, so an actor that goes and comes again has the number it had.
[[nodiscard]] std::optional<std::uint32_t> actor_number(const Kv& kv, ActorId id);
/// Throws Error(store) for a number that was not given.
[[nodiscard]] ActorId actor_numbered(const Kv& kv, std::uint32_t number);

/// The ids of all numbers that were given.
[[nodiscard]] std::vector<ActorId> numbered_actors(const Kv& kv);

/// The same for many numbers: each piece of the table is read once. Must not outlive the Kv.
class NumberedActors {
 public:
  explicit NumberedActors(const Kv& kv) : kv_(kv) {}

  /// Throws Error(store) for a number that was not given.
  [[nodiscard]] ActorId at(std::uint32_t number);

 private:
  const Kv& kv_;
  std::unordered_map<std::uint32_t, std::string> chunks_;
};

/// Gives numbers to actors that have none.
class ActorNumbers {
 public:
  /// `next` is the number of the next new actor.
  ActorNumbers(const Kv& kv, std::uint32_t next) : kv_(kv), next_(next), first_new_(next) {}

  std::uint32_t number(ActorId id);
  [[nodiscard]] std::uint32_t next() const { return next_; }
  /// The actors that got a number here, in the order of their numbers.
  [[nodiscard]] std::span<const ActorId> added() const { return added_; }
  /// Enters the new numbers in both directions.
  void write(KvBatch& batch) const;
  /// The same as rows of a run of Family::index, in no order; what stands there already is read and
  /// kept.
  void write(SortedRun& run) const;

 private:
  const Kv& kv_;
  std::uint32_t next_;
  std::uint32_t first_new_;
  std::vector<ActorId> added_;
  std::unordered_map<std::uint64_t, std::uint32_t> known_;
};

}  // namespace annals
