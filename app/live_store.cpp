#include "app/live_store.h"

#include <algorithm>
#include <string>

#include "graph/error.h"

namespace annals {
namespace {

/// When the database last changed, as its folder tells; the beginning of time when it is not there.
std::filesystem::file_time_type changed_at(const std::filesystem::path& folder) {
  auto latest = std::filesystem::file_time_type::min();
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const auto name = entry.path().filename().string();
    const bool data =
        name.ends_with(".log") || name.ends_with(".sst") || name.starts_with("MANIFEST");
    if (!data) continue;
    const auto time = entry.last_write_time(error);
    if (!error) latest = std::max(latest, time);
  }
  return latest;
}

}  // namespace

LiveStore::LiveStore(std::filesystem::path folder)
    : folder_(std::move(folder)),
      changed_(changed_at(folder_)),
      store_(Store::open(folder_, OpenMode::read)) {}

const Store& LiveStore::now() {
  const auto changed = changed_at(folder_);
  if (changed == changed_) return store_;
  if (changed == std::filesystem::file_time_type::min()) {
    throw Error(ErrorKind::missing, folder_.string() +
                                        ": the database is no longer there; put it back, or leave "
                                        "and name another with --db");
  }
  try {
    store_ = Store::open(folder_, OpenMode::read);
    changed_ = changed;
  } catch (const Error&) {
    // files come and go under a reader that opens; the next question tries again
  }
  return store_;
}

}  // namespace annals
