#pragma once

#include <filesystem>
#include <memory>

#include "graph/kv.h"
#include "graph/open_mode.h"

namespace annals {

/// A Kv on RocksDB in `folder`.
///
/// Throws Error(missing) when the folder holds no database or another process writes it (the
/// message names that process), and Error(store) when it is damaged or unreadable. Opened for
/// reading, it takes no lock, writes nothing and never changes; write(), ingest() and compact()
/// throw then.
[[nodiscard]] std::unique_ptr<Kv> open_rocks_kv(const std::filesystem::path& folder, OpenMode mode);

}  // namespace annals
