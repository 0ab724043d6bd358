#include "ingest/train/names_hints.h"

#include <fstream>
#include <string>
#include <vector>

#include "graph/error.h"
#include "ingest/text/tokens.h"
#include "ingest/train/places_list.h"
#include "ingest/trees/names_features.h"

namespace annals::train {
namespace {

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == at)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

void add_phrase(Hints& hints, const TextWords& words, const std::string& phrase,
                std::uint32_t hint) {
  const auto tokens = tokenize(phrase, {0, static_cast<std::uint32_t>(phrase.size())}, words);
  if (tokens.empty() || tokens.size() > longest_hint) return;
  std::vector<std::string_view> forms;
  for (const RawToken& token : tokens) forms.push_back(slice(phrase, token.span));
  hints[hint_key(forms)] |= hint;
}

void add_column(Hints& hints, const TextWords& words, const std::vector<std::string>& row,
                std::size_t column, std::uint32_t hint) {
  if (column >= row.size()) return;
  for (const std::string& phrase : split(row[column], '|')) add_phrase(hints, words, phrase, hint);
}

void each_row(const std::filesystem::path& file, const auto& take) {
  std::ifstream in(file);
  if (!in) throw Error(ErrorKind::rule, file.string() + ": cannot be opened");
  std::string line;
  while (std::getline(in, line))
    if (!line.empty() && line[0] != '#') take(line);
}

/// Calls `take(hint, phrases)` with the lines of names.txt; the hint is 0 for those that name no
/// place though the tables of places have them.
void each_class(const std::filesystem::path& file, const auto& take) {
  static const std::map<std::string, std::uint32_t> classes = {{"given", hint_given_name},
                                                               {"body", hint_body},
                                                               {"title", hint_title},
                                                               {"calendar", hint_calendar},
                                                               {"region", hint_region},
                                                               {"place", hint_place},
                                                               {"people", hint_nationality},
                                                               {"organization", hint_organization},
                                                               {"not-place", 0}};
  each_row(file, [&](const std::string& line) {
    const auto colon = line.find(':');
    const auto found = classes.find(line.substr(0, colon));
    if (colon == std::string::npos || found == classes.end())
      throw Error(ErrorKind::rule,
                  file.string() +
                      ": a line is `class: word, word`, class one of given, body, title, calendar, "
                      "region, place, people, organization, not-place");
    take(found->second, split(line.substr(colon + 1), ','));
  });
}

}  // namespace

Hints read_hints(const NamesSources& sources) {
  Hints hints;
  const TextWords words = TextWords::load({.data = sources.data});
  each_row(sources.data / "countries.tsv", [&](const std::string& line) {
    const auto row = split(line, '\t');
    add_column(hints, words, row, 1, hint_country);
    add_column(hints, words, row, 2, hint_nationality);
    add_column(hints, words, row, 3, hint_nationality);
    add_column(hints, words, row, 4, hint_city);
    add_column(hints, words, row, 5, hint_country);
  });
  each_row(sources.data / "regions.tsv", [&](const std::string& line) {
    const auto row = split(line, '\t');
    add_column(hints, words, row, 0, hint_region);
    add_column(hints, words, row, 2, hint_nationality);
    add_column(hints, words, row, 3, hint_nationality);
  });
  each_row(sources.data / "roles.tsv", [&](const std::string& line) {
    const auto row = split(line, '\t');
    const bool body = row.size() > 2 && row[2] == "body";
    add_phrase(hints, words, row[0].substr(0, row[0].find('/')), body ? hint_body : hint_title);
  });
  each_row(sources.data / "first_names.tsv", [&](const std::string& line) {
    for (const std::string& name : split(split(line, '\t').back(), ' '))
      add_phrase(hints, words, name, hint_given_name);
  });
  for (const char* const file : {"organizations.tsv", "armed_groups.tsv"})
    each_row(sources.data / file, [&](const std::string& line) {
      add_column(hints, words, split(line, '\t'), 0, hint_organization);
    });
  each_row(sources.data / "persons.tsv", [&](const std::string& line) {
    const auto row = split(line, '\t');
    add_column(hints, words, row, 0, hint_person);
    for (const std::string& name : split(row[0], '|'))
      if (name.find(' ') != std::string::npos)
        add_phrase(hints, words, name.substr(name.rfind(' ') + 1), hint_surname);
  });
  Hints not_places;
  each_class(sources.words, [&](std::uint32_t hint, const std::vector<std::string>& phrases) {
    for (const std::string& phrase : phrases)
      add_phrase(hint == 0 ? not_places : hints, words, phrase, hint);
  });
  Hints places;
  for (const ListedPlace& place : listed_places()) {
    if (place.city && place.population < sources.smallest_city) continue;
    add_phrase(places, words, std::string(place.name), place.city ? hint_city : hint_region);
  }
  for (const auto& [key, hint] : places)
    if (not_places.count(key) == 0) hints[key] |= hint;
  return hints;
}

}  // namespace annals::train
