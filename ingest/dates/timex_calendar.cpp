#include "ingest/dates/timex_calendar.h"

#include <algorithm>

#include <date/iso_week.h>

namespace annals {
namespace {

using date::days;
using date::month;
using date::sys_days;
using date::year;
using date::year_month;
using date::year_month_day;

year_month month_of(sys_days day) {
  const year_month_day civil{day};
  return civil.year() / civil.month();
}

unsigned number_of(month m) { return unsigned{m}; }

/// The month that the season, quarter or half with this month begins in. Winter begins in December.
year_month part_start(year_month at, unsigned months, unsigned first_month) {
  const unsigned since = (number_of(at.month()) + 12 - first_month) % months;
  return at - date::months{static_cast<int>(since)};
}

year_month start_month(Grain grain, sys_days day) {
  const year_month at = month_of(day);
  switch (grain) {
    case Grain::season:
      return part_start(at, 3, 3);
    case Grain::quarter:
      return part_start(at, 3, 1);
    case Grain::half:
      return part_start(at, 6, 1);
    case Grain::year:
      return at.year() / date::January;
    case Grain::decade:
      return year{int{at.year()} / 10 * 10} / date::January;
    case Grain::century:
      return year{int{at.year()} / 100 * 100} / date::January;
    default:
      return at;
  }
}

int months_in(Grain grain) {
  switch (grain) {
    case Grain::season:
    case Grain::quarter:
      return 3;
    case Grain::half:
      return 6;
    case Grain::year:
      return 12;
    case Grain::decade:
      return 120;
    case Grain::century:
      return 1200;
    default:
      return 1;
  }
}

sys_days monday_of(sys_days day) { return day - (date::weekday{day} - date::Monday); }

bool in_range(sys_days day) { return day >= first_day && day <= last_day; }

std::string week_text(sys_days monday) {
  const iso_week::year_weeknum_weekday week{monday};
  const unsigned number = unsigned{week.weeknum()};
  const std::string digits = std::to_string(10000 + int{week.year()}).substr(1);
  return digits + (number < 10 ? "-W0" : "-W") + std::to_string(number);
}

std::string unplaced_value(const Moment& moment) {
  if (moment.weekday_only) {
    return "XXXX-WXX-" + std::to_string(date::weekday{moment.first}.iso_encoding());
  }
  if (moment.blank) {
    switch (moment.grain) {
      case Grain::day:
        return "XXXX-XX-XX";
      case Grain::week:
        return "XXXX-WXX";
      case Grain::weekend:
        return "XXXX-WXX-WE";
      case Grain::month:
        return "XXXX-XX";
      case Grain::quarter:
        return "XXXX-QX";
      case Grain::decade:
        return "XXX";
      case Grain::century:
        return "XX";
      default:
        return "XXXX";
    }
  }
  Moment placed = moment;
  placed.placed = true;
  placed.clock.clear();
  return "XXXX" + timex_value(placed).substr(4);
}

}  // namespace

Moment moment_of(Grain grain, sys_days day) {
  Moment moment{.grain = grain, .first = day, .clock = {}};
  if (grain == Grain::week) moment.first = monday_of(day);
  if (grain == Grain::weekend) moment.first = monday_of(day) + days{5};
  if (grain >= Grain::month)
    moment.first = std::max(sys_days{start_month(grain, day) / 1}, first_day);
  return moment;
}

Moment blank_moment(Grain grain) {
  return {.grain = grain, .first = {}, .placed = false, .blank = true, .clock = {}};
}

std::optional<Moment> moment_after(Grain grain, sys_days day, int steps) {
  if (std::abs(steps) > 10000000) return std::nullopt;
  Moment moment = moment_of(grain, day);
  if (grain == Grain::day) moment.first += days{steps};
  if (grain == Grain::week || grain == Grain::weekend) moment.first += date::weeks{steps};
  if (grain >= Grain::month) {
    const int months = months_in(grain);
    if (std::abs(steps) > 120000 / months) return std::nullopt;
    const year_month start = month_of(moment.first);
    const int at = int{start.year()} * 12 + steps * months;
    if (at < 12 || at > 9999 * 12) return std::nullopt;
    moment.first = sys_days{(start + date::months{steps * months}) / 1};
  }
  if (!in_range(moment.first) || !in_range(last_of(moment))) return std::nullopt;
  return moment;
}

sys_days last_of(const Moment& moment) {
  switch (moment.grain) {
    case Grain::day:
      return moment.first;
    case Grain::weekend:
      return moment.first + days{1};
    case Grain::week:
      return moment.first + days{6};
    default:
      return sys_days{(month_of(moment.first) + date::months{months_in(moment.grain) - 1}) /
                      date::last};
  }
}

std::string timex_value(const Moment& moment) {
  if (!moment.placed) return unplaced_value(moment) + moment.clock;
  const std::string day = format_day(moment.first);
  const std::string year_text = day.substr(0, 4);
  const unsigned at = number_of(month_of(moment.first).month());
  switch (moment.grain) {
    case Grain::day:
      return day + moment.clock;
    case Grain::week:
      return week_text(moment.first);
    case Grain::weekend:
      return week_text(moment.first - days{5}) + "-WE";
    case Grain::month:
      return day.substr(0, 7);
    case Grain::season:
      return year_text + (at == 3 ? "-SP" : at == 6 ? "-SU" : at == 9 ? "-FA" : "-WI");
    case Grain::quarter:
      return year_text + "-Q" + std::to_string((at + 2) / 3);
    case Grain::half:
      return year_text + (at == 1 ? "-H1" : "-H2");
    case Grain::year:
      return year_text;
    case Grain::decade:
      return year_text.substr(0, 3);
    case Grain::century:
      return year_text.substr(0, 2);
  }
  return {};
}

EventDate event_date(const Moment& moment) {
  if (!moment.placed) {
    EventDate result;
    if (moment.blank || moment.weekday_only || moment.grain > Grain::month) return result;
    const year_month_day civil{moment.first};
    result.month = static_cast<std::uint8_t>(number_of(civil.month()));
    if (moment.grain == Grain::day) result.day = static_cast<std::uint8_t>(unsigned{civil.day()});
    return result;
  }
  EventDate result = interval_date(moment.first, last_of(moment));
  switch (moment.grain) {
    case Grain::day:
      result.precision = Precision::day;
      break;
    case Grain::week:
      result.precision = Precision::week;
      break;
    case Grain::month:
      result.precision = Precision::month;
      break;
    case Grain::season:
      result.precision = Precision::season;
      break;
    case Grain::quarter:
      result.precision = Precision::quarter;
      break;
    case Grain::year:
      result.precision = Precision::year;
      break;
    default:
      break;
  }
  return result;
}

EventDate cut_date(const EventDate& date, std::string_view mod, bool against_now,
                   std::optional<sys_days> now) {
  if (date.precision == Precision::day || date.precision >= Precision::before) return date;
  if (against_now) {
    const bool around = now && date.first <= *now && *now <= date.last;
    if (around && mod == "START")
      return date.first == *now ? day_date(*now) : interval_date(date.first, *now);
    if (around && mod == "END")
      return date.last == *now ? day_date(*now) : interval_date(*now, date.last);
    return date;
  }
  const auto length = (date.last - date.first).count() + 1;
  const days third{length / 3};
  const sys_days one = date.first + third - days{1};
  const sys_days two = one + third;
  if (length < 7) return date;
  if (mod == "START") return interval_date(date.first, one);
  if (mod == "MID") return interval_date(one + days{1}, two);
  if (mod == "END") return interval_date(two + days{1}, date.last);
  return date;
}

std::optional<sys_days> holiday(std::string_view name, year y) {
  struct Fixed {
    std::string_view name;
    unsigned month;
    unsigned day;
  };
  constexpr Fixed fixed[] = {{"new-year", 1, 1},        {"valentine", 2, 14},  {"may-day", 5, 1},
                             {"independence", 7, 4},    {"halloween", 10, 31}, {"veterans", 11, 11},
                             {"christmas-eve", 12, 24}, {"christmas", 12, 25}, {"boxing", 12, 26},
                             {"new-years-eve", 12, 31}};
  for (const Fixed& row : fixed) {
    if (row.name == name) return sys_days{y / month{row.month} / date::day{row.day}};
  }
  if (name == "king") return sys_days{y / date::January / date::Monday[3]};
  if (name == "presidents") return sys_days{y / date::February / date::Monday[3]};
  if (name == "memorial") return sys_days{y / date::May / date::Monday[date::last]};
  if (name == "labor") return sys_days{y / date::September / date::Monday[1]};
  if (name == "columbus") return sys_days{y / date::October / date::Monday[2]};
  if (name == "thanksgiving") return sys_days{y / date::November / date::Thursday[4]};
  if (name == "easter" || name == "good-friday" || name == "ash-wednesday" ||
      name == "easter-monday") {
    // Source: the Gregorian computus of J. Meeus, Astronomical Algorithms, 1991, chapter 8.
    const int n = int{y};
    const int a = n % 19, b = n / 100, c = n % 100, f = (b + 8) / 25;
    const int h = (19 * a + b - b / 4 - (b - f + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int sum = h + l - 7 * m + 114;
    const sys_days sunday{y / month{static_cast<unsigned>(sum / 31)} /
                          date::day{static_cast<unsigned>(sum % 31 + 1)}};
    if (name == "easter-monday") return sunday + days{1};
    if (name == "ash-wednesday") return sunday - days{46};
    return name == "easter" ? sunday : sunday - days{2};
  }
  return std::nullopt;
}

}  // namespace annals
