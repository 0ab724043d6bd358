#include "ingest/train/places_list.h"

#include <iterator>

namespace annals::train {
namespace {

struct Row {
  std::uint32_t key, name;  ///< offsets in `texts`
  char country[4];
  float latitude, longitude;
  std::uint32_t population;
  int kind;
};

#include "places_table.inc"  // NOLINT: texts and rows, made by make_places

}  // namespace

std::vector<ListedPlace> listed_places() {
  std::vector<ListedPlace> places;
  for (const Row& row : rows) {
    const std::string_view name = texts + row.key;
    if (name.empty() || name[0] == '=') continue;  // codes of countries
    places.push_back({.name = name, .population = row.population, .city = row.kind == 2});
  }
  return places;
}

}  // namespace annals::train
