#include "graph/kv_rocks.h"

#include <array>
#include <set>

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/sst_file_reader.h>
#include <rocksdb/sst_file_writer.h>

#include "graph/error.h"
#include "graph/kv_rocks_options.h"

namespace annals {
namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, family_count> family_names = {"default", "articles", "records",
                                                                "index"};
constexpr std::size_t cache_bytes = 64U << 20U;
constexpr std::uint64_t worth_flushing = 256U << 10U;

/// RocksDB insists on an address, even of no bytes.
rocksdb::Slice slice_of(std::string_view bytes) {
  return {bytes.data() == nullptr ? "" : bytes.data(), bytes.size()};
}
std::string_view view_of(const rocksdb::Slice& slice) { return {slice.data(), slice.size()}; }

struct RocksSnapshot : KvSnapshot {
  explicit RocksSnapshot(rocksdb::DB* db_of) : db(db_of), at(db_of->GetSnapshot()) {}
  ~RocksSnapshot() override { db->ReleaseSnapshot(at); }
  rocksdb::DB* db;
  const rocksdb::Snapshot* at;
};

rocksdb::ReadOptions read_options(const KvSnapshot* at) {
  rocksdb::ReadOptions options;
  if (at != nullptr) options.snapshot = static_cast<const RocksSnapshot*>(at)->at;
  return options;
}

class RocksKv : public Kv {
 public:
  RocksKv(fs::path folder, OpenMode mode) : folder_(std::move(folder)), mode_(mode) {
    const auto cache = rocksdb::NewLRUCache(cache_bytes, 4);
    std::vector<rocksdb::ColumnFamilyDescriptor> families;
    for (std::size_t i = 0; i < family_count; ++i) {
      families.emplace_back(family_names.at(i), family_options(static_cast<Family>(i), cache));
    }
    rocksdb::DB* db = nullptr;
    const auto options = database_options(mode);
    if (mode == OpenMode::read) {
      rocksdb::Status status;
      // A writer may remove a file between our reading its name and opening it; the next list has
      // the new name.
      for (int attempt = 0; attempt < 20 && db == nullptr; ++attempt) {
        status = rocksdb::DB::OpenForReadOnly(options, folder_.string(), families, &handles_, &db);
        if (status.IsCorruption()) break;
      }
      ensure(status, folder_, "open");
    } else {
      ensure(rocksdb::DB::Open(options, folder_.string(), families, &handles_, &db), folder_,
             "open");
    }
    db_.reset(db);
    if (mode != OpenMode::read) remove_unfinished_loads();
  }

  RocksKv(const RocksKv&) = delete;
  RocksKv& operator=(const RocksKv&) = delete;

  ~RocksKv() override {
    if (mode_ != OpenMode::read) flush_if_worth_it();
    for (auto* handle : handles_) db_->DestroyColumnFamilyHandle(handle);
  }

  std::optional<std::string> get(Family family, std::string_view key,
                                 const KvSnapshot* at) const override {
    std::string value;
    const auto status = db_->Get(read_options(at), handle(family), slice_of(key), &value);
    if (status.IsNotFound()) return std::nullopt;
    ensure(status, folder_, "read");
    return value;
  }

  std::vector<std::optional<std::string>> multi_get(Family family,
                                                    std::span<const std::string> keys,
                                                    const KvSnapshot* at) const override {
    std::vector<rocksdb::Slice> slices(keys.begin(), keys.end());
    std::vector<rocksdb::PinnableSlice> found(keys.size());
    std::vector<rocksdb::Status> statuses(keys.size());
    db_->MultiGet(read_options(at), handle(family), keys.size(), slices.data(), found.data(),
                  statuses.data());
    std::vector<std::optional<std::string>> values(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (statuses[i].IsNotFound()) continue;
      ensure(statuses[i], folder_, "read");
      values[i] = found[i].ToString();
    }
    return values;
  }

  void scan(Family family, std::string_view from, std::string_view to, const KvVisitor& see,
            const ScanOptions& options, const KvSnapshot* at) const override {
    if (!to.empty() && to <= from) return;
    auto reading = read_options(at);
    const rocksdb::Slice lower = slice_of(from), upper = slice_of(to);
    reading.iterate_lower_bound = &lower;
    if (!to.empty()) reading.iterate_upper_bound = &upper;
    const std::unique_ptr<rocksdb::Iterator> it(db_->NewIterator(reading, handle(family)));
    if (!options.reverse) {
      it->Seek(lower);
    } else {
      it->SeekToLast();
    }
    for (std::size_t seen = 0; seen < options.limit && it->Valid(); ++seen) {
      if (!see(view_of(it->key()), view_of(it->value()))) return;
      if (options.reverse) {
        it->Prev();
      } else {
        it->Next();
      }
    }
    ensure(it->status(), folder_, "read");
  }

