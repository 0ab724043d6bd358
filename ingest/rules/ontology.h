#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/text/language_files.h"

namespace annals {

/// One of the sixteen kinds of events of PLOVER.
struct EventType {
  std::string name;    ///< "CONSULT"
  std::string quad;    ///< "verbal cooperation", "material conflict" ...
  std::string covers;  ///< what it is for, for people

  bool operator==(const EventType&) const = default;
};

/// A CAMEO code and what it means in terms of types.
struct EventCode {
  std::string code;          ///< text, leading zeros kept: "042"
  std::string type;          ///< the PLOVER type it falls under: "CONSULT"
  std::string mode;          ///< PLOVER mode: "visit"; empty when none
  double goldstein = 0;      ///< -10 (conflict) to +10 (cooperation)
  std::string when_planned;  ///< the code that CAMEO gives to the mere intention: "036"; the code
                             ///< itself when none
  std::string label;         ///< what it is, for people

  bool operator==(const EventCode&) const = default;
};

/// The kinds of events, from `ontology.tsv` of the language's folder and its overlays. Const after
/// load.
///
/// Sources: PLOVER manual (2024); CAMEO 1.1b3; Goldstein, Journal of Conflict Resolution 36 (1992).
class Ontology {
 public:
  /// A later row of the same type or code replaces the former. Throws Error(rule) with file and
  /// line.
  [[nodiscard]] static Ontology load(const LanguageOptions& options);

  [[nodiscard]] std::span<const EventType> types() const { return types_; }
  [[nodiscard]] std::span<const EventCode> codes() const { return codes_; }  ///< sorted by code
  [[nodiscard]] const EventType* find_type(std::string_view name) const;
  [[nodiscard]] const EventCode* find_code(std::string_view code) const;

 private:
  std::vector<EventType> types_;
  std::vector<EventCode> codes_;
};

/// The page docs/events.md, in Markdown.
[[nodiscard]] std::string ontology_page(const Ontology& ontology);

}  // namespace annals
