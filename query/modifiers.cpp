#include "query/modifiers.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "graph/calendar_names.h"
#include "graph/names.h"
#include "query/events.h"
#include "query/time_words.h"

namespace annals {
namespace {

using date::days;
using Words = std::span<const Word>;

constexpr days around_days{7};

bool is_one_of(const Word& word, std::initializer_list<std::string_view> choices) {
  return !word.quoted && std::find(choices.begin(), choices.end(), word.folded) != choices.end();
}

std::optional<long> number_of(const Word& word) {
  long value = 0;
  const char* const end = word.text.data() + word.text.size();
  const auto [at, error] = std::from_chars(word.text.data(), end, value);
  if (word.quoted || error != std::errc{} || at != end || value < 0 || value > 1000000)
    return std::nullopt;
  return value;
}

std::optional<Status> status_of(const Word& word) {
  if (word.quoted) return std::nullopt;
  if (word.folded == "canceled" || word.folded == "postponed") return Status::cancelled;
  if (word.folded == "scheduled") return Status::planned;
  if (word.folded == "confirmed" || word.folded == "actual" || word.folded == "occurred")
    return Status::happened;
  if (word.folded == "happened") return std::nullopt;  // "what happened" is a question
  return parse_status(word.folded);
}

bool looks_like_month(const Word& word) {
  static const std::vector<std::string> months(month_names.begin(), month_names.end());
  return nearest_name(word.folded, months) < months.size();
}

/// Reads the modifiers at one place; every function gives how many words it took, 0 for none.
class ModifierReader {
 public:
  ModifierReader(const Store& store, std::string_view line, const AskOptions& options,
                 Leniency leniency, Request& request)
      : store_(store), line_(line), options_(options), leniency_(leniency), request_(request) {}

  std::size_t read(Words words, const Word* before) {
    for (const auto step :
         {&ModifierReader::window, &ModifierReader::within, &ModifierReader::order,
          &ModifierReader::outlet, &ModifierReader::unit}) {
      if (const std::size_t count = (this->*step)(words)) return count;
    }
    if (const std::size_t count = topic(words)) return count;
    if (const std::size_t count = status(words, before)) return count;
    return place(words);
  }

 private:
  struct Point {
    EventDate date;
    bool is_event = false;
    std::size_t count = 0;
  };

