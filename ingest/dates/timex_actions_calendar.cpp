#include <cstdint>
#include <cstdlib>

#include "ingest/dates/timex_actions.h"

namespace annals {
namespace {

using date::day;
using date::days;
using date::month;
using date::sys_days;
using date::year;
using date::year_month_day;

/// Days ahead up to which a date without a year is rather the coming one than the past one.
constexpr int near_future = 75;
/// The same for a month that may belong to a past verb as well, or that something lasts until.
constexpr int loose_future = 200;
/// Days to a turn of the year that is not in sight.
constexpr std::int64_t never = 1000;

year_month_day civil(sys_days at) { return year_month_day{at}; }

/// The time of day that the words add: "TMO", "T16:10".
std::optional<std::string> clock_of(const DateCaptures& words) {
  if (const auto part = words.value("part"); !part.empty()) return "T" + part;
  if (const auto part = words.value("parts"); !part.empty()) return "T" + part;
  if (const auto named = words.value("clockword"); !named.empty()) return "T" + named;
  const DateAtom* clock = words.find("clock");
  const DateAtom* hour = words.find("hour");
  if (const auto military = words.number("military")) {  // "1430 GMT"
    const int hours = *military / 100;
    const int minutes = *military % 100;
    if (hours > 24 || minutes > 59) return std::nullopt;
    return "T" + std::to_string(100 + hours).substr(1) + ":" +
           std::to_string(100 + minutes).substr(1);
  }
  if (clock == nullptr && hour == nullptr) return "";
  std::int64_t hours = clock != nullptr ? clock->number : hour->number;
  const std::int64_t minutes = clock != nullptr ? clock->number2 : 0;
  const std::string half = words.value("ampm");
  if (!half.empty() && (hours > 12 || hours == 0))
    return half == "PM" && hours < 24 ? std::optional("T" + std::to_string(hours)) : std::nullopt;
  if (half == "PM" && hours < 12) hours += 12;
  if (half == "AM" && hours == 12) hours = 0;
  const auto two = [](std::int64_t n) { return std::to_string(100 + n).substr(1); };
  return "T" + two(hours) + ":" + two(minutes);
}

/// The day `m`/`d` nearest to where the words look. `shift` is -1, 0 or 1 when they say last, this
/// or next.
std::optional<sys_days> nearest_day(sys_days now, month m, day d, std::optional<int> weekday,
                                    const TimexReading& reading) {
  std::optional<sys_days> past, future;
  for (int step = -8; step <= 8; ++step) {  // 29 February may be eight years away
    const year_month_day at{civil(now).year() + date::years{step}, m, d};
    if (!at.ok()) continue;
    const sys_days found{at};
    if (weekday && date::weekday{found}.iso_encoding() != static_cast<unsigned>(*weekday)) continue;
    if (found <= now) past = found;
    if (found >= now && !future) future = found;
  }
  if (weekday && !past && !future) return nearest_day(now, m, d, std::nullopt, reading);
  if (!past || !future) return past ? past : future;
  if (reading.before && reading.before->grain == Grain::day) {  // "Dec. 30 and Jan. 2"
    for (const auto& found : {past, future}) {
      const days after = *found - reading.before->first;
      if (after > days{0} && after <= days{60}) return found;
    }
  }
  const auto back = (now - *past).count();
  const auto ahead = (*future - now).count();
  switch (reading.look.direction) {
    case Direction::past:
      return ahead == 0 || back <= 250 || ahead > 60 ? past : future;
    case Direction::future:
      return back < 60 && ahead > 250 ? past : future;
    default:
      return ahead < back && (ahead <= near_future || reading.look.open) ? future : past;
  }
}

std::optional<Moment> day_of_month(const DateCaptures& words, const TimexReading& reading,
                                   std::optional<int> year_number) {
  const auto m = words.number("month");
  const auto d = words.number("day");
  if (!m || !d) return std::nullopt;
  const month named{static_cast<unsigned>(*m)};
  const day number{static_cast<unsigned>(*d)};
  if (year_number) {
    const year_month_day at{year{*year_number}, named, number};
    if (!at.ok()) return std::nullopt;
    return moment_of(Grain::day, sys_days{at});
  }
  if (!(year{2000} / named / number).ok()) return std::nullopt;
  if (reading.now) {
    const auto found = nearest_day(*reading.now, named, number, words.number("weekday"), reading);
    if (found) return moment_of(Grain::day, *found);
  }
  Moment moment = moment_of(Grain::day, sys_days{year{2000} / named / number});
  moment.placed = false;
  return moment;
}

/// What comes once a year: the last that is over, the one that is now, the next.
struct Turns {
  std::optional<Moment> past, current, future;

