#include "ingest/actors/actors_cast.h"

#include <algorithm>

#include "ingest/actors/actors.h"

namespace annals {
using Kind = Piece::Kind;

CastBuilder::CastBuilder(const Article& article, const Analysis& analysis,
                         const Gazetteer& gazetteer)
    : article_(article),
      analysis_(analysis),
      gazetteer_(gazetteer),
      figures_(gazetteer, article.published),
      history_(analysis, figures_, gazetteer),
      quotations_(find_quotations(analysis)) {}

Cast CastBuilder::build() {
  read_phrases();
  count_countries();
  choose_namesakes();
  named_ = find_named(analysis_, phrases_, gazetteer_, figures_);
  give_titles();
  early_ = false;
  for (std::uint32_t s = 0; s < phrases_.size(); ++s) read_sentence(s);
  read_speech();
  read_latter();
  return finish();
}

void CastBuilder::read_phrases() {
  phrases_.resize(analysis_.sentences.size());
  resolved_.resize(analysis_.sentences.size());
  read_.resize(analysis_.sentences.size());
  for (std::uint32_t s = 0; s < phrases_.size(); ++s) {
    const auto block = sentence(s).block;
    if (block < article_.blocks.size() && !is_read(article_.blocks[block].kind)) continue;
    read_[s] = true;
    phrases_[s] = find_phrases(sentence(s), s, find_pieces(sentence(s), gazetteer_), gazetteer_);
    resolved_[s].resize(phrases_[s].size());
  }
}

void CastBuilder::count_countries() {
  // A country's own name says more of whom an article is about than a city where something takes
  // place, and headline and lead more than what follows.
  constexpr std::uint32_t lead = 2;
  constexpr int by_lead = 2;
  std::vector<std::string> order;
  std::uint32_t read = 0;
  for (std::uint32_t s = 0; s < phrases_.size(); ++s) {
    const int place = read_[s] && read++ < lead ? by_lead : 1;
    for (const auto& phrase : phrases_[s]) {
      for (const auto& piece : phrase.pieces) {
        const std::string code = country_of(piece);
        if (code.empty()) continue;
        const bool own = piece.kind == Kind::country || piece.kind == Kind::adjective ||
                         piece.kind == Kind::people;
        int& count = counts_[code];
        if (count == 0) order.push_back(code);
        count += place * (own ? 2 : 1);
      }
    }
  }
  int most = 0;
  for (const auto& code : order) {
    if (counts_[code] > most) {
      most = counts_[code];
      default_country_ = code;
    }
  }
}

Cast CastBuilder::finish() {
  Cast cast;
  std::map<std::int32_t, std::uint32_t> place;
  std::map<ActorId, std::uint32_t> by_id;
  for (auto& mention : mentions_) {
    const auto figure = static_cast<std::int32_t>(mention.actor);
    const auto [slot, is_new] = place.try_emplace(figure, 0);
    if (is_new) slot->second = add_actor(figures_[figure].actor, cast, by_id);
    mention.actor = slot->second;
    const auto& tokens = sentence(mention.sentence).tokens;
    mention.span = {tokens[static_cast<std::size_t>(mention.first_token)].span.begin,
                    tokens[static_cast<std::size_t>(mention.last_token) - 1].span.end};
    cast.mentions.push_back(mention);
  }
  std::stable_sort(cast.mentions.begin(), cast.mentions.end(),
                   [](const ActorMention& a, const ActorMention& b) {
                     return std::tuple(a.sentence, a.first_token, -a.last_token) <
                            std::tuple(b.sentence, b.first_token, -b.last_token);
                   });
  return cast;
}

std::uint32_t CastBuilder::add_actor(Actor actor, Cast& cast,
                                     std::map<ActorId, std::uint32_t>& by_id) const {
  actor.id = actor_id(actor.kind, actor.name);
  const auto [slot, is_new] =
      by_id.try_emplace(actor.id, static_cast<std::uint32_t>(cast.actors.size()));
  if (is_new) {
    std::sort(actor.aliases.begin(), actor.aliases.end());
    std::sort(actor.roles.begin(), actor.roles.end());
    cast.actors.push_back(std::move(actor));
    return slot->second;
  }
  auto& there = cast.actors[slot->second];  // two figures of one name are one actor
  there.aliases.insert(there.aliases.end(), actor.aliases.begin(), actor.aliases.end());
  if (there.name != actor.name) there.aliases.push_back(actor.name);
  std::sort(there.aliases.begin(), there.aliases.end());
  there.aliases.erase(std::unique(there.aliases.begin(), there.aliases.end()), there.aliases.end());
  if (there.code.empty()) there.code = actor.code;
  if (there.country.empty()) there.country = actor.country;
  return slot->second;
}

Cast find_actors(const Article& article, const Analysis& analysis, const ActorLexicon& lexicon) {
  return CastBuilder(article, analysis, lexicon.gazetteer()).build();
}

}  // namespace annals
