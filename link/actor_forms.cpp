#include "link/actor_forms.h"

#include <algorithm>

#include "graph/names.h"

namespace annals {
namespace {

/// The country whose office an article gives to a person, so that two bearers of one name in
/// offices of two countries stay two; empty when it gives none.
std::string country_of_office(const Actor& actor) {
  if (actor.kind != ActorKind::person || actor.country.empty()) return {};
  const bool held = std::any_of(actor.roles.begin(), actor.roles.end(), [&](const ActorRole& role) {
    return role.code.size() > 3 && role.code.starts_with(actor.country);
  });
  return held ? actor.country : std::string();
}

}  // namespace

std::string most_common(const std::map<std::string, std::size_t>& counts) {
  std::string best;
  std::size_t most = 0;
  for (const auto& [value, count] : counts) {
    const bool better = count > most || (count == most && value.size() > best.size());
    if (value.empty() || !better) continue;
    best = value;
    most = count;
  }
  return best;
}

ActorForms::ActorForms(std::span<const LinkArticle> articles) {
  for (const LinkArticle& article : articles) {
    std::map<ActorId, std::size_t>& used = used_.emplace_back();
    for (const Actor& actor : article.actors) used[actor.id] = add(actor);
  }
}

std::size_t ActorForms::add(const Actor& actor) {
  const std::string folded = fold(actor.name);
  const bool single = actor.kind == ActorKind::person && folded.find(' ') == std::string::npos;
  const std::string office = single ? std::string() : country_of_office(actor);
  const auto [at, fresh] =
      index_.try_emplace({actor.id, single ? actor.country : office}, forms_.size());
  if (fresh)
    forms_.push_back({.id = actor.id, .kind = actor.kind, .folded = folded, .office = office});
  ActorForm& form = forms_[at->second];
  ++form.articles;
  ++form.names[actor.name];
  form.aliases.insert(actor.aliases.begin(), actor.aliases.end());
  if (!actor.country.empty()) ++form.countries[actor.country];
  if (!actor.code.empty()) ++form.codes[actor.code];
  form.roles.insert(actor.roles.begin(), actor.roles.end());
  return at->second;
}

}  // namespace annals
