#include "export/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>
#include <system_error>

#include "graph/error.h"

namespace annals {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const std::string& what) {
  throw Error(ErrorKind::input, path.string() + ": " + what);
}

std::string reason(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return "the disk is full; nothing was written";
    case EACCES:
    case EPERM:
    case EROFS:
      return "its folder is not writable";
    case ENOENT:
      return "its folder does not exist";
    default:
      return std::strerror(error);
  }
}

/// Takes the file away again unless it was kept.
class Draft {
 public:
  explicit Draft(fs::path path) : path_(std::move(path)) {}
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    std::error_code ignored;
    if (!kept_) fs::remove_all(path_, ignored);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }
  void keep() { kept_ = true; }

 private:
  fs::path path_;
  bool kept_ = false;
};

fs::path beside(const fs::path& path) {
  auto name = "." + path.filename().string() + "." + std::to_string(::getpid()) + ".part";
  return path.parent_path() / name;
}

/// A full disk shows at the latest here.
void flush_to_disk(const fs::path& draft, const fs::path& shown) {
  const int file = ::open(draft.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(shown, reason(errno));
  const int result = ::fsync(file);
  const int error = errno;
  ::close(file);
  if (result != 0 && error != EINVAL) fail(shown, reason(error));
}

void fill(const fs::path& draft, const fs::path& shown,
          const std::function<void(std::ostream&)>& writer) {
  errno = 0;
  std::ofstream out(draft, std::ios::binary | std::ios::trunc);
  if (!out) fail(shown, reason(errno));
  writer(out);
  errno = 0;
  out.flush();
  if (!out) fail(shown, errno != 0 ? reason(errno) : "cannot be written; is the disk full?");
  out.close();
  flush_to_disk(draft, shown);
}

}  // namespace

void write_file_atomically(const fs::path& path, bool force,
                           const std::function<void(std::ostream&)>& writer) {
  std::error_code ignored;
  const auto status = fs::status(path, ignored);
  if (fs::is_directory(status)) fail(path, "is a folder; name a file");
  if (fs::exists(status) &&
      !fs::is_regular_file(status)) {  // /dev/stdout, a pipe: nothing to rename
    std::ofstream out(path, std::ios::binary);
    writer(out);
    out.flush();
    if (!out) fail(path, errno != 0 ? reason(errno) : "cannot be written");
    return;
  }
  if (fs::exists(status) && !force) fail(path, "exists already; --force replaces it");
  Draft draft(beside(path));
  fill(draft.path(), path, writer);
  std::error_code error;
  fs::rename(draft.path(), path, error);
  if (error) fail(path, reason(error.value()));
  draft.keep();
}

void write_folder_atomically(const fs::path& folder, bool force,
                             const std::function<void(const OpenFile&)>& writer) {
  const fs::path target = folder.filename().empty() ? folder.parent_path() : folder;
  std::error_code error;
  const auto status = fs::status(target, error);
  if (fs::exists(status) && !fs::is_directory(status)) fail(target, "is a file; name a folder");
  const bool empty = fs::exists(status) && fs::is_empty(target, error);
  if (fs::exists(status) && !empty && !force)
    fail(target, "exists already; --force replaces its files");
  Draft draft(beside(target));
  if (!fs::create_directory(draft.path(), error)) fail(target, reason(error.value()));
  std::vector<std::string> names;
  std::ofstream current;
  const auto finish = [&] {
    if (!current.is_open()) return;
    current.close();
    if (!current) fail(target / names.back(), "cannot be written; is the disk full?");
    flush_to_disk(draft.path() / names.back(), target / names.back());
  };
  writer([&](const std::string& name) -> std::ostream& {
    finish();
    names.push_back(name);
    current = std::ofstream(draft.path() / name, std::ios::binary);
    if (!current) fail(target / name, reason(errno));
    return current;
  });
  finish();
  if (!fs::exists(status) || empty) {
    fs::rename(draft.path(), target, error);  // replaces an empty folder
    if (error) fail(target, reason(error.value()));
    draft.keep();
    return;
  }
  for (const auto& name : names) {
    fs::rename(draft.path() / name, target / name, error);
    if (error) fail(target / name, reason(error.value()));
  }
}

}  // namespace annals
