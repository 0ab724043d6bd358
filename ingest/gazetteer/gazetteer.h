#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/actor.h"
#include "ingest/gazetteer/actor_words.h"
#include "ingest/text/language_files.h"
#include "ingest/text/number_words.h"

namespace annals {

/// Grammatical gender of a person, as far as a name or a title tells.
enum class Gender : std::uint8_t { unknown, male, female };

/// A row of countries.tsv.
struct Country {
  std::string code;       ///< ISO 3166-1 alpha-3
  std::string name;       ///< short English name: "Pakistan"
  std::string adjective;  ///< as it stands before a noun: "Pakistani", "U.S."
  std::string people;     ///< "Pakistanis"; empty when there is no such word
};

/// What a noun for people tells. The words of the third column of roles.tsv.
enum class RoleClass : std::uint8_t {
  office,       ///< one holder at a time: "foreign minister"
  member,       ///< one of many: "soldier"
  group,        ///< always many: "police"
  body,         ///< an organisation or a part of one: "ministry"
  head,         ///< leads what stands beside it: "chief"
  voice,        ///< speaks for what stands beside it: "spokesman"
  rank,         ///< a military or clerical rank before a name: "General"
  honorific,    ///< before a name only: "Mr"
  state,        ///< a country as such: "the country"
  side,         ///< a party to something: "both sides"
  asset,        ///< things that act for an army: "helicopters"; an actor only with a country
  counterpart,  ///< the same office elsewhere
};

/// A row of roles.tsv.
struct RoleNoun {
  std::string singular;
  std::string plural;
  std::string sector;  ///< CAMEO-style: "MIL"; empty when the noun does not say
  RoleClass role_class = RoleClass::member;
  Gender gender = Gender::unknown;
};

/// An actor that is known by name, and the offices that it is known to have held.
struct KnownActor {
  ActorKind kind = ActorKind::organization;
  std::string name;
  std::string code;  ///< where no dated role says otherwise
  std::string country;
  Gender gender = Gender::unknown;
  std::vector<ActorRole> roles;
  bool strict =
      false;  ///< from a user's dictionary: outside the times of `roles` only `code` counts
};

enum class PhraseKind : std::uint8_t {
  country,    ///< index in Gazetteer::countries: "Pakistan"
  adjective,  ///< of a country: "Pakistani"
  people,     ///< of a country: "Pakistanis"
  seat,       ///< the capital that stands for the government of a country: "Islamabad"
  actor,      ///< index in Gazetteer::actors
  region,     ///< index in Gazetteer::regions: "Chechnya"
  regional,   ///< adjective of a region: "Chechen"
  locals,     ///< people of a region: "Chechens"
  role,       ///< index in Gazetteer::roles, singular
  roles,      ///< the same, plural
  modifier,   ///< index in Gazetteer::modifiers
  portfolio   ///< what a ministry is for; no index
};

/// One meaning of a phrase.
struct Phrase {
  PhraseKind kind = PhraseKind::actor;
  std::uint32_t index = 0;
  bool exact = false;  ///< an abbreviation: counts only when written in capitals, as "WHO"

  bool operator==(const Phrase&) const = default;
};

/// A part of a country, or a part of the world: a row of regions.tsv.
struct Region {
  std::string name;
  std::string country;  ///< ISO code; empty across borders
  std::string adjective;
  std::string people;
  double latitude = 0;
  double longitude = 0;
};

/// Another name of a place of the table of places, or a place that it has not: a row of places.tsv.
struct PlaceName {
  std::string name;
  std::string country;
  std::optional<double> latitude;
  std::optional<double> longitude;
};

/// A word before a role noun that gives its sector: "intelligence" officials.
struct RoleModifier {
  std::string word;
  std::string sector;
};

/// What a name names by its first or last word; see name_words.tsv.
enum class NameWord : std::uint8_t { organization, place, thing };

/// Phrases by their folded form (see names.h), with the longest one that begins with a word.
class PhraseTable {
 public:
  /// Keeps the meanings of a phrase in the order in which they were added; the same one once.
  void add(std::string_view phrase, Phrase meaning);
  /// The same before all others, so that it counts.
  void add_first(std::string_view phrase, Phrase meaning);
  /// The meanings of a folded phrase; empty when there are none.
  [[nodiscard]] const std::vector<Phrase>& find(const std::string& folded) const;
  /// How many words the longest phrase has that begins with `first_word`; 0 when there is none.
  [[nodiscard]] std::size_t longest_from(const std::string& first_word) const;
  [[nodiscard]] std::size_t size() const { return meanings_.size(); }

 private:
  std::unordered_map<std::string, std::vector<Phrase>> meanings_;
  std::unordered_map<std::string, std::size_t> longest_;
};

/// The names and nouns of actors that the data files know. Const after loading.
struct Gazetteer {
  std::vector<Country> countries;
  std::vector<KnownActor> actors;
  std::vector<Region> regions;
  std::vector<RoleNoun> roles;
  std::vector<RoleModifier> modifiers;
  PhraseTable names;  ///< countries, peoples, seats, regions, actors, first names
  PhraseTable nouns;  ///< roles and modifiers
  std::unordered_map<std::string, std::uint32_t> country_by_code;
  std::unordered_map<std::string, PlaceName> places;  ///< by folded other name
  std::unordered_map<std::string, std::vector<std::uint32_t>>
      surnames;  ///< last word -> persons among actors
  /// "PAK interior minister" (folded) -> who held the office, and when
  std::unordered_map<std::string, std::vector<std::pair<std::uint32_t, EventDate>>> holders;
  std::vector<std::string>
      problems;  ///< lines of users' dictionaries that were skipped: "x.actors.txt:14: ..."
  std::unordered_map<std::string, Gender> first_names;    ///< folded
  std::unordered_map<std::string, NameWord> first_words;  ///< of names, folded
  std::unordered_map<std::string, NameWord> last_words;
  std::unordered_map<std::string, NameWord> only_words;  ///< names of this one word
  ActorWords words;
  NumberWords numbers;

  /// The country of an alpha-3 code, or nullptr.
  [[nodiscard]] const Country* country(std::string_view code) const;
};

/// Reads the tables of `options.data`, then those of each overlay, which add rows, then users'
/// PETRARCH dictionaries. Throws Error(rule) with file and line for a row that cannot be used.
[[nodiscard]] Gazetteer load_gazetteer(const LanguageOptions& options);

}  // namespace annals