  void walk(Family family, std::string_view from, std::string_view to, const KvWalker& see,
            const KvSnapshot* at) const override {
    auto reading = read_options(at);
    const rocksdb::Slice upper = slice_of(to);
    if (!to.empty()) reading.iterate_upper_bound = &upper;
    const std::unique_ptr<rocksdb::Iterator> it(db_->NewIterator(reading, handle(family)));
    std::string target;
    for (it->Seek(slice_of(from)); it->Valid();) {
      const Step step = see(view_of(it->key()), view_of(it->value()), target);
      if (step == Step::stop) return;
      if (step == Step::next) {
        it->Next();
      } else {
        it->Seek(target);
      }
    }
    ensure(it->status(), folder_, "read");
  }

  std::unique_ptr<KvSnapshot> snapshot() const override {
    return std::make_unique<RocksSnapshot>(db_.get());
  }

  void write(const KvBatch& batch, Durability durability) override {
    rocksdb::WriteBatch changes;
    for (const auto& change : batch.changes()) {
      auto* family = handle(change.family);
      const auto status = change.action == KvBatch::Action::put
                              ? changes.Put(family, change.key, change.value)
                          : change.action == KvBatch::Action::erase
                              ? changes.Delete(family, change.key)
                              : changes.Merge(family, change.key, change.value);
      ensure(status, folder_, "write");
    }
    rocksdb::WriteOptions options;
    options.sync = durability == Durability::synced;
    ensure(db_->Write(options, &changes), folder_, "write");
  }

  void ingest(std::span<const SortedRun> runs) override;

  void sync() override {
    if (mode_ != OpenMode::read) ensure(db_->SyncWAL(), folder_, "write");
  }

  std::uint64_t bytes() const override {
    std::uint64_t sum = 0;
    std::error_code ignored;
    for (const auto& file : fs::directory_iterator(folder_, ignored)) {
      const auto size = file.file_size(ignored);
      if (!ignored) sum += size;
    }
    return sum;
  }

  std::vector<std::string> verify() const override;
  void backup(const fs::path& folder) const override;

  void compact(Family family) override {
    rocksdb::CompactRangeOptions options;
    options.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForceOptimized;
    ensure(db_->CompactRange(options, handle(family), nullptr, nullptr), folder_, "compact");
  }

 private:
  rocksdb::ColumnFamilyHandle* handle(Family family) const {
    return handles_.at(static_cast<std::size_t>(family));
  }

  /// A log that is worth replaying costs every later open; a short one is cheaper than a file for
  /// each family.
  void flush_if_worth_it() {
    std::uint64_t size = 0;
    db_->GetAggregatedIntProperty(rocksdb::DB::Properties::kCurSizeAllMemTables, &size);
    if (size > worth_flushing) db_->Flush(rocksdb::FlushOptions{}, handles_);
  }

  void copy_into(const fs::path& folder, const RocksSnapshot& now) const;

  /// Files of a bulk load that was killed before the engine took them in.
  void remove_unfinished_loads() const {
    std::error_code ignored;
    for (const auto* name : family_names) fs::remove(load_file(name), ignored);
  }
  [[nodiscard]] fs::path load_file(const std::string& family) const {
    return folder_ / ("load-" + family + ".sst");
  }

