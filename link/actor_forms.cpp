#include "link/actor_forms.h"

#include <algorithm>

#include "graph/codec.h"
#include "graph/names.h"
#include "link/same_name.h"

namespace annals {
namespace {

constexpr char form_note = 'F';

/// The country whose office an article gives to a person, so that two bearers of one name in
/// offices of two countries stay two; empty when it gives none.
std::string country_of_office(const Actor& actor) {
  if (actor.kind != ActorKind::person || actor.country.empty()) return {};
  const bool held = std::any_of(actor.roles.begin(), actor.roles.end(), [&](const ActorRole& role) {
    return role.code.size() > 3 && role.code.starts_with(actor.country);
  });
  return held ? actor.country : std::string();
}

void put_text(std::string& out, std::string_view text) {
  put_varint(out, text.size());
  out += text;
}

std::string take_text(ByteReader& in) { return std::string(in.bytes(in.varint())); }

void put_counts(std::string& out, const std::map<std::string, std::size_t>& counts) {
  put_varint(out, counts.size());
  for (const auto& [value, count] : counts) {
    put_text(out, value);
    put_varint(out, count);
  }
}

std::map<std::string, std::size_t> take_counts(ByteReader& in) {
  std::map<std::string, std::size_t> counts;
  for (auto left = in.varint(); left > 0; --left) {
    auto value = take_text(in);
    counts.emplace_hint(counts.end(), std::move(value), in.varint());
  }
  return counts;
}

void encode_form(std::string& out, const ActorForm& form) {
  put_text(out, form.under);
  put_varint(out, static_cast<std::uint64_t>(form.kind));
  put_text(out, form.folded);
  for (const auto* counts : {&form.names, &form.aliases, &form.countries, &form.codes})
    put_counts(out, *counts);
  // roles go through the actor's record, which has a form for their dates
  Actor roles;
  for (const auto& [role, count] : form.roles) roles.roles.push_back(role);
  put_text(out, encode_actor(roles));
  for (const auto& [role, count] : form.roles) put_varint(out, count);
  put_varint(out, form.articles);
  put_number(out, form.linked.value, 8);
}

ActorForm decode_form(ByteReader& in, ActorId id, const LinkWords& words) {
  ActorForm form{.id = id};
  form.under = take_text(in);
  form.kind = static_cast<ActorKind>(in.varint());
  form.folded = take_text(in);
  for (auto* counts : {&form.names, &form.aliases, &form.countries, &form.codes})
    *counts = take_counts(in);
  for (const ActorRole& role : decode_actor(take_text(in)).roles)
    form.roles.emplace(role, in.varint());
  form.articles = in.varint();
  form.linked = ActorId{get_number(in.bytes(8), 8)};
  form.refresh(words);
  return form;
}

template <class Key>
void count_down(std::map<Key, std::size_t>& counts, const Key& value) {
  const auto at = counts.find(value);
  if (at != counts.end() && --at->second == 0) counts.erase(at);
}

}  // namespace

void ActorForm::refresh(const LinkWords& words) {
  country = most_common(countries);
  folded_aliases.clear();
  for (const auto& [alias, count] : aliases) folded_aliases.push_back(fold(alias));
  std::sort(folded_aliases.begin(), folded_aliases.end());
  folded_aliases.erase(std::unique(folded_aliases.begin(), folded_aliases.end()),
                       folded_aliases.end());
  if (kind == ActorKind::person) bare = bare_name(folded, words);
  // an organization is only taken for an armed group of its very name: "Reform Movement" is not
  // "Reform"
  if (kind == ActorKind::armed_group) core = group_core(folded, words);
  if (kind == ActorKind::organization) core = folded;
}

std::string form_of(const Actor& actor) {
  const bool single =
      actor.kind == ActorKind::person && fold(actor.name).find(' ') == std::string::npos;
  return single ? actor.country : country_of_office(actor);
}

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

std::vector<ActorForm>& ActorForms::of(ActorId id) {
  const auto [at, fresh] = forms_.try_emplace(id.value);
  if (!fresh) return at->second;
  if (const auto bytes = (*read_)(key_of(form_note, id.value))) {
    ByteReader in(*bytes);
    while (!in.at_end()) at->second.push_back(decode_form(in, id, words_));
  }
  return at->second;
}

void ActorForms::add(const Actor& actor) {
  const std::string under = form_of(actor);
  auto& forms = of(actor.id);
  auto at = std::lower_bound(forms.begin(), forms.end(), under,
                             [](const ActorForm& form, auto& key) { return form.under < key; });
  if (at == forms.end() || at->under != under) {
    at = forms.insert(
        at, {.id = actor.id, .under = under, .kind = actor.kind, .folded = fold(actor.name)});
  }
  ++at->articles;
  ++at->names[actor.name];
  for (const auto& alias : actor.aliases) ++at->aliases[alias];
  if (!actor.country.empty()) ++at->countries[actor.country];
  if (!actor.code.empty()) ++at->codes[actor.code];
  for (const auto& role : actor.roles) ++at->roles[role];
}

void ActorForms::remove(const Actor& actor) {
  const std::string under = form_of(actor);
  auto& forms = of(actor.id);
  const auto at = std::find_if(forms.begin(), forms.end(),
                               [&](const ActorForm& form) { return form.under == under; });
  if (at == forms.end()) return;
  if (--at->articles == 0) {
    forms.erase(at);
    return;
  }
  count_down(at->names, actor.name);
  for (const auto& alias : actor.aliases) count_down(at->aliases, alias);
  if (!actor.country.empty()) count_down(at->countries, actor.country);
  if (!actor.code.empty()) count_down(at->codes, actor.code);
  for (const auto& role : actor.roles) count_down(at->roles, role);
}

void ActorForms::write(const std::vector<ActorId>& changed, std::vector<Note>& notes) const {
  for (const ActorId id : changed) {
    const auto at = forms_.find(id.value);
    if (at == forms_.end()) continue;
    std::optional<std::string> bytes;
    for (const ActorForm& form : at->second) {
      if (!bytes) bytes.emplace();
      encode_form(*bytes, form);
    }
    notes.push_back({key_of(form_note, id.value), std::move(bytes)});
  }
}

}  // namespace annals
