#include <algorithm>

#include "graph/names.h"
#include "ingest/actors/actors_cast.h"

namespace annals {

void CastBuilder::choose_namesakes() {
  for (std::vector<NounPhrase>& phrases : phrases_) {
    for (NounPhrase& phrase : phrases) {
      for (Piece& piece : phrase.pieces) {
        if (piece.kind == Piece::Kind::actor) choose_namesake(phrases, phrase, piece);
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

}  // namespace annals
