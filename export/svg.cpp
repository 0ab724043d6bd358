// Pictures as SVG 1.1: a timeline by actor, events by month and type, the network of the actors. No
// script, no fonts or other files; colours as on the page.

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "export/chronicle.h"
#include "export/escape.h"
#include "export/projection.h"
#include "export/width.h"
#include "export/words.h"
#include "export/writers.h"
#include "graph/error.h"

namespace annals {
namespace {

constexpr double page_width = 960;
constexpr std::array<const char*, 5> colours = {"#767676", "#00795c", "#004f3d", "#9a6200",
                                                "#b8430a"};

/// Cooperation in words and deeds, conflict in words and deeds: 1 to 4; 0 for types that are not
/// PLOVER's.
std::size_t colour_of(std::string_view type) {
  constexpr std::array<std::string_view, 16> order = {
      "AGREE",  "CONSULT", "SUPPORT",  "CONCEDE", "COOPERATE", "AID",      "RETREAT", "REQUEST",
      "ACCUSE", "REJECT",  "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE",  "ASSAULT"};
  const auto at =
      static_cast<std::size_t>(std::find(order.begin(), order.end(), type) - order.begin());
  return at < 4 ? 1 : at < 7 ? 2 : at < 11 ? 3 : at < 16 ? 4 : 0;
}

std::string number(double value) { return format_number(std::round(value * 10) / 10); }

std::string xml(std::string_view text) {
  std::string out;
  append_xml(out, text);
  return out;
}

class Picture {
 public:
  void begin(std::ostream& out, double height, std::string_view title) {
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
           "viewBox=\"0 0 "
        << number(page_width) << ' ' << number(height) << "\" width=\"" << number(page_width)
        << "\" height=\"" << number(height)
        << "\" font-family=\"sans-serif\" font-size=\"11\" role=\"img\">\n<title>" << xml(title)
        << "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fdfcf9\"/>\n<text x=\"12\" "
           "y=\"22\" font-size=\"15\" "
           "font-weight=\"bold\">"
        << xml(title) << "</text>\n"
        << body_ << "</svg>\n";
  }
  void text(double x, double y, std::string_view words, std::string_view anchor = "start",
            std::string_view extra = "") {
    body_ += "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" +
             std::string(anchor) + "\"" + std::string(extra) + ">" + xml(words) + "</text>\n";
  }
  void line(double x1, double y1, double x2, double y2, std::string_view colour, double width = 1,
            bool dashed = false) {
    body_ += "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) +
             "\" y2=\"" + number(y2) + "\" stroke=\"" + std::string(colour) + "\" stroke-width=\"" +
             number(width) + "\"" + (dashed ? " stroke-dasharray=\"4 3\"" : "") + "/>\n";
  }
  /// `hollow` is for what is not told as having happened.
  void bar(double x, double y, double width, double height, std::string_view colour, bool hollow,
           std::string_view says) {
    body_ += "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) +
             "\" height=\"" + number(height) + "\" rx=\"2\" " +
             (hollow ? "fill=\"#fdfcf9\" stroke=\"" + std::string(colour) + "\""
                     : "fill=\"" + std::string(colour) + "\"") +
             ">" + "<title>" + xml(says) + "</title></rect>\n";
  }
  void circle(double x, double y, double radius, std::string_view says) {
    body_ += "<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + number(radius) +
             "\" fill=\"#0072b2\" stroke=\"#fdfcf9\" stroke-width=\"1.5\"><title>" + xml(says) +
             "</title></circle>\n";
  }

 private:
  std::string body_;
};

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

  void draw(Picture& picture, double top, double bottom) const {
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
      picture.line(at(day), top, at(day), bottom, "#d9d5cb");
      const std::string label =
          step >= 12 ? std::to_string(year + month / 12)
                     : std::string(month_name(static_cast<unsigned>(month % 12 + 1)).substr(0, 3)) +
                           " " + std::to_string(year + month / 12);
      picture.text(at(day) + 2, bottom + 12, label, "start", " fill=\"#5b5a55\"");
    }
  }
};

Scale scale_of(const Chronicle& chronicle, double left, double right) {
  Scale scale{last_day, first_day, left, right};
  for (const auto* entry : chronicle.dated) {
    scale.first = std::min(scale.first, entry->event->date.first);
    scale.last = std::max(scale.last, entry->event->date.last);
  }
  return scale;
}

