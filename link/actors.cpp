#include "link/actors.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>

#include "graph/names.h"
#include "link/actor_forms.h"
#include "link/disjoint.h"
#include "link/same_name.h"

namespace annals {
namespace {

bool is_group(ActorKind kind) {
  return kind == ActorKind::organization || kind == ActorKind::armed_group;
}

bool kinds_agree(const ActorForm& a, const ActorForm& b) {
  return a.kind == b.kind || (is_group(a.kind) && is_group(b.kind));
}

class Joiner {
 public:
  Joiner(const std::vector<ActorForm>& forms, const Rulings& rulings)
      : forms_(forms), sets_(forms.size()) {
    for (std::size_t i = 0; i < forms.size(); ++i) {
      members_.push_back({i});
      by_id_[forms[i].id].push_back(i);
    }
    for (const auto& [a, b] : rulings.different_actors) apart_.insert({a, b});
    for (const auto& [a, b] : rulings.same_actors) join_ruled(a, b);
    join_countries();
    join_namesakes();
    join_aliases();
    join_group_cores();
    join_spellings();
    join_surnames();
  }

  std::size_t find(std::size_t form) { return sets_.find(form); }
  [[nodiscard]] const std::vector<std::size_t>& members(std::size_t root) const {
    return members_[root];
  }

 private:
  void merge(std::size_t a, std::size_t b) {
    a = sets_.find(a);
    b = sets_.find(b);
    if (a == b) return;
    const std::size_t root = sets_.join(a, b);
    const std::size_t other = root == a ? b : a;
    members_[root].insert(members_[root].end(), members_[other].begin(), members_[other].end());
    std::sort(members_[root].begin(), members_[root].end());
  }

  void join_ruled(ActorId a, ActorId b) {
    const auto first = by_id_.find(a);
    const auto second = by_id_.find(b);
    if (first == by_id_.end() || second == by_id_.end()) return;
    for (const std::size_t i : first->second) {
      for (const std::size_t j : second->second) merge(i, j);
    }
  }

  [[nodiscard]] bool is_ruled_apart(std::size_t a, std::size_t b) const {
    const auto [low, high] = std::minmax(forms_[a].id, forms_[b].id);
    return apart_.contains({low, high});
  }

  [[nodiscard]] bool countries_agree(std::size_t a, std::size_t b) const {
    const std::string first = most_common(forms_[a].countries);
    const std::string second = most_common(forms_[b].countries);
    return first.empty() || second.empty() || first == second;
  }

  /// Joins the sets of both when no two of their members speak against it.
  void join(std::size_t a, std::size_t b) {
    for (const std::size_t i : members_[sets_.find(a)]) {
      for (const std::size_t j : members_[sets_.find(b)]) {
        if (is_ruled_apart(i, j) || !countries_agree(i, j)) return;
      }
    }
    merge(a, b);
  }

  void join_countries() {
    std::map<std::string, std::size_t> known;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      const std::string code = most_common(forms_[i].countries);
      if (forms_[i].kind != ActorKind::country || code.empty()) continue;
      const auto [at, fresh] = known.try_emplace(code, i);
      if (!fresh) join(at->second, i);
    }
  }

  /// Persons of one full name are one, but for those who hold offices of different countries: then
  /// those without an office stay by themselves.
  void join_namesakes() {
    for (const auto& [id, same] : by_id_) {
      if (same.size() < 2 || forms_[same.front()].kind != ActorKind::person) continue;
      if (!forms_[same.front()].is_full_name()) continue;
      std::set<std::string> offices;
      for (const std::size_t form : same) offices.insert(forms_[form].office);
      offices.erase("");
      if (offices.size() > 1) continue;
      for (const std::size_t form : same) join(same.front(), form);
    }
  }

