#include "graph/event_date.h"

#include <array>
#include <utility>

#include "graph/enum_words.h"

namespace annals {
namespace {

using date::day;
using date::days;
using date::month;
using date::sys_days;
using date::year;
using date::year_month;
using date::year_month_day;

constexpr std::array<std::string_view, 10> precision_words = {
    "day", "week", "month", "season", "quarter", "year", "interval", "before", "after", "unknown"};

struct CodedPart {  // a season, a quarter or a half: EDTF's months beyond 12
  unsigned code;
  unsigned first_month;
  unsigned months;
  Precision precision;
};
constexpr std::array<CodedPart, 10> coded_parts = {{{21, 3, 3, Precision::season},
                                                    {22, 6, 3, Precision::season},
                                                    {23, 9, 3, Precision::season},
                                                    {24, 12, 3, Precision::season},
                                                    {33, 1, 3, Precision::quarter},
                                                    {34, 4, 3, Precision::quarter},
                                                    {35, 7, 3, Precision::quarter},
                                                    {36, 10, 3, Precision::quarter},
                                                    {40, 1, 6, Precision::interval},
                                                    {41, 7, 6, Precision::interval}}};

std::optional<unsigned> parse_number(std::string_view text) {
  unsigned value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return text.empty() ? std::nullopt : std::optional(value);
}

EventDate coded_date(year y, const CodedPart& part) {
  const year_month from = y / month{part.first_month};
  const year_month to = from + date::months{static_cast<int>(part.months) - 1};
  return {
      .first = sys_days{from / 1}, .last = sys_days{to / date::last}, .precision = part.precision};
}

std::optional<EventDate> parse_unknown_year(std::string_view rest) {
  // rest is what follows "XXXX": "-08" or "-08-13"
  if (rest.size() != 3 && rest.size() != 6) return std::nullopt;
  if (rest[0] != '-') return std::nullopt;
  const auto m = parse_number(rest.substr(1, 2));
  if (!m || !month{*m}.ok()) return std::nullopt;
  EventDate result{.month = static_cast<std::uint8_t>(*m)};
  if (rest.size() == 6) {
    const auto d = parse_number(rest.substr(4));
    if (rest[3] != '-' || !d || !(year{2000} / month{*m} / day{*d}).ok()) return std::nullopt;
    result.day = static_cast<std::uint8_t>(*d);
  }
  return result;
}

std::optional<EventDate> parse_month_or_part(year y, std::string_view code) {
  const auto m = parse_number(code);
  if (!m) return std::nullopt;
  if (month{*m}.ok()) return month_date(y / month{*m});
  for (const auto& part : coded_parts) {
    if (part.code == *m) {
      const auto result = coded_date(y, part);
      return result.last > last_day ? std::nullopt : std::optional(result);
    }
  }
  return std::nullopt;
}

std::optional<EventDate> parse_point(std::string_view text) {
  bool approximate = false;
  if (!text.empty() && (text.back() == '~' || text.back() == '?' || text.back() == '%')) {
    approximate = true;
    text.remove_suffix(1);
  }
  std::optional<EventDate> result;
  if (text.starts_with("XXXX")) {
    result = parse_unknown_year(text.substr(4));
  } else if (text.size() == 4 && text[3] == 'X') {
    const auto decade = parse_number(text.substr(0, 3));
    if (!decade || *decade == 0) return std::nullopt;
    const year y{static_cast<int>(*decade) * 10};
    result = interval_date(sys_days{y / 1 / 1}, sys_days{(y + date::years{9}) / 12 / 31});
  } else if (text.size() == 4 || text.size() == 7 || text.size() == 10) {
    const auto number = parse_number(text.substr(0, 4));
    if (!number || *number == 0) return std::nullopt;
    const year y{static_cast<int>(*number)};
    if (text.size() == 4) {
      result = year_date(y);
    } else if (text[4] != '-') {
      return std::nullopt;
    } else if (text.size() == 7 || text.substr(7) == "-XX") {
      result = parse_month_or_part(y, text.substr(5, 2));
    } else if (const auto exact = parse_day(text)) {
      result = day_date(*exact);
    }
  }
  if (result) result->approximate = approximate;
  return result;
}

std::string format_point(const EventDate& value) {
  if (value.precision == Precision::day) return format_day(value.first);
  const year_month_day from{value.first};
  std::string year_text = format_day(value.first).substr(0, 4);
  if (value.precision == Precision::year) return year_text;
  if (value.precision == Precision::month) return format_day(value.first).substr(0, 7);
  for (const auto& part : coded_parts) {
    if (part.precision == value.precision && part.first_month == unsigned{from.month()}) {
      return year_text + "-" + std::to_string(part.code);
    }
  }
  return {};
}

}  // namespace

EventDate day_date(sys_days day) {
  return {.first = day, .last = day, .precision = Precision::day};
}

EventDate week_date(sys_days day) {
  const sys_days monday = day - (date::weekday{day} - date::Monday);
  return {.first = monday, .last = monday + days{6}, .precision = Precision::week};
}

EventDate month_date(year_month month) {
  return {.first = sys_days{month / 1},
          .last = sys_days{month / date::last},
          .precision = Precision::month};
}

EventDate year_date(year y) {
  return {
      .first = sys_days{y / 1 / 1}, .last = sys_days{y / 12 / 31}, .precision = Precision::year};
}

EventDate interval_date(sys_days first, sys_days last) {
  return {.first = first, .last = last, .precision = Precision::interval};
}

EventDate before_date(sys_days last) {
  return {.first = first_day, .last = last, .precision = Precision::before};
}

EventDate after_date(sys_days first) {
  return {.first = first, .last = last_day, .precision = Precision::after};
}

std::optional<EventDate> parse_edtf(std::string_view text) {
  if (text.empty()) return EventDate{};
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return parse_point(text);
  const std::string_view left = text.substr(0, slash);
  const std::string_view right = text.substr(slash + 1);
  const bool open_left = left.empty() || left == "..";
  const bool open_right = right.empty() || right == "..";
  if (open_left && open_right) return EventDate{};
  const auto from = open_left ? std::nullopt : parse_point(left);
  const auto to = open_right ? std::nullopt : parse_point(right);
  if ((!open_left && (!from || from->precision == Precision::unknown)) ||
      (!open_right && (!to || to->precision == Precision::unknown))) {
    return std::nullopt;
  }
  const bool approximate = (from && from->approximate) || (to && to->approximate);
  EventDate result = open_left    ? before_date(to->last)
                     : open_right ? after_date(from->first)
                                  : interval_date(from->first, to->last);
  if (result.first > result.last) return std::nullopt;
  if (result.precision == Precision::interval &&
      result == interval_date(week_date(result.first).first, week_date(result.first).last)) {
    result.precision = Precision::week;
  }
  result.approximate = approximate;
  return result;
}

std::string format_edtf(const EventDate& value) {
  const std::string mark = value.approximate ? "~" : "";
  if (value.precision == Precision::unknown) {
    if (value.month == 0) return {};
    const EventDate in_leap_year = day_date(
        sys_days{year{2000} / month{value.month} / day{value.day == 0 ? 1U : unsigned{value.day}}});
    return "XXXX" + format_day(in_leap_year.first).substr(4, value.day == 0 ? 3 : 6) + mark;
  }
  if (value.precision == Precision::before) return "../" + format_day(value.last) + mark;
  if (value.precision == Precision::after) return format_day(value.first) + mark + "/..";
  if (value.precision != Precision::interval && value.precision != Precision::week) {
    return format_point(value) + mark;
  }
  return format_day(value.first) + mark + "/" + format_day(value.last) + mark;
}

std::string format_day(sys_days day) {
  // By hand: a stream for each day took a tenth of the time of an export of millions.
  const year_month_day ymd{day};
  const auto y = static_cast<unsigned>(static_cast<int>(ymd.year()));
  const auto m = static_cast<unsigned>(ymd.month());
  const auto d = static_cast<unsigned>(ymd.day());
  std::string out = "0000-00-00";
  const auto put = [&out](std::size_t last, std::size_t count, unsigned number) {
    for (; count > 0; --count, number /= 10) out[last--] = static_cast<char>('0' + number % 10);
  };
  put(3, 4, y);
  put(6, 2, m);
  put(9, 2, d);
  return out;
}

std::optional<sys_days> parse_day(std::string_view text) {
  std::string digits;
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
    digits = std::string(text.substr(0, 4)) + std::string(text.substr(5, 2)) +
             std::string(text.substr(8, 2));
  } else if (text.size() == 8) {
    digits = text;
  }
  const auto number = parse_number(digits);
  if (!number) return std::nullopt;
  const year_month_day result{year{static_cast<int>(*number / 10000)}, month{*number / 100 % 100},
                              day{*number % 100}};
  if (!result.ok() || sys_days{result} < first_day) return std::nullopt;
  return sys_days{result};
}

std::string_view format_precision(Precision precision) {
  return precision_words.at(static_cast<std::size_t>(precision));
}

std::optional<Precision> parse_precision(std::string_view word) {
  return find_word<Precision>(precision_words, word);
}

bool overlaps(const EventDate& date, const Window& window) {
  return date.first <= window.last && window.first <= date.last;
}

bool inside(const EventDate& date, const Window& window) {
  return window.first <= date.first && date.last <= window.last;
}

}  // namespace annals