/// One row for each of the busiest actors, one mark for each event.
void draw_timeline(std::ostream& out, const Chronicle& chronicle, std::size_t most) {
  constexpr double row_height = 24;
  constexpr double top = 36;
  const Scale scale = scale_of(chronicle, 210, page_width - 20);
  const auto count = std::min(most, chronicle.actors.size());
  Picture picture;
  const double bottom = top + row_height * static_cast<double>(count);
  if (!chronicle.dated.empty()) scale.draw(picture, top, bottom);
  for (std::size_t i = 0; i < count; ++i) {
    const auto& appearance = chronicle.actors[i];
    const double y = top + row_height * static_cast<double>(i);
    picture.text(200, y + 15, wrap(appearance.actor->name, 28).front(), "end");
    picture.line(210, y + row_height, page_width - 20, y + row_height, "#eeebe3");
    for (const auto* entry : appearance.entries) {
      const auto& date = entry->event->date;
      if (!has_day(date) || date.precision == Precision::before ||
          date.precision == Precision::after)
        continue;
      const double x = scale.at(date.first);
      const double width = std::max(4.0, scale.at(date.last + date::days{1}) - x - 1);
      picture.bar(x, y + 6, width, 12, colours[colour_of(entry->event->type)],
                  entry->event->status != Status::happened, entry->date + ": " + entry->title);
    }
  }
  picture.begin(out, bottom + 24, chronicle.title);
}

/// Events of each month, stacked by class of type.
void draw_months(std::ostream& out, const Chronicle& chronicle) {
  constexpr double top = 40;
  constexpr double bottom = 280;
  std::map<date::year_month, std::array<std::size_t, 5>> months;
  std::size_t most = 1;
  for (const auto* entry : chronicle.dated) {
    const date::year_month_day ymd{entry->event->date.first};
    auto& stack = months[ymd.year() / ymd.month()];
    ++stack[colour_of(entry->event->type)];
    std::size_t sum = 0;
    for (const auto one : stack) sum += one;
    most = std::max(most, sum);
  }
  Picture picture;
  if (!months.empty()) {
    const Scale scale{date::sys_days{months.begin()->first / 1},
                      date::sys_days{months.rbegin()->first / date::last}, 50, page_width - 20};
    scale.draw(picture, top, bottom);
    picture.text(44, top + 4, std::to_string(most), "end");
    picture.text(44, bottom, "0", "end");
    for (const auto& [month, stack] : months) {
      const double x = scale.at(date::sys_days{month / 1});
      const double width =
          std::max(1.0, scale.at(date::sys_days{month / date::last} + date::days{1}) - x - 1);
      double y = bottom;
      for (const std::size_t colour : {1U, 2U, 3U, 4U, 0U}) {
        if (stack[colour] == 0) continue;
        const double height =
            (bottom - top) * static_cast<double>(stack[colour]) / static_cast<double>(most);
        y -= height;
        picture.bar(x, y, width, height, colours[colour], false,
                    std::string(month_name(static_cast<unsigned>(month.month()))) + " " +
                        std::to_string(static_cast<int>(month.year())) + ": " +
                        std::to_string(stack[colour]));
      }
    }
  }
  picture.begin(out, 310, chronicle.title);
}

struct Dot {
  double x = 0;
  double y = 0;
};

