#include <catch2/catch.hpp>

#include <archive.h>
#include <archive_entry.h>

#include "readers_support.h"

using namespace annals;

namespace {

struct Member {
  std::string name;
  std::string bytes;
};

/// An archive in memory: "zip", "tar.gz", or "gz" for one compressed file.
std::string packed(const std::string& kind, const std::vector<Member>& members) {
  std::string bytes(1U << 20U, '\0');
  std::size_t used = 0;
  archive* a = archive_write_new();
  if (kind == "zip") archive_write_set_format_zip(a);
  if (kind == "tar.gz") archive_write_set_format_ustar(a);
  if (kind == "gz" || kind == "zst") archive_write_set_format_raw(a);
  if (kind == "tar.gz" || kind == "gz") archive_write_add_filter_gzip(a);
  if (kind == "zst") archive_write_add_filter_zstd(a);
  archive_write_open_memory(a, bytes.data(), bytes.size(), &used);
  for (const auto& member : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, member.name.c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(member.bytes.size()));
    archive_write_header(a, entry);
    archive_write_data(a, member.bytes.data(), member.bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(a);
  archive_write_free(a);
  return bytes.substr(0, used);
}

Lines texts_of(const Got& got) {
  Lines texts;
  for (const auto& input : got.inputs) texts.push_back(input.article.text);
  return texts;
}

}  // namespace

TEST_CASE("archives give the articles of their files", "[ingest][readers][archive]") {
  const TempFolder folder;
  const std::vector<Member> members = {{"news/a.txt", "They met."},
                                       {"news/b.jsonl", "{\"text\":\"They talked.\"}\n"},
                                       {"news/style.css", "p {}"},
                                       {"__MACOSX/._a.txt", "x"}};
  for (const std::string kind : {"zip", "tar.gz"}) {
    CAPTURE(kind);
    const auto got = read(folder.write("a." + kind, packed(kind, members)));
    CHECK(got.problems.empty());
    CHECK(texts_of(got) == Lines{"They met.", "They talked."});
    CHECK(got.inputs.at(0).article.path == (folder.path() / ("a." + kind) / "news/a.txt").string());
  }
}

TEST_CASE("a compressed file is read as what it was before", "[ingest][readers][archive]") {
  const TempFolder folder;
  for (const std::string kind : {"gz", "zst"}) {
    CAPTURE(kind);
    const auto lines = packed(kind, {{"x", "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n"}});
    CHECK(texts_of(read(folder.write("a.jsonl." + kind, lines))) == Lines{"One.", "Two."});
    CHECK(texts_of(read(folder.write("no-name", lines))) == Lines{"One.", "Two."});
  }
  // Members of gzip one after the other are one file, as in web archives.
  const auto twice = packed("gz", {{"x", "{\"text\":\"One.\"}\n"}}) +
                     packed("gz", {{"x", "{\"text\":\"Two.\"}\n"}});
  CHECK(texts_of(read(folder.write("b.jsonl.gz", twice))) == Lines{"One.", "Two."});
}

TEST_CASE("a truncated archive gives what came before and is told", "[ingest][readers][archive]") {
  std::string lines;
  for (int i = 0; i < 20000; ++i)
    lines += "{\"text\":\"They met " + std::to_string(i * 7919) + " times.\"}\n";
  const auto whole = packed("gz", {{"x", lines}});
  const TempFolder folder;
  auto got = read(folder.write("a.jsonl.gz", whole.substr(0, whole.size() / 2)));
  CHECK(got.inputs.size() > 1000);
  CHECK(got.inputs.size() < 20000);
  CHECK(got.problems == Lines{"a.jsonl.gz the archive is cut off or damaged (truncated gzip "
                              "input); what came before was read"});

  got = read(folder.write("a.txt.gz", packed("gz", {{"x", std::string(5000, 'x')}}).substr(0, 30)));
  CHECK(got.inputs.empty());
  CHECK(got.problems.size() == 1);
  got = read(folder.write("a.zip", "PK\x03\x04 and nothing else"));
  CHECK(got.inputs.empty());
  CHECK(got.problems.size() == 1);
}

TEST_CASE("a bomb is stopped before it fills the memory", "[ingest][readers][archive]") {
  const std::string zeros(200U << 20U, ' ');
  const TempFolder folder;
  ReadOptions options;
  options.max_article_bytes = 1U << 30U;
  for (const std::string kind : {"zip", "gz"}) {
    CAPTURE(kind);
    const auto got = read(folder.write("a." + kind, packed(kind, {{"a.txt", zeros}})), options);
    CHECK(got.inputs.empty());
    REQUIRE(got.problems.size() == 1);
    CHECK(got.problems[0].find("grows to more than 300 times its size (33.6 MB out of ") !=
          std::string::npos);
  }
}

TEST_CASE("archives inside archives are read to a depth, and documents refused",
          "[ingest][readers][archive]") {
  const TempFolder folder;
  std::string inner = packed("zip", {{"a.txt", "They met."}});
  CHECK(texts_of(read(folder.write("a.zip", packed("zip", {{"b.zip", inner}})))) ==
        Lines{"They met."});
  for (int i = 0; i < 5; ++i) inner = packed("zip", {{"b.zip", inner}});
  auto got = read(folder.write("a.zip", inner));
  CHECK(got.inputs.empty());
  CHECK(got.problems ==
        Lines{"a.zip/b.zip/b.zip/b.zip archives inside archives inside archives; unpack it first"});
  got = read(folder.write(
      "a.docx", packed("zip", {{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}})));
  CHECK(got.problems == Lines{"a.docx an Office document or e-book, not an archive of articles; "
                              "save it as plain text"});
}

TEST_CASE("a member with a wrong checksum is told, and its bytes are not taken for a size",
          "[ingest][readers][archive]") {
  std::string bytes = packed("zip", {{"a.txt", std::string(3000, 'x') + " They met."}});
  bytes[60] = static_cast<char>(bytes[60] ^ 0x55);
  const TempFolder folder;
  const auto got = read(folder.write("a.zip", bytes));
  CHECK(got.inputs.empty());
  REQUIRE(got.problems.size() == 1);
  CHECK(got.problems[0].find("the archive is cut off or damaged (") != std::string::npos);
}
