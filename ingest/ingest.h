#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graph/store.h"
#include "ingest/extract.h"
#include "ingest/pages/readers.h"

namespace annals {

/// How far a run has come; given to the caller after each article.
struct Progress {
  std::uint64_t articles = 0;     ///< articles done
  std::uint64_t files = 0;        ///< files read to their end
  std::uint64_t files_total = 0;  ///< files found
  std::uint64_t mentions = 0;     ///< mentions found so far
};

struct RunOptions {
  ReadOptions read;
  unsigned workers = 0;       ///< threads that extract; 0 takes every core
  bool with_cast = false;     ///< fill Extracted::cast
  bool with_uncoded = false;  ///< fill Extracted::uncoded
  std::function<void(const Progress&)>
      progress;  ///< may be empty; called from one thread at a time
  /// Asked before an article is extracted; true leaves it out. Called by several threads. May be
  /// empty.
  std::function<bool(const Article&)> skip;
};

/// One article as the extract command shows it.
struct Extracted {
  Facts facts;
  std::vector<SpanDate> span_dates;  ///< for the spans that the input line asked for
  std::optional<Cast> cast;          ///< everybody spoken of, when RunOptions::with_cast asks
  std::vector<UncodedWord> uncoded;  ///< when RunOptions::with_uncoded asks
  std::vector<Anchor> anchors;  ///< of markup: where the text stands in the file; see file_offset()
};

struct RunReport {
  std::uint64_t files = 0;
  std::uint64_t articles = 0;  ///< extracted
  std::uint64_t skipped = 0;   ///< left out by RunOptions::skip
  std::vector<ReadProblem> problems;
};

/// Reads and extracts every article under `paths` on all cores and gives each to `take`, in the
/// order of the input whatever the number of workers. A file or an article that fails is reported
/// as a problem and the run goes on.
RunReport extract_articles(std::span<const std::filesystem::path> paths, const RunOptions& options,
                           const Language& language, const std::function<void(Extracted)>& take);

struct IngestReport {
  std::uint64_t files = 0;
  std::uint64_t articles = 0;   ///< seen
  std::uint64_t added = 0;      ///< new, or said something else before
  std::uint64_t unchanged = 0;  ///< in the store already, the same
  std::uint64_t mentions = 0;   ///< of the added articles
  std::vector<ReadProblem> problems;
};

/// Adds every article under `paths` to the store, one atomic write an article. An article that the
/// store holds, read by the same language data, is left as it is. Does not link: see link/link.h.
IngestReport ingest(std::span<const std::filesystem::path> paths, const RunOptions& options,
                    const Language& language, Store& store);

}  // namespace annals
