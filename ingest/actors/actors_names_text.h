#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ingest/actors/actors_phrases.h"
#include "ingest/gazetteer/gazetteer.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// A name as it stands in a phrase, and what its surroundings say that it names.
struct NamedPiece {
  std::uint32_t sentence = 0;
  const NounPhrase* phrase = nullptr;
  std::size_t index = 0;  ///< of the piece in its phrase
  std::string text;
  std::vector<std::string> words;
  Piece::Names names = Piece::Names::unknown;
  const RoleNoun* title = nullptr;  ///< the role that stands right before the name

  [[nodiscard]] const Piece& piece() const { return phrase->pieces[index]; }
  [[nodiscard]] std::pair<std::uint32_t, std::int32_t> key() const {
    return {sentence, piece().first};
  }
};

/// The names of an article in the order of the text, before it is known who bears them. A loan of
/// its arguments.
class NamesInText {
 public:
  NamesInText(const Analysis& analysis, const std::vector<std::vector<NounPhrase>>& phrases,
              const Gazetteer& gazetteer);

  [[nodiscard]] const std::vector<NamedPiece>& all() const { return names_; }
  /// Whether a name of the gazetteer means what the gazetteer says: an abbreviation of a party or
  /// an armed group counts only where its country or its full name is spoken of ("FDD" is also a
  /// newspaper's).
  [[nodiscard]] bool is_likely(const NamedPiece& name) const;
  /// "Jewish" groups, "Maoist" rebels: one word that describes another names nobody.
  [[nodiscard]] bool is_adjective(const NamedPiece& name) const;
  /// "the Moon", "the Bush": a common noun with an article is no person's short name.
  [[nodiscard]] bool is_common(const NamedPiece& name) const;

 private:
  void collect();
  void agree_on_kinds();
  [[nodiscard]] NamedPiece read_piece(std::uint32_t s, const NounPhrase& phrase,
                                      std::size_t i) const;
  [[nodiscard]] bool leads_government(const NounPhrase& phrase, std::size_t i) const;

  const Analysis& analysis_;
  const std::vector<std::vector<NounPhrase>>& phrases_;
  const Gazetteer& gazetteer_;
  std::vector<NamedPiece> names_;
  std::set<std::string> countries_;  ///< spoken of in the article
};

}  // namespace annals
