#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/gazetteer/gazetteer.h"

namespace annals {

/// The words of a folded name.
[[nodiscard]] std::vector<std::string> split_words(std::string_view folded);

/// An actor of one article while its phrases are still being put together.
struct Figure {
  enum class Nature : std::uint8_t {
    country,
    government,
    person,
    office,
    body,
    organization,
    armed,
    place,
    group,
    people
  };
  Nature nature = Nature::group;
  Actor actor{};
  Gender gender = Gender::unknown;
  bool plural = false;
  std::string noun{};    ///< of a body, a group or an office: the singular role noun, "official"
  std::string sector{};  ///< "MIL"; of a person that of the title
  std::vector<std::string> titles{};  ///< of a person or an office: folded, "interior minister"
  std::vector<std::string> words{};   ///< of a name: its folded words
  std::int32_t known = -1;            ///< index in Gazetteer::actors
  std::int32_t part_of = -1;          ///< of a person or a group: the figure of what it belongs to

  [[nodiscard]] bool is_person() const {
    return nature == Nature::person || nature == Nature::office;
  }
  void add_alias(std::string_view form);
};

/// Where somebody belongs: a country, and perhaps a body or a name of its own.
struct Origin {
  std::int32_t figure = -1;  ///< the actor that the words name; -1 when it is only understood
  std::string country{};     ///< ISO code
  std::string code{};        ///< of an organisation or armed group: its own code
  std::string adjective{};   ///< how names of its parts begin: "Pakistani", "Chechen", "Taliban"

  [[nodiscard]] bool empty() const { return country.empty() && code.empty() && adjective.empty(); }
};

/// What a role phrase says: "[Pakistani] [foreign ministry] spokesman".
struct RolePhrase {
  const RoleNoun* noun = nullptr;
  std::string words{};   ///< small letters, singular: "foreign ministry spokesman"
  std::string plural{};  ///< "foreign ministry spokesmen"
  std::string sector{};
  bool former = false;
};

/// The actors of one article; each is made once and found again by what it is.
class Figures {
 public:
  /// `day` is the day of publication, when known: offices are read as they were then.
  Figures(const Gazetteer& gazetteer, std::optional<EventDate> day)
      : gazetteer_(gazetteer), day_(day) {}

  std::int32_t country(std::uint32_t index);
  std::int32_t country(std::string_view code);
  std::int32_t government(std::uint32_t index, std::string_view form);
  std::int32_t people(std::uint32_t index);
  /// "Serbian Albanians"
  std::int32_t people_abroad(std::int32_t people, const Origin& origin);
  std::int32_t region(std::uint32_t index);
  std::int32_t locals(std::uint32_t index);
  /// A city or another place that is only a name; its country may be empty.
  std::int32_t place(std::string_view name, std::string_view country);
  std::int32_t known(std::uint32_t index, std::string_view form);
  /// A person by the fullest form of the name.
  std::int32_t person(std::string_view name);
  std::int32_t organization(std::string_view name, std::string_view sector, const Origin& origin);
  std::int32_t group(const RolePhrase& role, const Origin& origin);
  std::int32_t body(const RolePhrase& role, const Origin& origin);
  std::int32_t office(const RolePhrase& role, const Origin& origin);

  /// Notes that a person holds an office. The first code stays; a later one fills what was empty.
  void give_title(std::int32_t figure, const RolePhrase& role, const Origin& origin,
                  std::string_view text);

  [[nodiscard]] Figure& operator[](std::int32_t index) {
    return all_[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] const Figure& operator[](std::int32_t index) const {
    return all_[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] std::int32_t size() const { return static_cast<std::int32_t>(all_.size()); }
  [[nodiscard]] const std::optional<EventDate>& day() const { return day_; }
  [[nodiscard]] Origin origin_of(std::int32_t figure) const;

 private:
  /// A key that ends with a space goes on with the folded name.
  std::int32_t find_or_add(std::string key, Figure figure);
  [[nodiscard]] std::string code_now(const KnownActor& actor) const;

  const Gazetteer& gazetteer_;
  std::optional<EventDate> day_;
  std::vector<Figure> all_;
  std::unordered_map<std::string, std::int32_t> by_key_;
};

/// The code of a part of `origin` with this sector: "PAK" + "MIL"; an organisation's own code
/// first.
[[nodiscard]] std::string code_of(const Origin& origin, std::string_view sector);

}  // namespace annals
