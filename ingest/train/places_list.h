#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace annals::train {

/// A place of the table that the build makes from iso-codes and libgeonames.
struct ListedPlace {
  std::string_view name;
  std::uint32_t population = 0;
  bool city = false;  ///< else a country or a part of one
};

[[nodiscard]] std::vector<ListedPlace> listed_places();

}  // namespace annals::train
