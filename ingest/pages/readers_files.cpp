#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <sstream>
#include <system_error>

#include "graph/error.h"
#include "ingest/pages/reader.h"
#include "ingest/pages/readers.h"

namespace annals {
namespace {

namespace fs = std::filesystem;

/// Kinds of files that lie beside saved pages and hold no articles.
constexpr std::array no_articles = {".css",  ".js",  ".png", ".jpg",  ".jpeg", ".gif",
                                    ".webp", ".svg", ".ico", ".woff", ".ttf",  ".woff2",
                                    ".mp3",  ".mp4", ".db",  ".sst",  ".log",  ".py",
                                    ".sh",   ".o",   ".so",  ".map",  ".avif", ".lock"};

/// Files are told apart by where they really are, so that links and "./a" count once.
class Inputs {
 public:
  explicit Inputs(const TakeProblem& problem) : problem_(problem) {}

  void add(const fs::path& file) {
    std::error_code ignored;
    const fs::path real = file == "-" ? file : fs::weakly_canonical(file, ignored);
    if (!seen_.insert(real.string()).second) {
      report(file, "given twice; read once", true);
      return;
    }
    files_.push_back(file);
  }

  void add_folder(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> found;
    fs::recursive_directory_iterator at(folder, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
      std::error_code ignored;
      const bool hidden = at->path().filename().string().starts_with('.');
      if (at->is_directory(ignored)) {
        if (hidden) at.disable_recursion_pending();
        fs::directory_iterator readable(at->path(), ignored);
        if (ignored) {
          report(at->path(), "may not be read; check its permissions");
          at.disable_recursion_pending();
        }
      } else if (at->is_regular_file(ignored) && may_hold_articles(at->path())) {
        found.push_back(at->path());
      }
    }
    if (error) report(folder, "cannot be read: " + error.message());
    std::sort(found.begin(), found.end());
    if (found.empty() && !error) report(folder, "no files to read in this folder", true);
    for (const auto& file : found) add(file);
  }

  void report(const fs::path& path, const std::string& message, bool warning = false) {
    if (problem_) problem_({.where = path.string(), .message = message, .warning = warning});
  }

  std::vector<fs::path> take() { return std::move(files_); }

 private:
  const TakeProblem& problem_;
  std::vector<fs::path> files_;
  std::set<std::string> seen_;
};

}  // namespace

bool may_hold_articles(const fs::path& file) {
  const std::string name = file.filename().string();
  if (name.starts_with('.') || file.string().starts_with("__MACOSX/") || name.ends_with('~'))
    return false;
  const std::string extension = file.extension().string();
  return std::find(no_articles.begin(), no_articles.end(), extension) == no_articles.end();
}

std::vector<fs::path> list_inputs(std::span<const fs::path> paths, const TakeProblem& problem) {
  Inputs inputs(problem);
  for (const auto& path : paths) {
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) {
      inputs.add_folder(path);
    } else if (path == "-" || fs::exists(path, error)) {
      inputs.add(path);
    } else if (error) {
      inputs.report(path, "may not be read: " + error.message());
    } else {
      inputs.report(path, "no such file or folder");
    }
  }
  return inputs.take();
}

std::map<std::string, EventDate> load_dates(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(ErrorKind::input, file.string() + ": cannot be read");
  std::map<std::string, EventDate> dates;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty() || line.starts_with('#')) continue;
    const auto comma = line.find_last_of(",\t");
    const auto unquoted = [](std::string text) {
      if (text.size() > 1 && text.front() == '"' && text.back() == '"') {
        text = text.substr(1, text.size() - 2);
      }
      return text;
    };
    const auto day =
        comma == std::string::npos ? std::nullopt : parse_day(unquoted(line.substr(comma + 1)));
    if (day) {
      dates[unquoted(line.substr(0, comma))] = day_date(*day);
    } else if (number > 1) {
      throw Error(ErrorKind::input, file.string() + ":" + std::to_string(number) +
                                        ": no file and day; write news/a.txt,2011-06-03");
    }
  }
  return dates;
}

}  // namespace annals