  /// A group whose name is another's alias, and a person whose full name is, when only one other
  /// has that alias.
  void join_aliases() {
    std::unordered_map<std::string, std::vector<std::size_t>> with_alias;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      for (const auto& alias : forms_[i].aliases) {
        auto& forms = with_alias[fold(alias)];
        if (forms.empty() || forms.back() != i) forms.push_back(i);
      }
    }
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      if (forms_[i].folded.size() < 3 || forms_[i].kind == ActorKind::role_group) continue;
      if (forms_[i].kind == ActorKind::person && !forms_[i].is_full_name()) continue;
      const auto at = with_alias.find(forms_[i].folded);
      if (at == with_alias.end()) continue;
      std::vector<std::size_t> agreeing;
      for (const std::size_t j : at->second) {
        if (j != i && kinds_agree(forms_[i], forms_[j])) agreeing.push_back(j);
      }
      if (agreeing.size() == 1) join(i, agreeing.front());
    }
  }

  void join_group_cores() {
    std::map<std::string, std::vector<std::size_t>> with_core;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      if (!is_group(forms_[i].kind)) continue;
      // an organization is only taken for an armed group of its very name: "Reform Movement" is not
      // "Reform"
      const bool armed = forms_[i].kind == ActorKind::armed_group;
      with_core[armed ? group_core(forms_[i].folded) : forms_[i].folded].push_back(i);
    }
    for (const auto& [core, forms] : with_core) {
      for (std::size_t k = 1; k < forms.size(); ++k) join(forms[0], forms[k]);
    }
  }

  [[nodiscard]] std::map<std::string, std::vector<std::size_t>> full_names_by(
      std::string_view (*word)(std::string_view)) const {
    std::map<std::string, std::vector<std::size_t>> result;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      if (forms_[i].kind != ActorKind::person || !forms_[i].is_full_name()) continue;
      result[std::string(word(forms_[i].folded))].push_back(i);
    }
    return result;
  }

  /// Spellings share their last or their first word; in very large families only neighbours in the
  /// alphabet are tried.
  void join_spellings() {
    constexpr std::size_t most_compared = 200;
    const auto first_word = [](std::string_view folded) {
      return folded.substr(0, folded.find(' '));
    };
    for (const auto& blocks : {full_names_by(last_word), full_names_by(first_word)}) {
      for (const auto& [word, forms] : blocks) {
        std::vector<std::size_t> sorted = forms;
        std::sort(sorted.begin(), sorted.end(), [&](std::size_t a, std::size_t b) {
          return forms_[a].folded < forms_[b].folded;
        });
        for (std::size_t i = 0; i < sorted.size(); ++i) {
          for (std::size_t j = i + 1; j < std::min(sorted.size(), i + most_compared); ++j) {
            if (same_spelling(sorted[i], sorted[j])) join(sorted[i], sorted[j]);
          }
        }
      }
    }
  }

  /// A country that both are known to have must speak for it; a name with more words needs no more
  /// than no doubt.
  [[nodiscard]] bool same_spelling(std::size_t a, std::size_t b) const {
    const ActorForm& first = forms_[a];
    const ActorForm& second = forms_[b];
    if (!may_be_one_person(first.folded, second.folded)) return false;
    const auto words = [](const std::string& name) {
      return std::count(name.begin(), name.end(), ' ');
    };
    if (words(first.folded) != words(second.folded)) return true;
    return !most_common(first.countries).empty() && !most_common(second.countries).empty();
  }

  /// A person of whom only a surname is known joins the one person who is known to have it.
  void join_surnames() {
    const auto families = full_names_by(last_word);
    std::unordered_map<std::string, std::vector<std::size_t>> with_alias;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      if (forms_[i].kind != ActorKind::person || !forms_[i].is_full_name()) continue;
      for (const auto& alias : forms_[i].aliases) with_alias[fold(alias)].push_back(i);
    }
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      if (forms_[i].kind != ActorKind::person || forms_[i].is_full_name()) continue;
      std::set<std::size_t> bearers;
      const auto add = [&](const std::vector<std::size_t>& forms) {
        for (const std::size_t j : forms) {
          if (countries_agree(i, j)) bearers.insert(sets_.find(j));
        }
      };
      if (const auto at = families.find(forms_[i].folded); at != families.end()) add(at->second);
      if (const auto at = with_alias.find(forms_[i].folded); at != with_alias.end())
        add(at->second);
      if (bearers.size() == 1) join(*bearers.begin(), i);
    }
  }

  const std::vector<ActorForm>& forms_;
  DisjointSets sets_;
  std::vector<std::vector<std::size_t>> members_;
  std::map<ActorId, std::vector<std::size_t>> by_id_;
  std::set<std::pair<ActorId, ActorId>> apart_;
};

