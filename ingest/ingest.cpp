#include "ingest/ingest.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "graph/error.h"
#include "ingest/pages/foreign.h"
#include "ingest/prepare.h"

namespace annals {
namespace {

struct Job {
  std::uint64_t number = 0;
  Input input;
};

/// What became of a job; without facts when the article was skipped or failed.
struct Result {
  std::optional<Extracted> extracted;
  std::vector<ReadProblem> problems;
  bool failed = false;
};

Result run_job(Input input, const RunOptions& options, const Language& language) {
  const std::string where = input.article.path;
  Result result;
  const auto problem = [&result](ReadProblem found) {
    result.problems.push_back(std::move(found));
  };
  try {
    Article article = prepare(std::move(input.article), language.page_words(), problem);
    if (options.skip && options.skip(article)) return result;
    if (is_foreign(article, language.page_words())) {
      problem(
          {.where = where, .message = "its text does not look English; left out", .warning = true});
      return result;
    }
    Extracted extracted;
    if (!input.spans.empty()) extracted.span_dates = date_spans(article, input.spans, language);
    if (options.with_uncoded) extracted.uncoded = uncoded_words(article, language);
    if (options.with_cast) extracted.cast.emplace();
    extracted.facts =
        extract(std::move(article), language, extracted.cast ? &*extracted.cast : nullptr);
    extracted.anchors = std::move(input.anchors);
    result.extracted = std::move(extracted);
  } catch (const std::exception& error) {
    result.failed = true;
    problem({.where = where, .message = error.what(), .warning = false});
  }
  return result;
}

/// Articles on their way: read by one thread, extracted by several, handed on in the order of
/// reading.
///
/// At most `room` articles are between reading and handing on, so memory stays bounded.
class Line {
 public:
  Line(const RunOptions& options, const Language& language, unsigned workers)
      : options_(options), language_(language), room_(std::size_t{workers} * 8) {
    for (unsigned i = 0; i < workers; ++i) workers_.emplace_back([this] { work(); });
  }

  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  ~Line() {
    {
      const std::scoped_lock lock(mutex_);
      closed_ = true;
      jobs_.clear();
    }
    changed_.notify_all();
    for (auto& worker : workers_) worker.join();
  }

  void put(Input input) {
    const std::scoped_lock lock(mutex_);
    jobs_.push_back({.number = read_++, .input = std::move(input)});
    changed_.notify_all();
  }

  /// The next result in order. Returns nothing when none is ready and there is room for more, or
  /// when all that was put has been taken.
  std::optional<Result> take(bool wait_for_all) {
    std::unique_lock lock(mutex_);
    const auto ready = [this] { return results_.contains(taken_); };
    changed_.wait(lock, [&] {
      return ready() || taken_ == read_ || (!wait_for_all && read_ - taken_ < room_);
    });
    if (!ready()) return std::nullopt;
    Result result = std::move(results_.extract(taken_).mapped());
    ++taken_;
    return result;
  }

 private:
  void work() {
    for (;;) {
      std::optional<Job> job;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closed_ || !jobs_.empty(); });
        if (jobs_.empty()) return;
        job = std::move(jobs_.front());
        jobs_.pop_front();
      }
      Result result = run_job(std::move(job->input), options_, language_);
      {
        const std::scoped_lock lock(mutex_);
        results_.emplace(job->number, std::move(result));
      }
      changed_.notify_all();
    }
  }

  const RunOptions& options_;
  const Language& language_;
  const std::size_t room_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;
  std::map<std::uint64_t, Result> results_;
  std::uint64_t read_ = 0;
  std::uint64_t taken_ = 0;
  bool closed_ = false;
  std::vector<std::jthread> workers_;
};

}  // namespace

RunReport extract_articles(std::span<const std::filesystem::path> paths, const RunOptions& options,
                           const Language& language, const std::function<void(Extracted)>& take) {
  RunReport report;
  const auto problem = [&](ReadProblem found) { report.problems.push_back(std::move(found)); };
  const auto files = list_inputs(paths, problem);
  Progress progress{.files_total = files.size()};
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  Line line(options, language, options.workers == 0 ? cores : options.workers);

  const auto hand_on = [&](bool wait_for_all) {
    while (auto result = line.take(wait_for_all)) {
      ++progress.articles;
      std::for_each(result->problems.begin(), result->problems.end(), problem);
      if (result->extracted) {
        ++report.articles;
        progress.mentions += result->extracted->facts.mentions.size();
        take(std::move(*result->extracted));
      } else if (!result->failed) {
        ++report.skipped;
      }
      if (options.progress) options.progress(progress);
    }
  };
  for (const auto& file : files) {
    try {
      read_articles(
          file, options.read,
          [&](Input input) {
            line.put(std::move(input));
            hand_on(false);
          },
          problem);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::input) throw;
      problem({.where = file.string(), .message = error.what(), .warning = false});
    }
    ++progress.files;
    ++report.files;
  }
  hand_on(true);
  return report;
}

IngestReport ingest(std::span<const std::filesystem::path> paths, const RunOptions& options,
                    const Language& language, Store& store) {
  RunOptions run = options;
  run.skip = [&](const Article& article) {
    // What other rules once read out of an article says nothing about what these would.
    const auto known = store.facts(article.id);
    return known && known->language == language.fingerprint() && known->article == article;
  };
  IngestReport report;
  const RunReport done = extract_articles(paths, run, language, [&](Extracted extracted) {
    if (store.add(extracted.facts)) {
      ++report.added;
      report.mentions += extracted.facts.mentions.size();
    } else {
      ++report.unchanged;
    }
  });
  report.files = done.files;
  report.articles = done.articles + done.skipped;
  report.unchanged += done.skipped;
  report.problems = done.problems;
  return report;
}

}  // namespace annals
