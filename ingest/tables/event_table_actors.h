#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "graph/actor.h"
#include "ingest/gazetteer/gazetteer.h"
#include "ingest/rules/ontology.h"
#include "ingest/tables/event_table_row.h"

namespace annals {

/// Makes actors of the names in event tables, the same ones that articles have where they are
/// called alike.
class EventTableActors {
 public:
  EventTableActors(const LanguageOptions& language, const TableFormat& format);

  /// What an actor is called from here on: "Police (India)" where the format's names need their
  /// country. The result lives as long as `this`.
  std::string_view name_of(std::string_view name, std::string_view country);
  /// The actor of a name that name_of() gave; `country` is its name or its code.
  [[nodiscard]] Actor actor(std::string_view name, std::string_view country) const;
  /// The PLOVER type of a code or a relation; fills `code` where the relation is the name of one.
  /// "OTHER" for a relation that nobody knows, whose words become the code.
  std::string_view type_of(std::string& code, std::string_view relation);

 private:
  [[nodiscard]] const Country* country_of(std::string_view name_or_code) const;
  [[nodiscard]] std::optional<Actor> known(std::string_view name) const;
  [[nodiscard]] std::optional<Actor> coded(std::string_view name) const;
  [[nodiscard]] bool is_person(std::string_view name) const;

  const TableFormat& format_;
  Gazetteer names_;
  Ontology ontology_;
  std::unordered_map<std::string, std::string> called_;  ///< name, zero byte, country
  std::unordered_map<std::string, std::string> types_;   ///< of codes
  std::unordered_map<std::string, std::pair<std::string, std::string>>
      relations_;  ///< folded -> type and code
};

}  // namespace annals
