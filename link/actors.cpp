#include "link/actors.h"

#include <algorithm>

#include "graph/names.h"
#include "link/join_forms.h"

namespace annals {
namespace {

/// The name that most articles use; a full one before a single word.
std::string best_name(const std::vector<const ActorForm*>& forms,
                      const std::vector<std::size_t>& members) {
  std::map<std::string, std::size_t> names;
  bool full = false;
  for (const std::size_t i : members) full = full || forms[i]->is_full_name();
  for (const std::size_t i : members) {
    const bool wanted = forms[i]->kind != ActorKind::person || forms[i]->is_full_name() == full;
    for (const auto& [name, count] : forms[i]->names) names[name] += wanted ? count : 0;
  }
  return most_common(names);
}

Actor joined_actor(const std::vector<const ActorForm*>& forms,
                   const std::vector<std::size_t>& members, const Rulings& rulings) {
  Actor actor{.name = best_name(forms, members)};
  std::map<std::string, std::size_t> countries, codes;
  std::map<ActorKind, std::size_t> kinds;
  std::set<std::string> aliases;
  std::set<ActorRole> roles;
  for (const std::size_t i : members) {
    const ActorForm& form = *forms[i];
    kinds[form.kind] += form.articles;
    for (const auto& [name, count] : form.names) aliases.insert(name);
    for (const auto& [alias, count] : form.aliases) aliases.insert(alias);
    for (const auto& [country, count] : form.countries) countries[country] += count;
    for (const auto& [code, count] : form.codes) codes[code] += count;
    for (const auto& [role, count] : form.roles) roles.insert(role);
    if (const auto at = rulings.names.find(form.id); at != rulings.names.end())
      actor.name = at->second;
  }
  std::size_t most = 0;
  for (const auto& [kind, count] : kinds) {
    if (count > most) actor.kind = kind;
    most = std::max(most, count);
  }
  aliases.erase(actor.name);
  actor.aliases.assign(aliases.begin(), aliases.end());
  actor.roles.assign(roles.begin(), roles.end());
  actor.country = most_common(countries);
  actor.code = most_common(codes);
  return actor;
}

/// Ids from names; where two actors have one name, the country or a form tells them apart.
void give_ids(std::vector<std::pair<Actor, const ActorForm*>>& actors) {
  std::map<ActorId, std::vector<std::size_t>> taken;
  for (std::size_t i = 0; i < actors.size(); ++i) {
    Actor& actor = actors[i].first;
    actor.id = actor_id(actor.kind, actor.name);
    taken[actor.id].push_back(i);
  }
  for (const auto& [id, same] : taken) {
    for (std::size_t k = 0; same.size() > 1 && k < same.size(); ++k) {
      Actor& actor = actors[same[k]].first;
      actor.id = ActorId{
          hash_of({"actor", format_kind(actor.kind), fold(actor.name), actor.country,
                   format_hex(actors[same[k]].second->id.value), actors[same[k]].second->under})};
    }
  }
}

/// The articles of an actor stand in parts, so that one more in the articles of a great power
/// rewrites a small one.
constexpr std::uint64_t use_parts = 64;
std::uint64_t use_key(ActorId id, std::uint64_t part) {
  return hash_of({"use", format_hex(id.value), format_hex(part)});
}

/// Whether joining forms would see a difference.
bool join_alike(const std::vector<ActorForm>& a, const std::vector<ActorForm>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const ActorForm& one, const ActorForm& other) {
                      return one.under == other.under && one.country == other.country &&
                             one.folded_aliases == other.folded_aliases;
                    });
}

/// The linked actor of most articles, when that is another one.
std::optional<ActorId> became(ActorId id, const std::vector<ActorForm>& forms) {
  std::map<ActorId, std::size_t> choices;
  for (const ActorForm& form : forms) choices[form.linked] += form.articles;
  const auto best =
      std::max_element(choices.begin(), choices.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == choices.end() || best->first == id ? std::nullopt : std::optional(best->first);
}

}  // namespace

std::vector<ActorForm>& ActorLinker::touch(ActorId id) {
  auto& forms = forms_.of(id);
  touched_.try_emplace(id, forms);
  return forms;
}

void ActorLinker::remove(ArticleId article, std::span<const Actor> actors) {
  for (const Actor& actor : actors) {
    touch(actor.id);
    uses_.remove(use_key(actor.id, article.value % use_parts), article.value);
    forms_.remove(actor);
  }
}

void ActorLinker::add(ArticleId article, std::span<const Actor> actors) {
  for (const Actor& actor : actors) {
    touch(actor.id);
    uses_.add(use_key(actor.id, article.value % use_parts), article.value);
    forms_.add(actor);
  }
}

void ActorLinker::update_keys(ActorId id) {
  std::set<std::uint64_t> old_keys, new_keys;
  for (const ActorForm& form : touched_.at(id)) {
    for (const auto key : keys_of(form, rulings_)) old_keys.insert(key);
  }
  for (const ActorForm& form : forms_.of(id)) {
    for (const auto key : keys_of(form, rulings_)) new_keys.insert(key);
  }
  for (const auto key : old_keys) {
    if (!new_keys.contains(key)) keys_.remove(key, id.value);
  }
  for (const auto key : new_keys) {
    if (!old_keys.contains(key)) keys_.add(key, id.value);
  }
}

