#include "ingest/gazetteer/gazetteer_tables.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <functional>

#include "graph/error.h"
#include "graph/names.h"

namespace annals {
namespace {

using Row = std::vector<std::string_view>;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

/// The forms in a cell: "Jakarta|Batavia". Empty cells have none.
std::vector<std::string_view> forms(std::string_view cell) {
  return cell.empty() ? std::vector<std::string_view>{} : split(cell, '|');
}

[[noreturn]] void fail(const std::filesystem::path& file, std::size_t line,
                       const std::string& what) {
  throw Error(ErrorKind::rule, file.filename().string() + ":" + std::to_string(line) + ": " + what);
}

struct Source {
  std::filesystem::path file;
  std::size_t line = 0;

  [[noreturn]] void fail(const std::string& what) const { annals::fail(file, line, what); }
};

/// Calls `take` for each row of a table; missing cells at the end are empty. A missing file has no
/// rows.
void read_rows(const std::filesystem::path& file, std::size_t columns,
               const std::function<void(const Row&, const Source&)>& take) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return;
  Source source{.file = file};
  for (std::string line; std::getline(in, line);) {
    ++source.line;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    Row row = split(line, '\t');
    if (row.size() > columns) {
      source.fail("too many columns: " + std::to_string(row.size()) + "; this table has " +
                  std::to_string(columns));
    }
    row.resize(columns);
    if (row[0].empty()) source.fail("the first column is empty; it names the row");
    take(row, source);
  }
}

/// "WHO", "LeT": at most six letters, two of them capitals.
bool is_abbreviation_name(std::string_view name) {
  return name.size() <= 6 && name.find(' ') == std::string_view::npos &&
         std::count_if(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
}

Phrase name_phrase(std::string_view form, PhraseKind kind, std::uint32_t index) {
  return {.kind = kind, .index = index, .exact = is_abbreviation_name(form)};
}

void add_forms(PhraseTable& table, std::string_view cell, PhraseKind kind, std::uint32_t index) {
  for (const auto form : forms(cell)) table.add(form, name_phrase(form, kind, index));
}

std::string first_form(std::string_view cell) {
  return std::string(cell.substr(0, cell.find('|')));
}

void read_countries(const std::filesystem::path& folder, Gazetteer& all) {
  read_rows(folder / "countries.tsv", 6, [&all](const Row& row, const Source& source) {
    if (row[0].size() != 3)
      source.fail("\"" + std::string(row[0]) +
                  "\" is no code; write ISO 3166-1 alpha-3, such as PAK");
    const auto index = static_cast<std::uint32_t>(all.countries.size());
    all.countries.push_back({.code = std::string(row[0]),
                             .name = std::string(row[1]),
                             .adjective = first_form(row[2]),
                             .people = first_form(row[3])});
    all.country_by_code.insert_or_assign(std::string(row[0]), index);
    all.names.add(row[1], name_phrase(row[1], PhraseKind::country, index));
    add_forms(all.names, row[5], PhraseKind::country, index);
    add_forms(all.names, row[4], PhraseKind::seat, index);
    add_forms(all.names, row[3], PhraseKind::people, index);
    add_forms(all.names, row[2], PhraseKind::adjective, index);
  });
}

constexpr std::array<std::string_view, 12> class_words = {
    "office", "member",    "group", "body", "head",  "voice",
    "rank",   "honorific", "state", "side", "asset", "counterpart"};

RoleClass parse_class(std::string_view word, const Source& source) {
  const auto* found = std::find(class_words.begin(), class_words.end(), word);
  if (found != class_words.end()) return static_cast<RoleClass>(found - class_words.begin());
  std::string message = "unknown class \"" + std::string(word) + "\"; there are:";
  for (const auto known : class_words) message += " " + std::string(known);
  source.fail(message);
}

Gender parse_gender(std::string_view word, const Source& source) {
  if (word.empty()) return Gender::unknown;
  if (word == "m") return Gender::male;
  if (word == "f") return Gender::female;
  source.fail("unknown gender \"" + std::string(word) + "\"; write m, f or nothing");
}

std::string plural_of(std::string_view noun) {
  std::string plural(noun);
  const auto ends = [&](std::string_view tail) { return noun.ends_with(tail); };
  if (ends("y") && noun.size() > 1 &&
      std::string_view("aeiou").find(noun[noun.size() - 2]) == std::string_view::npos) {
    plural.back() = 'i';
    return plural + "es";
  }
  if (ends("s") || ends("sh") || ends("ch") || ends("x")) return plural + "es";
  return plural + "s";
}

void read_roles(const std::filesystem::path& folder, Gazetteer& all) {
  read_rows(folder / "roles.tsv", 5, [&all](const Row& row, const Source& source) {
    const auto words = split(row[0], '/');
    const auto index = static_cast<std::uint32_t>(all.roles.size());
    RoleNoun noun{.singular = std::string(words[0]),
                  .plural = words.size() > 1 ? std::string(words[1]) : plural_of(words[0]),
                  .sector = std::string(row[1]),
                  .role_class = parse_class(row[2], source),
                  .gender = parse_gender(row[3], source)};
    all.nouns.add(noun.singular, {.kind = PhraseKind::role, .index = index});
    if (noun.role_class != RoleClass::honorific)
      all.nouns.add(noun.plural, {.kind = PhraseKind::roles, .index = index});
    for (const auto form : forms(row[4]))
      all.nouns.add(form, {.kind = PhraseKind::role, .index = index});
    all.roles.push_back(std::move(noun));
  });
}

void read_modifiers(const std::filesystem::path& folder, Gazetteer& all) {
  read_rows(folder / "role_modifiers.tsv", 2, [&all](const Row& row, const Source&) {
    all.nouns.add(row[0], {.kind = PhraseKind::modifier,
                           .index = static_cast<std::uint32_t>(all.modifiers.size())});
    all.modifiers.push_back({.word = std::string(row[0]), .sector = std::string(row[1])});
  });
}

void read_portfolios(const std::filesystem::path& folder, Gazetteer& all) {
  read_rows(folder / "portfolios.tsv", 1, [&all](const Row& row, const Source&) {
    all.nouns.add(row[0], {.kind = PhraseKind::portfolio});
  });
}

void read_first_names(const std::filesystem::path& folder, Gazetteer& all) {
  read_rows(folder / "first_names.tsv", 2, [&all](const Row& row, const Source& source) {
    for (const auto name : split(row[1], ' ')) {
      if (!name.empty()) all.first_names.emplace(fold(name), parse_gender(row[0], source));
    }
  });
}

void read_name_words(const std::filesystem::path& folder, Gazetteer& all) {
  static constexpr std::array<std::string_view, 3> kinds = {"organization", "place", "thing"};
  read_rows(folder / "name_words.tsv", 3, [&all](const Row& row, const Source& source) {
    const auto* found = std::find(kinds.begin(), kinds.end(), row[0]);
    const bool known = row[1] == "first" || row[1] == "last" || row[1] == "only";
    if (found == kinds.end() || !known)
      source.fail("write organization, place or thing, then first, last or only, then the words");
    auto& table = row[1] == "first"  ? all.first_words
                  : row[1] == "last" ? all.last_words
                                     : all.only_words;
    for (const auto word : split(row[2], ' ')) {
      if (!word.empty()) table.emplace(word, static_cast<NameWord>(found - kinds.begin()));
    }
  });
}

constexpr std::array<std::string_view, 6> kind_words = {"country", "org",   "armed",
                                                        "person",  "place", "group"};

ActorKind parse_kind(std::string_view word, const Source& source) {
  const auto* found = std::find(kind_words.begin(), kind_words.end(), word);
  if (found == kind_words.end())
    source.fail("unknown kind \"" + std::string(word) + "\"; there are: org armed person group");
  return static_cast<ActorKind>(found - kind_words.begin());
}

/// organizations.tsv and armed_groups.tsv: names, kind, code, country.
void read_actors(const std::filesystem::path& file, Gazetteer& all) {
  read_rows(file, 4, [&all](const Row& row, const Source& source) {
    const auto index = static_cast<std::uint32_t>(all.actors.size());
    all.actors.push_back({.kind = parse_kind(row[1], source),
                          .name = first_form(row[0]),
                          .code = std::string(row[2]),
                          .country = std::string(row[3]),
                          .gender = Gender::unknown,
                          .roles = {}});
    add_forms(all.names, row[0], PhraseKind::actor, index);
  });
}

std::optional<EventDate> parse_tenure(std::string_view from, std::string_view until,
                                      const Source& source) {
  const std::string text =
      (from.empty() ? ".." : std::string(from)) + "/" + (until.empty() ? ".." : std::string(until));
  if (from.empty() && until.empty()) return EventDate{};
  const auto date = parse_edtf(text);
  if (!date)
    source.fail("\"" + text +
                "\" is no time in office; write 1985, 1985-11 or 1985-11-19 in each column");
  return date;
}

/// persons.tsv: names, gender, country, title, code, from, until. A row with the name of an earlier
/// one adds a role.
void read_persons(const std::filesystem::path& folder, Gazetteer& all) {
  std::unordered_map<std::string, std::uint32_t> by_name;
  read_rows(folder / "persons.tsv", 7, [&](const Row& row, const Source& source) {
    const std::string name = first_form(row[0]);
    const auto [found, is_new] =
        by_name.try_emplace(name, static_cast<std::uint32_t>(all.actors.size()));
    if (is_new) {
      all.actors.push_back({.kind = ActorKind::person,
                            .name = name,
                            .code = {},
                            .country = std::string(row[2]),
                            .gender = parse_gender(row[1], source),
                            .roles = {}});
    }
    for (const auto form : forms(row[0])) {
      const std::string folded = fold(form);
      auto& bearers = all.surnames[folded.substr(folded.rfind(' ') + 1)];
      if (std::find(bearers.begin(), bearers.end(), found->second) == bearers.end())
        bearers.push_back(found->second);
    }
    add_forms(all.names, row[0], PhraseKind::actor, found->second);
    const auto held = parse_tenure(row[5], row[6], source);
    if (!row[2].empty() && !row[5].empty())
      all.holders[std::string(row[2]) + " " + fold(row[3])].emplace_back(found->second, *held);
    all.actors[found->second].roles.push_back(
        {.title = std::string(row[3]), .code = std::string(row[4]), .seen = *held});
  });
}

std::optional<double> parse_degrees(std::string_view cell, const Source& source) {
  if (cell.empty()) return std::nullopt;
  double value = 0;
  const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (problem != std::errc() || end != cell.data() + cell.size() || value < -180 || value > 180) {
    source.fail("\"" + std::string(cell) + "\" is no number of degrees; write 34.36 or -71.5");
  }
  return value;
}

void read_regions(const std::filesystem::path& folder, Gazetteer& all) {
  read_rows(folder / "regions.tsv", 6, [&all](const Row& row, const Source& source) {
    const auto index = static_cast<std::uint32_t>(all.regions.size());
    all.regions.push_back({.name = first_form(row[0]),
                           .country = std::string(row[1]),
                           .adjective = first_form(row[2]),
                           .people = first_form(row[3]),
                           .latitude = parse_degrees(row[4], source).value_or(0),
                           .longitude = parse_degrees(row[5], source).value_or(0)});
    add_forms(all.names, row[0], PhraseKind::region, index);
    add_forms(all.names, row[3], PhraseKind::locals, index);
    add_forms(all.names, row[2], PhraseKind::regional, index);
  });
}

void read_places(const std::filesystem::path& folder, Gazetteer& all) {
  read_rows(folder / "places.tsv", 5, [&all](const Row& row, const Source& source) {
    all.places[fold(row[0])] = {.name = std::string(row[1]),
                                .country = std::string(row[2]),
                                .latitude = parse_degrees(row[3], source),
                                .longitude = parse_degrees(row[4], source)};
  });
}

}  // namespace

void read_gazetteer_tables(const std::filesystem::path& folder, Gazetteer& all) {
  read_countries(folder, all);
  read_regions(folder, all);
  read_places(folder, all);
  read_first_names(folder, all);
  read_name_words(folder, all);
  read_actors(folder / "organizations.tsv", all);
  read_actors(folder / "armed_groups.tsv", all);
  read_persons(folder, all);
  read_roles(folder, all);
  read_modifiers(folder, all);
  read_portfolios(folder, all);  // last: "government" and "refugees" are roles first
}

}  // namespace annals
