#pragma once

#include <map>
#include <span>
#include <vector>

#include "link/input.h"

namespace annals {

/// The actors of many articles, each person, group and country once.
struct LinkedActors {
  std::vector<Actor> actors;  ///< sorted by id
  /// For each article, in the order given: what each of its actors became.
  std::vector<std::map<ActorId, ActorId>> of_article;
};

/// Joins the actors that are the same. `articles` must be sorted by id.
[[nodiscard]] LinkedActors link_actors(std::span<const LinkArticle> articles);

}  // namespace annals