/// The touched ids and all that are concerned by them, now or before, directly or through others.
std::set<ActorId> ActorLinker::concerned() {
  std::set<ActorId> result;
  for (const auto& [id, before] : touched_) result.insert(id);
  if (fresh_) return result;
  std::vector<ActorId> open(result.begin(), result.end());
  const auto reach = [&](ActorId id) {
    if (result.insert(id).second) open.push_back(id);
  };
  while (!open.empty()) {
    const ActorId id = open.back();
    open.pop_back();
    const std::vector<ActorForm>& now = forms_.of(id);
    std::vector<const ActorForm*> forms;
    forms.reserve(now.size());
    for (const ActorForm& form : now) forms.push_back(&form);
    if (const auto at = touched_.find(id); at != touched_.end() && !join_alike(at->second, now)) {
      for (const ActorForm& form : at->second) forms.push_back(&form);
    }
    for (const ActorForm* form : forms) {
      for (const std::uint64_t question : questions_of(*form, rulings_)) {
        for (const std::uint64_t other : keys_.find(question)) {
          if (result.contains(ActorId{other})) continue;
          const auto& others = forms_.of(ActorId{other});
          const bool ruled = !others.empty() && (rulings_.names.contains(ActorId{other}) ||
                                                 rulings_.names.contains(id));
          if (ruled || std::any_of(others.begin(), others.end(),
                                   [&](const auto& each) { return concern(*form, each); }))
            reach(ActorId{other});
        }
      }
    }
    for (const auto& [a, b] : rulings_.same_actors) {
      if (a == id && !forms_.of(b).empty()) reach(b);
      if (b == id && !forms_.of(a).empty()) reach(a);
    }
  }
  return result;
}

ActorChange ActorLinker::link() {
  for (const auto& [id, before] : touched_) {
    for (ActorForm& form : forms_.of(id)) form.refresh(words_);
    update_keys(id);
  }
  std::vector<ActorForm*> forms;
  std::set<ActorId> gone;
  const std::set<ActorId> ids = concerned();
  for (const ActorId id : ids) {
    const auto at = touched_.find(id);
    for (const ActorForm& form : at == touched_.end() ? forms_.of(id) : at->second) {
      linked_before_[{form.id, form.under}] = form.linked;
      gone.insert(form.linked);
    }
    for (ActorForm& form : forms_.of(id)) forms.push_back(&form);
  }
  std::vector<std::pair<Actor, const ActorForm*>> actors;
  const std::vector<const ActorForm*> given(forms.begin(), forms.end());
  const auto groups = join_forms(given, rulings_);
  actors.reserve(groups.size());
  for (const auto& group : groups)
    actors.emplace_back(joined_actor(given, group, rulings_), given[group.front()]);
  give_ids(actors);

  ActorChange change;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const Actor& actor = actors[i].first;
    gone.erase(actor.id);
    const ActorFacts* known = fresh_ ? nullptr : before_.find(actor.id);
    const bool known_alike = known != nullptr && *known == actor_facts(actor);
    for (const std::size_t member : groups[i]) {
      ActorForm& form = *forms[member];
      const auto before = linked_before_.find({form.id, form.under});
      const bool stays = before != linked_before_.end() && before->second == actor.id;
      if (before != linked_before_.end() && !(stays && known_alike)) change.moved.insert(form.id);
      if (!stays) changed_.insert(form.id);
      form.linked = actor.id;
    }
  }
  for (const auto& [id, before] : touched_) changed_.insert(id);
  for (const ActorId id : ids) change.became.emplace_back(id, became(id, forms_.of(id)));
  for (auto& [actor, form] : actors) change.actors.push_back(std::move(actor));
  std::sort(change.actors.begin(), change.actors.end(),
            [](const Actor& a, const Actor& b) { return a.id < b.id; });
  change.gone.assign(gone.begin(), gone.end());
  return change;
}

std::optional<ActorId> ActorLinker::linked(ActorId id, const std::string& under) {
  for (const ActorForm& form : forms_.of(id)) {
    if (form.under == under) return form.linked;
  }
  return std::nullopt;
}

std::optional<ActorId> ActorLinker::linked_before(ActorId id, const std::string& under) {
  const auto at = linked_before_.find({id, under});
  if (at != linked_before_.end()) return at->second;
  return touched_.contains(id) ? std::nullopt : linked(id, under);
}

std::vector<ArticleId> ActorLinker::articles_with(ActorId id) {
  std::vector<ArticleId> articles;
  for (std::uint64_t part = 0; part < use_parts; ++part) {
    for (const auto article : uses_.find(use_key(id, part))) articles.push_back(ArticleId{article});
  }
  return articles;
}

void ActorLinker::write(std::vector<Note>& notes) {
  forms_.write({changed_.begin(), changed_.end()}, notes);
  keys_.write(notes);
  uses_.write(notes);
}

}  // namespace annals
