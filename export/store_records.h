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
/// Without tellings, events come with id, type, date, status, participants and sayers only.
///
/// The store must outlive it and must not change meanwhile. For one thread.
class StoreRecords {
 public:
  /// Reads every article once. Throws Error(input) when no temporary file can be written.
  explicit StoreRecords(const Store& store);
  StoreRecords(const StoreRecords&) = delete;
  StoreRecords& operator=(const StoreRecords&) = delete;

  /// Refers to this value.
  [[nodiscard]] RecordSource records();

 private:
  void spool(const Facts& facts);
  [[nodiscard]] Telling telling_of(const Event& event);
  void read_events(const std::function<void(const RecordSource::Told&)>& see);

  const Store& store_;
  std::vector<EventId> events_;  ///< sorted
  /// Where each mention's telling stands in the temporary file; sorted by mention.
  std::vector<std::pair<MentionId, std::uint64_t>> places_;
  TemporaryFile file_;
  std::uint64_t written_ = 0;
  EventSpool spool_;
};

}  // namespace annals
