#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "export/event_spool.h"
#include "export/projection.h"
#include "graph/store.h"

namespace annals {

/// The records of a whole store, read as they are needed: a file of two million events is written
/// in the memory of a few bytes an event. Tellings wait in a temporary file, and so does what edges
/// are made of, once it has been read; both go away with this value.
///
/// Without tellings and mentions, events come with id, type, date, status, participants and sayers
/// only.
///
/// The store must outlive it and must not change meanwhile. For one thread.
class StoreRecords {
 public:
  /// All of the store. Reads every article once. Throws Error(input) when no temporary file can be
  /// written.
  explicit StoreRecords(const Store& store);
  /// Only these events, in any order, and the actors that they name.
  StoreRecords(const Store& store, std::vector<EventId> events);
  StoreRecords(const StoreRecords&) = delete;
  StoreRecords& operator=(const StoreRecords&) = delete;

  /// Refers to this value.
  [[nodiscard]] RecordSource records();
  /// How many of the events that were read last have no date.
  [[nodiscard]] std::size_t undated() const { return undated_; }

 private:
  void spool(const Facts& facts);
  [[nodiscard]] bool find_telling(MentionId id);
  void take_telling(Telling& telling);
  [[nodiscard]] std::vector<Mention> mentions_of(const Event& event);
  void read_events(const RecordSource::Wanted& wanted,
                   const std::function<void(const RecordSource::Told&)>& see);

  const Store& store_;
  std::vector<EventId> events_;  ///< sorted
  /// Where each mention's telling stands in the temporary file; sorted by mention.
  std::vector<std::pair<MentionId, std::uint64_t>> places_;
  TemporaryFile file_;
  std::uint64_t written_ = 0;
  EventSpool spool_;
  bool active_only_ = false;
  std::size_t undated_ = 0;
};

}  // namespace annals
