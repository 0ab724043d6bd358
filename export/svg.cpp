// Pictures as SVG 1.1: a timeline by actor, events by month and type, the network of the actors. No
// script, no fonts or other files; colours as on the page.

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "export/picture.h"
#include "export/words.h"
#include "export/writers.h"
#include "graph/error.h"

namespace annals {
namespace {

/// A scale of days along the page, with ticks at years, or at months where there are few.
struct Scale {
  date::sys_days first;
  date::sys_days last;
  double left;
  double right;

  [[nodiscard]] double at(date::sys_days day) const {
    const auto span = static_cast<double>((last - first).count()) + 1;
    return left + (right - left) * static_cast<double>((day - first).count()) / span;
  }

  /// A tall picture has the dates at its top as well.
  void draw(Picture& picture, double bottom) const {
    constexpr double tall = 400;
    const auto days = static_cast<double>((last - first).count()) + 1;
    const int months = static_cast<int>(days / 30.4);
    int step = 1;
    for (const int one : {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 12000}) {
      step = one;
      if (months / one <= 12) break;
    }
    const date::year_month_day from{first};
    int year = static_cast<int>(from.year());
    if (step > 12) year -= year % (step / 12);
    for (int month = 0;; month += step) {
      const date::sys_days day{date::year{year + month / 12} / (month % 12 + 1) / 1};
      if (day > last || year + month / 12 > 9999) break;
      if (day < first) continue;
      picture.line(at(day), picture_top, at(day), bottom, "#d9d5cb");
      const std::string label =
          step >= 12 ? std::to_string(year + month / 12)
                     : std::string(month_name(static_cast<unsigned>(month % 12 + 1)).substr(0, 3)) +
                           " " + std::to_string(year + month / 12);
      picture.text(at(day) + 2, bottom + 12, label, "start", " fill=\"#5b5a55\"");
      if (bottom - picture_top > tall)
        picture.text(at(day) + 2, picture_top - 4, label, "start", " fill=\"#5b5a55\"");
    }
  }
};

constexpr date::days longest_date{366};  ///< longer dates are eras, which no scale is made for

bool is_brief(const Entry& entry) {
  return entry.event->date.last - entry.event->date.first <= longest_date;
}

/// The days that a picture shows, and what lies outside. A few events long before or after all
/// others would press these together, so they are counted rather than drawn.
struct Range {
  date::sys_days first = last_day;
  date::sys_days last = first_day;
  std::size_t before = 0;
  std::size_t after = 0;
};

Range range_of(const Chronicle& chronicle) {
  std::vector<date::sys_days> days;
  Range range;
  for (const auto* entry : chronicle.dated) {
    if (!is_brief(*entry)) continue;
    days.push_back(entry->event->date.first);
    range.last = std::max(range.last, entry->event->date.last);
  }
  if (days.empty()) return range;
  std::sort(days.begin(), days.end());
  range.first = days.front();
  const auto few = days.size() * 8 / 100;
  const auto is_far = [&](date::days away) { return away * 5 > (range.last - range.first) * 2; };
  if (const auto low = days[few]; is_far(low - range.first))
    range.first = low - (range.last - low) / 20;
  if (const auto high = days[days.size() - 1 - few]; is_far(range.last - high))
    range.last = high + (high - range.first) / 20;
  for (const auto day : days) {
    range.before += day < range.first ? 1 : 0;
    range.after += day > range.last ? 1 : 0;
  }
  return range;
}

Scale scale_of(const Range& range, double left, double right) {
  return {range.first, range.last, left, right};
}

bool is_drawn(const Entry& entry, const Range& range) {
  const auto& date = entry.event->date;
  return date.precision != Precision::before && date.precision != Precision::after &&
         has_day(date) && is_brief(entry) && date.first >= range.first && date.first <= range.last;
}

/// What is not in the picture, in words; "" when all is.
std::string left_out(const Chronicle& chronicle, const Range& range) {
  std::string out;
  const auto add = [&out](std::size_t count, const std::string& words) {
    if (count > 0)
      out += (out.empty() ? "Not drawn: " : ", ") + std::to_string(count) + " " + words;
  };
  add(range.before, "before " + format_day(range.first));
  add(range.after, "after " + format_day(range.last));
  const auto eras = std::count_if(chronicle.dated.begin(), chronicle.dated.end(),
                                  [](const Entry* entry) { return !is_brief(*entry); });
  add(static_cast<std::size_t>(eras), "over more than a year");
  add(chronicle.bounded.size(), "only bounded");
  add(chronicle.undated.size(), "undated");
  return out;
}

/// One row for each of the busiest actors, one mark for each event; marks of one time lie below
/// each other in up to three lanes.
void draw_timeline(std::ostream& out, const Chronicle& chronicle, std::size_t most) {
  constexpr double row_height = 24;
  constexpr double left = 230;
  const Range range = range_of(chronicle);
  std::vector<const Appearance*> rows;
  for (const auto& appearance : chronicle.actors) {
    const bool drawn = std::any_of(appearance.entries.begin(), appearance.entries.end(),
                                   [&](const Entry* entry) { return is_drawn(*entry, range); });
    if (drawn && rows.size() < most) rows.push_back(&appearance);
  }
  const Scale scale = scale_of(range, left, page_width - 20);
  Picture picture;
  picture.legend("hollow: not told as having happened");
  const double bottom = picture_top + row_height * static_cast<double>(rows.size());
  if (!rows.empty()) scale.draw(picture, bottom);
  double y = picture_top;
  for (const auto* row : rows) {
    picture.text(left - 10, y + 15, shown_name(row->actor->name, 34), "end");
    picture.line(left, y + row_height, page_width - 20, y + row_height, "#eeebe3");
    std::array<double, 3> reached{};
    for (const auto* entry : row->entries) {
      if (!is_drawn(*entry, range)) continue;
      const auto& date = entry->event->date;
      const double x = scale.at(date.first);
      const double end = scale.at(std::min(date.last, range.last) + date::days{1});
      const double width = std::max(4.0, end - x - 1);
      const auto lane = static_cast<std::size_t>(
          std::min_element(reached.begin(), reached.end(),
                           [&](double a, double b) { return std::max(a, x) < std::max(b, x); }) -
          reached.begin());
      reached[lane] = x + width + 1;
      picture.bar(x, y + 3 + 6.5 * static_cast<double>(lane), width, 5,
                  picture_colours[colour_of(entry->event->type)],
                  entry->event->status != Status::happened, entry->date + ": " + entry->title);
    }
    y += row_height;
  }
  picture.text(12, bottom + 32, left_out(chronicle, range), "start", " fill=\"#5b5a55\"");
  picture.write(out, bottom + 42, chronicle.title);
}

std::size_t height_of(const Stack& stack) {
  std::size_t sum = 0;
  for (const auto one : stack) sum += one;
  return sum;
}

void draw_months_axis(Picture& picture, std::size_t most, double bottom) {
  std::size_t step = 1;
  for (const std::size_t one :
       {1U, 2U, 5U, 10U, 20U, 50U, 100U, 200U, 500U, 1000U, 5000U, 20000U}) {
    step = one;
    if (most / one <= 6) break;
  }
  for (std::size_t value = 0; value <= most; value += step) {
    const double y =
        bottom - (bottom - picture_top) * static_cast<double>(value) / static_cast<double>(most);
    picture.line(50, y, page_width - 20, y, "#eeebe3");
    picture.text(44, y + 4, std::to_string(value), "end", " fill=\"#5b5a55\"");
  }
}

/// Events of each month, stacked by class of type.
void draw_months(std::ostream& out, const Chronicle& chronicle) {
  constexpr double bottom = 300;
  Range range = range_of(chronicle);
  std::map<date::year_month, Stack> months;
  std::size_t most = 1;
  for (const auto* entry : chronicle.dated) {
    if (!is_drawn(*entry, range)) continue;
    const date::year_month_day ymd{entry->event->date.first};
    auto& stack = months[ymd.year() / ymd.month()];
    ++stack[colour_of(entry->event->type)];
    most = std::max(most, height_of(stack));
  }
  Picture picture;
  picture.legend("");
  if (!months.empty()) {
    const Scale scale{date::sys_days{months.begin()->first / 1},
                      date::sys_days{months.rbegin()->first / date::last}, 50, page_width - 20};
    draw_months_axis(picture, most, bottom);
    scale.draw(picture, bottom);
    for (const auto& [month, stack] : months) {
      const double x = scale.at(date::sys_days{month / 1});
      const double end = scale.at(date::sys_days{month / date::last} + date::days{1});
      const double width = std::clamp(end - x - 1, 1.0, 60.0);
      double y = bottom;
      for (const std::size_t colour : {1U, 2U, 3U, 4U, 0U}) {
        if (stack[colour] == 0) continue;
        const double height =
            (bottom - picture_top) * static_cast<double>(stack[colour]) / static_cast<double>(most);
        y -= height;
        picture.bar(x, y, width, height, picture_colours[colour], false,
                    std::string(month_name(static_cast<unsigned>(month.month()))) + " " +
                        std::to_string(static_cast<int>(month.year())) + ": " +
                        std::to_string(stack[colour]));
      }
    }
  }
  picture.text(12, 338, left_out(chronicle, range), "start", " fill=\"#5b5a55\"");
  picture.write(out, 348, chronicle.title + ": events a month");
}

}  // namespace

void write_svg(std::ostream& out, const Answer& answer, const FormatOptions& options) {
  const AnswerIndex index(answer);
  const auto chronicle = make_chronicle(answer, index, options);
  const auto most = options.top == 0 ? std::size_t{40} : options.top;
  if (options.picture.empty() || options.picture == "timeline") {
    draw_timeline(out, chronicle, most);
  } else if (options.picture == "months") {
    draw_months(out, chronicle);
  } else if (options.picture == "network") {
    draw_network(out, chronicle, most);
  } else {
    throw Error(ErrorKind::query, "unknown picture \"" + options.picture +
                                      "\"; there are: timeline, months, network");
  }
}

}  // namespace annals
