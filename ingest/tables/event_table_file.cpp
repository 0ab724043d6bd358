#include "ingest/tables/event_table_file.h"

#include <archive.h>
#include <archive_entry.h>
#include <xxhash.h>

#include <algorithm>

#include "graph/error.h"
#include "ingest/text/encoding.h"

namespace annals {
namespace {

constexpr std::size_t longest_line = 1U << 20U;

char separator_of(std::string_view line) {
  if (line.find('\t') != std::string_view::npos) return '\t';
  return std::count(line.begin(), line.end(), ';') > std::count(line.begin(), line.end(), ',')
             ? ';'
             : ',';
}

}  // namespace

void TableFile::Free::operator()(archive* each) const { archive_read_free(each); }

TableFile::TableFile(const std::filesystem::path& file)
    : file_(file), archive_(archive_read_new()) {
  for (const auto add : {archive_read_support_filter_gzip, archive_read_support_filter_bzip2,
                         archive_read_support_filter_xz, archive_read_support_filter_zstd,
                         archive_read_support_format_zip, archive_read_support_format_tar,
                         archive_read_support_format_raw, archive_read_support_format_empty}) {
    add(archive_.get());
  }
  check(archive_read_open_filename(archive_.get(), file.c_str(), 1U << 16U));
}

bool TableFile::next() {
  const int result = archive_read_next_header(archive_.get(), &entry_);
  if (result == ARCHIVE_EOF) return false;
  check(result);
  return true;
}

bool TableFile::is_table() const {
  return archive_entry_filetype(entry_) == AE_IFREG && !member().starts_with("__MACOSX/");
}

std::string TableFile::member() const {
  if (archive_format(archive_.get()) == ARCHIVE_FORMAT_RAW) return {};
  const char* name = archive_entry_pathname_utf8(entry_);
  if (name == nullptr) name = archive_entry_pathname(entry_);
  return name == nullptr ? "" : name;
}

std::size_t TableFile::read(std::span<char> to) {
  const auto got = archive_read_data(archive_.get(), to.data(), to.size());
  if (got < 0) fail();
  return static_cast<std::size_t>(got);
}

void TableFile::check(int result) {
  if (result != ARCHIVE_OK && result != ARCHIVE_WARN) fail();
}

void TableFile::fail() {
  const char* what = archive_error_string(archive_.get());
  throw Error(ErrorKind::input, file_.string() + ": cannot be read, or is cut off or damaged (" +
                                    (what == nullptr ? "no reason given" : what) +
                                    "); nothing of it was taken in");
}

std::vector<std::uint64_t> hashes_of_tables(const std::filesystem::path& file) {
  std::vector<char> buffer(1U << 18U);
  const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state(XXH3_createState(),
                                                                              XXH3_freeState);
  std::vector<std::uint64_t> hashes;
  TableFile tables(file);
  while (tables.next()) {
    if (!tables.is_table()) continue;
    XXH3_64bits_reset(state.get());
    while (const auto got = tables.read(buffer)) {
      XXH3_64bits_update(state.get(), buffer.data(), got);
    }
    hashes.push_back(XXH3_64bits_digest(state.get()));
  }
  return hashes;
}

TableCells::Got TableCells::next(std::vector<std::string_view>& cells) {
  cells.clear();
  do {
    const auto got = take_line(line_);
    if (got == ByteStream::Line::end) return Got::end;
    first_line_ = number_;
    if (got == ByteStream::Line::too_long) return Got::too_long;
    if (number_ == 1 && line_.starts_with("\xEF\xBB\xBF")) line_.erase(0, 3);
  } while (line_.empty());
  if (separator_ == 0) separator_ = separator_of(line_);
  if (separator_ != '\t' && !close_quotes()) return Got::open_quote;
  if (!is_utf8(line_)) line_ = decode(std::move(line_)).text;
  separator_ == '\t' ? split_tabs(cells) : split_quoted(cells);
  return Got::row;
}

ByteStream::Line TableCells::take_line(std::string& line) {
  ++number_;
  if (waiting_.empty()) return bytes_.take_line(line, longest_line);
  line = std::move(waiting_.front());
  waiting_.pop_front();
  return ByteStream::Line::whole;
}

/// Adds lines until the last quote is closed. When none closes it, the lines behind the first are
/// read again as rows of their own.
bool TableCells::close_quotes() {
  const auto odd = [](std::string_view text) {
    return std::count(text.begin(), text.end(), '"') % 2 == 1;
  };
  if (!odd(line_)) return true;
  std::vector<std::string> taken;
  std::string more;
  while (line_.size() < longest_line && take_line(more) == ByteStream::Line::whole) {
    line_ += '\n' + more;
    taken.push_back(more);
    if (odd(more)) return true;
  }
  waiting_.insert(waiting_.begin(), taken.begin(), taken.end());
  number_ = first_line_;
  return false;
}

void TableCells::split_tabs(std::vector<std::string_view>& cells) const {
  std::string_view left = line_;
  for (auto tab = left.find('\t'); tab != std::string_view::npos; tab = left.find('\t')) {
    cells.push_back(left.substr(0, tab));
    left.remove_prefix(tab + 1);
  }
  cells.push_back(left);
}

void TableCells::split_quoted(std::vector<std::string_view>& cells) {
  unquoted_.assign(1, {});
  bool quoted = false;
  for (std::size_t i = 0; i < line_.size(); ++i) {
    const char c = line_[i];
    if (quoted && c == '"' && i + 1 < line_.size() && line_[i + 1] == '"') {
      unquoted_.back() += c;
      ++i;
    } else if (c == '"' && (quoted || unquoted_.back().empty())) {
      quoted = !quoted;
    } else if (c == separator_ && !quoted) {
      unquoted_.emplace_back();
    } else {
      unquoted_.back() += c;
    }
  }
  cells.assign(unquoted_.begin(), unquoted_.end());
}

}  // namespace annals
