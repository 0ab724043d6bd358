#include <algorithm>

#include "graph/ascii.h"
#include "graph/names.h"
#include "ingest/actors/actors_cast.h"

namespace annals {

void CastBuilder::choose_namesakes() {
  for (std::vector<NounPhrase>& phrases : phrases_) {
    for (NounPhrase& phrase : phrases) {
      for (Piece& piece : phrase.pieces) {
        if (piece.kind != Piece::Kind::actor) continue;
        choose_namesake(phrases, phrase, piece);
        if (is_shared_party(phrase.sentence, piece)) choose_party(piece);
      }
    }
  }
}

void CastBuilder::choose_namesake(const std::vector<NounPhrase>& phrases, const NounPhrase& phrase,
                                  Piece& piece) const {
  const auto& meanings =
      gazetteer_.names.find(fold(text_of(sentence(phrase.sentence), piece.first, piece.last)));
  if (meanings.size() < 2) return;
  const auto is_said = [&](const NounPhrase& beside, std::string_view country) {
    return std::any_of(beside.pieces.begin(), beside.pieces.end(),
                       [&](const Piece& other) { return country_of(other) == country; });
  };
  int most = -1;
  for (const Phrase& meaning : meanings) {
    if (meaning.kind != PhraseKind::actor) continue;
    const KnownActor& actor = gazetteer_.actors[meaning.index];
    if (actor.kind != ActorKind::person || actor.country.empty()) continue;
    const auto counted = counts_.find(actor.country);
    int score = counted == counts_.end() ? 0 : counted->second;
    const bool owned = phrase.owner >= 0 &&
                       is_said(phrases[static_cast<std::size_t>(phrase.owner)], actor.country);
    if (owned || is_said(phrase, actor.country)) score += 1000;  // more than an article names any
    if (score <= most) continue;
    most = score;
    piece.index = meaning.index;
  }
}

bool CastBuilder::is_shared_party(std::uint32_t s, const Piece& piece) const {
  return gazetteer_.words.is(ActorWord::shared_party,
                             lowered(text_of(sentence(s), piece.first, piece.last)));
}

std::string CastBuilder::country_of_party(std::uint32_t index) const {
  const KnownActor& known = gazetteer_.actors[index];
  for (const std::vector<NounPhrase>& phrases : phrases_) {
    for (const NounPhrase& phrase : phrases) {
      const bool says_it =
          std::any_of(phrase.pieces.begin(), phrase.pieces.end(), [&](const Piece& piece) {
            return piece.kind == Piece::Kind::actor && piece.index == index;
          });
      if (!says_it) continue;
      for (const Piece& beside : phrase.pieces) {  // "the Hong Kong Democratic Party"
        if (std::string country = country_of(beside); !country.empty()) return country;
      }
    }
  }
  constexpr int rather = 3;  // times that another country is spoken of more
  constexpr int home = 6;    // how much is made of the country that an article is about
  const auto count = [&](const std::string& country) {
    const auto found = counts_.find(country);
    return found == counts_.end() ? 0 : found->second;
  };
  const int there = count(default_country_);
  const bool foreign = there >= home && rather * count(known.country) <= there &&
                       !names_actor_of(known.country, index);
  return foreign ? default_country_ : known.country;
}

bool CastBuilder::names_actor_of(std::string_view country, std::uint32_t but) const {
  for (const std::vector<NounPhrase>& phrases : phrases_) {
    for (const NounPhrase& phrase : phrases) {
      for (const Piece& piece : phrase.pieces) {
        if (piece.kind == Piece::Kind::actor && piece.index != but &&
            gazetteer_.actors[piece.index].country == country)
          return true;
      }
    }
  }
  return false;
}

void CastBuilder::choose_party(Piece& piece) const {
  const KnownActor& known = gazetteer_.actors[piece.index];
  const std::string code = country_of_party(piece.index);
  const Country* country = gazetteer_.country(code);
  if (country == nullptr || code == known.country) return;
  for (const Phrase& meaning : gazetteer_.names.find(fold(known.name + " of " + country->name))) {
    if (meaning.kind != PhraseKind::actor) continue;
    piece.index = meaning.index;
    return;
  }
  piece.kind = Piece::Kind::name;
  piece.names = Piece::Names::organization;
  for (const Phrase& meaning : gazetteer_.nouns.find("party")) {
    if (meaning.kind == PhraseKind::role) piece.body = static_cast<std::int32_t>(meaning.index);
  }
}

}  // namespace annals
