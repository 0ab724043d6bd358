#pragma once

#include <array>
#include <ostream>
#include <string>
#include <string_view>

#include "export/chronicle.h"

namespace annals {

inline constexpr double page_width = 960;  ///< of a picture, in pixels
inline constexpr double picture_top = 58;  ///< where the drawing begins, under title and legend

/// Of marks, by colour_of().
inline constexpr std::array<const char*, 5> picture_colours = {"#767676", "#00795c", "#004f3d",
                                                               "#9a6200", "#b8430a"};
using Stack = std::array<std::size_t, 5>;  ///< how many of each colour

/// Cooperation in words and deeds, conflict in words and deeds: 1 to 4; 0 for types that are not
/// PLOVER's.
[[nodiscard]] std::size_t colour_of(std::string_view type);

/// A name cut at a word to `most` bytes.
[[nodiscard]] std::string shown_name(const std::string& name, std::size_t most);

/// Collects shapes, and writes them as SVG. Lengths are pixels, from the upper left corner.
class Picture {
 public:
  void text(double x, double y, std::string_view words, std::string_view anchor = "start",
            std::string_view extra = "");
  void line(double x1, double y1, double x2, double y2, std::string_view colour, double width = 1,
            bool dashed = false);
  /// `hollow` is for what is not told as having happened; `says` is shown under the mouse.
  void bar(double x, double y, double width, double height, std::string_view colour, bool hollow,
           std::string_view says);
  void circle(double x, double y, double radius, std::string_view says);
  /// What the colours say. `unsure` is how the picture draws what is not told as having happened;
  /// empty when it draws none.
  void legend(std::string_view unsure);
  void write(std::ostream& out, double height, std::string_view title) const;

 private:
  std::string body_;
};

/// The network of the `most` busiest actors that have to do with each other.
void draw_network(std::ostream& out, const Chronicle& chronicle, std::size_t most);

}  // namespace annals
