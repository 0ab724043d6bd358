#include <cstdlib>

#include "ingest/dates/timex_actions.h"

namespace annals {
namespace {

using date::days;
using date::sys_days;

std::string unit_of(const DateCaptures& words) {
  const std::string unit = words.value("unit");
  return unit.empty() ? words.value("units") : unit;
}

/// "P3D", "PT2H", "PXM", "P2Y6M": how long `count` units are. `count` is "X" when it is not known.
std::string length_value(const std::string& unit, const std::string& count, bool half) {
  const bool known = count != "X";
  const long number = known ? std::atol(count.c_str()) : 0;
  if (unit == "H") return "PT" + count + "H" + (half ? "30M" : "");
  if (unit == "m") return "PT" + count + "M" + (half ? "30S" : "");
  if (unit == "S") return "PT" + count + "S";
  if (unit == "FN") return known ? "P" + std::to_string(number * 2) + "W" : "PXW";
  if (unit == "E" && known && number != 1)
    return "P" + std::to_string(number * 10 + (half ? 5 : 0)) + "Y";
  if (unit == "C" && known) return "P" + std::to_string(number * 100) + "Y";
  if (unit == "L" && known) return "P" + std::to_string(number * 1000) + "Y";
  if (unit == "WE") return "P" + count + "WE";
  if (half && unit == "Y") return "P" + count + "Y6M";
  if (half && unit == "D") return "P" + count + "DT12H";
  if (half && unit == "E") return "P15Y";
  return "P" + count + unit;
}

/// How many units: digits, or "X" when the words are vague.
std::string count_of(const DateCaptures& words, bool& half) {
  half = words.value("fraction") == "6";
  if (const DateAtom* number = words.find("number")) {
    half = half || number->half;
    if (number->number == 0)
      return std::to_string(words.number("number").value_or(0));  // "a hundred"
    return std::to_string(number->number);
  }
  if (words.has("vague")) return "X";
  if (const auto couple = words.number("couple")) return std::to_string(*couple);
  return words.has("unit") ? "1" : "X";
}

std::optional<Moment> shifted(const TimexReading& reading, Grain grain, int steps) {
  if (!reading.now) return blank_moment(grain);
  return moment_after(grain, *reading.now, steps);
}

/// The weekend that "the weekend" means: the running one, else the last, or the coming one for what
/// lies ahead.
Moment spoken_weekend(sys_days now, Direction direction) {
  const Moment own = moment_of(Grain::weekend, now);
  if (own.first <= now || direction == Direction::future) return own;
  return moment_of(Grain::weekend, now - date::weeks{1});
}

/// A year, quarter or month back from what is compared: "a year earlier" beside "the third
/// quarter".
std::optional<Moment> compared(const std::string& unit, int count, const TimexReading& reading) {
  if (unit != "Y" || !reading.quarter) return std::nullopt;
  return moment_after(reading.quarter->grain, reading.quarter->first,
                      reading.quarter->grain == Grain::half ? 2 * count : 4 * count);
}

/// Hours or minutes from a time; the day is what can be known.
std::optional<TimexValue> short_while(const DateCaptures& words, const TimexReading& reading,
                                      const std::string& unit, const std::string& count,
                                      bool half) {
  TimexValue result{.type = "DURATION",
                    .value = length_value(unit, count, half),
                    .mod = mod_of(words),
                    .date = {},
                    .moment = {}};
  if (reading.now) result.date = day_date(*reading.now);
  return result;
}

}  // namespace

std::optional<TimexValue> read_shift(const DateCaptures& words, const TimexReading& reading) {
  const auto grain = grain_of(words.argument(0));
  if (!grain) return std::nullopt;
  const std::string by = words.argument(1);
  std::optional<Moment> moment;
  if (by == "the") {
    moment = shifted(reading, *grain, 0);
    if (*grain == Grain::weekend && reading.now)
      moment = spoken_weekend(*reading.now, reading.look.direction);
  } else {
    moment = shifted(reading, *grain, std::atoi(by.c_str()));
  }
  if (!moment) return std::nullopt;
  const std::string last = words.argument(2);
  if (moment->grain == Grain::day) {
    std::string part = words.value("part");
    if (part.empty() && last == "NI") part = last;
    if (!part.empty()) moment->clock = "T" + part;
    if (words.has("hour") || words.has("clock") || words.has("clockword")) {
      if (const auto clock = read_clock(words, reading)) moment->clock = clock->moment->clock;
    }
  }
  TimexValue result = calendar_value(words, reading, *moment);
  if (last == "LAST" && moment->placed)
    return calendar_value(words, reading, moment_of(Grain::day, last_of(*moment)));
  if (last == "START" || last == "END" || last == "MID") {
    result.mod = last;
    result.date = cut_date(event_date(*moment), last, false, reading.now);
  }
  return result;
}

std::optional<TimexValue> read_step(const DateCaptures& words, const TimexReading& reading) {
  const auto grain = grain_of(words.argument(0));
  if (!grain) return std::nullopt;
  const int steps = std::atoi(words.argument(1).c_str());
  std::optional<Moment> moment;
  const auto& told = *grain == Grain::day       ? reading.day
                     : *grain == Grain::quarter ? reading.quarter
                                                : reading.reference;
  if (told) {
    moment = moment_after(*grain, told->first, steps);
  } else {
    moment = shifted(reading, *grain, steps);
  }
  if (!moment) return std::nullopt;
  if (const auto part = words.value("part"); !part.empty() && *grain == Grain::day)
    moment->clock = "T" + part;
  return calendar_value(words, reading, *moment);
}

std::optional<TimexValue> read_step_weekday(const DateCaptures& words,
                                            const TimexReading& reading) {
  const auto weekday = words.number("weekday");
  if (!weekday) return std::nullopt;
  const int steps = std::atoi(words.argument(0).c_str());
  if (!reading.day && !reading.now) return std::nullopt;
  const sys_days from = reading.day ? reading.day->first : *reading.now;
  const date::weekday named{static_cast<unsigned>(*weekday % 7)};
  const days ahead = named - date::weekday{from};
  const days back = date::weekday{from} - named;
  const sys_days found = steps > 0 ? from + (ahead == days{0} ? days{7} : ahead)
                                   : from - (back == days{0} ? days{7} : back);
  return calendar_value(words, reading, moment_of(Grain::day, found));
}

std::optional<TimexValue> read_ago(const DateCaptures& words, const TimexReading& reading) {
  const bool year_said = words.argument(3) == "Y";  // the rule has the word "year" itself
  const std::string unit = year_said ? "Y" : unit_of(words);
  bool half = false;
  const std::string count = year_said ? "1" : count_of(words, half);
  const int sign = std::atoi(words.argument(0).c_str());
  const bool from_now = words.argument(1) != "told";
  if (count == "X") {
    if (!from_now)
      return TimexValue{.type = "DURATION",
                        .value = length_value(unit, count, false),
                        .mod = mod_of(words),
                        .date = {},
                        .moment = {}};
    TimexValue vague{.type = "DATE",
                     .value = sign < 0 ? "PAST_REF" : "FUTURE_REF",
                     .mod = mod_of(words),
                     .date = {},
                     .moment = {}};
    if (reading.now) vague.date = sign < 0 ? before_date(*reading.now) : after_date(*reading.now);
    return vague;
  }
  if (words.argument(2) == "half") {  // "half a century ago"
    const int months = unit == "C" ? 600 : unit == "E" ? 60 : unit == "Y" ? 6 : 0;
    if (months == 0) return std::nullopt;
    const Grain whole = unit == "Y" ? Grain::month : Grain::year;
    if (!reading.now) return calendar_value(words, reading, blank_moment(whole));
    const auto moment =
        moment_after(whole, *reading.now, sign * (whole == Grain::year ? months / 12 : months));
    return moment ? std::optional(calendar_value(words, reading, *moment)) : std::nullopt;
  }
  if (unit == "Y" && half) {
    if (!reading.now) return calendar_value(words, reading, blank_moment(Grain::month));
    const auto moment =
        moment_after(Grain::month, *reading.now, sign * (std::atoi(count.c_str()) * 12 + 6));
    return moment ? std::optional(calendar_value(words, reading, *moment)) : std::nullopt;
  }
  auto grain = grain_of(unit);
  int steps = sign * std::atoi(count.c_str());
  if (unit == "FN") {
    grain = Grain::week;
    steps *= 2;
  }
  if (unit == "E") {
    grain = Grain::year;
    steps = steps * 10 + (half ? 5 * sign : 0);
  }
  if (!grain) return short_while(words, reading, unit, count, half);
  std::optional<Moment> moment =
      words.argument(2) == "compared" ? compared(unit, steps, reading) : std::nullopt;
  const auto& told = *grain == Grain::day ? reading.day : reading.reference;
  if (!moment && !from_now && told) {
    moment = moment_after(*grain, told->first, steps);
  } else if (!moment) {
    moment = shifted(reading, *grain, steps);
  }
  if (!moment) return std::nullopt;
  return calendar_value(words, reading, *moment);
}

std::optional<TimexValue> read_length(const DateCaptures& words, const TimexReading& /*reading*/) {
  bool half = false;
  std::string count = count_of(words, half);
  // "jailed in 1995 to 15 years"
  const auto least = words.number("number");
  const auto most = words.number("upto");
  if (least && most && *most < *least) return std::nullopt;
  if (words.argument(0) == "half") {
    const std::string unit = unit_of(words);
    const std::string value = unit == "H"   ? "PT30M"
                              : unit == "Y" ? "P6M"
                              : unit == "D" ? "PT12H"
                              : unit == "E" ? "P5Y"
                              : unit == "C" ? "P50Y"
                                            : "";
    if (value.empty()) return std::nullopt;
    return TimexValue{
        .type = "DURATION", .value = value, .mod = mod_of(words), .date = {}, .moment = {}};
  }
  if (words.argument(0) == "X") count = "X";
  return TimexValue{.type = "DURATION",
                    .value = length_value(unit_of(words), count, half),
                    .mod = mod_of(words),
                    .date = {},
                    .moment = {}};
}

std::optional<TimexValue> read_every(const DateCaptures& words, const TimexReading& /*reading*/) {
  TimexValue result{.type = "SET", .value = {}, .mod = {}, .date = {}, .moment = {}};
  std::string part = words.value("part");
  if (part.empty()) part = words.value("parts");
  const auto weekday = words.has("weekday") ? words.number("weekday") : words.number("weekdays");
  if (weekday) {
    result.value = "XXXX-WXX-" + std::to_string(*weekday);
  } else if (const auto month = words.number("month")) {
    result.value = "XXXX-" + std::to_string(100 + *month).substr(1);
  } else if (words.has("season") || words.has("seasons")) {
    result.value = "XXXX-" + (words.has("season") ? words.value("season") : words.value("seasons"));
  } else if (const auto unit = unit_of(words); !unit.empty()) {
    bool half = false;
    result.value = length_value(unit, words.has("number") ? count_of(words, half) : "1", half);
    return result;
  } else if (!part.empty()) {
    result.value = "XXXX-XX-XX";
  }
  if (result.value.empty()) return std::nullopt;
  if (!part.empty()) result.value += "T" + part;
  return result;
}

std::optional<TimexValue> read_fixed(const DateCaptures& words, const TimexReading& reading) {
  TimexValue result{.type = words.argument(1).empty() ? "DATE" : words.argument(1),
                    .value = words.argument(0),
                    .mod = mod_of(words),
                    .date = {},
                    .moment = {}};
  if (const auto exact = parse_day(result.value)) {
    result.moment = moment_of(Grain::day, *exact);
    result.date = day_date(*exact);
  } else if (reading.now && result.value == "PAST_REF") {
    result.date = before_date(*reading.now);
  } else if (reading.now && result.value == "FUTURE_REF") {
    result.date = after_date(*reading.now);
  }
  return result;
}

}  // namespace annals
