#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "graph/kv.h"
#include "graph/open_mode.h"

namespace rocksdb {
class Cache;
class Status;
struct ColumnFamilyOptions;
struct DBOptions;
}  // namespace rocksdb

namespace annals {

/// Bytes of the log that a writer keeps at most: readers replay it when they open.
inline constexpr std::uint64_t rocks_log_bytes = 32U << 20U;

/// Nothing when the status is good; else the one place where RocksDB's statuses become errors of
/// ours: throws Error with the folder, what was being done ("open") and the remedy.
void ensure(const rocksdb::Status& status, const std::filesystem::path& folder, const char* doing);

[[nodiscard]] rocksdb::DBOptions database_options(OpenMode mode);

/// Compression, bloom filters and merging by appending, as the family's use asks for.
[[nodiscard]] rocksdb::ColumnFamilyOptions family_options(
    Family family, const std::shared_ptr<rocksdb::Cache>& cache);

}  // namespace annals
