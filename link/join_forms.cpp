#include "link/join_forms.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "graph/names.h"
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

bool is_full_person(const ActorForm& form) {
  return form.kind == ActorKind::person && form.is_full_name();
}

bool countries_agree(const ActorForm& a, const ActorForm& b) {
  return a.country.empty() || b.country.empty() || a.country == b.country;
}

/// A group whose name is another's alias, and a person whose full name is, are that other.
bool may_be_alias(const ActorForm& form) {
  return form.folded.size() >= 3 && form.kind != ActorKind::role_group && !form.is_single_person();
}

bool has_alias(const ActorForm& form, const std::string& folded) {
  return std::binary_search(form.folded_aliases.begin(), form.folded_aliases.end(), folded);
}

/// A country that both are known to have must speak for it; a name with more words needs no more
/// than no doubt.
bool same_spelling(const ActorForm& first, const ActorForm& second) {
  if (!may_be_one_person(first.bare, second.bare)) return false;
  const auto words = [](const std::string& name) {
    return std::count(name.begin(), name.end(), ' ');
  };
  if (words(first.folded) != words(second.folded)) return true;
  return !first.country.empty() && !second.country.empty();
}

bool may_be_surname_of(const ActorForm& single, const ActorForm& full) {
  return single.is_single_person() && is_full_person(full) && countries_agree(single, full) &&
         (last_word(full.bare) == single.folded || has_alias(full, single.folded));
}

bool may_be_alias_of(const ActorForm& name, const ActorForm& other) {
  return may_be_alias(name) && kinds_agree(name, other) && has_alias(other, name.folded);
}

class Joiner {
 public:
  Joiner(const std::vector<const ActorForm*>& forms, const Rulings& rulings)
      : forms_(forms), sets_(forms.size()) {
    for (std::size_t i = 0; i < forms.size(); ++i) {
      by_id_[forms[i]->id].push_back(i);
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

  [[nodiscard]] std::vector<std::vector<std::size_t>> groups() const { return sets_.all(); }

 private:
  void join_ruled(ActorId a, ActorId b) {
    const auto first = by_id_.find(a);
    const auto second = by_id_.find(b);
    if (first == by_id_.end() || second == by_id_.end()) return;
    for (const std::size_t i : first->second) {
      for (const std::size_t j : second->second) sets_.join(i, j);
    }
  }

  [[nodiscard]] bool is_ruled_apart(std::size_t a, std::size_t b) const {
    const auto [low, high] = std::minmax(forms_[a]->id, forms_[b]->id);
    return apart_.contains({low, high});
  }

  /// Joins the sets of both when no two of their members speak against it.
  void join(std::size_t a, std::size_t b) {
    for (const std::size_t i : sets_.of(a)) {
      for (const std::size_t j : sets_.of(b)) {
        if (is_ruled_apart(i, j) || !countries_agree(*forms_[i], *forms_[j])) return;
      }
    }
    sets_.join(a, b);
  }

  void join_countries() {
    std::map<std::string, std::size_t> known;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      const std::string code = forms_[i]->country;
      if (forms_[i]->kind != ActorKind::country || code.empty()) continue;
      const auto [at, fresh] = known.try_emplace(code, i);
      if (!fresh) join(at->second, i);
    }
  }

  /// Persons of one full name are one, but for those who hold offices of different countries: then
  /// those without an office stay by themselves.
  void join_namesakes() {
    for (const auto& [id, same] : by_id_) {
      if (same.size() < 2 || forms_[same.front()]->kind != ActorKind::person) continue;
      if (!forms_[same.front()]->is_full_name()) continue;
      std::set<std::string> offices;
      for (const std::size_t form : same) offices.insert(forms_[form]->under);
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
      for (const auto& alias : forms_[i]->folded_aliases) with_alias[alias].push_back(i);
    }
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      if (!may_be_alias(*forms_[i])) continue;
      const auto at = with_alias.find(forms_[i]->folded);
      if (at == with_alias.end()) continue;
      std::vector<std::size_t> agreeing;
      for (const std::size_t j : at->second) {
        if (j != i && kinds_agree(*forms_[i], *forms_[j])) agreeing.push_back(j);
      }
      if (agreeing.size() == 1) join(i, agreeing.front());
    }
  }

