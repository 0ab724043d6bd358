#include "ingest/gazetteer/places.h"

#include <algorithm>
#include <iterator>

namespace annals {
namespace {

struct Row {
  std::uint32_t key, name;  ///< offsets in `texts`
  char country[4];
  float latitude, longitude;
  std::uint32_t population;
  int kind;
};

#include "places_table.inc"  // NOLINT: texts and rows, made by make_places

std::string_view key_of(const Row& row) { return texts + row.key; }

struct ByKey {
  bool operator()(const Row& row, std::string_view key) const { return key_of(row) < key; }
  bool operator()(std::string_view key, const Row& row) const { return key < key_of(row); }
};

PlaceRow to_row(const Row& row) {
  return {.name = texts + row.name,
          .country = row.country,
          .latitude = row.latitude,
          .longitude = row.longitude,
          .population = row.population,
          .kind = static_cast<PlaceKind>(row.kind)};
}

}  // namespace

std::optional<PlaceRow> find_place_row(std::string_view folded, std::string_view country) {
  const auto [first, last] = std::equal_range(std::begin(rows), std::end(rows), folded, ByKey{});
  if (first == last) return std::nullopt;
  const auto there =
      std::find_if(first, last, [country](const Row& row) { return row.country == country; });
  return to_row(there == last ? *first : *there);
}

Place to_place(const PlaceRow& row) {
  return {.name = std::string(row.name),
          .country = std::string(row.country),
          .latitude = row.latitude,
          .longitude = row.longitude};
}

}  // namespace annals
