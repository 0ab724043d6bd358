#pragma once

#include <map>
#include <span>
#include <utility>
#include <vector>

#include "link/decisions.h"
#include "link/input.h"

namespace annals {

/// The actors of many articles, each person, group and country once.
struct LinkedActors {
  std::vector<Actor> actors;  ///< sorted by id
  /// For each article, in the order given: what each of its actors became.
  std::vector<std::map<ActorId, ActorId>> of_article;
  /// Graph::became: for an id that became different actors in different articles, the one of most
  /// articles.
  std::vector<std::pair<ActorId, ActorId>> became;
};

/// Joins the actors that are the same: of one kind and full name, unless they hold offices of
/// different countries; or with spellings of one name,
/// one name being an alias of the other, or a surname that only one known person has, when nothing
/// that is known of their countries speaks against it. What people decided comes first. `articles`
/// must be sorted by id.
[[nodiscard]] LinkedActors link_actors(std::span<const LinkArticle> articles,
                                       const Rulings& rulings);

}  // namespace annals