  void join_group_cores() {
    std::map<std::string, std::vector<std::size_t>> with_core;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      if (!is_group(forms_[i]->kind)) continue;
      with_core[forms_[i]->core].push_back(i);
    }
    for (const auto& [core, forms] : with_core) {
      for (std::size_t k = 1; k < forms.size(); ++k) join(forms[0], forms[k]);
    }
  }

  /// Spellings are tried in the order of the alphabet.
  void join_spellings() {
    std::unordered_map<std::string, std::vector<std::size_t>> with_key;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      if (!is_full_person(*forms_[i])) continue;
      for (auto& key : spelling_keys(forms_[i]->bare)) with_key[std::move(key)].push_back(i);
    }
    std::set<std::tuple<std::string_view, std::string_view, std::size_t, std::size_t>> pairs;
    for (const auto& [key, forms] : with_key) {
      for (std::size_t i = 0; i < forms.size(); ++i) {
        for (std::size_t j = i + 1; j < forms.size(); ++j) {
          const ActorForm& first = *forms_[forms[i]];
          const ActorForm& second = *forms_[forms[j]];
          if (same_spelling(first, second))
            pairs.emplace(first.folded, second.folded, forms[i], forms[j]);
        }
      }
    }
    for (const auto& [first, second, i, j] : pairs) join(i, j);
  }

  /// A person of whom only a surname is known joins the one person who is known to have it.
  void join_surnames() {
    std::unordered_map<std::string, std::vector<std::size_t>> families, with_alias;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      if (!is_full_person(*forms_[i])) continue;
      families[std::string(last_word(forms_[i]->bare))].push_back(i);
      for (const auto& alias : forms_[i]->folded_aliases) with_alias[alias].push_back(i);
    }
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      if (!forms_[i]->is_single_person()) continue;
      std::set<std::size_t> bearers;
      const auto add = [&](const std::vector<std::size_t>& forms) {
        for (const std::size_t j : forms) {
          if (countries_agree(*forms_[i], *forms_[j])) bearers.insert(sets_.find(j));
        }
      };
      if (const auto at = families.find(forms_[i]->folded); at != families.end()) add(at->second);
      if (const auto at = with_alias.find(forms_[i]->folded); at != with_alias.end())
        add(at->second);
      if (bearers.size() == 1) join(*bearers.begin(), i);
    }
  }

  const std::vector<const ActorForm*>& forms_;
  DisjointGroups sets_;
  std::map<ActorId, std::vector<std::size_t>> by_id_;
  std::set<std::pair<ActorId, ActorId>> apart_;
};

}  // namespace

std::vector<std::vector<std::size_t>> join_forms(const std::vector<const ActorForm*>& forms,
                                                 const Rulings& rulings) {
  return Joiner(forms, rulings).groups();
}

bool concern(const ActorForm& a, const ActorForm& b) {
  if (a.id == b.id || a.folded == b.folded) return true;
  if (a.kind == ActorKind::country && b.kind == ActorKind::country && !a.country.empty() &&
      a.country == b.country) {
    return true;
  }
  if (may_be_alias_of(a, b) || may_be_alias_of(b, a)) return true;
  if (is_group(a.kind) && is_group(b.kind) && a.core == b.core) return true;
  if (is_full_person(a) && is_full_person(b) && same_spelling(a, b)) return true;
  return may_be_surname_of(a, b) || may_be_surname_of(b, a);
}

std::vector<std::uint64_t> keys_of(const ActorForm& form, const Rulings& rulings) {
  std::vector<std::uint64_t> keys = {hash_of({"name", form.folded})};
  if (const auto at = rulings.names.find(form.id); at != rulings.names.end())
    keys.push_back(hash_of({"name", fold(at->second)}));
  for (const auto& alias : form.folded_aliases) keys.push_back(hash_of({"alias", alias}));
  if (form.kind == ActorKind::country && !form.country.empty())
    keys.push_back(hash_of({"country", form.country}));
  if (is_group(form.kind)) keys.push_back(hash_of({"core", form.core}));
  if (is_full_person(form)) {
    keys.push_back(hash_of({"family", last_word(form.bare)}));
    for (const auto& key : spelling_keys(form.bare)) keys.push_back(hash_of({"spelled", key}));
  }
  return keys;
}

std::vector<std::uint64_t> questions_of(const ActorForm& form, const Rulings& rulings) {
  std::vector<std::uint64_t> keys = keys_of(form, rulings);
  keys.push_back(hash_of({"alias", form.folded}));
  for (const auto& alias : form.folded_aliases) keys.push_back(hash_of({"name", alias}));
  if (form.is_single_person()) keys.push_back(hash_of({"family", form.folded}));
  if (is_full_person(form)) keys.push_back(hash_of({"name", last_word(form.bare)}));
  return keys;
}

}  // namespace annals
