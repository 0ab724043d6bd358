// Writes the table of places that places.cpp searches: countries and subdivisions of iso-codes,
// cities of libgeonames.
//
//   make_places /usr/share/iso-codes/json > places_table.inc
//
// Run by the build. The same packages give the same bytes.
#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <geonames.h>
#include <nlohmann/json.hpp>

#include "graph/names.h"

namespace {

using Json = nlohmann::json;

enum Kind { country, subdivision, city };

struct Place {
  std::string key, name, country;
  double latitude = 0, longitude = 0;
  unsigned population = 0;
  Kind kind = city;
};

/// The middle of some cities, each counted by its people; the largest of them stands for a
/// subdivision.
struct Middle {
  double latitude = 0, longitude = 0, people = 0, largest = -1;

  void add(const Place& place, bool mean) {
    const double weight = place.population + 1.0;
    if (mean) {
      latitude += weight * place.latitude;
      longitude += weight * place.longitude;
    } else if (place.population > largest) {
      latitude = place.latitude;
      longitude = place.longitude;
      largest = place.population;
    }
    people += weight;
  }
};

std::string without_type(std::string name) {
  for (const char* tail :
       {" province", " region", " state", " governorate", " district", " oblast", " county"}) {
    if (name.ends_with(tail)) name.resize(name.size() - std::string(tail).size());
  }
  return name;
}

Json read(const std::string& file) {
  std::ifstream in(file);
  if (!in) {
    std::cerr << file << ": missing; install iso-codes\n";
    std::exit(1);
  }
  return Json::parse(in);
}

struct Table {
  std::map<std::string, std::string> alpha3;
  std::vector<Place> places;
  std::map<std::string, Middle> countries;
  std::map<std::pair<std::string, std::string>, Middle> states;

  void add_cities() {
    for (int i = 0; i < geonames_get_n_cities(); ++i) {
      GeonamesCity* row = geonames_get_city(i);
      const auto code = alpha3.find(geonames_city_get_country_code(row));
      if (code != alpha3.end()) {
        Place place{.key = "",
                    .name = geonames_city_get_name(row),
                    .country = code->second,
                    .latitude = geonames_city_get_latitude(row),
                    .longitude = geonames_city_get_longitude(row),
                    .population = geonames_city_get_population(row),
                    .kind = city};
        const char* state = geonames_city_get_state(row);
        states[{place.country, without_type(annals::fold(state ? state : ""))}].add(place, false);
        countries[place.country].add(place, true);
        places.push_back(std::move(place));
      }
      geonames_city_free(row);
    }
  }

  void add_subdivisions(const Json& rows) {
    for (const auto& row : rows) {
      const std::string code = row.at("code"), name = row.at("name");
      const auto found = alpha3.find(code.substr(0, 2));
      if (found == alpha3.end()) continue;
      const auto state = states.find({found->second, without_type(annals::fold(name))});
      if (state == states.end()) continue;  // no city: no coordinates
      places.push_back({.key = "",
                        .name = name,
                        .country = found->second,
                        .latitude = state->second.latitude,
                        .longitude = state->second.longitude,
                        .population = static_cast<unsigned>(state->second.people),
                        .kind = subdivision});
    }
  }

  void add_countries(const Json& rows) {
    for (const auto& row : rows) {
      const auto middle = countries.find(row.at("alpha_3"));
      if (middle == countries.end()) continue;
      for (const char* field : {"alpha_3", "common_name", "name", "official_name"}) {
        if (!row.contains(field)) continue;
        // "=PAK" is a key that no folded name can be.
        places.push_back({.key = std::string_view(field) == "alpha_3"
                                     ? "=" + row.at(field).get<std::string>()
                                     : "",
                          .name = row.at(field),
                          .country = row.at("alpha_3"),
                          .latitude = middle->second.latitude / middle->second.people,
                          .longitude = middle->second.longitude / middle->second.people,
                          .population = static_cast<unsigned>(middle->second.people),
                          .kind = country});
      }
    }
  }

  /// Sorted by key; of one key countries first, then the most populous. A city beats a subdivision
  /// of its name.
  void finish() {
    std::set<std::pair<std::string, std::string>> cities;
    for (auto& place : places) {
      if (place.key.empty()) place.key = annals::fold(place.name);
      if (place.kind == subdivision) place.key = without_type(place.key);
      if (place.kind == city) cities.emplace(place.key, place.country);
    }
    std::erase_if(places, [&cities](const Place& place) {
      return place.kind == subdivision && cities.contains({place.key, place.country});
    });
    std::erase_if(places, [](const Place& place) { return place.key.empty(); });
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
      const auto rank = [](const Place& p) { return p.kind == country ? 0 : 1; };
      return std::tuple(std::string_view(a.key), rank(a), -double(a.population),
                        std::string_view(a.country), std::string_view(a.name)) <
             std::tuple(std::string_view(b.key), rank(b), -double(b.population),
                        std::string_view(b.country), std::string_view(b.name));
    });
  }
};

void write_text(const std::string& text) {
  std::cout << "    \"";
  for (const char c : text) {
    if (c == '"' || c == '\\') std::cout << '\\';
    std::cout << c;
  }
  std::cout << "\\0\"\n";
}

void write(const std::vector<Place>& places) {
  std::cout << "constexpr char texts[] =\n";
  std::vector<std::array<std::size_t, 2>> at;
  std::size_t size = 0;
  for (const auto& place : places) {
    at.push_back({size, size + place.key.size() + 1});
    write_text(place.key);
    write_text(place.name);
    size += place.key.size() + place.name.size() + 2;
  }
  std::cout << "    ;\nconstexpr Row rows[] = {\n";
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto& place = places[i];
    std::printf("    {%zu, %zu, \"%s\", %.4ff, %.4ff, %u, %d},\n", at[i][0], at[i][1],
                place.country.c_str(), place.latitude, place.longitude, place.population,
                place.kind);
  }
  std::cout << "};\n";
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(true);
  const std::string folder = argc > 1 ? argv[1] : "/usr/share/iso-codes/json";
  Table table;
  Json iso = read(folder + "/iso_3166-1.json").at("3166-1");
  iso.push_back({{"alpha_2", "XK"},
                 {"alpha_3", "XKX"},
                 {"name", "Kosovo"}});  // user-assigned, in general use
  for (const auto& row : iso) table.alpha3[row.at("alpha_2")] = row.at("alpha_3");
  table.add_cities();
  table.add_subdivisions(read(folder + "/iso_3166-2.json").at("3166-2"));
  table.add_countries(iso);
  table.finish();
  write(table.places);
}
