#include "ingest/actors/actors_roles.h"

#include <algorithm>

#include "graph/ascii.h"

namespace annals {
namespace {

using Kind = Piece::Kind;

bool is_descriptive(const Piece& piece) {
  return piece.kind == Kind::role || piece.kind == Kind::modifier || piece.kind == Kind::portfolio;
}

std::string_view sector_of(const Gazetteer& gazetteer, const Piece& piece) {
  if (piece.kind == Kind::modifier) return gazetteer.modifiers[piece.index].sector;
  if (piece.kind == Kind::role) return gazetteer.roles[piece.index].sector;
  return {};
}

/// The words of a piece as the tables have them: "Foreign Ministry" is "foreign ministry".
std::string words_of(const Gazetteer& gazetteer, const Sentence& sentence, const Piece& piece) {
  if (piece.kind == Kind::modifier) return gazetteer.modifiers[piece.index].word;
  if (piece.kind == Kind::role && !piece.plural) return gazetteer.roles[piece.index].singular;
  return lowered(text_of(sentence, piece.first, piece.last));
}

/// True when words before the noun may change its sector.
bool is_open(const Gazetteer& gazetteer, const RoleNoun& noun) {
  if (noun.sector.empty() || noun.role_class == RoleClass::voice) return true;
  return gazetteer.words.is(ActorWord::open_role, noun.singular);
}

bool is_general(std::string_view sector) {
  return sector.empty() || sector == "GOV" || sector == "CVL" || sector == "ELI";
}

bool follows_hyphen(const Sentence& sentence, const Piece& piece) {
  return piece.kind == Kind::role && piece.first > 0 && sentence.at(piece.first - 1).form == "-";
}

/// The role whose noun is piece `main`.
ReadRole role_at(const Gazetteer& gazetteer, const Sentence& sentence, const NounPhrase& phrase,
                 std::size_t main) {
  ReadRole read;
  const RoleNoun& noun = gazetteer.roles[phrase.pieces[main].index];
  read.role.noun = &noun;
  read.role.sector = noun.sector;
  read.role.former = phrase.former;
  std::size_t first = main;
  while (first > 0 && is_descriptive(phrase.pieces[first - 1]) &&
         !follows_hyphen(sentence, phrase.pieces[first - 1]))
    --first;  // a "seven-member" panel is no panel of members
  read.first_piece = first;
  std::string before;
  for (std::size_t k = first; k < main; ++k)
    before += words_of(gazetteer, sentence, phrase.pieces[k]) + " ";
  read.role.words = before + noun.singular;
  read.role.plural = before + noun.plural;
  for (std::size_t k = main; k-- > first && is_open(gazetteer, noun);) {
    const auto sector = sector_of(gazetteer, phrase.pieces[k]);
    if (sector.empty() || (is_general(sector) && !noun.sector.empty())) continue;
    read.role.sector = sector;
    break;
  }
  return read;
}

}  // namespace

std::optional<ReadRole> read_role(const Gazetteer& gazetteer, const Sentence& sentence,
                                  const NounPhrase& phrase) {
  const Piece* core = phrase.core_piece();
  if (core == nullptr || core->kind != Kind::role) return std::nullopt;
  return role_at(gazetteer, sentence, phrase, static_cast<std::size_t>(phrase.core));
}

std::optional<ReadRole> read_title(const Gazetteer& gazetteer, const Sentence& sentence,
                                   const NounPhrase& phrase) {
  std::optional<std::size_t> main;
  for (auto k = static_cast<std::size_t>(std::max(phrase.core, 0)); k-- > 0;) {
    const auto& piece = phrase.pieces[k];
    if (piece.kind != Kind::role) continue;
    const auto role_class = gazetteer.roles[piece.index].role_class;
    const bool weak = role_class == RoleClass::rank || role_class == RoleClass::honorific;
    if (!weak) {
      main = k;
      break;
    }
    if (!main) main = k;
  }
  if (!main) return std::nullopt;
  return role_at(gazetteer, sentence, phrase, *main);
}

}  // namespace annals
