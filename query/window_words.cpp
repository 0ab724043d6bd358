#include "query/window_words.h"

#include <algorithm>

#include "query/events.h"
#include "query/time_words.h"

namespace annals {
namespace {

using date::days;
using Words = std::span<const Word>;

constexpr days around_days{7};

/// How many days a unit of time has, a month 30 of them; 0 for other words.
long days_in(const Word& unit) {
  return is_one_of(unit, {"day", "days"})       ? 1
         : is_one_of(unit, {"week", "weeks"})   ? 7
         : is_one_of(unit, {"month", "months"}) ? 30
         : is_one_of(unit, {"year", "years"})   ? 365
                                                : 0;
}

}  // namespace

std::size_t WindowReader::read(Words words) {
  const std::size_t count = window(words);
  return count > 0 ? count : within(words);
}

bool WindowReader::read_whole(Words words) {
  const auto time = point(words);
  if (!time || time->is_event || time->count != words.size()) return false;
  narrow(time->date.first, time->date.last, words[0]);
  return true;
}

bool WindowReader::begins_time(Words words) {
  const bool counts = options_.today.has_value();
  const auto time = find_time(words, options_.today.value_or(first_day));
  return time && time->count > 1 && (counts || time->date.last >= first_day + days{1000});
}

std::optional<WindowReader::Point> WindowReader::point(Words words) {
  if (words.empty()) return std::nullopt;
  if (is_event_word(words[0]) && !words[0].folded.starts_with("eu")) {
    return Point{.date = find_event(store_, line_, words[0]).date, .is_event = true, .count = 1};
  }
  // without a day to count from, only relative words stay unread: no year 1 is ever meant
  const auto found = find_time(words, options_.today.value_or(first_day));
  if (!found) return std::nullopt;
  if (!options_.today && found->date.last < first_day + days{1000}) {
    throw error_at(line_, words[0].begin, "\"" + words[0].text + "\" needs a day to count from");
  }
  return Point{.date = found->date, .count = found->count};
}

/// "November", "November 8": of the year of the window's other end, else of the latest year, up
/// to today, in which the store has an event then.
std::optional<WindowReader::Point> WindowReader::point_without_year(
    Words words, std::optional<date::year> year) {
  if (!year) year = options_.year;
  const auto found = find_month_day(words);
  if (!found) return std::nullopt;
  const auto days_in = [&](date::year of) -> std::optional<EventDate> {
    if (found->day == 0) return month_date(of / found->month);
    const date::year_month_day day{of, found->month, date::day{found->day}};
    return day.ok() ? std::optional(day_date(date::sys_days{day})) : std::nullopt;
  };
  std::optional<EventDate> date;
  if (year) {
    date = days_in(*year);
  } else {
    constexpr date::year last_asked{2100};
    constexpr int years = 150;
    const date::year begin =
        options_.today ? date::year_month_day{*options_.today}.year() : last_asked;
    for (int back = 0; back < years && !date; ++back) {
      date = days_in(begin - date::years{back});
      const bool ahead = date && options_.today && date->first > *options_.today;
      if (date && (ahead || !has_event_in({date->first, date->last}))) date.reset();
    }
  }
  return date ? std::optional(Point{.date = *date, .count = found->count}) : std::nullopt;
}

bool WindowReader::has_event_in(const Window& window) const {
  bool found = false;
  store_.scan_events(window, "", false, [&](const IndexEntry& entry) {
    found = found || (entry.days.first >= window.first && entry.days.last <= window.last);
  });
  return found;
}

std::optional<WindowReader::Point> WindowReader::point_of_any_year(Words words) {
  auto found = point(words);
  return found ? found : point_without_year(words, std::nullopt);
}

void WindowReader::narrow(date::sys_days first, date::sys_days last, const Word& at) {
  Window& window = request_.window;
  window.first = std::max({window.first, first, first_day});
  window.last = std::min({window.last, last, last_day});
  request_.windowed = true;
  if (window.first > window.last) {
    throw error_at(
        line_, at.begin,
        "no day is left by this window: the times of the question have no day in common; "
        "ask for each of them, or from one to the other");
  }
}

void WindowReader::check_date(const Word& word) const {
  if (word.quoted || word.text[0] < '0' || word.text[0] > '9') return;
  throw error_at(line_, word.begin,
                 "\"" + word.text + "\" is no date; write 1985, 1985-11 or 1985-11-19");
}

/// "since its nuclear test": what has no date yet.
void WindowReader::check_time(Words words) const {
  if (!is_one_of(words[0], {"since", "before", "after", "until", "till"}) ||
      !is_determiner(words[1]))
    return;
  throw error_at(line_, words[1].begin,
                 "this is no time, and no event is told so; write " + words[0].folded + " a day, " +
                     words[0].folded + " 2011-09-26, or " + words[0].folded +
                     " an event, by the id behind it");
}

/// "the week before 2011-09-26", "three months after E17", "two days before": so many days on one
/// side of a time.
std::size_t WindowReader::beside(Words words) {
  std::size_t at = is_one_of(words[0], {"in", "during", "within"}) ? 1 : 0;
  if (at < words.size() && is_one_of(words[at], {"the"})) ++at;
  if (at + 2 >= words.size()) return 0;
  const long count = small_number(words[at]);
  if (count > 0) ++at;
  const long unit = at + 2 < words.size() ? days_in(words[at]) : 0;
  if (unit == 0 || !is_one_of(words[at + 1], {"before", "after", "following", "preceding"}))
    return 0;
  const bool is_before = is_one_of(words[at + 1], {"before", "preceding"});
  const auto found = point_of_any_year(words.subspan(at + 2));
  if (!found) {
    check_time(words.subspan(at + 1));
    return 0;
  }
  const days reach{static_cast<int>(std::max(count, 1L) * unit)};
  const EventDate& date = found->date;
  if (is_before) {
    narrow(date.first - reach, date.first - days{1}, words[0]);
  } else {
    request_.begun = date.first;
    narrow(date.last + days{1}, date.last + reach, words[0]);
  }
  return at + 2 + found->count;
}

std::size_t WindowReader::window(Words words) {
  if (const std::size_t count = beside(words)) return count;
  if (is_one_of(words[0], {"between", "from"}) && words.size() >= 4) return range(words);
  if (const std::size_t count = bare_time(words)) return count;
  if (!is_one_of(words[0], {"in", "at", "on", "during", "since", "from", "before", "after", "until",
                            "till", "around"}) ||
      words.size() < 2) {
    return 0;
  }
  const auto found = point_of_any_year(words.subspan(1));
  if (!found) {
    check_date(words[1]);
    check_time(words);
    return 0;
  }
  apply(words[0], *found);
  return found->count + 1;
}

/// "last week", "yesterday"; "of 2011-09-26"; and, to the lenient, "2011" and "September 2011".
std::size_t WindowReader::bare_time(Words words) {
  const bool of = is_one_of(words[0], {"of", "for"});
  const Words time = of ? words.subspan(1) : words;
  if (time.empty() || time[0].quoted || is_event_word(time[0])) return 0;
  const bool relative =
      is_one_of(time[0], {"today", "yesterday", "tomorrow", "this", "last", "next", "past", "the"});
  if (of ? relative : !relative && leniency_ == Leniency::strict) return 0;
  // "expulsions mar 18"
  const bool is_day_of_month = time.size() > 1 && is_month_word(time[0]) && number_of(time[1]);
  const bool counts = time.size() > 1 && is_one_of(time[1], {"days", "weeks", "months", "years"});
  const auto found = counts ? std::nullopt
                     : of || is_one_of(time[0], {"last", "this"}) || is_day_of_month
                         ? point_of_any_year(time)
                         : point(time);
  if (!found || (is_one_of(time[0], {"the"}) && leniency_ == Leniency::strict)) return 0;
  narrow(found->date.first, found->date.last, words[0]);
  return found->count + (of ? 1 : 0);
}

void WindowReader::apply(const Word& word, const Point& found) {
  const EventDate& date = found.date;
  const days step{found.is_event ? 0 : 1};
  if (is_one_of(word, {"since", "from"})) {
    narrow(date.first, last_day, word);
  } else if (word.folded == "before") {
    narrow(first_day, (found.is_event ? date.last : date.first) - step, word);
  } else if (word.folded == "after") {
    request_.begun = date.first;
    narrow((found.is_event ? date.first : date.last) + step, last_day, word);
  } else if (is_one_of(word, {"until", "till"})) {
    narrow(first_day, date.last, word);
  } else if (word.folded == "around") {
    narrow(date.first - around_days, date.last + around_days, word);
  } else {
    narrow(date.first, date.last, word);
  }
}

/// Where the words of the first time of "between ... and ..." end; 0 when it is none.
std::size_t WindowReader::length_of_first(Words words) {
  for (std::size_t i = 1; i < std::min<std::size_t>(words.size(), 6); ++i) {
    if (is_one_of(words[i], {"and", "to", "until", "till"})) return i;
  }
  return 0;
}

/// "between November 15 and November 20, 2006", "between 15 and 20 November 2006": what the
/// first time leaves out is that of the second.
std::optional<WindowReader::Point> WindowReader::first_of_range(Words words) {
  const auto whole = point(words);
  const std::size_t length = length_of_first(words);
  if (length == 0 || length + 1 >= words.size()) return whole;
  const auto is_whole = [&](const std::optional<Point>& each) {
    return each && each->count == length;
  };
  if (is_whole(whole)) return whole;
  const auto to = point_of_any_year(words.subspan(length + 1));
  if (!to) return whole;
  const date::year_month_day end{to->date.last};
  const auto day = number_of(words[0]);
  if (length == 1 && day && *day >= 1 && *day <= 31 && to->date.precision == Precision::day) {
    const date::year_month_day begin{end.year(), end.month(),
                                     date::day{static_cast<unsigned>(*day)}};
    if (begin.ok()) return Point{.date = day_date(date::sys_days{begin}), .count = 1};
  }
  auto from = point_without_year(words, end.year());
  if (from && from->date.first > to->date.last)
    from = point_without_year(words, end.year() - date::years{1});
  return is_whole(from) ? from : whole;
}

std::size_t WindowReader::range(Words words) {
  const auto from = first_of_range(words.subspan(1));
  if (!from) return 0;
  const std::size_t middle = from->count + 1;
  if (middle + 1 >= words.size() || !is_one_of(words[middle], {"and", "to", "until", "till"})) {
    if (words[0].folded != "from") return 0;
    apply(words[0], *from);
    return middle;
  }
  const auto to = point_of_any_year(words.subspan(middle + 1));
  if (!to) {
    check_date(words[middle + 1]);
    return 0;
  }
  if (to->date.last < from->date.first) {
    throw error_at(line_, words[middle + 1].begin, "the window ends before it begins");
  }
  narrow(from->date.first, to->date.last, words[0]);
  return middle + 1 + to->count;
}

/// "within 30 days of E17", "within 90 days", "strictly", "loosely"
std::size_t WindowReader::within(Words words) {
  if (is_one_of(words[0], {"strictly"})) {
    request_.strictly = true;
    return 1;
  }
  if (is_one_of(words[0], {"loosely"})) {
    request_.loosely = true;
    return 1;
  }
  if (!is_one_of(words[0], {"within"}) || words.size() < 3) return 0;
  const long number = small_number(words[1]);
  const long unit = days_in(words[2]);
  if (number == 0 || unit == 0) return 0;
  const days reach{static_cast<int>(number * unit)};
  if (words.size() > 4 && is_one_of(words[3], {"of", "around", "from"})) {
    if (const auto found = point(words.subspan(4))) {
      narrow(found->date.first - reach, found->date.last + reach, words[0]);
      return found->count + 4;
    }
    check_date(words[4]);
  }
  request_.within_days = reach.count();
  return 3;
}

}  // namespace annals
