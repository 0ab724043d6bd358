#include "ingest/pages/page_dates.h"

#include <algorithm>
#include <optional>
#include <string>

#include "graph/event_date.h"
#include "ingest/text/characters.h"
#include "ingest/text/rules.h"

namespace annals {
namespace {

/// The label right before a stamp: the longest phrase that the words before it end with.
std::optional<PageWord> label_before(std::string_view before, const PageWords& words) {
  const std::string key = page_key(before.size() > 60 ? before.substr(before.size() - 60) : before);
  std::string_view rest = key;
  while (true) {
    for (std::size_t at = 0; at < rest.size(); ++at) {
      if (at > 0 && rest[at - 1] != ' ') continue;
      if (words.find(PageWord::updated, rest.substr(at))) return PageWord::updated;
      if (words.find(PageWord::fetched, rest.substr(at))) return PageWord::fetched;
      if (words.find(PageWord::published, rest.substr(at))) return PageWord::published;
    }
    // "Posted by Ann Lee on", "Published in The Express Tribune,": the label stands further to the
    // left.
    const auto space = rest.rfind(' ');
    if (space == std::string_view::npos) return std::nullopt;
    rest = rest.substr(0, space);
  }
}

class Finder {
 public:
  Finder(const Article& article, const PageWords& words) : article_(article), words_(words) {}

  std::vector<PageDate> find() {
    collect();
    add_address(article_.url);
    add_file_name();
    return std::move(found_);
  }

 private:
  void collect();
  void add_line(std::string_view line, BlockKind kind, bool header, bool tail);
  void add_beside(std::string_view line);
  void add_address(std::string_view address);
  void add_file_name();
  void add(DateRank rank, const Stamp& stamp, std::string_view line) {
    found_.push_back({.rank = rank, .stamp = stamp, .words = slice(line, stamp.span)});
  }

  const Article& article_;
  const PageWords& words_;
  std::vector<PageDate> found_;
  DateRank alone_ = DateRank::alone;   ///< of a date without a label, where the page stands now
  PageWord pending_ = PageWord::glue;  ///< the label that the line before ended with
};

void Finder::add_line(std::string_view line, BlockKind kind, bool header, bool tail) {
  if (line.size() > 400 && kind != BlockKind::dateline) return;
  const auto stamps = find_stamps(line, words_);
  std::size_t at = 0;
  for (const auto& stamp : stamps) {
    const auto label = label_before(line.substr(at, stamp.span.begin - at), words_);
    const PageWord word = label ? *label : at == 0 ? pending_ : PageWord::glue;
    if (word == PageWord::published && stamp.year) {
      add(DateRank::labelled, stamp, line);
    } else if (word == PageWord::updated) {
      add(DateRank::updated, stamp, line);
    } else if (word != PageWord::fetched &&
               (kind == BlockKind::dateline || kind == BlockKind::byline)) {
      const bool wire = line.find_first_of("(/:-_") != std::string_view::npos && !stamp.has_time;
      add(wire && header && kind == BlockKind::dateline ? DateRank::dateline
          : header                                      ? alone_
          : tail                                        ? DateRank::last_line
                                                        : DateRank::nothing,
          stamp, line);
    }
    at = stamp.span.end;
  }
  pending_ = PageWord::glue;
  const std::string key = page_key(line.substr(at));
  if (stamps.empty() && words_.find(PageWord::published, key)) pending_ = PageWord::published;
  if (stamps.empty() && words_.find(PageWord::updated, key)) pending_ = PageWord::updated;
  if (stamps.empty() && words_.find(PageWord::fetched, key)) pending_ = PageWord::fetched;
}

/// "11 March 2019" alone on one of the lines right above the heading. Higher up pages print the day
/// on which they are read.
void Finder::add_beside(std::string_view line) {
  if (line.size() > 80) return;
  for (const Stamp& stamp : find_stamps(line, words_)) {
    if (stamp.year && stamp.span.size() + 4 >= trimmed(line).size())
      add(DateRank::beside, stamp, line);
  }
}

void Finder::collect() {
  const auto& blocks = article_.blocks;
  const auto is_body = [](const Block& block) { return block.kind == BlockKind::body; };
  const auto first = std::find_if(blocks.begin(), blocks.end(), is_body);
  const auto comments = std::find_if(first, blocks.end(),
                                     [](const Block& b) { return b.kind == BlockKind::comment; });
  auto last = comments;
  while (last != first && !is_body(*(last - 1))) --last;
  const auto title = std::find_if(blocks.begin(), first,
                                  [](const Block& b) { return b.kind == BlockKind::title; });
  for (auto block = blocks.begin(); block != comments; ++block) {
    alone_ = title != first && block < title ? DateRank::above : DateRank::alone;
    if (is_read(block->kind)) {
      pending_ = PageWord::glue;
      continue;
    }
    if (block->kind == BlockKind::furniture && title != first && block < title && block + 4 > title)
      add_beside(slice(article_.text, block->span));
    std::string_view text = slice(article_.text, block->span);
    while (!text.empty() && is_space_code(static_cast<unsigned char>(text.back())))
      text.remove_suffix(1);
    add_line(text, block->kind, block < first + 6, block >= last);
  }
}

/// A day in a web address: ".../2011/06/03/...", ".../2011/jun/03/...", "...-20110603...".
void Finder::add_address(std::string_view address) {
  for (std::size_t at = 0; at < address.size(); ++at) {
    if (address[at] != '/' && address[at] != '-' && address[at] != '_' && address[at] != '=')
      continue;
    std::string part(address.substr(at + 1, 12));
    if (part.size() >= 10 && part[4] == '/') std::replace(part.begin(), part.end(), '/', '-');
    if (part.size() > 8 && part[4] == '-' && is_lower(part[5])) part[5] = to_upper(part[5]);
    const auto stamps = find_stamps(part, words_);
    if (stamps.empty() || stamps.front().span.begin != 0 || !stamps.front().date()) continue;
    if (!is_digit(part[3])) continue;
    found_.push_back({.rank = DateRank::address,
                      .stamp = stamps.front(),
                      .words = address.substr(at + 1, stamps.front().span.end)});
    return;
  }
}

/// A day in the file's own name: "XIN_ENG_20061109.0012.txt"; folders may tell when pages were
/// fetched.
void Finder::add_file_name() {
  const std::string_view path = article_.path;
  const auto slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  for (std::size_t at = 0; at + 8 <= name.size(); ++at) {
    if (!is_digit(name[at]) || (at > 0 && is_digit(name[at - 1]))) continue;
    const std::string_view part = name.substr(at, 10);
    const bool dashed = part.size() == 10 && part[4] == '-' && part[7] == '-';
    const std::string_view digits = dashed ? part : part.substr(0, 8);
    if (at + digits.size() < name.size() && is_digit(name[at + digits.size()])) continue;
    const auto day = parse_day(digits);
    if (!day || *day < date::sys_days{date::year{1800} / 1 / 1} ||
        *day > date::sys_days{date::year{2199} / 12 / 31})
      continue;
    const date::year_month_day whole{*day};
    Stamp stamp;
    stamp.year = whole.year();
    stamp.month = whole.month();
    stamp.day = whole.day();
    found_.push_back({.rank = DateRank::address, .stamp = stamp, .words = digits});
    return;
  }
}

}  // namespace

std::vector<PageDate> find_page_dates(const Article& article, const PageWords& words) {
  return Finder(article, words).find();
}

}  // namespace annals
