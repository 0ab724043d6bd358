#include <algorithm>

#include "ingest/actors_cast.h"

namespace annals {

void CastBuilder::read_latter() {
  for (std::uint32_t s = 0; s < phrases_.size(); ++s) {
    if (!read_[s]) continue;
    for (std::int32_t t = 1; t < sentence(s).size(); ++t) {
      const Token& word = token(s, t);
      const bool latter = word.lemma == "latter";
      if ((!latter && word.lemma != "former") || lower(token(s, t - 1).form) != "the" ||
          word.deprel == "amod")
        continue;
      const std::vector<std::int32_t> told = told_before(s, t);
      if (told.size() < 2) continue;
      mention_word(s, t, told[told.size() - (latter ? 1 : 2)], 0.7F);
    }
  }
}

std::vector<std::int32_t> CastBuilder::told_before(std::uint32_t s, std::int32_t t) const {
  std::vector<const ActorMention*> outer;
  for (const ActorMention& mention : mentions_) {
    if (mention.sentence != s || mention.last_token > t - 1 ||
        mention.reference == Reference::pronoun)
      continue;
    const bool inside =
        std::any_of(mentions_.begin(), mentions_.end(), [&](const ActorMention& other) {
          const auto length = other.last_token - other.first_token;
          return other.sentence == s && other.first_token <= mention.first_token &&
                 mention.last_token <= other.last_token &&
                 length > mention.last_token - mention.first_token;
        });
    if (!inside) outer.push_back(&mention);
  }
  std::stable_sort(outer.begin(), outer.end(), [](const ActorMention* a, const ActorMention* b) {
    return a->first_token < b->first_token;
  });
  std::vector<std::int32_t> told;
  for (const ActorMention* mention : outer) {
    const auto figure = static_cast<std::int32_t>(mention->actor);
    std::erase(told, figure);
    told.push_back(figure);
  }
  return told;
}

}  // namespace annals
