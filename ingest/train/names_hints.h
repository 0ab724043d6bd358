#pragma once

#include <cstdint>
#include <filesystem>
#include <map>

namespace annals::train {

/// Where the gazetteer of names comes from.
struct NamesSources {
  std::filesystem::path data;  ///< folder of countries.tsv, regions.tsv, roles.tsv, persons.tsv,
                               ///< organizations.tsv, armed_groups.tsv, first_names.tsv,
                               ///< text.words
  std::filesystem::path
      words;  ///< given names, words of bodies ...: `class: word, word, ...` lines
  std::uint32_t smallest_city = 50000;
};

/// What the gazetteer of names says of each phrase (hint_key): NameHint, several joined.
using Hints = std::map<std::uint64_t, std::uint32_t>;

/// Reads all sources. Throws Error(rule) naming a file that is missing or has another form.
[[nodiscard]] Hints read_hints(const NamesSources& sources);

}  // namespace annals::train
