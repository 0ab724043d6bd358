#include "ingest/published.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <vector>

#include "ingest/characters.h"
#include "ingest/stamps.h"

namespace annals {
namespace {

/// Where a date was found; the first kind that has one decides.
enum class Rank : std::uint8_t { labelled, dateline, alone, updated, last_line, address, nothing };

struct Found {
  Rank rank = Rank::nothing;
  Stamp stamp;
  std::string_view words;
};

std::string day_name(date::weekday weekday) {
  constexpr std::array names = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                "Thursday", "Friday", "Saturday"};
  return names.at(weekday.c_encoding());
}

class Dater {
 public:
  Dater(const Article& article, const PageWords& words) : article_(article), words_(words) {
    collect();
  }

  /// Settles what is not known yet of the best date and gives it.
  std::optional<Found> best();
  const std::string& doubt() const { return doubt_; }

 private:
  void collect();
  void add_line(std::string_view line, BlockKind kind, bool header, bool tail);
  void add_address(std::string_view address);
  void add_file_name();
  void add(Rank rank, const Stamp& stamp, std::string_view line);
  bool complete(Found& found);
  bool settle_order(Found& found);
  void note_weekday(const Found& found);

  const Article& article_;
  const PageWords& words_;
  std::vector<Found> found_;
  PageWord pending_ = PageWord::glue;  ///< the label that the line before ended with
  std::string doubt_;
};

void Dater::add(Rank rank, const Stamp& stamp, std::string_view line) {
  found_.push_back({.rank = rank, .stamp = stamp, .words = slice(line, stamp.span)});
}

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

void Dater::add_line(std::string_view line, BlockKind kind, bool header, bool tail) {
  if (line.size() > 400 && kind != BlockKind::dateline) return;
  const auto stamps = find_stamps(line, words_);
  std::size_t at = 0;
  for (const auto& stamp : stamps) {
    const auto label = label_before(line.substr(at, stamp.span.begin - at), words_);
    const PageWord word = label ? *label : at == 0 ? pending_ : PageWord::glue;
    if (word == PageWord::published && stamp.year) {
      add(Rank::labelled, stamp, line);
    } else if (word == PageWord::updated) {
      add(Rank::updated, stamp, line);
    } else if (word != PageWord::fetched &&
               (kind == BlockKind::dateline || kind == BlockKind::byline)) {
      const bool wire = line.find_first_of("(/:-_") != std::string_view::npos && !stamp.has_time;
      add(wire && header && kind == BlockKind::dateline ? Rank::dateline
          : header                                      ? Rank::alone
          : tail                                        ? Rank::last_line
                                                        : Rank::nothing,
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

void Dater::collect() {
  const auto& blocks = article_.blocks;
  const auto is_body = [](const Block& block) { return block.kind == BlockKind::body; };
  const auto first = std::find_if(blocks.begin(), blocks.end(), is_body);
  const auto comments = std::find_if(first, blocks.end(),
                                     [](const Block& b) { return b.kind == BlockKind::comment; });
  auto last = comments;
  while (last != first && !is_body(*(last - 1))) --last;
  for (auto block = blocks.begin(); block != comments; ++block) {
    if (is_read(block->kind)) {
      pending_ = PageWord::glue;
      continue;
    }
    std::string_view text = slice(article_.text, block->span);
    while (!text.empty() && is_space_code(static_cast<unsigned char>(text.back())))
      text.remove_suffix(1);
    add_line(text, block->kind, block < first + 6, block >= last);
  }
  add_address(article_.url);
  add_file_name();
}

/// A day in a web address: ".../2011/06/03/...", ".../2011/jun/03/...", "...-20110603...".
void Dater::add_address(std::string_view address) {
  for (std::size_t at = 0; at < address.size(); ++at) {
    if (address[at] != '/' && address[at] != '-' && address[at] != '_' && address[at] != '=')
      continue;
    std::string part(address.substr(at + 1, 12));
    if (part.size() >= 10 && part[4] == '/') std::replace(part.begin(), part.end(), '/', '-');
    if (part.size() > 8 && part[4] == '-' && is_lower(part[5])) part[5] = to_upper(part[5]);
    const auto stamps = find_stamps(part, words_);
    if (stamps.empty() || stamps.front().span.begin != 0 || !stamps.front().date()) continue;
    if (!is_digit(part[3])) continue;
    found_.push_back({.rank = Rank::address,
                      .stamp = stamps.front(),
                      .words = address.substr(at + 1, stamps.front().span.end)});
    return;
  }
}

/// A day in the file's own name: "XIN_ENG_20061109.0012.txt"; folders may tell when pages were
/// fetched.
void Dater::add_file_name() {
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
    found_.push_back({.rank = Rank::address, .stamp = stamp, .words = digits});
    return;
  }
}

/// Gives a dateline without a year the year in which it lies nearest to another date of the page,
/// at most two months away.
bool Dater::complete(Found& found) {
  if (found.stamp.year) return true;
  std::optional<date::year> best;
  std::int64_t nearest = 62;
  for (const auto& other : found_) {
    const auto known = other.stamp.date();
    if (!known || other.stamp.ambiguous) continue;
    const date::year year = date::year_month_day{*known}.year();
    for (const int shift : {-1, 0, 1}) {
      const auto day = (year + date::years{shift}) / found.stamp.month / found.stamp.day;
      if (!day.ok()) continue;
      const auto distance = std::abs((date::sys_days{day} - *known).count());
      if (distance < nearest) {
        nearest = distance;
        best = year + date::years{shift};
      }
    }
  }
  found.stamp.year = best;
  return best.has_value();
}

/// Within a week of each other; a dateline without a year counts in the year of `day`.
bool is_near(const Stamp& stamp, std::optional<date::sys_days> day) {
  if (!day) return false;
  const date::year year = stamp.year ? *stamp.year : date::year_month_day{*day}.year();
  const auto other = year / stamp.month / stamp.day;
  return other.ok() && std::abs((date::sys_days{other} - *day).count()) <= 7;
}

/// Decides whether "03/06/2011" is June or March, by its weekday, its zone, or another date of the
/// page.
bool Dater::settle_order(Found& found) {
  if (!found.stamp.ambiguous) return true;
  Stamp swapped = found.stamp;
  swapped.day = date::day{static_cast<unsigned>(found.stamp.month)};
  swapped.month = date::month{static_cast<unsigned>(found.stamp.day)};
  const auto day_first = found.stamp.date();
  const auto month_first = swapped.date();
  DayOrder order = found.stamp.order;
  if (found.stamp.weekday && day_first && month_first) {
    const bool fits = date::weekday{*day_first} == *found.stamp.weekday;
    const bool fits_swapped = date::weekday{*month_first} == *found.stamp.weekday;
    if (fits != fits_swapped) order = fits ? DayOrder::day_first : DayOrder::month_first;
  }
  for (const auto& other : found_) {
    if (order != DayOrder::unknown) break;
    if (other.stamp.ambiguous) continue;
    if (!other.stamp.has_time)
      order = other.stamp.order;  // figures that tell their order: "31/05/2011"
    const bool near_first = is_near(other.stamp, day_first);
    if (near_first != is_near(other.stamp, month_first))
      order = near_first ? DayOrder::day_first : DayOrder::month_first;
  }
  if (order == DayOrder::unknown) {
    doubt_ = "\"" + std::string(found.words) + "\" may be " + format_day(*day_first) + " or " +
             format_day(*month_first) + "; not used, tell the day with --date";
    return false;
  }
  if (order == DayOrder::month_first) found.stamp = swapped;
  return true;
}

void Dater::note_weekday(const Found& found) {
  const auto day = found.stamp.date();
  if (!found.stamp.weekday || date::weekday{*day} == *found.stamp.weekday) return;
  doubt_ = "\"" + std::string(found.words) + "\" says " + day_name(*found.stamp.weekday) +
           ", but " + format_day(*day) + " was a " + day_name(date::weekday{*day}) +
           "; the day of the month is believed";
}

std::optional<Found> Dater::best() {
  std::stable_sort(found_.begin(), found_.end(),
                   [](const Found& a, const Found& b) { return a.rank < b.rank; });
  for (Found found : found_) {
    if (found.rank == Rank::nothing) break;
    if (!complete(found) || !settle_order(found)) continue;
    if (!found.stamp.date()) {
      doubt_ = "\"" + std::string(found.words) + "\" is no day of the calendar; not used";
      continue;
    }
    note_weekday(found);
    return found;
  }
  return std::nullopt;
}

/// Reads a date that a field of the file gave in words: "Fri, 03 Jun 2011 16:10:00 +0500".
std::string read_field(Article& article, const PageWords& words) {
  const auto stamps = find_stamps(article.published_text, words);
  const auto day =
      stamps.empty() || stamps.front().ambiguous ? std::nullopt : stamps.front().date();
  if (day) {
    article.published = day_date(*day);
    return {};
  }
  std::string doubt = "the date \"" + article.published_text + "\" is no day; write 2011-06-03";
  article.published_basis = PublishedBasis::none;
  article.published_text.clear();
  return doubt;
}

PublishedBasis basis_of(Rank rank) {
  if (rank == Rank::dateline) return PublishedBasis::dateline;
  return rank == Rank::address ? PublishedBasis::metadata : PublishedBasis::stamp;
}

/// The field's time is told in UTC, whose day may be another than the one that the page prints.
bool is_in_utc(std::string_view field) {
  for (const std::string_view end : {"Z", "+00:00", "+0000", "GMT", "UTC"}) {
    if (field.ends_with(end)) return true;
  }
  return false;
}

void take(Article& article, const Found& found) {
  article.published = day_date(*found.stamp.date());
  article.published_basis = basis_of(found.rank);
  article.published_text = found.words;
}

}  // namespace

std::string find_published(Article& article, const PageWords& words) {
  std::string doubt;
  if (!article.published && !article.published_text.empty()) doubt = read_field(article, words);
  const bool from_field = article.published && article.published_basis == PublishedBasis::metadata;
  if (article.published && !(from_field && is_in_utc(article.published_text))) return doubt;
  Dater dater(article, words);
  const auto best = dater.best();
  if (from_field) {
    const auto printed = best && best->rank <= Rank::alone ? best->stamp.date() : std::nullopt;
    if (printed && std::abs((*printed - article.published->first).count()) == 1)
      take(article, *best);
    return doubt;
  }
  if (best) take(article, *best);
  if (!dater.doubt().empty()) doubt += (doubt.empty() ? "" : "; ") + dater.doubt();
  return doubt;
}

}  // namespace annals