/// Places by repulsion and springs from a fixed start: the same picture every time.
/// Method: Fruchterman and Reingold, Graph drawing by force-directed placement (1991), 300 rounds.
std::vector<Dot> layout(std::size_t count,
                        const std::map<std::pair<std::size_t, std::size_t>, std::size_t>& ties) {
  std::vector<Dot> dots(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double angle = static_cast<double>(i) * 2.399963;
    const double far =
        std::sqrt(static_cast<double>(i) + 0.5) / std::sqrt(static_cast<double>(count));
    dots[i] = {std::cos(angle) * far, std::sin(angle) * far};
  }
  const double k = 1.6 / std::sqrt(static_cast<double>(std::max<std::size_t>(count, 1)));
  for (int round = 0; round < 300; ++round) {
    std::vector<Dot> push(count);
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = i + 1; j < count; ++j) {
        const double dx = dots[i].x - dots[j].x;
        const double dy = dots[i].y - dots[j].y;
        const double force = k * k / (dx * dx + dy * dy + 1e-4);
        push[i] = {push[i].x + dx * force, push[i].y + dy * force};
        push[j] = {push[j].x - dx * force, push[j].y - dy * force};
      }
      push[i] = {push[i].x - dots[i].x * 0.25, push[i].y - dots[i].y * 0.25};
    }
    for (const auto& [pair, events] : ties) {
      const auto [a, b] = pair;
      const double dx = dots[a].x - dots[b].x;
      const double dy = dots[a].y - dots[b].y;
      const double force = std::sqrt(dx * dx + dy * dy) / k * 0.5;
      push[a] = {push[a].x - dx * force, push[a].y - dy * force};
      push[b] = {push[b].x + dx * force, push[b].y + dy * force};
    }
    const double step = 0.1 * (1 - round / 300.0) + 0.002;
    for (std::size_t i = 0; i < count; ++i) {
      const double size = std::sqrt(push[i].x * push[i].x + push[i].y * push[i].y) + 1e-9;
      const double go = std::min(size, step) / size;
      dots[i] = {dots[i].x + push[i].x * go, dots[i].y + push[i].y * go};
    }
  }
  return dots;
}

/// Stretches the places over a box.
void fit(std::vector<Dot>& dots, double left, double top, double right, double bottom) {
  Dot least{1e9, 1e9};
  Dot most{-1e9, -1e9};
  for (const auto& dot : dots) {
    least = {std::min(least.x, dot.x), std::min(least.y, dot.y)};
    most = {std::max(most.x, dot.x), std::max(most.y, dot.y)};
  }
  const double width = std::max(1e-6, most.x - least.x);
  const double height = std::max(1e-6, most.y - least.y);
  for (auto& dot : dots) {
    dot = {left + (dot.x - least.x) / width * (right - left),
           top + (dot.y - least.y) / height * (bottom - top)};
  }
}

void draw_network(std::ostream& out, const Chronicle& chronicle, std::size_t most) {
  std::map<ActorId, std::size_t> places;
  const auto count = std::min(most, chronicle.actors.size());
  for (std::size_t i = 0; i < count; ++i) places.emplace(chronicle.actors[i].actor->id, i);
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> ties;
  std::map<std::pair<std::size_t, std::size_t>, std::array<std::size_t, 5>> kinds;
  std::map<std::pair<std::size_t, std::size_t>, bool> happened;
  for (const auto& entry : chronicle.entries) {
    for (const auto& pair : pairs_of(entry.event->participants)) {
      const auto a = places.find(pair.from);
      const auto b = places.find(pair.to);
      if (a == places.end() || b == places.end()) continue;
      const std::pair key(std::min(a->second, b->second), std::max(a->second, b->second));
      ++ties[key];
      ++kinds[key][colour_of(entry.event->type)];
      happened[key] = happened[key] || entry.event->status == Status::happened;
    }
  }
  auto dots = layout(count, ties);
  fit(dots, 90, 60, page_width - 90, 660);
  Picture picture;
  for (const auto& [key, events] : ties) {
    const auto& stack = kinds[key];
    const auto colour =
        static_cast<std::size_t>(std::max_element(stack.begin(), stack.end()) - stack.begin());
    const auto& a = dots[key.first];
    const auto& b = dots[key.second];
    picture.line(a.x, a.y, b.x, b.y, colours[colour], 1 + std::log2(static_cast<double>(events)),
                 !happened[key]);
  }
  for (std::size_t i = 0; i < count; ++i) {
    const auto& appearance = chronicle.actors[i];
    const double radius = 4 + 2 * std::sqrt(static_cast<double>(appearance.entries.size()));
    picture.circle(
        dots[i].x, dots[i].y, std::min(radius, 18.0),
        appearance.actor->name + ": " + std::to_string(appearance.entries.size()) + " events");
    picture.text(dots[i].x, dots[i].y + std::min(radius, 18.0) + 11,
                 wrap(appearance.actor->name, 30).front(), "middle",
                 " stroke=\"#fdfcf9\" stroke-width=\"3\" paint-order=\"stroke\"");
  }
  picture.begin(out, 700, chronicle.title);
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