  fs::path folder_;
  OpenMode mode_;
  std::unique_ptr<rocksdb::DB> db_;
  std::vector<rocksdb::ColumnFamilyHandle*> handles_;
};

void RocksKv::ingest(std::span<const SortedRun> runs) {
  std::vector<rocksdb::IngestExternalFileArg> args;
  for (const auto& run : runs) {
    if (run.rows.empty()) continue;
    const auto name = load_file(family_names.at(static_cast<std::size_t>(run.family)));
    const rocksdb::Options options({}, family_options(run.family, nullptr));
    rocksdb::SstFileWriter file(rocksdb::EnvOptions(), options, handle(run.family));
    ensure(file.Open(name.string()), folder_, "load");
    for (const auto& [key, value] : run.rows) {
      ensure(value ? file.Put(key, *value) : file.Delete(key), folder_, "load");
    }
    ensure(file.Finish(), folder_, "load");
    auto& arg = args.emplace_back();
    arg.column_family = handle(run.family);
    arg.external_files = {name.string()};
    arg.options.move_files = true;
  }
  if (!args.empty()) ensure(db_->IngestExternalFiles(args), folder_, "load");
}

std::vector<std::string> RocksKv::verify() const {
  const auto live_files = [this] {
    std::vector<rocksdb::LiveFileMetaData> files;
    db_->GetLiveFilesMetaData(&files);
    std::set<std::string> names;
    for (const auto& file : files) names.insert(file.name);
    return names;
  };
  std::vector<std::string> troubles;
  const rocksdb::Options options({}, family_options(Family::index, nullptr));
  for (const auto& name : live_files()) {
    const auto path = (folder_ / fs::path(name).relative_path()).string();
    rocksdb::SstFileReader reader(options);
    auto status = reader.Open(path);
    if (status.ok()) status = reader.VerifyChecksum();
    // A compaction may have put other files in its place meanwhile; RocksDB checks what it reads.
    if (!status.ok() && live_files().contains(name)) {
      troubles.push_back(path + ": " + status.ToString());
    }
  }
  return troubles;
}

void RocksKv::backup(const fs::path& folder) const {
  const RocksSnapshot now(db_.get());
  // Under another name until it is whole, so that a copy that was cut off is not taken for one.
  const fs::path unfinished = folder.string() + ".unfinished";
  std::error_code error;
  fs::remove_all(unfinished, error);
  if (!error) fs::create_directories(unfinished, error);
  if (!error) copy_into(unfinished, now);
  if (!error) fs::rename(unfinished, folder, error);
  if (error) {
    throw Error(ErrorKind::store, folder.string() + ": cannot be written: " + error.message() +
                                      "; name a folder on a disk with room that you may write to");
  }
}

void RocksKv::copy_into(const fs::path& folder, const RocksSnapshot& now) const {
  RocksKv copy(folder, OpenMode::create);
  for (std::size_t i = 0; i < family_count; ++i) {
    const auto family = static_cast<Family>(i);
    SortedRun run{.family = family};
    std::size_t size = 0;
    scan(
        family, {}, {},
        [&](std::string_view key, std::string_view value) {
          run.rows.emplace_back(key, value);
          size += key.size() + value.size();
          if (size > rocks_log_bytes) {
            copy.ingest({&run, 1});
            run.rows.clear();
            size = 0;
          }
          return true;
        },
        {}, &now);
    copy.ingest({&run, 1});
  }
}

/// True for the names that RocksDB gives its own files, so that a database whose making was cut off
/// can be made again, and a folder of other things is left alone.
bool is_ours(const std::string& name) {
  return name == "LOCK" || name == "IDENTITY" || name.starts_with("LOG") ||
         name.starts_with("MANIFEST-") || name.starts_with("OPTIONS-") || name.ends_with(".log") ||
         name.ends_with(".dbtmp") || name.ends_with(".sst");
}

}  // namespace

std::unique_ptr<Kv> open_rocks_kv(const fs::path& folder, OpenMode mode) {
  const std::string where = folder.string();
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_directory(folder, error)) {
    throw Error(ErrorKind::missing, where + ": is a file; a database is a folder");
  }
  const bool there = fs::exists(folder / "CURRENT", error);
  if (error) throw Error(ErrorKind::store, where + ": cannot open: " + error.message());
  if (!there && mode != OpenMode::create) {
    throw Error(
        ErrorKind::missing,
        where + ": no database here; make one with `annals ingest`, or name another with --db");
  }
  if (!there && fs::exists(folder, error)) {
    for (const auto& file : fs::directory_iterator(folder, error)) {
      if (!is_ours(file.path().filename().string())) {
        throw Error(ErrorKind::missing, where + ": holds other files (" +
                                            file.path().filename().string() +
                                            ") and no database; name an empty or new folder");
      }
    }
  }
  if (!there) fs::create_directories(folder, error);
  if (error)
    throw Error(ErrorKind::store, where + ": cannot make the database: " + error.message());
  return std::make_unique<RocksKv>(folder, mode);
}

}  // namespace annals
