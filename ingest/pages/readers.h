#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "graph/article.h"
#include "graph/event_date.h"
#include "graph/span.h"

namespace annals {

/// From byte `text` of Article::text on, the text stands from byte `file` on in what was read.
struct Anchor {
  std::uint32_t text = 0;
  std::uint64_t file = 0;

  bool operator==(const Anchor&) const = default;
};

/// One article as it came, before prepare().
struct Input {
  Article article;
  std::vector<Span> spans;      ///< what a JSONL line asked dates for
  std::vector<Anchor> anchors;  ///< of markup, in order; empty where text and file count alike
};

/// Where byte `offset` of the article's text stands in the file that it was read from.
[[nodiscard]] std::uint64_t file_offset(std::span<const Anchor> anchors, std::uint32_t offset);

struct ReadOptions {
  std::string input_format;                      ///< name of a reader; "" goes by name and content
  std::map<std::string, std::string> field_map;  ///< our field -> theirs: {"text","maintext"}
  std::map<std::string, EventDate> dates;        ///< --date: path, file name or id -> day
  std::size_t max_article_bytes = 8U << 20U;     ///< a longer text is refused, not cut
  std::size_t max_line_bytes = 32U << 20U;  ///< a longer line of JSONL or row of CSV is left out
  std::uint64_t max_growth = 300;           ///< an archive may grow to so many times its size
};

/// Something that could not be read, or was read with a doubt. The run goes on.
struct ReadProblem {
  std::string where;     ///< "news/a.jsonl:17", as the user named it
  std::string message;   ///< what is wrong and what would work
  bool warning = false;  ///< the article was read all the same
};

using TakeInput = std::function<void(Input)>;
using TakeProblem = std::function<void(ReadProblem)>;

/// The files under `paths`: named files in the order given, folders walked in the order of their
/// paths. Files found in folders are left out when their name is hidden or of a kind that holds no
/// articles (pictures, style sheets ...). A path that is missing, and a file met twice, is a
/// problem. "-" stands for standard input.
[[nodiscard]] std::vector<std::filesystem::path> list_inputs(
    std::span<const std::filesystem::path> paths, const TakeProblem& problem);

/// Reads a file and gives each article to `take`, in the order of the file; "-" is standard input.
///
/// The article has its text, path, id and what the file's own fields say (title, url, source,
/// date); blocks that the markup tells apart are labelled as hints to prepare(). Memory is bounded
/// by one article. Whatever cannot be read goes to `problem`; throws only what the callbacks throw,
/// and Error(query) when `options.input_format` is no reader's name.
void read_articles(const std::filesystem::path& file, const ReadOptions& options,
                   const TakeInput& take, const TakeProblem& problem);

/// Reads a table of dates for --dates: two columns, a path, file name or id, and a day
/// ("2011-06-03"), with commas or tabs, with or without a heading. Throws Error(input) with
/// file:line.
[[nodiscard]] std::map<std::string, EventDate> load_dates(const std::filesystem::path& file);

/// What users see of a reader.
struct ReaderInfo {
  const char* name;        ///< "jsonl"
  const char* extensions;  ///< "jsonl ndjson json"
  const char* summary;     ///< one line for help
};

/// The table of input formats, in the order of help.
[[nodiscard]] std::span<const ReaderInfo> readers();

}  // namespace annals
