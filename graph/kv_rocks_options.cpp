#include "graph/kv_rocks_options.h"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>

#include <rocksdb/cache.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/merge_operator.h>
#include <rocksdb/options.h>
#include <rocksdb/status.h>
#include <rocksdb/table.h>

#include "graph/error.h"

namespace annals {
namespace {

namespace fs = std::filesystem;

/// Who holds the writer's lock, as far as the system tells.
std::string holder_of(const fs::path& folder) {
  const int file = ::open((folder / "LOCK").c_str(), O_RDWR | O_CLOEXEC);
  if (file < 0) return "another process";
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  const bool known = ::fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK && lock.l_pid > 0;
  ::close(file);
  if (!known) return "another process";
  const std::string pid = std::to_string(lock.l_pid);
  std::ifstream in("/proc/" + pid + "/cmdline", std::ios::binary);
  std::string command{std::istreambuf_iterator<char>(in), {}};
  while (!command.empty() && command.back() == '\0') command.pop_back();
  for (char& c : command) {
    if (c == '\0') c = ' ';
  }
  return "process " + pid + (command.empty() ? "" : " (" + command.substr(0, 80) + ")");
}

/// Appending is RocksDB's merge: the operands one after the other. Told to take them all at once,
/// for a pairwise operator would copy the value again for each.
class Append : public rocksdb::MergeOperator {
 public:
  bool FullMergeV2(const MergeOperationInput& in, MergeOperationOutput* out) const override {
    out->new_value.clear();
    if (in.existing_value != nullptr) out->new_value = in.existing_value->ToString();
    for (const auto& operand : in.operand_list) {
      out->new_value.append(operand.data(), operand.size());
    }
    return true;
  }
  bool PartialMergeMulti(const rocksdb::Slice&, const std::deque<rocksdb::Slice>& operands,
                         std::string* out, rocksdb::Logger*) const override {
    out->clear();
    for (const auto& operand : operands) out->append(operand.data(), operand.size());
    return true;
  }
  const char* Name() const override { return "annals.append"; }
};

/// RocksDB's own log would be a file that grows in the user's folder; what goes wrong comes back as
/// a Status.
class Silence : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char*, va_list) override {}
};

}  // namespace

void ensure(const rocksdb::Status& status, const fs::path& folder, const char* doing) {
  if (status.ok()) return;
  const std::string text = status.ToString();
  const std::string where = folder.string() + ": ";
  if (text.find("lock hold by current process") != std::string::npos) {
    throw Error(ErrorKind::missing,
                where + "this process has the database open for writing already; use that one");
  }
  if (text.find("LOCK") != std::string::npos && text.find("emporarily") != std::string::npos) {
    throw Error(ErrorKind::missing, where + holder_of(folder) +
                                        " is writing this database; wait until it has ended "
                                        "(reading works meanwhile)");
  }
  if (text.find("Column families not opened") != std::string::npos) {
    throw Error(ErrorKind::missing,
                where + "made by a newer Annals than this one; update Annals to open it");
  }
  if (status.IsCorruption()) {
    throw Error(ErrorKind::store, where + "cannot " + doing + ", the database is damaged: " + text +
                                      "; restore a backup, or ingest the articles again into a new "
                                      "database");
  }
  if (status.IsNoSpace() || text.find("No space left") != std::string::npos) {
    throw Error(ErrorKind::store, where + "cannot " + doing +
                                      ", the disk is full; nothing already stored is lost (" +
                                      text + ")");
  }
  if (status.IsNotSupported()) {
    throw Error(ErrorKind::store, where + "cannot " + doing + ": the database is open for reading");
  }
  throw Error(ErrorKind::store, where + "cannot " + doing + ": " + text);
}

rocksdb::DBOptions database_options(OpenMode mode) {
  rocksdb::DBOptions options;
  options.create_if_missing = options.create_missing_column_families = mode == OpenMode::create;
  options.info_log = std::make_shared<Silence>();
  options.max_total_wal_size = rocks_log_bytes;
  options.db_write_buffer_size = 2 * rocks_log_bytes;
  options.max_background_jobs = 2;
  options.max_file_opening_threads = 1;
  options.skip_stats_update_on_db_open = true;
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kPointInTimeRecovery;
  return options;
}

rocksdb::ColumnFamilyOptions family_options(Family family,
                                            const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.format_version = 5;
  table.block_size = family == Family::articles ? 32U << 10U : 8U << 10U;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  rocksdb::ColumnFamilyOptions options;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  const bool dense = family == Family::articles || family == Family::records;
  options.compression = dense ? rocksdb::kZSTD : rocksdb::kLZ4Compression;
  options.merge_operator = std::make_shared<Append>();
  return options;
}

}  // namespace annals
