#pragma once

#include <filesystem>

#include "graph/store.h"

namespace annals {

/// The database of a program that runs for long, such as the prompt: opened for reading, and opened
/// anew when an ingest has added to it. Not for several threads.
class LiveStore {
 public:
  /// Throws as Store::open().
  explicit LiveStore(std::filesystem::path folder);

  /// The store as it was committed last. The reference holds until the next call. While a writer
  /// rearranges its files, the store as it was before is given. Throws Error(missing) when the
  /// database has been removed.
  const Store& now();
  /// The store that now() gave last.
  [[nodiscard]] const Store& last() const { return store_; }

 private:
  std::filesystem::path folder_;
  std::filesystem::file_time_type changed_;
  Store store_;
};

}  // namespace annals
