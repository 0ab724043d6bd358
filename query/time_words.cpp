#include "query/time_words.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "graph/calendar_names.h"
#include "graph/names.h"

namespace annals {
namespace {

using date::days;
using date::sys_days;
using Words = std::span<const Word>;
using Found = std::optional<TimeWords>;

std::optional<unsigned> number_of(std::string_view text, std::size_t most_digits) {
  unsigned value = 0;
  if (text.empty() || text.size() > most_digits) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<date::month> month_of(std::string_view word) {
  if (word.size() != 3 && word != "sept") return find_month(word);
  for (const std::string_view name : month_names) {
    if (fold(name).starts_with(word)) return find_month(name);
  }
  return std::nullopt;
}

std::optional<date::year> year_of(const Word& word) {
  if (word.text.size() != 4) return std::nullopt;
  const auto value = number_of(word.text, 4);
  if (!value || *value == 0) return std::nullopt;
  return date::year{static_cast<int>(*value)};
}

std::optional<unsigned> day_of(std::string_view word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (word.size() > 2 && word.ends_with(ending)) word.remove_suffix(2);
  }
  const auto value = number_of(word, 2);
  return value && *value >= 1 && *value <= 31 ? value : std::nullopt;
}

Found found(EventDate date, std::size_t count) { return TimeWords{.date = date, .count = count}; }

Found exact_day(date::year year, date::month month, unsigned day, std::size_t count) {
  const date::year_month_day result{year, month, date::day{day}};
  return result.ok() ? found(day_date(sys_days{result}), count) : std::nullopt;
}

/// "September", "26 September", "September 26", "26th of September"
std::optional<MonthDay> month_day(Words words) {
  std::size_t i = 0;
  std::optional<unsigned> day = day_of(words[0].folded);
  if (day) {
    ++i;
    if (i < words.size() && words[i].folded == "of") ++i;
  }
  if (i >= words.size() || words[i].quoted) return std::nullopt;
  const auto month = month_of(words[i++].folded);
  if (!month) return std::nullopt;
  if (!day && i < words.size()) {
    day = day_of(words[i].folded);
    if (day) ++i;
  }
  return MonthDay{.month = *month, .day = day.value_or(0), .count = i};
}

/// "September 2011", "26 September 2011", "September 26 2011", "26th of September 2011"
Found written_date(Words words) {
  const auto start = month_day(words);
  if (!start) return std::nullopt;
  std::size_t i = start->count;
  if (i < words.size() && words[i].folded == "of") ++i;
  if (i >= words.size()) return std::nullopt;
  const auto year = year_of(words[i++]);
  if (!year) return std::nullopt;
  return start->day != 0 ? exact_day(*year, start->month, start->day, i)
                         : found(month_date(*year / start->month), i);
}

/// "summer 2011", "summer of 2011", "Q3 2011", "third quarter of 2011", "first half of 2011"
Found named_part(Words words) {
  struct Part {
    std::string_view words;
    std::string_view code;
  };
  constexpr std::array<Part, 15> parts = {{{"spring", "21"},
                                           {"summer", "22"},
                                           {"autumn", "23"},
                                           {"fall", "23"},
                                           {"winter", "24"},
                                           {"q1", "33"},
                                           {"q2", "34"},
                                           {"q3", "35"},
                                           {"q4", "36"},
                                           {"first quarter", "33"},
                                           {"second quarter", "34"},
                                           {"third quarter", "35"},
                                           {"fourth quarter", "36"},
                                           {"first half", "40"},
                                           {"second half", "41"}}};
  for (const Part& part : parts) {
    const bool two = part.words.find(' ') != std::string_view::npos;
    std::size_t i = two ? 2 : 1;
    if (words.size() <= i) continue;
    const std::string start = two ? words[0].folded + " " + words[1].folded : words[0].folded;
    if (start != part.words) continue;
    if (words[i].folded == "of") ++i;
    if (i >= words.size() || !year_of(words[i])) return std::nullopt;
    const auto date = parse_edtf(words[i].text + "-" + std::string(part.code));
    return date ? found(*date, i + 1) : std::nullopt;
  }
  return std::nullopt;
}

Found decade(Words words) {
  const std::string& text = words[0].text;
  if (text.size() != 5 || text[4] != 's' || text[3] != '0') return std::nullopt;
  const auto date = parse_edtf(text.substr(0, 3) + "X");
  return date ? found(*date, 1) : std::nullopt;
}

EventDate part_of(const EventDate& whole, int part, int parts) {
  const auto length = (whole.last - whole.first).count() + 1;
  const auto first = whole.first + days{length * part / parts};
  const auto last = whole.first + days{length * (part + 1) / parts - 1};
  return interval_date(first, std::max(first, last));
}

/// "early September 2011", "mid 2011", "late May 2011", "the last week of 2011-09", "the week of
/// 2012-07-30"
Found part_of_time(Words words, sys_days today) {
  struct Part {
    std::string_view word;
    int part;
  };
  constexpr std::array<Part, 7> thirds = {{{"early", 0},
                                           {"beginning", 0},
                                           {"start", 0},
                                           {"mid", 1},
                                           {"middle", 1},
                                           {"late", 2},
                                           {"end", 2}}};
  for (const Part& part : thirds) {
    if (words[0].folded != part.word) continue;
    std::size_t i = 1;
    while (i < words.size() && (words[i].folded == "of" || words[i].folded == "in")) ++i;
    if (i == 1 && (part.word == "beginning" || part.word == "start" || part.word == "end"))
      return std::nullopt;  // "the end of 2011"
    const auto rest = i < words.size() ? find_time(words.subspan(i), today) : std::nullopt;
    if (!rest) return std::nullopt;
    return found(part_of(rest->date, part.part, 3), rest->count + i);
  }
  constexpr std::array<std::string_view, 5> ordinals = {"first", "second", "third", "fourth",
                                                        "last"};
  std::size_t i = 0;
  const auto* const ordinal = std::find(ordinals.begin(), ordinals.end(), words[0].folded);
  if (ordinal != ordinals.end()) ++i;
  if (i + 2 >= words.size() || words[i].folded != "week" || words[i + 1].folded != "of")
    return std::nullopt;
  const auto rest = find_time(words.subspan(i + 2), today);
  if (!rest) return std::nullopt;
  const std::size_t count = rest->count + i + 2;
  if (ordinal == ordinals.end()) return found(week_date(rest->date.first), count);
  const auto nth = ordinal - ordinals.begin();
  const auto first = nth == 4 ? rest->date.last - days{6} : rest->date.first + days{7 * nth};
  return found(interval_date(first, first + days{6}), count);
}

EventDate unit_around(sys_days today, std::string_view unit, int step) {
  const date::year_month_day now{today};
  if (unit == "week") return week_date(today + days{7 * step});
  if (unit == "month") return month_date(now.year() / now.month() + date::months{step});
  return year_date(now.year() + date::years{step});
}

/// "Monday": the latest one, today included; "last Monday" and "next Monday": without today.
Found weekday_time(Words words, sys_days today) {
  if (const auto day = find_weekday(words[0].folded))
    return found(day_date(today - (date::weekday{today} - *day)), 1);
  if (words.size() < 2) return std::nullopt;
  const auto day = find_weekday(words[1].folded);
  if (!day) return std::nullopt;
  if (words[0].folded == "last") {
    const sys_days yesterday = today - days{1};
    return found(day_date(yesterday - (date::weekday{yesterday} - *day)), 2);
  }
  if (words[0].folded != "next") return std::nullopt;
  const sys_days tomorrow = today + days{1};
  return found(day_date(tomorrow + (*day - date::weekday{tomorrow})), 2);
}

/// "last 30 days", "past 3 months": up to today
Found last_units(Words words, sys_days today) {
  if (words[0].folded != "last" && words[0].folded != "past") return std::nullopt;
  const auto number = words.size() > 2 ? number_of(words[1].folded, 4) : std::nullopt;
  if (!number || *number == 0) return std::nullopt;
  const std::string& unit = words[2].folded;
  const date::year_month_day now{today};
  const auto count = static_cast<int>(*number);
  if (unit == "days" || unit == "day")
    return found(interval_date(today - days{count - 1}, today), 3);
  if (unit == "weeks" || unit == "week")
    return found(interval_date(today - days{7 * count - 1}, today), 3);
  const bool by_month = unit == "months" || unit == "month";
  if (!by_month && unit != "years" && unit != "year") return std::nullopt;
  const auto begin = now.year() / now.month() - date::months{by_month ? count : 12 * count};
  return found(interval_date(std::min(sys_days{begin / date::last},
                                      sys_days{begin / 1} + days{unsigned{now.day()} - 1}),
                             today),
               3);
}

/// "today", "yesterday", "this week", "last month", "next year"
Found relative_time(Words words, sys_days today) {
  if (auto result = weekday_time(words, today)) return result;
  if (auto result = last_units(words, today)) return result;
  if (words[0].folded == "today") return found(day_date(today), 1);
  if (words[0].folded == "yesterday") return found(day_date(today - days{1}), 1);
  if (words[0].folded == "tomorrow") return found(day_date(today + days{1}), 1);
  if (words.size() < 2) return std::nullopt;
  const std::string& unit = words[1].folded;
  if (unit != "week" && unit != "month" && unit != "year") return std::nullopt;
  if (words[0].folded == "this") return found(unit_around(today, unit, 0), 2);
  if (words[0].folded == "last" || words[0].folded == "past")
    return found(unit_around(today, unit, -1), 2);
  if (words[0].folded == "next") return found(unit_around(today, unit, 1), 2);
  return std::nullopt;
}

Found edtf(Words words) {
  const std::string& text = words[0].text;
  if (text.empty() || !((text[0] >= '0' && text[0] <= '9') || text.starts_with("..")))
    return std::nullopt;
  if (text.find_first_of("-/") == std::string::npos && !year_of(words[0])) return std::nullopt;
  const auto date = parse_edtf(text);
  if (!date || date->precision == Precision::unknown) return std::nullopt;
  return found(*date, 1);
}

}  // namespace

std::optional<MonthDay> find_month_day(Words words) {
  if (words.empty() || words[0].quoted) return std::nullopt;
  constexpr std::array<std::string_view, 4> before = {"the", "last", "past", "this"};
  if (std::find(before.begin(), before.end(), words[0].folded) != before.end() &&
      words.size() > 1) {
    auto rest = month_day(words.subspan(1));
    if (rest) ++rest->count;
    return rest;
  }
  return month_day(words);
}

bool is_month_word(const Word& word) { return !word.quoted && month_of(word.folded).has_value(); }

std::optional<TimeWords> find_time(std::span<const Word> words, date::sys_days today) {
  if (words.empty() || words[0].quoted) return std::nullopt;
  if (words[0].folded == "the" && words.size() > 1) {
    auto rest = find_time(words.subspan(1), today);
    if (rest) ++rest->count;
    return rest;
  }
  if (auto result = part_of_time(words, today)) return result;
  if (auto result = relative_time(words, today)) return result;
  if (auto result = written_date(words)) return result;
  if (auto result = named_part(words)) return result;
  if (auto result = decade(words)) return result;
  return edtf(words);
}

}  // namespace annals
