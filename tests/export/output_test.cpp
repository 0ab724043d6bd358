#include "export/output.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "graph/error.h"

namespace annals {
namespace {

namespace fs = std::filesystem;

class TempFolder {
 public:
  TempFolder() {
    std::string name = (fs::temp_directory_path() / "annals-output-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~TempFolder() { fs::remove_all(path_); }
  [[nodiscard]] fs::path operator/(const char* name) const { return path_ / name; }
  [[nodiscard]] std::size_t size() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
  }

 private:
  fs::path path_;
};

std::string content(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string message_of(const std::function<void()>& run) {
  try {
    run();
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

const auto hello = [](std::ostream& out) { out << "hello\n"; };

TEST_CASE("a file is written whole", "[export][output]") {
  const TempFolder folder;
  write_file_atomically(folder / "a.txt", false, hello);
  CHECK(content(folder / "a.txt") == "hello\n");
  CHECK(folder.size() == 1);
}

TEST_CASE("a file that exists is kept unless forced", "[export][output]") {
  const TempFolder folder;
  write_file_atomically(folder / "a.txt", false, [](std::ostream& out) { out << "old"; });
  CHECK(message_of([&] {
          write_file_atomically(folder / "a.txt", false, hello);
        }).ends_with("a.txt: exists already; --force replaces it"));
  CHECK(content(folder / "a.txt") == "old");
  write_file_atomically(folder / "a.txt", true, hello);
  CHECK(content(folder / "a.txt") == "hello\n");
}

TEST_CASE("a writer that fails leaves no half file and keeps the old one", "[export][output]") {
  const TempFolder folder;
  const auto fails = [](std::ostream& out) {
    out << "half";
    throw Error(ErrorKind::query, "no");
  };
  CHECK_THROWS_AS(write_file_atomically(folder / "a.txt", false, fails), Error);
  CHECK(folder.size() == 0);
  write_file_atomically(folder / "a.txt", false, hello);
  CHECK_THROWS_AS(write_file_atomically(folder / "a.txt", true, fails), Error);
  CHECK(content(folder / "a.txt") == "hello\n");
  CHECK(folder.size() == 1);
}

TEST_CASE("an absent folder and a folder in the file's place are named", "[export][output]") {
  const TempFolder folder;
  CHECK(message_of([&] {
          write_file_atomically(folder / "none/a.txt", false, hello);
        }).ends_with("none/a.txt: its folder does not exist"));
  fs::create_directory(folder / "d");
  CHECK(message_of([&] {
          write_file_atomically(folder / "d", true, hello);
        }).ends_with("d: is a folder; name a file"));
}

TEST_CASE("an unwritable folder is named", "[export][output]") {
  if (::geteuid() == 0) return;  // root may write everywhere
  const TempFolder folder;
  fs::create_directory(folder / "d");
  fs::permissions(folder / "d", fs::perms::owner_read | fs::perms::owner_exec);
  CHECK(message_of([&] {
          write_file_atomically(folder / "d/a.txt", false, hello);
        }).ends_with("d/a.txt: its folder is not writable"));
  fs::permissions(folder / "d", fs::perms::owner_all);
}

TEST_CASE("a full disk is an error", "[export][output]") {
  if (!fs::exists("/dev/full")) return;
  const auto message = message_of([] {
    write_file_atomically("/dev/full", true,
                          [](std::ostream& out) { out << std::string(100000, 'x'); });
  });
  CHECK(message == "/dev/full: the disk is full; nothing was written");
}

TEST_CASE("a set of files appears whole or not at all", "[export][output]") {
  const TempFolder folder;
  const auto two = [](const OpenFile& open) {
    open("a.csv") << "a\n";
    open("b.csv") << "b\n";
  };
  write_folder_atomically(folder / "set", false, two);
  CHECK(content(folder / "set/a.csv") == "a\n");
  CHECK(content(folder / "set/b.csv") == "b\n");
  CHECK(message_of([&] {
          write_folder_atomically(folder / "set", false, two);
        }).ends_with("set: exists already; --force replaces its files"));
  write_folder_atomically(folder / "set", true, two);
  CHECK(folder.size() == 1);
  const auto fails = [](const OpenFile& open) {
    open("a.csv") << "half";
    throw Error(ErrorKind::query, "no");
  };
  CHECK_THROWS_AS(write_folder_atomically(folder / "other", false, fails), Error);
  CHECK(folder.size() == 1);
}

}  // namespace
}  // namespace annals
