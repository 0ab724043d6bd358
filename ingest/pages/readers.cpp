#include "ingest/pages/readers.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "graph/error.h"
#include "graph/ids.h"
#include "ingest/pages/reader.h"
#include "ingest/text/characters.h"
#include "ingest/text/encoding.h"

namespace annals {
namespace {

constexpr bool never(std::string_view) { return false; }

/// Archives are known by their first bytes whatever their name. Else names are tried from the top,
/// then contents from the top; text is what is left.
constexpr std::array<Reader, 7> table = {{
    {{"text", "txt text", "one article of plain text a file, as scraped or from a wire"},
     never,
     read_text},
    {{"html", "html htm xhtml shtml", "a saved page of a news site"}, is_html, read_html},
    {{"jsonl", "jsonl ndjson jl json", "an article a line as a JSON object, or an array of them"},
     is_jsonl,
     read_jsonl},
    {{"csv", "csv tsv tab", "an article a row, with a heading; commas, tabs, semicolons or bars"},
     never,
     read_csv},
    {{"feed", "rss atom rdf xml", "RSS or Atom: an article an item"}, is_feed, read_feed},
    {{"warc", "warc", "a web archive: an article a page that a server answered with"},
     is_warc,
     read_warc},
    {{"archive", "gz zst xz bz2 lz4 zip tar tgz 7z", "compressed files and archives of all these"},
     is_archive,
     read_archive},
}};

bool is_regular(const std::filesystem::path& file) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(file, ignored);
}

const Reader* find_reader(std::string_view name) {
  for (const auto& reader : table) {
    if (reader.info.name == name) return &reader;
  }
  return nullptr;
}

std::string extension_of(std::string_view file_name) {
  const auto point = file_name.rfind('.');
  if (point == std::string_view::npos || point == 0) return {};
  return lowered(file_name.substr(point + 1));
}

bool has_word(std::string_view words, std::string_view word) {
  if (word.empty()) return false;
  for (std::size_t at = words.find(word); at != std::string_view::npos;
       at = words.find(word, at + 1)) {
    const auto end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' '))
      return true;
  }
  return false;
}

const Reader& reader_for(ByteStream& bytes, const Reading& reading) {
  const std::string_view start = bytes.peek(1024);
  if (is_archive(start)) return table.back();
  if (!reading.options.input_format.empty()) return *find_reader(reading.options.input_format);
  const std::string extension = extension_of(reading.file_name);
  for (const auto& reader : table) {
    if (has_word(reader.info.extensions, extension)) return reader;
  }
  for (const auto& reader : table) {
    if (reader.recognises(start)) return reader;
  }
  return table.front();
}

/// Gives the text of UTF-16, which lines cannot be told in, on as UTF-8.
void read_utf16(ByteStream& bytes, const Reading& reading) {
  Decoded decoded = decode(bytes.take_all(2 * reading.options.max_line_bytes));
  if (!decoded.doubt.empty()) reading.report(decoded.doubt, 0, true);
  std::string_view rest = decoded.text;
  ByteStream text([&rest](std::span<char> to) {
    const std::size_t step = std::min(to.size(), rest.size());
    std::copy_n(rest.data(), step, to.data());
    rest.remove_prefix(step);
    return step;
  });
  read_any(text, reading);
}

}  // namespace

void Reading::report(const std::string& message, std::uint64_t number, bool warning) const {
  if (!problem) return;
  problem({.where = number == 0 ? where : where + ":" + std::to_string(number),
           .message = message,
           .warning = warning});
}

void read_any(ByteStream& bytes, const Reading& reading) {
  if (bytes.peek(1).empty()) {
    reading.report("empty file; nothing to read");
    return;
  }
  const std::string_view start = bytes.peek(4);
  const bool marked = start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF");
  if (marked && !start.ends_with(std::string_view("\0\0", 2))) return read_utf16(bytes, reading);
  reader_for(bytes, reading).read(bytes, reading);
}

void hand_over(Input input, const Reading& reading, std::uint64_t number) {
  Article& article = input.article;
  article.path = number == 0 ? reading.where : reading.where + "#" + std::to_string(number);
  article.id = ArticleId{hash_of({article.text})};
  const auto& dates = reading.options.dates;
  for (const std::string_view key :
       {std::string_view(article.path), std::string_view(article.name),
        number == 0 ? std::string_view(reading.file_name) : std::string_view()}) {
    const auto found = key.empty() ? dates.end() : dates.find(std::string(key));
    if (found == dates.end()) continue;
    article.published = found->second;
    article.published_basis = PublishedBasis::option;
    article.published_text = format_edtf(found->second);
    break;
  }
  reading.take(std::move(input));
}

void read_articles(const std::filesystem::path& file, const ReadOptions& options,
                   const TakeInput& take, const TakeProblem& problem) {
  if (!options.input_format.empty() && find_reader(options.input_format) == nullptr) {
    std::string known;
    for (const auto& reader : table)
      known += (known.empty() ? "" : ", ") + std::string(reader.info.name);
    throw Error(ErrorKind::query,
                "no input format is called \"" + options.input_format + "\"; there are " + known);
  }
  const bool standard = file == "-";
  const Reading reading{.where = standard ? "-" : file.string(),
                        .file_name = standard ? "" : file.filename().string(),
                        .options = options,
                        .take = take,
                        .problem = problem,
                        .file = is_regular(file) ? file.string() : std::string()};
  const int descriptor = standard ? STDIN_FILENO : ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    const int error = errno;
    reading.report(error == ENOENT   ? "no such file"
                   : error == EACCES ? "may not be read; check its permissions"
                                     : std::string("cannot be opened: ") + std::strerror(error));
    return;
  }
  ByteStream bytes([descriptor](std::span<char> to) {
    const auto got = ::read(descriptor, to.data(), to.size());
    if (got >= 0) return static_cast<std::size_t>(got);
    throw Error(ErrorKind::input, errno == EISDIR
                                      ? std::string("is a folder, where a file was expected")
                                      : std::string("cannot be read: ") + std::strerror(errno));
  });
  try {
    read_any(bytes, reading);
  } catch (const Error& error) {
    reading.report(error.what());
  }
  if (!standard) ::close(descriptor);
}

std::uint64_t file_offset(std::span<const Anchor> anchors, std::uint32_t offset) {
  const auto after = std::upper_bound(
      anchors.begin(), anchors.end(), offset,
      [](std::uint32_t value, const Anchor& anchor) { return value < anchor.text; });
  if (after == anchors.begin()) return offset;
  const Anchor& anchor = *std::prev(after);
  return anchor.file + (offset - anchor.text);
}

std::span<const ReaderInfo> readers() {
  static const auto infos = [] {
    std::array<ReaderInfo, table.size()> rows{};
    std::transform(table.begin(), table.end(), rows.begin(),
                   [](const Reader& r) { return r.info; });
    return rows;
  }();
  return infos;
}

}  // namespace annals
