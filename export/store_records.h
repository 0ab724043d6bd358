#pragma once

#include <cstdio>
#include <memory>
#include <utility>
#include <vector>

#include "export/projection.h"
#include "graph/store.h"

namespace annals {

/// The records of a whole store, read as they are needed: a file of two million events is written
/// in the memory of a few bytes an event. Tellings wait in a temporary file, which goes away with
/// this value.
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

  const Store& store_;
  std::vector<EventId> events_;  ///< sorted
  /// Where each mention's telling stands in the temporary file; sorted by mention.
  std::vector<std::pair<MentionId, std::uint64_t>> places_;
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
  std::uint64_t written_ = 0;
};

}  // namespace annals