  std::optional<Point> point(Words words) {
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
  std::optional<Point> point_without_year(Words words, std::optional<date::year> year) {
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

  bool has_event_in(const Window& window) const {
    bool found = false;
    store_.scan_events(window, "", false, [&](const IndexEntry& entry) {
      found = found || (entry.days.first >= window.first && entry.days.last <= window.last);
    });
    return found;
  }

  std::optional<Point> point_of_any_year(Words words) {
    auto found = point(words);
    return found ? found : point_without_year(words, std::nullopt);
  }

  void narrow(date::sys_days first, date::sys_days last, const Word& at) {
    Window& window = request_.window;
    window.first = std::max({window.first, first, first_day});
    window.last = std::min({window.last, last, last_day});
    request_.windowed = true;
    if (window.first > window.last)
      throw error_at(line_, at.begin, "no day is left by this window");
  }

  void check_date(const Word& word) const {
    if (word.quoted || word.text[0] < '0' || word.text[0] > '9') return;
    throw error_at(line_, word.begin,
                   "\"" + word.text + "\" is no date; write 1985, 1985-11 or 1985-11-19");
  }

  /// "since its nuclear test": what has no date yet.
  void check_time(Words words) const {
    if (!is_one_of(words[0], {"since", "before", "after", "until", "till"}) ||
        !is_one_of(words[1], {"the", "a", "an", "its", "his", "her", "their"}))
      return;
    throw error_at(line_, words[1].begin,
                   "this is no time; write " + words[0].folded + " a day, " + words[0].folded +
                       " 2011-09-26, or " + words[0].folded + " an event, by the id behind it");
  }

  std::size_t window(Words words) {
    if (is_one_of(words[0], {"between", "from"}) && words.size() >= 4) return range(words);
    if (const std::size_t count = bare_time(words)) return count;
    if (!is_one_of(words[0], {"in", "on", "during", "since", "from", "before", "after", "until",
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
  std::size_t bare_time(Words words) {
    const bool of = is_one_of(words[0], {"of", "for"});
    const Words time = of ? words.subspan(1) : words;
    if (time.empty() || time[0].quoted || is_event_word(time[0])) return 0;
    const bool relative = is_one_of(
        time[0], {"today", "yesterday", "tomorrow", "this", "last", "next", "past", "the"});
    if (of ? relative : !relative && leniency_ == Leniency::strict) return 0;
    const bool counts = time.size() > 1 && is_one_of(time[1], {"days", "weeks", "months", "years"});
    const auto found = counts                                       ? std::nullopt
                       : of || is_one_of(time[0], {"last", "this"}) ? point_of_any_year(time)
                                                                    : point(time);
    if (!found || (is_one_of(time[0], {"the"}) && leniency_ == Leniency::strict)) return 0;
    narrow(found->date.first, found->date.last, words[0]);
    return found->count + (of ? 1 : 0);
  }

  void apply(const Word& word, const Point& found) {
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
  static std::size_t length_of_first(Words words) {
    for (std::size_t i = 1; i < std::min<std::size_t>(words.size(), 6); ++i) {
      if (is_one_of(words[i], {"and", "to", "until", "till"})) return i;
    }
    return 0;
  }

  /// "between November 15 and November 20, 2006", "between 15 and 20 November 2006": what the
  /// first time leaves out is that of the second.
  std::optional<Point> first_of_range(Words words) {
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

  std::size_t range(Words words) {
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
  std::size_t within(Words words) {
    if (is_one_of(words[0], {"strictly"})) {
      request_.strictly = true;
      return 1;
    }
    if (is_one_of(words[0], {"loosely"})) {
      request_.loosely = true;
      return 1;
    }
    if (!is_one_of(words[0], {"within"}) || words.size() < 3) return 0;
    const auto number = number_of(words[1]);
    const long unit = is_one_of(words[2], {"day", "days"})       ? 1
                      : is_one_of(words[2], {"week", "weeks"})   ? 7
                      : is_one_of(words[2], {"month", "months"}) ? 30
                      : is_one_of(words[2], {"year", "years"})   ? 365
                                                                 : 0;
    if (!number || unit == 0) return 0;
    const days reach{static_cast<int>(*number * unit)};
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

  /// "limit 10", "max 4 hops", "sort by date", "newest first"
  std::size_t order(Words words) {
    if (words.size() < 2) return 0;
    if (is_one_of(words[0], {"limit", "max", "maximum"})) {
      const auto number = number_of(words[1]);
      if (!number || *number == 0) {
        throw error_at(line_, words[1].begin,
                       "\"" + words[1].text + "\" is no number; write " + words[0].folded + " 10");
      }
      const auto value = static_cast<std::size_t>(*number);
      if (words[0].folded == "limit") {
        request_.limit = value;
      } else {
        request_.hops = value;
      }
      return words.size() > 2 && is_one_of(words[2], {"hops", "hop", "steps", "rows"}) ? 3 : 2;
    }
    if (is_one_of(words[0], {"newest", "latest"}) && is_one_of(words[1], {"first"})) {
      request_.sort = "date";
      request_.descending = true;
      return 2;
    }
    if (!is_one_of(words[0], {"sort", "sorted", "order", "ordered"}) || words[1].folded != "by")
      return 0;
    return sort_key(words);
  }

  std::size_t sort_key(Words words) {
    if (words.size() < 3 ||
        !is_one_of(words[2], {"date", "sources", "confidence", "type", "name"})) {
      throw error_at(line_, words.size() < 3 ? line_.size() : words[2].begin,
                     "sort by one of: date, sources, confidence, type, name");
    }
    request_.sort = words[2].folded;
    request_.descending = words.size() > 3 && is_one_of(words[3], {"descending", "desc", "down"});
    return request_.descending ? 4 : 3;
  }

  static bool ends_name(const Word& word) {
    return status_of(word) ||
           is_one_of(word, {"in",      "on",    "during",   "since",   "from",     "before",
                            "after",   "until", "between",  "around",  "within",   "limit",
                            "sort",    "per",   "but",      "by",      "and",      "at",
                            "of",      "all",   "max",      "newest",  "oldest",   "not",
                            "against", "with",  "strictly", "loosely", "including"});
  }

  /// The words from `from` up to the next modifier.
  std::size_t name_length(Words words, std::size_t from) {
    if (from < words.size() && words[from].quoted) return 1;
    std::size_t end = from;
    while (end < words.size() && !words[end].quoted && !ends_name(words[end])) ++end;
    return end - from;
  }

  /// "by source Reuters", "reported by VOA", "according to Reuters", "but not by Reuters"
  std::size_t outlet(Words words) {
    const auto starts = [&](std::initializer_list<std::string_view> with) {
      std::size_t i = 0;
      for (const auto word : with) {
        if (i >= words.size() || !is_one_of(words[i++], {word})) return false;
      }
      return words.size() > with.size();
    };
    const bool negative = starts({"but", "not", "by"}) || starts({"not", "by"});
    std::size_t from = 0;
    if (starts({"but", "not", "by"})) from = 3;
    if (starts({"not", "by"}) || starts({"by", "source"}) || starts({"reported", "by"}) ||
        starts({"according", "to"}) || starts({"from", "source"}) || starts({"told", "by"})) {
      from = 2;
    }
    if (from == 0) return 0;
    if (is_one_of(words[from], {"source"}) && from + 1 < words.size()) ++from;
    const std::size_t length = name_length(words, from);
    if (length == 0) return 0;
    (negative ? request_.not_source : request_.source) = join_words(words.subspan(from, length));
    return from + length;
  }

  /// "about drones": words of the sentence, where nobody of that name is asked for
  std::size_t topic(Words words) {
    if (leniency_ == Leniency::strict || words.size() < 2) return 0;
    if (!is_one_of(words[0], {"about", "concerning", "regarding"})) return 0;
    const std::size_t length = name_length(words, 1);
    if (length == 0) return 0;
    request_.about = join_words(words.subspan(1, length));
    return 1 + length;
  }

  std::size_t unit(Words words) {
    if (!is_one_of(words[0], {"per", "by", "each", "every"}) || words.size() < 2) return 0;
    if (!is_one_of(words[1],
                   {"day", "week", "month", "quarter", "year", "type", "actor", "status"}))
      return 0;
    request_.unit = words[1].folded;
    return 2;
  }

  void add_status(Status value) {
    auto& all = request_.statuses;
    const auto at = std::lower_bound(all.begin(), all.end(), value);
    if (at == all.end() || *at != value) all.insert(at, value);
  }

  /// A status word asks for events of that status where events are spoken of: "planned meetings",
  /// "... planned".
  std::size_t status(Words words, const Word* before) {
    const bool adds = is_one_of(words[0], {"including", "also"}) && words.size() > 1;
    const Word& word = adds ? words[1] : words[0];
    const bool all = is_one_of(word, {"all", "any"});
    const auto value = status_of(word);
    if (!all && !value) return 0;
    std::size_t count = adds ? 2 : 1;
    const Words rest = words.subspan(count);
    if (before != nullptr && is_one_of(*before, {"who", "what", "did"})) return 0;
    const bool spoken_of =
        rest.empty() || adds || find_type(rest) || status_of(rest[0]) ||
        is_one_of(rest[0], {"and",    "or",       "only",    "max",    "maximum", "newest",
                            "oldest", "strictly", "loosely", "around", "from",    "until",
                            "in",     "on",       "between", "since",  "before",  "after",
                            "limit",  "sort",     "during",  "within", "per",     "statuses"});
    if (!spoken_of) return 0;
    if (adds) add_status(Status::happened);
    for (int i = 0; all && i < 6; ++i) add_status(static_cast<Status>(i));
    if (value) add_status(*value);
    if (rest.size() > 1 && is_one_of(rest[0], {"and", "or"}) && status_of(rest[1])) ++count;
    if (!rest.empty() && is_one_of(rest[0], {"only", "statuses"})) ++count;
    return count;
  }

  std::size_t place(Words words) {
    if (!is_one_of(words[0], {"at", "in"}) || words.size() < 2) return 0;
    const std::size_t length = name_length(words, 1);
    if (length == 0) return 0;
    if (length == 1 && is_month_word(words[1])) {
      throw error_at(line_, words[1].begin,
                     "\"" + words[1].text + "\" of which year? Write " + words[1].text + " 2011");
    }
    // "in Beirut december 2006"
    for (std::size_t name = 1; name < length; ++name) {
      const Words rest = words.subspan(1 + name, length - name);
      const auto time = point(rest);
      if (!time || time->is_event || time->count != rest.size()) continue;
      if (name == 1 && looks_like_month(words[1])) continue;  // "in sepember 2011"
      narrow(time->date.first, time->date.last, rest[0]);
      request_.place = join_words(words.subspan(1, name));
      return 1 + length;
    }
    const Word& last = words[length];
    const bool year = length > 1 && last.text.size() == 4 && number_of(last);
    if (year) {
      throw error_at(line_, words[1].begin,
                     "\"" + join_words(words.subspan(1, length)) +
                         "\" is no date; write September 2011, 2011-09 or 2011-09-26");
    }
    request_.place = join_words(words.subspan(1, length));
    return 1 + length;
  }

  const Store& store_;
  std::string_view line_;
  const AskOptions& options_;
  Leniency leniency_;
  Request& request_;
};

}  // namespace

std::vector<Word> take_modifiers(const Store& store, std::string_view line,
                                 const std::vector<Word>& words, const AskOptions& options,
                                 Leniency leniency, Request& request) {
  ModifierReader reader(store, line, options, leniency, request);
  std::vector<Word> rest;
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t count =
        reader.read(Words(words).subspan(i), i == 0 ? nullptr : &words[i - 1]);
    if (count == 0) rest.push_back(words[i++]);
    i += count;
  }
  return rest;
}

}  // namespace annals
