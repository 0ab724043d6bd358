#include "ingest/readers.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "graph/error.h"
#include "graph/ids.h"
#include "ingest/characters.h"
#include "ingest/reader.h"

namespace annals {
namespace {

constexpr bool never(std::string_view) { return false; }

/// Names are tried from the top, then contents from the top; text is what is left.
constexpr std::array<Reader, 3> table = {{
    {{"text", "txt text", "one article of plain text a file, as scraped or from a wire"},
     never,
     read_text},
    {{"jsonl", "jsonl ndjson json jl", "one article a line as a JSON object; fields by --map"},
     is_jsonl,
     read_jsonl},
    {{"html", "html htm xhtml", "a saved page"}, never, read_text},
}};

const Reader* find_reader(std::string_view name) {
  for (const auto& reader : table) {
    if (reader.info.name == name) return &reader;
  }
  return nullptr;
}

std::string lowered(std::string_view word) {
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(), to_lower);
  return lower;
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
  if (!reading.options.input_format.empty() && reading.depth == 0) {
    return *find_reader(reading.options.input_format);
  }
  const std::string extension = extension_of(reading.file_name);
  for (const auto& reader : table) {
    if (has_word(reader.info.extensions, extension)) return reader;
  }
  const std::string_view start = bytes.peek(1024);
  for (const auto& reader : table) {
    if (reader.recognises(start)) return reader;
  }
  return table.front();
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
                        .problem = problem};
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
