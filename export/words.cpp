#include "export/words.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include <date/date.h>

#include "export/escape.h"
#include "export/headline_words.h"
#include "graph/calendar_names.h"

namespace annals {
namespace {

std::string short_month(date::month month) {
  return std::string(month_names.at(static_cast<unsigned>(month) - 1).substr(0, 3));
}

std::string day_words(date::sys_days day, bool with_month = true, bool with_year = true) {
  const date::year_month_day ymd{day};
  std::string out = std::to_string(static_cast<unsigned>(ymd.day()));
  if (with_month) out += " " + short_month(ymd.month());
  if (with_year) out += " " + std::to_string(static_cast<int>(ymd.year()));
  return out;
}

std::string year_words(const date::year_month_day& ymd) {
  return std::to_string(static_cast<int>(ymd.year()));
}

std::string season_words(const date::year_month_day& first) {
  // The meteorological seasons of the northern half, as EDTF's 21 to 24 are mostly read.
  const auto month = static_cast<unsigned>(first.month());
  const auto* name = month == 12 || month <= 2 ? "winter"
                     : month <= 5              ? "spring"
                     : month <= 8              ? "summer"
                                               : "autumn";
  if (month == 12)
    return "winter " + year_words(first) + "-" + std::to_string(static_cast<int>(first.year()) + 1);
  return std::string(name) + " " + year_words(first);
}

std::string interval_words(const EventDate& date) {
  const date::year_month_day a{date.first};
  const date::year_month_day b{date.last};
  const bool whole_years = a.month() == date::January && a.day() == date::day{1} &&
                           b.month() == date::December && b.day() == date::day{31};
  if (whole_years) {
    const int from = static_cast<int>(a.year());
    const int to = static_cast<int>(b.year());
    if (from == to) return std::to_string(from);
    if (from % 10 == 0 && to == from + 9) return std::to_string(from) + "s";
    return std::to_string(from) + " to " + std::to_string(to);
  }
  if (date.first == date.last) return day_words(date.first);
  const bool same_year = a.year() == b.year();
  const bool same_month = same_year && a.month() == b.month();
  return day_words(date.first, !same_month, !same_year) + " to " + day_words(date.last);
}

std::string unknown_words(const EventDate& date) {
  if (date.month < 1 || date.month > 12) return "undated";
  std::string out = date.day != 0 ? std::to_string(date.day) + " " : "";
  return out + std::string(month_names.at(date.month - 1U)) + " of an unknown year";
}

/// "at least 17", "dozens": a number as exactly as the article knows it.
std::string count_words(const Count& count) {
  const bool vague = is_one_of(count.words, {"tens", "dozens", "scores", "hundreds", "thousands"});
  const bool qualified =
      count.words.find(' ') != std::string::npos && count.words.find(" and ") == std::string::npos;
  const bool of_things =
      vague && is_one_of(count.what, {"hostages", "troops", "people", "missiles"});
  const auto words = one_line(count.words) + (of_things ? " of" : "");
  return vague || qualified ? words : format_number(count.value);
}

}  // namespace

std::string_view month_name(unsigned month) { return month_names.at(month - 1); }

std::string display_date(const EventDate& date) {
  const date::year_month_day first{date.first};
  std::string out;
  switch (date.precision) {
    case Precision::day:
      out = day_words(date.first);
      break;
    case Precision::week:
      out = "week of " + day_words(date.first);
      break;
    case Precision::month:
      out = short_month(first.month()) + " " + year_words(first);
      break;
    case Precision::season:
      out = season_words(first);
      break;
    case Precision::quarter:
      out = "quarter " + std::to_string((static_cast<unsigned>(first.month()) + 2) / 3) + " of " +
            year_words(first);
      break;
    case Precision::year:
      out = year_words(first);
      break;
    case Precision::interval:
      out = interval_words(date);
      break;
    case Precision::before:
      out = "by " + day_words(date.last);
      break;
    case Precision::after:
      out = "from " + day_words(date.first) + " on";
      break;
    case Precision::unknown:
      return unknown_words(date);
  }
  return date.approximate ? "about " + out : out;
}

std::string_view confidence_word(double confidence) {
  return confidence >= 0.75 ? "high" : confidence >= 0.5 ? "medium" : "low";
}

std::string format_number(double value) {
  char buffer[64];
  if (!std::isfinite(value)) return "0";
  if (value == std::floor(value) && std::abs(value) < 1e15)
    return std::to_string(static_cast<long long>(value));
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, 4).ptr;
  std::string out(buffer, end);
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out == "-0" ? "0" : out;
}

std::string counts_of(const Event& event) {
  struct Range {
    const Count* least;
    const Count* most;
  };
  std::map<std::string, Range> ranges;
  for (const auto& count : event.counts) {
    auto& range = ranges.try_emplace(count.what, Range{&count, &count}).first->second;
    if (count.value < range.least->value) range.least = &count;
    if (count.value > range.most->value) range.most = &count;
  }
  std::string out;
  for (const auto& [what, range] : ranges) {
    out += out.empty() ? "" : ", ";
    out += range.most == range.least
               ? count_words(*range.least)
               : format_number(range.least->value) + " to " + format_number(range.most->value);
    out += " " + what;
  }
  return out;
}

std::string sources_of(const Event& event) {
  std::string out = counted(event.sources, "source", "sources");
  if (event.independent_sources < event.sources)
    out += ", " + std::to_string(event.independent_sources) + " independent";
  return out;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

bool has_day(const EventDate& date) { return date.precision != Precision::unknown; }

std::string earliest(const EventDate& date) {
  return has_day(date) && date.precision != Precision::before && date.first != first_day
             ? format_day(date.first)
             : "";
}

std::string latest(const EventDate& date) {
  return has_day(date) && date.precision != Precision::after && date.last != last_day
             ? format_day(date.last)
             : "";
}

}  // namespace annals
