#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <utility>

#include "graph/error.h"
#include "ingest/pages/reader.h"

namespace annals {
namespace {

/// What an archive may grow to before its growth is looked at.
constexpr std::uint64_t free_growth = 32U << 20U;
constexpr int deepest = 3;

struct Magic {
  std::size_t at;
  std::string_view bytes;
};

constexpr std::array<Magic, 9> magics = {{
    {0, "\x1F\x8B"},    // gzip
    {0, "PK\x03\x04"},  // zip
    {0, "PK\x05\x06"},  // an empty zip
    {0, "BZh"},         // bzip2
    {0,
     "\xFD"
     "7zXZ"},                   // xz
    {0, "\x28\xB5\x2F\xFD"},    // zstd
    {0, "7z\xBC\xAF\x27\x1C"},  // 7z
    {257, "ustar"},             // tar
    {0, "\x04\x22\x4D\x18"},    // lz4
}};

struct Free {
  void operator()(archive* a) const { archive_read_free(a); }
};

/// An open archive, read member by member.
class Archive {
 public:
  Archive(ByteStream& bytes, const Reading& reading) : bytes_(bytes), reading_(reading) {
    archive_.reset(archive_read_new());
    for (const auto add : {archive_read_support_filter_gzip, archive_read_support_filter_bzip2,
                           archive_read_support_filter_xz, archive_read_support_filter_zstd,
                           archive_read_support_filter_lz4, archive_read_support_format_tar,
                           archive_read_support_format_zip, archive_read_support_format_7zip,
                           archive_read_support_format_raw}) {
      add(archive_.get());
    }
    // A file with a name can be sought in, which a zip's list of contents at its end needs.
    const int opened =
        reading.file.empty()
            ? archive_read_open(archive_.get(), this, nullptr, &Archive::fill, nullptr)
            : archive_read_open_filename(archive_.get(), reading.file.c_str(), 1U << 16U);
    check(opened);
  }

  /// Goes to the next member; false at the end.
  bool next() {
    const int result = archive_read_next_header(archive_.get(), &entry_);
    if (result == ARCHIVE_EOF) return false;
    check(result);
    return true;
  }

  [[nodiscard]] bool is_file() const { return archive_entry_filetype(entry_) == AE_IFREG; }
  /// A single compressed file, not a collection.
  [[nodiscard]] bool is_raw() const { return archive_format(archive_.get()) == ARCHIVE_FORMAT_RAW; }
  [[nodiscard]] bool is_locked() const { return archive_entry_is_data_encrypted(entry_) != 0; }
  [[nodiscard]] std::string name() const {
    const char* name = archive_entry_pathname_utf8(entry_);
    if (name == nullptr) name = archive_entry_pathname(entry_);
    return name == nullptr ? "" : name;
  }

  std::size_t read(std::span<char> to) {
    const auto got = archive_read_data(archive_.get(), to.data(), to.size());
    if (got < 0) damaged();  // a warning too: the bytes of a member with a wrong checksum
    grown_ += static_cast<std::uint64_t>(got);
    const auto from = static_cast<std::uint64_t>(
        std::max<std::int64_t>(archive_filter_bytes(archive_.get(), -1), 1));
    if (grown_ > free_growth && grown_ / reading_.options.max_growth > from) {
      throw Error(ErrorKind::input,
                  "grows to more than " + std::to_string(reading_.options.max_growth) +
                      " times its size (" + format_size(grown_) + " out of " + format_size(from) +
                      "), as a zip bomb does; unpack it by hand if it is sound");
    }
    return static_cast<std::size_t>(got);
  }

 private:
  static la_ssize_t fill(archive* a, void* self, const void** buffer) {
    auto* const here = static_cast<Archive*>(self);
    try {
      here->piece_ = here->bytes_.take(1U << 16U);
    } catch (const Error& error) {  // an exception must not cross the library
      archive_set_error(a, EIO, "%s", error.what());
      return -1;
    }
    *buffer = here->piece_.data();
    return static_cast<la_ssize_t>(here->piece_.size());
  }

  void check(int result) {
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN) damaged();
  }

  [[noreturn]] void damaged() {
    const char* what = archive_error_string(archive_.get());
    throw Error(ErrorKind::input, std::string("the archive is cut off or damaged (") +
                                      (what == nullptr ? "no reason given" : what) +
                                      "); what came before was read");
  }

  ByteStream& bytes_;
  const Reading& reading_;
  std::unique_ptr<archive, Free> archive_;
  archive_entry* entry_ = nullptr;
  std::string piece_;
  std::uint64_t grown_ = 0;
};

/// "a.jsonl" of "news/a.jsonl.gz".
std::string name_inside(std::string name) {
  for (const std::string_view end : {".gz", ".zst", ".xz", ".bz2", ".lz4"}) {
    if (name.ends_with(end)) return name.substr(0, name.size() - end.size());
  }
  return name;
}

std::string last_part(const std::string& path) { return path.substr(path.rfind('/') + 1); }

bool is_office(const std::string& name) {
  return name == "[Content_Types].xml" || name == "word/document.xml" ||
         name == "META-INF/container.xml" || name == "META-INF/manifest.xml";
}

}  // namespace

bool is_archive(std::string_view start) {
  return std::any_of(magics.begin(), magics.end(), [&](const Magic& magic) {
    return start.size() >= magic.at + magic.bytes.size() &&
           start.substr(magic.at, magic.bytes.size()) == magic.bytes;
  });
}

void read_archive(ByteStream& bytes, const Reading& reading) {
  if (reading.depth >= deepest) {
    throw Error(ErrorKind::input, "archives inside archives inside archives; unpack it first");
  }
  if (bytes.peek(4).starts_with("PK\x05\x06"))
    throw Error(ErrorKind::input, "an archive without files");
  Archive archive(bytes, reading);
  while (archive.next()) {
    const std::string name = archive.name();
    if (is_office(name)) {
      throw Error(
          ErrorKind::input,
          "an Office document or e-book, not an archive of articles; save it as plain text");
    }
    const bool raw = archive.is_raw();
    if (!raw && (!archive.is_file() || !may_hold_articles(name))) continue;
    Reading inner{.where = raw ? reading.where : reading.where + "/" + name,
                  .file_name = raw ? name_inside(reading.file_name) : last_part(name),
                  .options = reading.options,
                  .take = reading.take,
                  .problem = reading.problem,
                  .depth = reading.depth + 1};
    if (archive.is_locked()) {
      inner.report("encrypted; unpack it first");
      continue;
    }
    bool damaged = false;
    ByteStream member([&](std::span<char> to) {
      try {
        return archive.read(to);
      } catch (const Error&) {
        damaged = true;
        throw;
      }
    });
    try {
      read_any(member, inner);
    } catch (const Error& error) {
      inner.report(error.what());
      if (damaged) return;
    }
  }
}

}  // namespace annals
