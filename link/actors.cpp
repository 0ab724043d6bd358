#include "link/actors.h"

#include <algorithm>
#include <iterator>

namespace annals {
namespace {

template <class T>
void add_sorted(std::vector<T>& to, const T& value) {
  const auto at = std::lower_bound(to.begin(), to.end(), value);
  if (at == to.end() || *at != value) to.insert(at, value);
}

void absorb(Actor& into, const Actor& other) {
  if (other.name != into.name) add_sorted(into.aliases, other.name);
  for (const auto& alias : other.aliases) {
    if (alias != into.name) add_sorted(into.aliases, alias);
  }
  for (const auto& role : other.roles) add_sorted(into.roles, role);
  if (into.country.empty()) into.country = other.country;
  if (into.code.empty()) into.code = other.code;
}

}  // namespace

LinkedActors link_actors(std::span<const LinkArticle> articles) {
  LinkedActors result;
  std::map<ActorId, Actor> known;
  for (const LinkArticle& article : articles) {
    std::map<ActorId, ActorId> became;
    for (const Actor& actor : article.actors) {
      const auto [at, fresh] = known.try_emplace(actor.id, actor);
      if (!fresh) absorb(at->second, actor);
      became.emplace(actor.id, actor.id);
    }
    result.of_article.push_back(std::move(became));
  }
  for (auto& [id, actor] : known) {
    std::sort(actor.aliases.begin(), actor.aliases.end());
    result.actors.push_back(std::move(actor));
  }
  return result;
}

}  // namespace annals
