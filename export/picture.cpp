#include "export/picture.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "export/escape.h"
#include "export/width.h"
#include "export/words.h"

namespace annals {
namespace {

std::string number(double value) { return format_number(std::round(value * 10) / 10); }

std::string xml(std::string_view text) {
  std::string out;
  append_xml(out, text);
  return out;
}

}  // namespace

std::size_t colour_of(std::string_view type) {
  constexpr std::array<std::string_view, 16> order = {
      "AGREE",  "CONSULT", "SUPPORT",  "CONCEDE", "COOPERATE", "AID",      "RETREAT", "REQUEST",
      "ACCUSE", "REJECT",  "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE",  "ASSAULT"};
  const auto at =
      static_cast<std::size_t>(std::find(order.begin(), order.end(), type) - order.begin());
  return at < 4 ? 1 : at < 7 ? 2 : at < 11 ? 3 : at < 16 ? 4 : 0;
}

std::string shown_name(const std::string& name, std::size_t most) {
  if (name.size() <= most) return name;
  return wrap(name, most - 1).front() + "\u2026";
}

void Picture::text(double x, double y, std::string_view words, std::string_view anchor,
                   std::string_view extra) {
  body_ += "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" +
           std::string(anchor) + "\"" + std::string(extra) + ">" + xml(words) + "</text>\n";
}

void Picture::line(double x1, double y1, double x2, double y2, std::string_view colour,
                   double width, bool dashed) {
  body_ += "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) +
           "\" y2=\"" + number(y2) + "\" stroke=\"" + std::string(colour) + "\" stroke-width=\"" +
           number(width) + "\"" + (dashed ? " stroke-dasharray=\"4 3\"" : "") + "/>\n";
}

void Picture::bar(double x, double y, double width, double height, std::string_view colour,
                  bool hollow, std::string_view says) {
  body_ += "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) +
           "\" height=\"" + number(height) + "\" rx=\"2\" " +
           (hollow ? "fill=\"#fdfcf9\" stroke=\"" + std::string(colour) + "\""
                   : "fill=\"" + std::string(colour) + "\"") +
           ">" + "<title>" + xml(says) + "</title></rect>\n";
}

void Picture::circle(double x, double y, double radius, std::string_view says) {
  body_ += "<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + number(radius) +
           "\" fill=\"#0072b2\" stroke=\"#fdfcf9\" stroke-width=\"1.5\"><title>" + xml(says) +
           "</title></circle>\n";
}

void Picture::legend(std::string_view unsure) {
  double x = 12;
  for (const auto& [colour, words] : {std::pair{1, "cooperation in words"},
                                      {2, "in deeds"},
                                      {3, "conflict in words"},
                                      {4, "in deeds"}}) {
    bar(x, 33, 10, 10, picture_colours[static_cast<std::size_t>(colour)], false, words);
    text(x + 14, 42, words, "start", " fill=\"#5b5a55\"");
    x += 26 + 6.2 * static_cast<double>(std::string_view(words).size());
  }
  if (!unsure.empty()) text(x, 42, unsure, "start", " fill=\"#5b5a55\"");
}

void Picture::write(std::ostream& out, double height, std::string_view title) const {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
         "viewBox=\"0 0 "
      << number(page_width) << ' ' << number(height) << "\" width=\"" << number(page_width)
      << "\" height=\"" << number(height)
      << "\" font-family=\"sans-serif\" font-size=\"11\" role=\"img\">\n<title>" << xml(title)
      << "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fdfcf9\"/>\n<text x=\"12\" "
         "y=\"22\" font-size=\"15\" "
         "font-weight=\"bold\">"
      << xml(wrap(title, 110).front()) << "</text>\n"
      << body_ << "</svg>\n";
}

}  // namespace annals
