#include "ingest/pages/published.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <utility>
#include <vector>

#include "graph/calendar_names.h"
#include "ingest/pages/fields.h"
#include "ingest/pages/page_dates.h"

namespace annals {
namespace {

/// What is said of a stamp whose weekday is not that of its day; empty when they agree.
std::string weekday_doubt(const Stamp& stamp, std::string_view words) {
  const auto day = stamp.date();
  if (!day || !stamp.weekday || date::weekday{*day} == *stamp.weekday) return {};
  return "\"" + std::string(words) + "\" says " +
         std::string(weekday_names.at(stamp.weekday->c_encoding())) + ", but " + format_day(*day) +
         " was a " + std::string(weekday_names.at(date::weekday{*day}.c_encoding())) +
         "; the day of the month is believed";
}

/// Chooses among the dates of a page.
class Dater {
 public:
  Dater(const Article& article, const PageWords& words) : found_(find_page_dates(article, words)) {}

  /// The best date, with everything settled that it leaves open.
  std::optional<PageDate> best();
  const std::string& doubt() const { return doubt_; }

 private:
  bool complete(PageDate& found);
  bool settle_order(PageDate& found);
  void note_weekday(const PageDate& found);

  std::vector<PageDate> found_;
  std::string doubt_;
};

/// Gives a dateline without a year the year in which it lies nearest to another date of the page,
/// at most two months away.
bool Dater::complete(PageDate& found) {
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

Stamp swapped(Stamp stamp) {
  const date::day day{static_cast<unsigned>(stamp.month)};
  stamp.month = date::month{static_cast<unsigned>(stamp.day)};
  stamp.day = day;
  return stamp;
}

/// "11/03/2019, changed 12/03/2019": in the right order of day and month the two are a few days
/// apart, in the other one months.
DayOrder order_beside(const Stamp& stamp, const Stamp& other) {
  const auto apart = [](const Stamp& a, const Stamp& b) {
    const auto x = a.date();
    const auto y = b.date();
    return x && y ? std::abs((*x - *y).count()) : std::int64_t{0};
  };
  const auto as_read = apart(stamp, other);
  const auto turned = apart(swapped(stamp), swapped(other));
  if (as_read > 0 && as_read <= 7 && turned > 20) return DayOrder::day_first;
  if (turned > 0 && turned <= 7 && as_read > 20) return DayOrder::month_first;
  return DayOrder::unknown;
}

/// Decides whether "03/06/2011" is June or March, by its weekday, its zone, or another date of the
/// page.
bool Dater::settle_order(PageDate& found) {
  if (!found.stamp.ambiguous) return true;
  const Stamp other_way = swapped(found.stamp);
  const auto day_first = found.stamp.date();
  const auto month_first = other_way.date();
  DayOrder order = found.stamp.order;
  if (found.stamp.weekday && day_first && month_first) {
    const bool fits = date::weekday{*day_first} == *found.stamp.weekday;
    const bool fits_swapped = date::weekday{*month_first} == *found.stamp.weekday;
    if (fits != fits_swapped) order = fits ? DayOrder::day_first : DayOrder::month_first;
  }
  for (const auto& other : found_) {
    if (order != DayOrder::unknown) break;
    if (other.stamp.ambiguous) order = order_beside(found.stamp, other.stamp);
    if (other.stamp.ambiguous) continue;
    order = other.stamp.order;  // figures that tell their order: "31/05/2011"
    if (order != DayOrder::unknown) break;
    const bool near_first = is_near(other.stamp, day_first);
    if (near_first != is_near(other.stamp, month_first))
      order = near_first ? DayOrder::day_first : DayOrder::month_first;
  }
  if (order == DayOrder::unknown) {
    doubt_ = "\"" + std::string(found.words) + "\" may be " + format_day(*day_first) + " or " +
             format_day(*month_first) + "; not used, tell the day with --date";
    return false;
  }
  if (order == DayOrder::month_first) found.stamp = other_way;
  return true;
}

void Dater::note_weekday(const PageDate& found) {
  if (auto doubt = weekday_doubt(found.stamp, found.words); !doubt.empty())
    doubt_ = std::move(doubt);
}

std::optional<PageDate> Dater::best() {
  std::stable_sort(found_.begin(), found_.end(),
                   [](const PageDate& a, const PageDate& b) { return a.rank < b.rank; });
  for (PageDate found : found_) {
    if (found.rank == DateRank::nothing) break;
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
  const bool read = parse_field_day(article.published_text).has_value();  // and not believed
  if (day && !read) {
    article.published = day_date(*day);
    return weekday_doubt(stamps.front(), article.published_text);
  }
  std::string doubt = "the date \"" + article.published_text +
                      (read ? "\" is what a program writes that knows none; not used"
                            : "\" is no day; write 2011-06-03");
  article.published_basis = PublishedBasis::none;
  article.published_text.clear();
  return doubt;
}

PublishedBasis basis_of(DateRank rank) {
  if (rank == DateRank::dateline) return PublishedBasis::dateline;
  return rank == DateRank::address ? PublishedBasis::metadata : PublishedBasis::stamp;
}

/// The field's time is told in UTC, whose day may be another than the one that the page prints.
bool is_in_utc(std::string_view field) {
  for (const std::string_view end : {"Z", "+00:00", "+0000", "GMT", "UTC"}) {
    if (field.ends_with(end)) return true;
  }
  return false;
}

void take(Article& article, const PageDate& found) {
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
    const auto printed = best && best->rank <= DateRank::above ? best->stamp.date() : std::nullopt;
    if (printed && std::abs((*printed - article.published->first).count()) == 1)
      take(article, *best);
    return doubt;
  }
  if (best) take(article, *best);
  if (!dater.doubt().empty()) doubt += (doubt.empty() ? "" : "; ") + dater.doubt();
  return doubt;
}

}  // namespace annals
