#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "graph/event.h"

namespace annals {

enum class PlaceKind : std::uint8_t { country, subdivision, city };

/// A row of the table of places that the build makes from iso-codes and libgeonames.
struct PlaceRow {
  std::string_view name;     ///< "Abbottabad"
  std::string_view country;  ///< ISO 3166-1 alpha-3
  float latitude = 0;  ///< degrees, WGS 84; of a country the middle of its people, of a subdivision
                       ///< its largest city
  float longitude = 0;
  std::uint32_t population = 0;  ///< of a country or a subdivision, that of its cities
  PlaceKind kind = PlaceKind::city;
};

/// The best place of a folded name: in `country` when that is given and has one, else a country,
/// else the most populous. Nothing when no place has the name. Takes about a microsecond; the table
/// needs no loading.
[[nodiscard]] std::optional<PlaceRow> find_place_row(std::string_view folded,
                                                     std::string_view country = {});

/// The row as an event's place, under its name in the table.
[[nodiscard]] Place to_place(const PlaceRow& row);

}  // namespace annals