  [[nodiscard]] std::int64_t days_ahead(sys_days now) const {
    return future ? (future->first - now).count() : never;
  }
  [[nodiscard]] std::int64_t days_back(sys_days now) const {
    return past ? (now - last_of(*past)).count() : never;
  }
};

Turns turns_around(sys_days now, Grain grain, unsigned first_month) {
  Turns turns;
  for (int step = -2; step <= 2; ++step) {
    const year y = civil(now).year() + date::years{step};
    const Moment moment = moment_of(grain, sys_days{y / month{first_month} / 1});
    if (last_of(moment) < now)
      turns.past = moment;
    else if (moment.first <= now)
      turns.current = moment;
    else if (!turns.future)
      turns.future = moment;
  }
  return turns;
}

/// "last February", "next spring", "this summer": `shift` years from this one.
std::optional<Moment> shifted_turn(const Turns& turns, Grain grain, int shift, sys_days now,
                                   Direction direction) {
  const auto& [past, current, future] = turns;
  if (shift < 0) {
    // in March "last February" is not the month before, which goes by "last month"
    const bool month_before = past && grain == Grain::month && now - last_of(*past) < days{32};
    return month_before ? moment_after(grain, past->first, -12) : past;
  }
  if (shift > 0) return future;
  // the one of this year, in winter the nearest
  if (current) return current;
  constexpr std::int64_t nearly_a_year = 330;  // days
  const bool this_year_ahead = future && civil(future->first).year() == civil(now).year();
  if (direction == Direction::future) return future;
  return this_year_ahead && turns.days_ahead(now) < nearly_a_year ? future : past;
}

/// A month, season or the like that comes once a year: which one the words mean.
std::optional<Moment> yearly(Grain grain, unsigned first_month, std::optional<int> shift,
                             const TimexReading& reading, int ahead_by_distance) {
  if (!reading.now) {
    Moment moment = moment_of(grain, sys_days{year{2000} / month{first_month} / 1});
    moment.placed = false;
    return moment;
  }
  const sys_days now = *reading.now;
  const Turns turns = turns_around(now, grain, first_month);
  const auto& [past, current, future] = turns;
  if (shift) return shifted_turn(turns, grain, *shift, now, reading.look.direction);
  if (reading.before && reading.before->grain == grain) {  // "January and February"
    for (const auto& found : {past, current, future}) {
      if (!found) continue;
      const days after = found->first - reading.before->first;
      if (after > days{0} && after < days{200}) return found;
    }
  }
  if (current) return current;
  const std::int64_t ahead = turns.days_ahead(now);
  switch (reading.look.direction) {
    case Direction::future:
      return reading.look.loose && ahead > loose_future ? past : future;
    case Direction::past:
      return ahead > 15 ? past : future;
    default: {
      const bool nearest =
          reading.look.open && ahead <= loose_future && ahead < turns.days_back(now);
      return nearest || ahead <= ahead_by_distance ? future : past;
    }
  }
}

std::optional<Moment> bare_weekday(int weekday, std::optional<int> shift,
                                   const TimexReading& reading) {
  const date::weekday named{static_cast<unsigned>(weekday % 7)};
  if (!reading.now) {
    Moment moment =
        moment_of(Grain::day, sys_days{date::Monday[1] / date::January / 2001} + days{weekday - 1});
    moment.placed = false;
    moment.weekday_only = true;
    return moment;
  }
  const sys_days now = *reading.now;
  const days back = date::weekday{now} - named;
  const days ahead = named - date::weekday{now};
  if (shift && *shift < 0) return moment_of(Grain::day, now - (back == days{0} ? days{7} : back));
  if (shift && *shift > 0) return moment_of(Grain::day, now + (ahead == days{0} ? days{7} : ahead));
  if (back == days{0}) return moment_of(Grain::day, now);
  if (reading.before && reading.before->grain == Grain::day) {  // "on Monday and Tuesday"
    const days after = named - date::weekday{reading.before->first};
    if (after > days{0} && after <= days{4})
      return moment_of(Grain::day, reading.before->first + after);
    if (after > days{4}) return moment_of(Grain::day, reading.before->first + after - days{7});
  }
  // "addresses the Assembly on Tuesday": what is told in the present on a named day is yet to come
  const bool looks_ahead =
      reading.look.direction == Direction::future || reading.look.direction == Direction::present;
  const bool nearer_ahead = reading.look.open && ahead < back;
  return moment_of(Grain::day, looks_ahead || nearer_ahead ? now + ahead : now - back);
}

std::optional<Moment> written_date(const DateAtom& atom, bool iso) {
  std::int64_t y = iso ? atom.number : atom.number3;
  std::int64_t m = iso ? atom.number2 : atom.number;
  std::int64_t d = iso ? atom.number3 : atom.number2;
  if (!iso && m > 12) std::swap(m, d);  // 25/6/2011
  if (!iso && y < 100) y += y < 50 ? 2000 : 1900;
  const year_month_day at{year{static_cast<int>(y)}, month{static_cast<unsigned>(m)},
                          day{static_cast<unsigned>(d)}};
  if (!at.ok() || y < 1 || y > 9999) return std::nullopt;
  return moment_of(Grain::day, sys_days{at});
}

unsigned season_month(std::string_view season) {
  return season == "SP" ? 3 : season == "SU" ? 6 : season == "FA" ? 9 : 12;
}

std::optional<Moment> moment_in_words(const DateCaptures& words, const TimexReading& reading) {
  if (const DateAtom* iso = words.find("isodate")) return written_date(*iso, true);
  if (const DateAtom* slashes = words.find("slashdate")) return written_date(*slashes, false);
  std::optional<int> year_number = words.number("year");
  std::optional<int> shift = words.number("near");
  const std::string argument = words.argument(0);
  if (argument == "year") {  // "July last year"
    if (reading.now && shift) year_number = int{civil(*reading.now).year()} + *shift;
    shift.reset();
  } else if (argument == "told") {  // "in May of that year"
    if (!reading.reference && !reading.now) return std::nullopt;
    const sys_days told = reading.reference ? reading.reference->first : *reading.now;
    year_number = int{civil(told).year()};
  } else if (!argument.empty()) {
    shift = std::atoi(argument.c_str());
  }
  if (year_number && (*year_number < 1 || *year_number > 9999)) return std::nullopt;
  const auto month_number = words.number("month");
  if (month_number && words.has("day")) return day_of_month(words, reading, year_number);
  if (month_number) {
    const auto m = static_cast<unsigned>(*month_number);
    if (year_number) return moment_of(Grain::month, sys_days{year{*year_number} / month{m} / 1});
    return yearly(Grain::month, m, shift, reading, 45);
  }
  if (const auto season = words.value("season"); !season.empty()) {
    const unsigned m = season_month(season);
    if (year_number) return moment_of(Grain::season, sys_days{year{*year_number} / month{m} / 1});
    return yearly(Grain::season, m, shift, reading, 90);
  }
  if (const auto weekday = words.number("weekday")) return bare_weekday(*weekday, shift, reading);
  if (const auto decade = words.number("decade")) {
    return moment_of(*decade % 100 == 0 && *decade < 1900 ? Grain::century : Grain::decade,
                     sys_days{year{*decade} / 1 / 1});
  }
  if (const auto decade = words.number("decadeword")) {
    return moment_of(Grain::decade, sys_days{year{1900 + *decade} / 1 / 1});
  }
  if (const auto name = words.value("holiday"); !name.empty())
    return holiday_moment(name, year_number, shift, reading);
  if (year_number) return moment_of(Grain::year, sys_days{year{*year_number} / 1 / 1});
  return std::nullopt;
}

/// The last day of "Nov. 12-13" and "1973-1990", whose value is the first.
std::optional<sys_days> last_in_words(const DateCaptures& words, const Moment& first) {
  const auto to = words.number("to");
  if (!to || !first.placed) return std::nullopt;
  const year_month_day civil_first = civil(first.first);
  if (first.grain == Grain::day) {
    const year_month_day at{civil_first.year(), civil_first.month(),
                            day{static_cast<unsigned>(*to)}};
    return at.ok() ? std::optional(sys_days{at}) : std::nullopt;
  }
  if (first.grain != Grain::year) return std::nullopt;
  const int century = int{civil_first.year()} / 100 * 100;
  const int last = *to < 100 ? century + *to : *to;  // "1997-98"
  if (last > 9999) return std::nullopt;
  return last_of(moment_of(Grain::year, sys_days{year{last} / 1 / 1}));
}

}  // namespace

std::optional<TimexValue> read_calendar(const DateCaptures& words, const TimexReading& reading) {
  auto moment = moment_in_words(words, reading);
  const auto clock = clock_of(words);
  if (!moment || !clock) return std::nullopt;
  if (moment->grain == Grain::day) moment->clock = *clock;
  const auto last = last_in_words(words, *moment);
  const sys_days first = moment->first;
  TimexValue result = calendar_value(words, reading, std::move(*moment));
  if (last && *last > first) result.date = interval_date(first, *last);
  return result;
}

std::optional<TimexValue> read_clock(const DateCaptures& words, const TimexReading& reading) {
  const auto clock = clock_of(words);
  if (!clock || clock->empty()) return std::nullopt;
  Moment moment{.clock = *clock};
  if (reading.now) {
    moment.first = *reading.now;
  } else {
    moment.placed = false;
    moment.blank = true;
  }
  return calendar_value(words, reading, moment);
}

std::optional<TimexValue> read_century(const DateCaptures& words, const TimexReading& reading) {
  const auto number = words.number("ordinal");
  if (!number || *number < 2 || *number > 40) return std::nullopt;
  return calendar_value(words, reading,
                        moment_of(Grain::century, sys_days{year{(*number - 1) * 100} / 1 / 1}));
}

std::optional<TimexValue> read_weekday_of_week(const DateCaptures& words,
                                               const TimexReading& reading) {
  const auto weekday = words.number("weekday");
  if (!weekday) return std::nullopt;
  const int weeks = std::atoi(words.argument(0).c_str());
  if (!reading.now) return calendar_value(words, reading, *bare_weekday(*weekday, {}, reading));
  const Moment week = moment_of(Grain::week, *reading.now + date::weeks{weeks});
  Moment moment = moment_of(Grain::day, week.first + days{*weekday - 1});
  moment.clock = clock_of(words).value_or("");
  return calendar_value(words, reading, moment);
}

}  // namespace annals