/// The name that most articles use; a full one before a single word.
std::string best_name(const std::vector<ActorForm>& forms,
                      const std::vector<std::size_t>& members) {
  std::map<std::string, std::size_t> names;
  bool full = false;
  for (const std::size_t i : members) full = full || forms[i].is_full_name();
  for (const std::size_t i : members) {
    const bool wanted = forms[i].kind != ActorKind::person || forms[i].is_full_name() == full;
    for (const auto& [name, count] : forms[i].names) names[name] += wanted ? count : 0;
  }
  return most_common(names);
}

Actor joined_actor(const std::vector<ActorForm>& forms, const std::vector<std::size_t>& members,
                   const Rulings& rulings) {
  Actor actor{.name = best_name(forms, members)};
  std::map<std::string, std::size_t> countries, codes;
  std::map<ActorKind, std::size_t> kinds;
  std::set<std::string> aliases;
  std::set<ActorRole> roles;
  for (const std::size_t i : members) {
    const ActorForm& form = forms[i];
    kinds[form.kind] += form.articles;
    for (const auto& [name, count] : form.names) aliases.insert(name);
    aliases.insert(form.aliases.begin(), form.aliases.end());
    for (const auto& [country, count] : form.countries) countries[country] += count;
    for (const auto& [code, count] : form.codes) codes[code] += count;
    roles.insert(form.roles.begin(), form.roles.end());
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

/// Ids from names; where two actors have one name, the country or the id of a form tells them
/// apart.
void give_ids(std::vector<std::pair<Actor, ActorId>>& actors) {
  std::map<ActorId, std::vector<std::size_t>> taken;
  for (std::size_t i = 0; i < actors.size(); ++i) {
    Actor& actor = actors[i].first;
    actor.id = actor_id(actor.kind, actor.name);
    taken[actor.id].push_back(i);
  }
  for (const auto& [id, same] : taken) {
    for (std::size_t k = 0; same.size() > 1 && k < same.size(); ++k) {
      Actor& actor = actors[same[k]].first;
      actor.id = ActorId{hash_of({"actor", format_kind(actor.kind), fold(actor.name), actor.country,
                                  format_hex(actors[same[k]].second.value)})};
    }
  }
}

}  // namespace

LinkedActors link_actors(std::span<const LinkArticle> articles, const Rulings& rulings) {
  const ActorForms forms(articles);
  Joiner joiner(forms.all(), rulings);
  std::vector<std::pair<Actor, ActorId>> actors;  // with the id of a form
  std::vector<std::size_t> place(forms.all().size());
  for (std::size_t i = 0; i < forms.all().size(); ++i) {
    if (joiner.find(i) != i) continue;
    for (const std::size_t member : joiner.members(i)) place[member] = actors.size();
    actors.emplace_back(joined_actor(forms.all(), joiner.members(i), rulings), forms.all()[i].id);
  }
  give_ids(actors);

  LinkedActors result;
  std::map<ActorId, std::map<ActorId, std::size_t>> became;
  for (const auto& used : forms.used()) {
    auto& of_article = result.of_article.emplace_back();
    for (const auto& [id, form] : used) {
      const ActorId linked = actors[place[form]].first.id;
      of_article.emplace(id, linked);
      ++became[id][linked];
    }
  }
  for (const auto& [id, choices] : became) {
    const auto best =
        std::max_element(choices.begin(), choices.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best->first != id) result.became.emplace_back(id, best->first);
  }
  for (auto& [actor, form] : actors) result.actors.push_back(std::move(actor));
  std::sort(result.actors.begin(), result.actors.end(),
            [](const Actor& a, const Actor& b) { return a.id < b.id; });
  return result;
}

}  // namespace annals
