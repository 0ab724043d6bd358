#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/article.h"
#include "graph/event.h"
#include "ingest/actors/cast.h"
#include "ingest/text/language_files.h"
#include "ingest/trees/sentence.h"

namespace annals {

struct Gazetteer;

/// Who is known before reading: countries, peoples, offices, organisations, armed groups, persons
/// and places. Const after loading and shared by threads.
class ActorLexicon {
 public:
  /// Reads the tables of `options.data` and the users' own dictionaries.
  /// Throws Error(rule) with file and line for a row that cannot be used.
  [[nodiscard]] static ActorLexicon load(const LanguageOptions& options);

  ActorLexicon(ActorLexicon&&) noexcept;
  ActorLexicon& operator=(ActorLexicon&&) noexcept;
  ~ActorLexicon();

  /// The place that a name means: a country, a subdivision, a region or a city of 15,000 people and
  /// more. Of several the one in `country` (ISO alpha-3) when there is one, else the most populous.
  /// Case and diacritics do not matter.
  [[nodiscard]] std::optional<Place> find_place(std::string_view name,
                                                std::string_view country = {}) const;

  /// Lines of users' dictionaries that were skipped, with file, line and what is wrong.
  [[nodiscard]] const std::vector<std::string>& problems() const;

  /// What the tables know, for the stages of this room.
  [[nodiscard]] const Gazetteer& gazetteer() const;

 private:
  struct Parts;
  explicit ActorLexicon(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

/// The actors that an article speaks of, and every phrase that refers to one.
///
/// Names, role groups ("Pakistani officials"), bodies ("the foreign ministry"), countries with
/// their adjectives and capitals, pronouns and definite descriptions that were resolved. A phrase
/// that refers to several actors ("the two countries") gives one mention for each, with the same
/// tokens. Mentions nest: "Pakistan's interior minister" is a person, and "Pakistan" inside it is a
/// mention of its own. Only blocks that are read for events are searched. Pure; the same input
/// gives the same cast on any thread.
[[nodiscard]] Cast find_actors(const Article& article, const Analysis& analysis,
                               const ActorLexicon& lexicon);

}  // namespace annals
